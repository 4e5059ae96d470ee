// The state of the page of sectors: the plan and its history, who is painted with, what is locked, and the search.
import { createContext } from 'svelte';
import type { Dashboard } from '$lib/cube/dashboard.ts';
import type { Move, Plan } from '$lib/model/plan.ts';
import {
  assignmentOf,
  balance,
  buildProblem,
  compileProblem,
  coordinatorsByPost,
  coordinatorsOf,
  DEFAULT_ASSIGNMENT_SETTINGS,
  diffPlans,
  factsOf,
  historyOf,
  NO_RULES,
  redo,
  replayed,
  step,
  summaryOf,
  teamBalanceOf,
  tiedTo,
  undo,
  unitSchools,
  type AssignmentFile,
  type AssignmentPost,
  type AssignmentRules,
  type AssignmentSettings,
  type Balance,
  type History,
  type Naming,
  type UnitSchool
} from '$lib/engines/assignment';
import { Painter } from './painter.svelte.ts';
import { SectorsRequests } from './sectors-requests.svelte.ts';
import { AssignmentSearch, requestKey } from './assignment-search.svelte.ts';
import { SchoolTies } from './ties.svelte.ts';
import { readRules, rulesText, writeRules } from './rule-address.ts';
import {
  planFragment,
  readPlanFragment,
  readSectorsAddress,
  writeSectorsAddress
} from './sectors-address.ts';

export { LEAST_TIME } from './sectors-address.ts';
export { STRAIGHT_LINE_DETOUR, STRAIGHT_LINE_SPEEDS } from '$lib/engines/travel/index.ts';

/** Steps of a plan's history, from today's. */
export type Steps = Pick<History, 'done' | 'undone'> & { link: string };

export class SectorsState {
  readonly file: AssignmentFile;
  readonly dashboard: Dashboard;
  /** Who follows what today. */
  readonly today: Plan;
  readonly search: AssignmentSearch;
  readonly requests: SectorsRequests;
  readonly coordinators: readonly string[];
  readonly painter: Painter;
  readonly ties: SchoolTies;
  settings: AssignmentSettings = $state.raw(DEFAULT_ASSIGNMENT_SETTINGS);
  rules: AssignmentRules = $state.raw(NO_RULES);
  /** Schools looked at. */
  selected: readonly string[] = $state.raw([]);
  /** Schools that the map comes close to, at each new asking. */
  focusedOn: readonly string[] = $state.raw([]);
  hovered: string | null = $state(null);
  /** A link held a plan of another territory, or of other schools. */
  foreign = $state(false);
  #history: History = $state.raw() as History;
  /** The history as it stood when the stroke under way began. */
  #before: History | null = null;
  #link = '';

  readonly facts;
  readonly #naming: Naming;
  plan: Plan = $derived.by(() => this.#history.plan);
  canUndo = $derived.by(() => this.#history.done.length > 0);
  canRedo = $derived.by(() => this.#history.undone.length > 0);
  schools: UnitSchool[] = $derived.by(() => unitSchools(this.file, this.facts, this.settings));
  /** Units of the chosen criteria, all of them, locks apart. */
  units = $derived.by(
    () => buildProblem(this.file, this.schools, this.today, this.settings, { naming: this.#naming }).units
  );
  summary = $derived(summaryOf(this.units));
  /** More than a unit is chosen, or schools are being chosen one by one. */
  several: boolean = $derived.by(() => {
    const [first = '', ...others] = this.selected;
    const unit = this.unitOf(first);
    const choosing = this.painter.aim === 'choose';
    return others.length > 0 && (choosing || others.some((uai) => !unit.includes(uai)));
  });
  /** School by school: the figures of any plan, however its units are made. */
  #finest = $derived.by(() => {
    const settings: AssignmentSettings = { ...this.settings, criteria: ['school'] };
    const problem = buildProblem(this.file, this.schools, this.today, settings);
    return compileProblem(problem, { balance: settings.measure });
  });
  /** Coordinator of each post. */
  leaders: Readonly<Record<string, string>> = $derived.by(() => coordinatorsByPost(this.file, this.plan));
  figures: Balance = $derived.by(() =>
    balance(
      this.#finest,
      assignmentOf(this.#finest, this.plan.referents),
      this.settings.measure,
      this.leaders
    )
  );
  /** What the plan changes, school by school. */
  changes: Move[] = $derived.by(() => diffPlans(this.today, this.plan));
  /** Travel of the plan beyond that of the plan proven best under the rules on screen, minutes a week; null without a proof. */
  overOptimum: number | null = $derived.by(() => {
    const { proven } = this.search;
    if (!proven || this.unassigned.length > 0 || proven.key !== requestKey(this.request())) return null;
    return this.figures.travel - proven.objective / 10;
  });
  unassigned: UnitSchool[] = $derived.by(() => {
    const { referents } = this.plan;
    return this.schools.filter(({ uai }) => referents[uai] === undefined);
  });

  /** @param naming how a unit is named from its criteria */
  constructor(file: AssignmentFile, dashboard: Dashboard, naming: Naming) {
    this.#naming = naming;
    this.file = file;
    this.dashboard = dashboard;
    this.facts = factsOf(dashboard.schools);
    this.coordinators = coordinatorsOf(file);
    const nobody = { referents: file.assignment, coordinators: {} };
    this.today = { ...nobody, coordinators: coordinatorsByPost(file, nobody) };
    this.#history = historyOf(this.today);
    this.search = new AssignmentSearch(() => this.plan);
    this.requests = new SectorsRequests(this);
    this.painter = new Painter(this);
    this.ties = new SchoolTies(this);
  }

  post(id: string): AssignmentPost | undefined {
    return this.file.posts.find((one) => one.id === id);
  }

  /** Minutes one way from a post's base to a school; null when nobody follows it, or without a way. */
  minutesOf(uai: string, post = this.plan.referents[uai]): number | null {
    const base = this.file.bases.indexOf(this.post(post ?? '')?.base ?? '');
    const column = this.file.schools.findIndex((school) => school.uai === uai);
    return this.file.minutes[base]?.[column] ?? null;
  }

  set(part: Partial<AssignmentSettings>): void {
    this.settings = { ...this.settings, ...part };
  }

  /** Schools that move with one: those of its unit, and those kept together with them. */
  unitOf(uai: string): readonly string[] {
    const own = (one: string) => this.units.find(({ schools }) => schools.includes(one))?.schools ?? [one];
    return tiedTo(this.settings.together, [uai], own);
  }

  /** Looks at schools: these alone, or these as well. */
  choose(uais: readonly string[], more = false): void {
    const others = more ? this.selected.filter((uai) => !uais.includes(uai)) : [];
    this.selected = [...others, ...uais];
  }

  /** Looks at schools from near. */
  focusOn(uais: readonly string[]): void {
    this.choose(uais);
    this.focusedOn = [...uais];
  }

  /** Gives schools to a post (null: to nobody); those pinned or locked stay. In a stroke, all of it is one step to undo. */
  give(uais: readonly string[], to: string | null): void {
    const { pinned, locked } = this.rules;
    if (to !== null && locked.includes(to)) return;
    const moves = uais.flatMap((id): Move[] => {
      const from = this.plan.referents[id] ?? null;
      const stays = from === to || pinned.includes(id) || (from !== null && locked.includes(from));
      return stays ? [] : [{ kind: 'unit', id, from, to }];
    });
    this.take(moves);
  }

  /** Puts a post under a coordinator. */
  lead(post: string, to: string): void {
    this.take([{ kind: 'referent', id: post, from: this.leaders[post] ?? null, to }]);
  }

  take(moves: readonly Move[]): void {
    if (moves.length === 0) return;
    if (!this.#before) this.#history = step(this.#history, moves);
    else {
      const done = step(this.#history, moves).plan;
      this.#history = step(this.#before, diffPlans(this.#before.plan, done));
    }
  }

  beginStroke(): void {
    this.#before = this.#history;
  }

  endStroke(): void {
    this.#before = null;
  }

  undo(): void {
    this.#history = undo(this.#history);
  }

  redo(): void {
    this.#history = redo(this.#history);
  }

  backToToday(): void {
    this.take(diffPlans(this.plan, this.today));
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

  /** Looks for the best plan under the rules; the plan on screen stays until the answer is taken. */
  async optimise(seconds: number): Promise<void> {
    await this.search.run({ ...this.request(), seconds });
  }

  read(params: URLSearchParams): void {
    const next = readSectorsAddress(params);
    const asked = params.get('ecole');
    if (asked !== null && this.facts.has(asked)) this.selected = [asked];
    if (writeSectorsAddress(next).toString() !== writeSectorsAddress(this.settings).toString())
      this.settings = next;
    this.keepRules(readRules(params, this.file));
  }

  /** Schools that stay and posts that are locked, all at once. */
  keepRules(rules: AssignmentRules): void {
    if (rulesText(rules, this.file) !== rulesText(this.rules, this.file)) this.rules = rules;
  }

  write(): URLSearchParams {
    const params = writeSectorsAddress(this.settings);
    writeRules(params, this.rules, this.file);
    return params;
  }

  /** What can be undone and redone, and the link that was read: to be told again after a reload. */
  get steps(): Steps {
    const { done, undone } = this.#history;
    return { link: this.#link, done, undone };
  }

  /** Tells steps again from today's plan; those that name what is unknown are left, all of them. */
  restoreHistory({ link, done, undone }: Steps): void {
    const posts = this.file.posts.map(({ id }) => id);
    const known = (move: Move) =>
      move.kind === 'unit'
        ? this.facts.has(move.id) && [move.from, move.to].every((to) => to === null || posts.includes(to))
        : posts.includes(move.id) &&
          [move.from, move.to].every((to) => to === null || this.coordinators.includes(to));
    if (![...done, ...undone].flat().every(known)) return;
    this.#history = replayed(this.today, { done, undone });
    this.#link = link;
  }

  /** Takes the plan of a link, if it holds one that was not read already. */
  readFragment(fragment: string): void {
    if (fragment !== '' && fragment === this.#link) return;
    this.#link = fragment;
    const plan = readPlanFragment(this.file, fragment);
    this.foreign = plan === 'foreign';
    if (plan && plan !== 'foreign') this.take(diffPlans(this.plan, plan));
  }

  fragment(): string {
    return planFragment(this.file, this.plan);
  }
}

const toggled = (list: readonly string[], one: string) =>
  list.includes(one) ? list.filter((other) => other !== one) : [...list, one];

export const [sectorsState, provideSectorsState] = createContext<SectorsState>();
