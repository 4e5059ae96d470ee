// Files of one territory made at random from a common save, and a reading of them that shares no code with the engine.
import { random, type Random } from '../../../../src/lib/algorithms/random.ts';
import { sha256 } from '../../../../src/lib/algorithms/sha256.ts';
import { nextHistory, type MergeFile, type SaveFacts } from '../../../../src/lib/engines/merge/index.ts';

export const FACTS: SaveFacts = { by: null, at: '2026-12-01 pm', territory: 'T' };

interface Scenario {
  id: string;
  name: string;
  plan: { referents: Record<string, string>; coordinators: Record<string, string> };
  settings: Record<string, string>;
  made: number;
  changed: number;
}
interface Meeting {
  team: string;
  number: number;
  date: string;
  half: string;
}

/** What people change, as plain objects. */
export interface Draft {
  config: Record<string, string | string[]>;
  corrections: { file: string; row: number; column: string; found: string; mark: string; value: string }[];
  plans: Scenario[];
  gone: Record<string, number>;
  split: { name: string; plan: Scenario['plan']; settings: Record<string, string> } | null;
  cost: number | null;
  meetings: Meeting[];
  typed: Record<string, string | number>;
  exits: { day: string; reader: string }[];
  /** What was done to sessions of actions. */
  sessions: Record<string, { was: object | null; now: { date: string; ready: string[] } }>;
  removed: Record<string, true>;
  sources: Record<string, string>;
  release: string;
}

const SCHOOLS = Array.from({ length: 6 }, (_, at) => `059000${at}A`);
const POSTS = ['R1', 'R2', 'R3', 'R4'];
let clock = 1;

export function firstDraft(): Draft {
  const plan = () => ({
    referents: Object.fromEntries(SCHOOLS.map((uai, at) => [uai, POSTS[at % 2]!])),
    coordinators: {}
  });
  return {
    config: {
      siren: '245901160',
      profile: 'internal',
      service: 'PRE',
      contact: 'a@b.fr',
      intervention: ['59001', '59002']
    },
    corrections: [
      { file: 'liste.csv', row: 2, column: 'Statut', found: 'suivi ?', mark: 'm1', value: 'suivie' }
    ],
    plans: ['p1', 'p2'].map((id) => ({
      id,
      name: id,
      plan: plan(),
      settings: { k: '1' },
      made: 1,
      changed: 1
    })),
    gone: {},
    split: { name: 'p1', plan: plan(), settings: {} },
    cost: null,
    meetings: [1, 2, 3].map((number) => ({ team: 'E1', number, date: `2026-10-0${number}`, half: 'am' })),
    typed: { 'staff.total': 3 },
    exits: [],
    sessions: {
      S1: { was: { date: '2026-10-05', ready: [] }, now: { date: '2026-10-06', ready: ['salle'] } }
    },
    removed: {},
    sources: { 'annuaire.csv': 'h0', 'liste.csv': 'h1' },
    release: ''
  };
}

/** The file of a draft, as it comes out of a page. */
export function fileOf(draft: Draft, history: MergeFile['history']): MergeFile {
  const { config, corrections, plans, gone, split, cost, meetings, typed, exits, sources, release } = draft;
  const { sessions, removed } = draft;
  const none = {
    place: null,
    year: null,
    split: null,
    calendar: null,
    means: null,
    cost: null,
    road: null,
    absence: null
  };
  const year = {
    year: '2026-2027',
    preset: 'balanced',
    plan: meetings,
    locked: [],
    absences: [],
    cancelled: []
  };
  const calendar = { settings: {}, plan: year, saved: false, adopted: true };
  const names = Object.keys(sources);
  const all = { ...config, schools: names.includes('annuaire.csv') ? [{ annuaire: 'annuaire.csv' }] : [] };
  const followed = names.filter((name) => name !== 'annuaire.csv');
  return {
    config: {
      ...all,
      ...(followed.length > 0 && { followed }),
      ...(release && { pathways: ['parcours'] }),
      ...(corrections.length > 0 && { corrections: corrections.map((one) => ({ ...one })) })
    },
    sources: [
      ...names.map((name) => ({ name, sha256: sha256(sources[name]!) })),
      ...(release
        ? [{ name: 'parcours/cube.json', sha256: sha256(release), format: 'protected-counts' }]
        : [])
    ],
    kept: {
      ...(plans.length > 0 && { plans: JSON.stringify({ version: 1, scenarios: plans, gone }) }),
      ...(Object.keys({ ...sessions, ...removed }).length > 0 && {
        actions: JSON.stringify({ version: 1, sessions, removed, delays: {} })
      }),
      decision: JSON.stringify({ version: 1, ...none, split, cost }),
      calendar: JSON.stringify({ version: 1, ...none, calendar }),
      answers: JSON.stringify({ version: 1, typed: { '2025-2026': typed }, given: {}, meetings: {}, exits })
    },
    shownCounts: release ? sha256(release) : null,
    history
  };
}

export const saved = (draft: Draft, history: MergeFile['history']): MergeFile => {
  const file = fileOf(draft, history);
  return { ...file, history: nextHistory(file, FACTS) };
};

const pick = <Item>(draw: Random, items: readonly Item[]): Item => items[Math.floor(draw() * items.length)]!;

/** A change that a person makes; from few values, so that two people meet. */
function edit(draft: Draft, draw: Random): void {
  const scenario = draft.plans.length > 0 ? pick(draw, draft.plans) : null;
  const edits = [
    () => (draft.config.contact = pick(draw, ['x@y.fr', 'z@y.fr'])),
    () => (draft.config.service = pick(draw, ['PRE', 'Réussite'])),
    () => (draft.config.note = pick(draw, ['un', 'deux'])),
    () => delete draft.config.contact,
    () =>
      (draft.config.intervention = pick(draw, [['59001'], ['59001', '59002', '59003'], ['59002', '59004']])),
    () => (draft.corrections = draft.corrections.filter(() => draw() < 0.5)),
    () => {
      const mark = pick(draw, ['m1', 'm2', 'm3']);
      draft.corrections = draft.corrections.filter((one) => one.mark !== mark);
      draft.corrections.push({
        ...{ file: 'liste.csv', row: 3, column: 'Statut' },
        ...{ mark, found: mark === 'm1' ? 'suivi ?' : 'x' },
        value: pick(draw, ['suivie', 'en attente'])
      });
    },
    () => {
      if (!scenario) return;
      scenario.plan.referents[pick(draw, SCHOOLS)] = pick(draw, POSTS);
      scenario.changed = ++clock;
    },
    () => {
      if (scenario) Object.assign(scenario, { name: pick(draw, ['vert', 'bleu']), changed: ++clock });
    },
    () => {
      if (!scenario) return;
      draft.plans = draft.plans.filter((one) => one !== scenario);
      draft.gone[scenario.id] = ++clock;
    },
    () => {
      const id = pick(draw, ['q1', 'q2']);
      if (draft.plans.some((one) => one.id === id)) return;
      const plan = { referents: { [SCHOOLS[0]!]: pick(draw, POSTS) }, coordinators: {} };
      draft.plans.push({ id, name: id, plan, settings: {}, made: 2, changed: ++clock });
      delete draft.gone[id];
    },
    () => {
      if (draft.split) draft.split.plan.referents[pick(draw, SCHOOLS)] = pick(draw, POSTS);
    },
    () => (draft.split = draw() < 0.3 ? null : draft.split),
    () => (draft.cost = pick(draw, [null, 40_000, 50_000])),
    () => Object.assign(pick(draw, draft.meetings), { date: pick(draw, ['2026-11-03', '2026-11-04']) }),
    () => (draft.typed[pick(draw, ['staff.total', 'staff.other'])] = pick(draw, [3, 4, 'cinq'])),
    () => draft.exits.push({ day: pick(draw, ['2026-11-01', '2026-11-02']), reader: 'conseil municipal' }),
    () => {
      const now = draft.sessions[pick(draw, ['S1', 'S2'])]?.now;
      if (now) now.date = pick(draw, ['2026-10-07', '2026-10-08']);
    },
    () => {
      const now = draft.sessions[pick(draw, ['S1', 'S2'])]?.now;
      const need = pick(draw, ['salle', 'transport']);
      if (now)
        now.ready = now.ready.includes(need) ? now.ready.filter((one) => one !== need) : [...now.ready, need];
    },
    () => (draft.sessions.S2 ??= { was: null, now: { date: '2026-10-09', ready: [] } }),
    () => {
      const id = pick(draw, ['S1', 'S3']);
      delete draft.sessions[id];
      draft.removed[id] = true;
    },
    () => delete draft.sessions[pick(draw, ['S1', 'S2'])],
    () => (draft.sources[pick(draw, ['liste.csv', 'postes.csv'])] = pick(draw, ['h1', 'h2', 'h3'])),
    () => delete draft.sources['liste.csv']
  ];
  pick(draw, edits)();
}

/** A draft changed by one person, in a few saves. */
function changedBy(
  draft: Draft,
  history: MergeFile['history'],
  draw: Random,
  once: boolean
): { draft: Draft; file: MergeFile } {
  const own = structuredClone(draft);
  let file = fileOf(own, history);
  for (let saves = once ? 0 : Math.floor(draw() * 3); saves >= 0; saves--) {
    for (let edits = Math.floor(draw() * (once ? 16 : 6)); edits >= 0; edits--) edit(own, draw);
    file = saved(own, file.history);
  }
  // Changed, and put in a file by something that writes no save.
  if (!once && draw() < 0.2) {
    edit(own, draw);
    file = fileOf(own, file.history);
  }
  return { draft: own, file };
}

export interface Pair {
  base: Draft;
  a: { draft: Draft; file: MergeFile };
  b: { draft: Draft; file: MergeFile };
}

/** Two files made from one save. @param once each person saves once: what changed is told by the values alone */
export function pairOf(seed: number, once = false): Pair {
  const draw = random(seed);
  const base = firstDraft();
  const first = saved(base, null);
  return {
    base,
    a: changedBy(base, first.history, draw, once),
    b: changedBy(base, first.history, draw, once)
  };
}

/** Facts of a file, by names of their own: `plan p1` says whether it stands, `plan p1 0590000A` who follows. */
export type Facts = Map<string, string>;

export function factsOf({ config, sources, kept }: Pick<MergeFile, 'config' | 'sources' | 'kept'>): Facts {
  const facts: Facts = new Map();
  const say = (name: string, value: unknown) => {
    if (value !== null && value !== undefined) facts.set(name, JSON.stringify(value));
  };
  for (const key of ['siren', 'profile', 'service', 'contact', 'note']) say(key, config[key]);
  for (const code of (config.intervention ?? []) as string[]) say(`commune ${code}`, true);
  for (const { file, column, mark, value } of (config.corrections ?? []) as unknown as Draft['corrections'])
    say(`correction ${file} ${mark} ${column}`, value);
  for (const { name, sha256: hash } of sources) say(`source ${name}`, hash);
  const followed = (config.followed ?? []) as string[];
  for (const { name } of sources)
    if (!name.startsWith('parcours/') && name !== 'annuaire.csv')
      say(`followed ${name}`, followed.includes(name));
  const read = (text: string | undefined) => JSON.parse(text ?? '{}') as Record<string, never>;
  for (const { id, name, plan, settings } of (read(kept.plans).scenarios ?? []) as Scenario[]) {
    say(`plan ${id}`, true);
    say(`plan ${id} name`, name);
    for (const [key, value] of Object.entries(settings)) say(`plan ${id} set ${key}`, value);
    for (const [uai, post] of Object.entries(plan.referents)) say(`plan ${id} ${uai}`, post);
  }
  const { split, cost } = read(kept.decision) as unknown as Draft;
  say('cost', cost);
  if (split) say('split', true);
  for (const [uai, post] of Object.entries(split?.plan.referents ?? {})) say(`split ${uai}`, post);
  const { calendar } = read(kept.calendar) as unknown as { calendar: { plan: { plan: Meeting[] } } };
  for (const { team, number, date, half } of calendar.plan.plan)
    say(`meeting ${team} ${number}`, [date, half]);
  const { typed, exits } = read(kept.answers) as unknown as {
    typed: Record<string, Draft['typed']>;
    exits: Draft['exits'];
  };
  for (const [id, value] of Object.entries(typed['2025-2026'] ?? {})) say(`answer ${id}`, value);
  const { sessions = {}, removed = {} } = read(kept.actions) as unknown as Partial<Draft>;
  for (const [id, { now }] of Object.entries(sessions)) {
    say(`session ${id}`, 'changed');
    say(`session ${id} date`, now.date);
    // Of one that was there before: a need that is not met is a fact too.
    for (const need of ['salle', 'transport'])
      if (id === 'S1' || now.ready.includes(need))
        say(`session ${id} ready ${need}`, now.ready.includes(need));
  }
  for (const id of Object.keys(removed)) say(`session ${id}`, 'removed');
  for (const { day, reader } of exits) say(`exit ${day} ${reader}`, true);
  return facts;
}

/** The facts that a proposal is about. */
export function isAbout(proposal: { where: string; key: string }, fact: string): boolean {
  const parts = fact.split(' ');
  const { where, key } = proposal;
  const [kind, one, two] = parts;
  if (kind === 'plan')
    return (
      where === 'plans' &&
      (key === one ||
        (key.startsWith(`${one}/`) && (two === undefined || key.endsWith(two === 'set' ? parts[3]! : two))))
    );
  if (kind === 'split')
    return where === 'decision' && (key === 'split' || (one !== undefined && key.endsWith(one)));
  if (kind === 'cost') return where === 'decision' && key === 'cost';
  if (kind === 'meeting') return where === 'calendar' && key.endsWith(`${one} ${two}`);
  if (kind === 'answer') return where === 'answers' && key.endsWith(one!);
  if (kind === 'session')
    return (
      where === 'sessions' &&
      (key === `n° ${one}` ||
        (key.startsWith(`n° ${one}/`) && (two === undefined || key.includes(`/${two}`))))
    );
  if (kind === 'exit') return where === 'answers' && key.startsWith('exits/');
  if (kind === 'correction') return where === 'corrections' && key.includes(two!);
  if (kind === 'source' || kind === 'followed')
    return (where === 'sources' && key === one) || (where === 'releases' && one!.startsWith('parcours/'));
  if (kind === 'commune') return where === 'config' && key === `intervention/${one}`;
  return where === 'config' && key === kind;
}
