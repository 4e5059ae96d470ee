// State of the sectors page: the plan and its history, settings and rules, selection, search.
import { createContext } from 'svelte';
import type { Dashboard } from '$lib/cube/dashboard.ts';
import type { Move, Plan } from '$lib/model/plan.ts';
import { applyMoves, diffPlans, invertMoves } from '$lib/model/assignment/plan-moves.ts';
import {
  assignmentOf,
  balance,
  buildProblem,
  compileProblem,
  coordinatorsByPost,
  factsOf,
  summaryOf,
  teamBalanceOf,
  unitSchools,
  type Naming
} from '$lib/engines/assignment';
import {
  DEFAULT_ASSIGNMENT_SETTINGS,
  NO_RULES,
  type AssignmentRules,
  type AssignmentSettings,
  type UnitSchool
} from '$lib/model/assignment/settings.ts';
import type { Balance } from '$lib/model/assignment/balance.ts';
import { requestKey } from '$lib/model/assignment/request-key.ts';
import { tiedTo } from '$lib/model/assignment/ties.ts';
import {
  coordinatorsOf,
  todayPlan,
  type AssignmentFile,
  type AssignmentPost
} from '$lib/model/assignment/assignment-file.ts';
import { History } from '$lib/session/kit/history.svelte.ts';
import { atTownHall, teamPlaces, withTownHalls } from '$lib/engines/travel/index.ts';
import { Decision } from '$lib/session/decision/decision.svelte.ts';
import { atPeak } from '$lib/model/travel/travel-settings.ts';
import type { Graphs } from '$lib/workers/travel/protocol.ts';
import { SectorsProof, uncertifiable } from './sectors-proof.svelte.ts';
import { Painter } from './painter.svelte.ts';
import { tourRequest } from './plan-figures.ts';
import { PlanRoads } from '$lib/figures/roads.svelte.ts';
import { SectorsAbsence } from './absence.svelte.ts';
import { SectorsMeetings } from './sectors-meetings.svelte.ts';
import { SectorsRequests } from './sectors-requests.svelte.ts';
import { CardsSearch } from './cards-search.svelte.ts';
import { AssignmentSearch } from './assignment-search.svelte.ts';
import { SchoolTies } from './ties.svelte.ts';
import {
  planFragment,
  readPlanFragment,
  rulesAddress,
  sectorsAddress,
  sectorsQuery,
  settingsOfLink
} from './sectors-address.ts';

/** What was moved, step by step. */
type MoveSteps = Pick<History<readonly Move[]>, 'done' | 'undone'>;

/** Undo history of a plan, from today's plan on. */
export type Steps = MoveSteps;

/** What the map shows where the plan on screen differs from today's and there is room for one map alone. */
export const MAP_VIEWS = ['today', 'proposed'] as const;
export type MapView = (typeof MAP_VIEWS)[number];

/** Longest search of the page, seconds; and that of sectors in one piece, which their certificate proves sooner than the solver. */
const LONGEST_SEARCH = 60;
const BEFORE_CERTIFICATE = 10;

export class SectorsState {
  readonly file: AssignmentFile;
  readonly dashboard: Dashboard;
  /** Today's assignment. */
  readonly today: Plan;
  readonly search: AssignmentSearch;
  readonly cards: CardsSearch;
  readonly requests: SectorsRequests;
  readonly absence: SectorsAbsence;
  readonly coordinators: readonly string[];
  readonly painter: Painter;
  readonly proof: SectorsProof;
  readonly tours: PlanRoads;
  readonly ties: SchoolTies;
  readonly meetings: SectorsMeetings;
  #chosen: AssignmentSettings = $state.raw(DEFAULT_ASSIGNMENT_SETTINGS);
  /** Those chosen, with the road of every page. */
  settings: AssignmentSettings = $derived.by(() => ({ ...this.#chosen, road: this.decision.road }));
  rules: AssignmentRules = $state.raw(NO_RULES);
  /** UAIs of the selected schools. */
  selected: readonly string[] = $state.raw([]);
  /** UAIs that the map zooms to; a new array zooms again. */
  focusedOn: readonly string[] = $state.raw([]);
  hovered: string | null = $state(null);
  #mapView: MapView = $state('proposed');
  /** The address of a frame held a plan of another territory, or of other schools. */
  foreignPlan = $state(false);
  /** Holds the plan adopted, which all pages follow. */
  readonly decision: Decision;
  /** The plan that the history leads to; where another page or the header chose another one, it begins anew. */
  #reached: Plan;
  readonly #history = new History<readonly Move[]>();
  /** Plan and history at the start of the current stroke. */
  #before: (MoveSteps & { plan: Plan }) | null = null;

  readonly facts;
  /** UAI of the schools without a known position, drawn and reckoned at the town hall of their commune. */
  readonly atTownHall: readonly string[];
  readonly #naming: Naming;
  /** The plan on screen. */
  plan: Plan = $derived.by(() => this.#adopted);
  canUndo = $derived.by(() => this.#history.canUndo);
  canRedo = $derived.by(() => this.#history.canRedo);
  schools: UnitSchool[] = $derived.by(() => unitSchools(this.file, this.facts, this.settings));
  /** Units under the chosen criteria, locked and pinned ones included. */
  units = $derived.by(
    () => buildProblem(this.file, this.schools, this.today, this.settings, { naming: this.#naming }).units
  );
  summary = $derived(summaryOf(this.units));
  /** More than one unit is selected, or the selection tool is active. */
  several: boolean = $derived.by(() => {
    const [first = '', ...others] = this.selected;
    const unit = this.unitOf(first);
    const choosing = this.painter.aim === 'choose';
    return others.length > 0 && (choosing || others.some((uai) => !unit.includes(uai)));
  });
  /** Problem with one unit a school, to evaluate any plan whatever the criteria. */
  #finest = $derived.by(() => {
    const settings: AssignmentSettings = { ...this.settings, criteria: ['school'] };
    const problem = buildProblem(this.file, this.schools, this.today, settings);
    return compileProblem(problem, { balance: settings.measure });
  });
  /** Coordinator of each post. */
  leaders: Readonly<Record<string, string>> = $derived.by(() => coordinatorsByPost(this.file, this.plan));
  /** Minutes on the road of each post, by tours; null until they are sampled: figures are then the solver's estimate. */
  roads: Readonly<Record<string, number>> | null = $derived.by(() => this.roadsOf(this.plan));
  figures: Balance = $derived.by(() => this.figuresOf(this.plan));
  /** Loads count a road that is still an estimate: none of them is shown before it is known. */
  isPending: boolean = $derived.by(() => this.settings.measure === 'hours' && this.roads === null);
  /** Those of today's plan, under the settings on screen. */
  todayFigures: Balance = $derived.by(() => this.figuresOf(this.today));
  /** Moves from today's plan to the plan on screen, by school. */
  changes: Move[] = $derived.by(() => diffPlans(this.today, this.plan));
  /** Travel of the plan beyond the proven optimum under the current rules, minutes a week; null without a proof. */
  overOptimum: number | null = $derived.by(() => {
    const { proven } = this.search;
    if (!proven || this.unassigned.length > 0 || proven.key !== requestKey(this.request())) return null;
    return (this.figures.objective - proven.objective) / 10;
  });
  unassigned: UnitSchool[] = $derived.by(() => {
    const { referents } = this.plan;
    return this.schools.filter(({ uai }) => referents[uai] === undefined);
  });

  /** The tours of today's assignment under the default settings, which the file holds. */
  readonly #usualTours: string;

  /**
   * @param naming how a unit is named from its criteria
   * @param graphs evaluated when tours are first sampled
   * @param decision that of the tab, and the roads that its pages share; of its own for a view drawn from its address alone
   */
  constructor(
    file: AssignmentFile,
    dashboard: Dashboard,
    naming: Naming,
    graphs: () => Graphs = () => '',
    decision = new Decision({ dashboard }),
    tours = new PlanRoads(graphs)
  ) {
    this.decision = decision;
    this.#naming = naming;
    this.file = file;
    this.dashboard = dashboard;
    this.facts = factsOf(withTownHalls(dashboard.schools, dashboard.communes));
    this.atTownHall = atTownHall(dashboard.schools);
    this.coordinators = coordinatorsOf(file);
    this.today = todayPlan(file);
    this.#reached = this.today;
    this.search = new AssignmentSearch(() => this.plan);
    this.tours = tours;
    this.cards = new CardsSearch(this, graphs);
    this.requests = new SectorsRequests(this);
    this.proof = new SectorsProof(this);
    this.painter = new Painter(this);
    this.ties = new SchoolTies(this);
    this.meetings = new SectorsMeetings(this);
    this.absence = new SectorsAbsence(this);
    const usual = DEFAULT_ASSIGNMENT_SETTINGS;
    const usualWork = { file, settings: usual, schools: unitSchools(file, this.facts, usual) };
    this.#usualTours = JSON.stringify(tourRequest(usualWork, this.today));
  }

  get #adopted(): Plan {
    return this.decision.planOf(this.file);
  }

  /** Puts a plan in use, where it is not today's. @param name of the kept one that it is */
  #adopt(plan: Plan, name = this.decision.split?.name ?? ''): void {
    if (diffPlans(this.today, plan).length === 0) this.decision.revert();
    else this.decision.adopt({ plan, settings: Object.fromEntries(this.write()), name });
    this.#reached = this.#adopted;
  }

  /** Takes over a plan that another page or the header has put in use: one step from today's. */
  followDecision(): void {
    const plan = this.#adopted;
    if (diffPlans(this.#reached, plan).length === 0) return;
    const moves = diffPlans(this.today, plan);
    this.#history.reset(moves.length > 0 ? [moves] : []);
    this.#reached = plan;
    this.#mapView = 'proposed';
  }

  /** Minutes on the road of each post under a plan and the workload on screen; null until its tours are sampled. */
  roadsOf(plan: Plan): Readonly<Record<string, number>> | null {
    const request = tourRequest(this, plan);
    const sampled = this.tours.weekOf(request)?.posts;
    if (sampled) return sampled;
    return JSON.stringify(request) === this.#usualTours ? this.file.roads : this.cards.roadsOf(plan);
  }

  /** Figures of any plan under the settings on screen. */
  figuresOf(plan: Plan): Balance {
    return balance(
      this.#finest,
      assignmentOf(this.#finest, plan.referents),
      this.settings.measure,
      coordinatorsByPost(this.file, plan),
      this.roadsOf(plan)
    );
  }

  /** Plans on screen whose tours are not known: today's, the one in use, those of the cards. */
  get unsampled(): readonly Plan[] {
    return [this.today, this.plan, ...this.cards.plans].filter((plan) => this.roadsOf(plan) === null);
  }

  /** Samples the tours of plans, where they are not known; by default those on screen. */
  sampleTours(plans = this.unsampled): Promise<void> {
    const requests = plans.map((plan) => tourRequest(this, plan));
    const { communes, schools } = this.dashboard;
    return this.tours.compute(requests, {
      times: this.file.times,
      places: () => teamPlaces(communes, schools)
    });
  }

  /** Estimated minutes on the road a week that a school adds to a post; null without a route. */
  estimatedRoad(uai: string, post: string): number | null {
    const { units, referents, travel, m } = this.#finest;
    const [i, j] = [units.indexOf(uai), referents.indexOf(post)];
    const tenths = i < 0 || j < 0 ? Infinity : travel[i * m + j]!;
    return Number.isFinite(tenths) ? tenths / 10 : null;
  }

  /** Estimated minutes on the road a week that schools add or save when they alone go from a post to another; null without a route. */
  roadChangeOf(uais: readonly string[], from: string | null, to: string | null): number | null {
    const at = (post: string | null) =>
      uais.reduce<number | null>((sum, uai) => {
        const minutes = post === null ? 0 : this.estimatedRoad(uai, post);
        return sum === null || minutes === null ? null : sum + minutes;
      }, 0);
    const [before, after] = [at(from), at(to)];
    return before === null || after === null ? null : after - before;
  }

  get isChanged(): boolean {
    return this.changes.length > 0;
  }

  get mapView(): MapView {
    return this.isChanged ? this.#mapView : 'today';
  }

  showOnMap(view: MapView): void {
    this.#mapView = view;
  }

  post(id: string): AssignmentPost | undefined {
    return this.file.posts.find((one) => one.id === id);
  }

  /** Minutes one way from a post's base to a school; null when unassigned, or without a route. */
  minutesOf(uai: string, post = this.plan.referents[uai]): number | null {
    const base = this.file.bases.indexOf(this.post(post ?? '')?.base ?? '');
    const column = this.file.schools.findIndex((school) => school.uai === uai);
    return atPeak(this.file.minutes[base]?.[column] ?? null, this.settings.road);
  }

  set(part: Partial<AssignmentSettings>): void {
    this.#chosen = { ...this.#chosen, ...part };
  }

  /** Schools that move with one: those of its unit, and those tied to them. */
  unitOf(uai: string): readonly string[] {
    const own = (one: string) => this.units.find(({ schools }) => schools.includes(one))?.schools ?? [one];
    return tiedTo(this.settings.together, [uai], own);
  }

  /** Selects schools, or adds them to the selection. */
  choose(uais: readonly string[], more = false): void {
    const others = more ? this.selected.filter((uai) => !uais.includes(uai)) : [];
    this.selected = [...others, ...uais];
  }

  /** Selects schools and zooms to them. */
  focusOn(uais: readonly string[]): void {
    this.choose(uais);
    this.focusedOn = [...uais];
  }

  /** Assigns schools to a post (null: to nobody), except pinned and locked ones. All changes of one stroke are one undo step. */
  assign(uais: readonly string[], to: string | null): void {
    const { pinned, locked } = this.rules;
    if (to !== null && locked.includes(to)) return;
    const moves = uais.flatMap((id): Move[] => {
      const from = this.plan.referents[id] ?? null;
      const stays = from === to || pinned.includes(id) || (from !== null && locked.includes(from));
      return stays ? [] : [{ kind: 'unit', id, from, to }];
    });
    this.apply(moves);
  }

  /** Assigns a post to a coordinator. */
  setCoordinator(post: string, to: string): void {
    this.apply([{ kind: 'referent', id: post, from: this.leaders[post] ?? null, to }]);
  }

  /** Changes the plan on screen, as one undo step. @param name of the kept plan that it becomes */
  apply(moves: readonly Move[], name?: string): void {
    if (moves.length === 0) return;
    const from = this.#before?.plan ?? this.#adopted;
    const changed = diffPlans(from, applyMoves(this.plan, moves));
    if (this.#before) this.#history.reset(this.#before.done, this.#before.undone);
    if (changed.length > 0) this.#history.remember(changed);
    this.#adopt(applyMoves(from, changed), name);
    this.#mapView = 'proposed';
  }

  /** Takes a plan found or kept, as one undo step. */
  take(plan: Plan, name?: string): void {
    this.apply(diffPlans(this.plan, plan), name);
  }

  beginStroke(): void {
    const { done, undone } = this.#history;
    this.#before = { plan: this.#adopted, done, undone };
  }

  endStroke(): void {
    this.#before = null;
  }

  undo(): void {
    const moves = this.#history.undo();
    if (moves) this.#adopt(applyMoves(this.#adopted, invertMoves(moves)));
  }

  /** Ends whatever is being computed. */
  stop(): void {
    this.search.dismiss();
    this.cards.stop();
    this.proof.stop();
    this.requests.stop();
  }

  redo(): void {
    const moves = this.#history.redo();
    if (moves) this.#adopt(applyMoves(this.#adopted, moves));
  }

  backToToday(): void {
    this.take(this.today);
  }

  toggleLock(post: string): void {
    this.rules = { ...this.rules, locked: toggled(this.rules.locked, post) };
  }

  lockAll(locked: boolean): void {
    this.rules = { ...this.rules, locked: locked ? this.file.posts.map(({ id }) => id) : [] };
  }

  togglePin(uais: readonly string[]): void {
    const all = uais.every((uai) => this.rules.pinned.includes(uai));
    const others = this.rules.pinned.filter((uai) => !uais.includes(uai));
    this.rules = { ...this.rules, pinned: all ? others : [...others, ...uais] };
  }

  /** The problem of the plan on screen, under its rules and by its units, and how it is balanced. */
  request() {
    const { file, schools, today, settings, rules, plan } = this;
    return {
      problem: buildProblem(file, schools, today, settings, { rules, plan, naming: this.#naming }),
      balance: settings.measure,
      teams: teamBalanceOf(file, schools, plan, settings, rules)
    };
  }

  /** Asks the solver for the least road by its estimate, and for its proof; the plan on screen stays. */
  async optimise(most = LONGEST_SEARCH): Promise<void> {
    const request = this.request();
    const isProvenSooner = request.problem.contiguous && uncertifiable(request) === null;
    const seconds = isProvenSooner ? Math.min(most, BEFORE_CERTIFICATE) : most;
    await this.search.run({ ...request, seconds, from: this.cards.startFor(request) });
    if (this.search.phase !== 'done') return;
    void this.proof.follow();
  }

  /** Reads a link; without settings in it, those that the plan in use was made with. */
  read(params: URLSearchParams): void {
    const asked = params.get('ecole');
    if (asked !== null && this.facts.has(asked)) this.selected = [asked];
    const from = settingsOfLink(params, this.decision.split?.settings ?? {}, this.file);
    this.#chosen = sectorsAddress.update(this.#chosen, from);
    this.setRules(rulesAddress.read(from, this.file));
  }

  /** Replaces pinned schools and locked posts. */
  setRules(rules: AssignmentRules): void {
    this.rules = rulesAddress.update(this.rules, rulesAddress.write(rules, this.file), this.file);
  }

  write(): URLSearchParams {
    return sectorsQuery(this.settings, this.rules, this.file);
  }

  /** Undo history, to be restored after a reload. */
  get steps(): Steps {
    const { done, undone } = this.#history;
    return { done, undone };
  }

  /** Restores an undo history that leads from today's plan to the plan in use; ignored as a whole when it does not. */
  restoreHistory({ done, undone }: Steps): void {
    const posts = this.file.posts.map(({ id }) => id);
    const known = (move: Move) =>
      move.kind === 'unit'
        ? this.facts.has(move.id) && [move.from, move.to].every((to) => to === null || posts.includes(to))
        : posts.includes(move.id) &&
          [move.from, move.to].every((to) => to === null || this.coordinators.includes(to));
    const reached = applyMoves(this.today, done.flat());
    if (![...done, ...undone].flat().every(known) || diffPlans(reached, this.#adopted).length > 0) return;
    this.#history.reset(done, undone);
    this.#reached = this.#adopted;
  }

  /** Shows the plan of a frame's address. */
  readFragment(fragment: string): void {
    const plan = readPlanFragment(this.file, fragment);
    this.foreignPlan = plan === 'foreign';
    if (plan && plan !== 'foreign') this.take(plan);
  }

  fragment(): string {
    return planFragment(this.file, this.plan);
  }
}

const toggled = (list: readonly string[], one: string) =>
  list.includes(one) ? list.filter((other) => other !== one) : [...list, one];

export const [sectorsState, provideSectorsState] = createContext<SectorsState>();
