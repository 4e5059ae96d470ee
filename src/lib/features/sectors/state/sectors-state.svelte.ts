// State of the sectors page: the plan and its history, settings and rules, selection, search.
import { createContext } from 'svelte';
import type { Dashboard } from '$lib/cube/dashboard.ts';
import type { Move, Plan } from '$lib/model/plan.ts';
import { applyMoves, diffPlans, invertMoves } from '$lib/model/assignment/plan-moves.ts';
import { buildProblem, planRequest, summaryOf, type Naming } from '$lib/engines/assignment';
import type { AssignmentRules, AssignmentSettings } from '$lib/model/assignment/settings.ts';
import { tiedTo } from '$lib/model/assignment/ties.ts';
import { type AssignmentFile } from '$lib/model/assignment/assignment-file.ts';
import { History } from '$lib/session/kit/history.svelte.ts';
import { Decision } from '$lib/session/decision/decision.svelte.ts';
import { provideSectorsProof, SectorsProof, uncertifiable } from './sectors-proof.svelte.ts';
import { Painter, providePainterState } from './painter.svelte.ts';
import { LoadsInUse, provideShownLoads } from '$lib/figures/loads-in-use.svelte.ts';
import { planCards } from '$lib/figures/plan-cards.svelte.ts';
import { PlanRoads } from '$lib/figures/roads.svelte.ts';
import { provideSplitRules, SplitRules } from './split-rules.svelte.ts';
import { SectorsAbsence } from './absence.svelte.ts';
import { provideMeetingLoads, SectorsMeetings } from './sectors-meetings.svelte.ts';
import { provideSectorsRequests, SectorsRequests } from './sectors-requests.svelte.ts';
import { CardsSearch, provideCardsSearch } from './cards-search.svelte.ts';
import { CommuneRules, provideCommuneRules } from './commune-rules.svelte.ts';
import { AssignmentSearch, provideAssignmentSearch } from './assignment-search.svelte.ts';
import { provideSchoolTies, SchoolTies } from './ties.svelte.ts';
import { isFormerSplitLink, sectorsQuery, settingsOfLink } from '$lib/session/decision/sectors-address.ts';

/** What was moved, step by step. */
type Steps = Pick<History<readonly Move[]>, 'done' | 'undone'>;

/** What the map shows where the plan on screen differs from today's and there is room for one map alone. */
export const MAP_VIEWS = ['today', 'proposed'] as const;
export type MapView = (typeof MAP_VIEWS)[number];

/** Longest search of the page, seconds; and that of sectors in one piece, which their certificate proves sooner than the solver. */
const LONGEST_SEARCH = 60;
const BEFORE_CERTIFICATE = 10;

export class SectorsState extends LoadsInUse {
  readonly search: AssignmentSearch;
  readonly cards: CardsSearch;
  readonly requests: SectorsRequests;
  readonly absence: SectorsAbsence;
  readonly painter: Painter;
  readonly proof: SectorsProof;
  readonly ties: SchoolTies;
  readonly communes: CommuneRules;
  readonly meetings: SectorsMeetings;
  readonly ruling: SplitRules;
  /** UAIs of the selected schools. */
  selected: readonly string[] = $state.raw([]);
  /** UAIs that the map zooms to; a new array zooms again. */
  focusedOn: readonly string[] = $state.raw([]);
  hovered: string | null = $state(null);
  #mapView: MapView = $state('proposed');
  /** The plan that the history leads to; where another page or the header chose another one, it begins anew. */
  #reached: Plan;
  readonly #history = new History<readonly Move[]>();
  /** Plan and history at the start of the current stroke. */
  #before: (Steps & { plan: Plan }) | null = null;

  readonly #naming: Naming;
  canUndo = $derived.by(() => this.#history.canUndo);
  canRedo = $derived.by(() => this.#history.canRedo);
  /** Units under the chosen criteria, locked and pinned ones included. */
  units = $derived.by(
    () => buildProblem(this.file, this.schools, this.today, this.settings, { naming: this.#naming }).units
  );
  /** The problem of the plan on screen, under its rules and by its units, and how it is balanced. */
  request = $derived.by(() => {
    const { file, schools, today, settings, rules, plan } = this;
    return planRequest(file, schools, today, settings, { rules, plan, naming: this.#naming });
  });
  summary = $derived(summaryOf(this.units));
  /** More than one unit is selected, or the selection tool is active. */
  several: boolean = $derived.by(() => {
    const [first = '', ...others] = this.selected;
    const unit = this.unitOf(first);
    const choosing = this.painter.aim === 'choose';
    return others.length > 0 && (choosing || others.some((uai) => !unit.includes(uai)));
  });

  /** @param naming how a unit is named from its criteria */
  constructor(
    file: AssignmentFile,
    dashboard: Dashboard,
    naming: Naming,
    decision = new Decision({ dashboard }),
    tours = new PlanRoads(() => '')
  ) {
    super(file, dashboard, decision, tours);
    this.#naming = naming;
    this.ruling = new SplitRules(file);
    this.#reached = this.today;
    this.search = new AssignmentSearch(() => this.plan);
    this.cards = new CardsSearch(this, planCards(this));
    this.requests = new SectorsRequests(this);
    this.proof = new SectorsProof(this);
    this.painter = new Painter(this);
    this.ties = new SchoolTies(this);
    this.communes = new CommuneRules(this);
    this.meetings = new SectorsMeetings(this);
    this.absence = new SectorsAbsence(this);
  }

  protected override chosenSettings(): AssignmentSettings {
    return this.ruling.chosen;
  }

  /** Puts a plan in use, where it is not today's. @param name of the kept one that it is */
  #adopt(plan: Plan, name = this.decision.split?.name ?? ''): void {
    if (diffPlans(this.today, plan).length === 0) this.decision.revert();
    else this.decision.adopt({ plan, settings: Object.fromEntries(this.write()), name });
    this.#reached = this.plan;
  }

  /** Takes over a plan that another page or the header has put in use: one step from today's. */
  followDecision(): void {
    const plan = this.plan;
    if (diffPlans(this.#reached, plan).length === 0) return;
    const moves = diffPlans(this.today, plan);
    this.#history.reset(moves.length > 0 ? [moves] : []);
    this.#reached = plan;
    this.#mapView = 'proposed';
  }

  /** Plans on screen whose tours are not known: today's, the one in use, those of the cards. */
  override get unsampled(): readonly Plan[] {
    return [this.today, this.plan, ...this.cards.plans].filter((plan) => this.roadsOf(plan) === null);
  }

  get mapView(): MapView {
    return this.isChanged ? this.#mapView : 'today';
  }

  showOnMap(view: MapView): void {
    this.#mapView = view;
  }

  override get rules(): AssignmentRules {
    return this.ruling.rules;
  }

  set(part: Partial<AssignmentSettings>): void {
    this.ruling.set(part);
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
    const from = this.#before?.plan ?? this.plan;
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
    this.#before = { plan: this.plan, done, undone };
  }

  endStroke(): void {
    this.#before = null;
  }

  undo(): void {
    const moves = this.#history.undo();
    if (moves) this.#adopt(applyMoves(this.plan, invertMoves(moves)));
  }

  /** Ends whatever is being computed. */
  stop(): void {
    this.search.dismiss();
    planCards(this).close();
    this.proof.stop();
    this.requests.stop();
  }

  redo(): void {
    const moves = this.#history.redo();
    if (moves) this.#adopt(applyMoves(this.plan, moves));
  }

  /** Asks the solver for the least road by its estimate, and for its proof; the plan on screen stays. */
  async optimise(most = LONGEST_SEARCH): Promise<void> {
    const { request } = this;
    const isProvenSooner = request.problem.contiguous && uncertifiable(request) === null;
    const seconds = isProvenSooner ? Math.min(most, BEFORE_CERTIFICATE) : most;
    const from = planCards(this).known(this)?.start ?? null;
    await this.search.run({ ...request, seconds, from });
    if (this.search.phase !== 'done') return;
    this.proof.follow();
  }

  /** A link of before version 1.1 was opened. */
  isFormerLink = $state(false);

  /** Reads a link; without settings in it, those that the plan in use was made with. */
  read(params: URLSearchParams): void {
    const asked = params.get('ecole');
    if (asked !== null && this.facts.has(asked)) this.selected = [asked];
    this.isFormerLink ||= isFormerSplitLink(params);
    this.ruling.read(settingsOfLink(params, this.decision.split?.settings ?? {}, this.file));
    this.communes.compare(params);
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
    if (![...done, ...undone].flat().every(known) || diffPlans(reached, this.plan).length > 0) return;
    this.#history.reset(done, undone);
    this.#reached = this.plan;
  }
}

const [sectorsState, provideState] = createContext<SectorsState>();

export { sectorsState };

/** Each part of the page asks the concept that it shows, and no more. */
export function provideSectorsState(sectors: SectorsState): SectorsState {
  provideShownLoads(sectors);
  providePainterState(sectors.painter);
  provideCardsSearch(sectors.cards);
  provideSectorsRequests(sectors.requests);
  provideSchoolTies(sectors.ties);
  provideCommuneRules(sectors.communes);
  provideMeetingLoads(sectors.meetings);
  provideSplitRules(sectors.ruling);
  provideAssignmentSearch(sectors.search);
  provideSectorsProof(sectors.proof);
  return provideState(sectors);
}
