// Address of the sectors page: settings in the query, the plan in the fragment. Never a count.
import type { Finding } from '$lib/model/findings.ts';
import type { Plan } from '$lib/model/plan.ts';
import { tidyName } from '$lib/model/scenario.ts';
import { WORKLOAD_SETTINGS, type WorkloadParameters } from '$lib/model/workload.ts';
import {
  addressCodec,
  group,
  param,
  type AddressCodec,
  type AddressTable,
  type Kind
} from '$lib/session/kit/address-codec.ts';
import { numberWithin, words } from '$lib/session/kit/address-kinds.ts';
import {
  flag,
  namesNoVisits,
  percentKind,
  paramsNamed,
  sayVisits,
  withFormerVisits,
  WORKLOAD_WORDS
} from '$lib/session/kit/address-settings.ts';
import {
  CRITERIA,
  DEFAULT_ASSIGNMENT_SETTINGS,
  WORK_ALONE,
  type AssignmentRules,
  type AssignmentSettings,
  type Criterion,
  type CommuneCriteria
} from '$lib/model/assignment/settings.ts';
import { USUAL_ROAD } from '$lib/model/travel/travel-settings.ts';
import { withCommune } from '$lib/model/assignment/commune-criteria.ts';
import { tieOf, withPart, type Part, type Ties } from '$lib/model/assignment/ties.ts';
import { type AssignmentFile } from '$lib/model/assignment/assignment-file.ts';
import { planCode, readPlanCode } from '$lib/model/assignment/plan-code.ts';

const CRITERION_WORDS: Record<Criterion, string> = {
  commune: 'commune',
  part: 'partie',
  qpv: 'qpv',
  level: 'niveau',
  network: 'reseau',
  group: 'groupe',
  school: 'ecole'
};
/** Minimum working time of a post, as a share of full time. */
export const MIN_WORKING_TIME = 0.1;
// Sets of schools and named parts: `0590001A.0590002B~...`, `Nord*0590001A.0590002B~...`.

const UAI = /^\d{7}[A-Z]$/;
/** Signs that have a meaning in a link or in the id of a unit. */
const RESERVED = /[~*./|]+/g;
const MOST_SETS = 200;
const MOST_POSTS = 99;

export const partName = (text: string): string => tidyName(text.replace(RESERVED, ' ')).slice(0, 40).trim();

const schoolsOf = (text: string) => tieOf(text.split('.').filter((uai) => UAI.test(uai)));

export const ties: Kind<Ties> = {
  parse: (text) =>
    text
      .split('~', MOST_SETS)
      .map(schoolsOf)
      .filter((set) => set.length > 1),
  format: (sets) => sets.map((set) => set.join('.')).join('~')
};

export const parts: Kind<readonly Part[]> = {
  parse: (text) =>
    text.split('~', MOST_SETS).reduce<readonly Part[]>((found, one) => {
      const [name = '', schools = ''] = one.split('*');
      const part = { name: partName(name), schools: schoolsOf(schools) };
      return part.name === '' || part.schools.length === 0 ? found : withPart(found, part);
    }, []),
  format: (found) => found.map(({ name, schools }) => `${name}*${schools.join('.')}`).join('~')
};

// Settings.

const criteria: Kind<readonly Criterion[]> = {
  parse(text) {
    const found = CRITERIA.filter((criterion) => text.split('.').includes(CRITERION_WORDS[criterion]));
    return found.length > 0 ? found : null;
  },
  format: (chosen) => chosen.map((criterion) => CRITERION_WORDS[criterion]).join('.')
};

/** INSEE codes, those of Corsica and overseas included. */
const INSEE = /^\d[\dAB]\d{3}$/;
/** `59383*niveau~59606*niveau.groupe`: of a commune said twice, the last one. */
const communeCriteria: Kind<CommuneCriteria> = {
  parse: (text) =>
    text.split('~', MOST_SETS).reduce<CommuneCriteria>((found, one) => {
      const [commune = '', said = ''] = one.split('*');
      const own = INSEE.test(commune) ? criteria.parse(said, null) : null;
      return own === null ? found : withCommune(found, commune, own);
    }, {}),
  format: (own) =>
    Object.entries(own)
      .map(([commune, chosen]) => `${commune}*${criteria.format(chosen, null)}`)
      .join('~')
};
const OWN_CRITERIA = 'communes';

/** Working times as shares of full time: all of them, or none. */
const times: Kind<readonly number[]> = {
  parse(text) {
    const shares = text
      .split('-')
      .map((one) => percentKind({ min: 100 * MIN_WORKING_TIME, max: 100 }).parse(one, null));
    const valid = shares.filter((share) => share !== null);
    return shares.length <= MOST_POSTS && valid.length === shares.length ? valid : null;
  },
  format: (shares) => shares.map((share) => Math.round(share * 100)).join('-')
};

const PERCENT = percentKind({ min: 0, max: 100 });
/** Read when it is needed, since the engine's chunk may be initialised after this one. */
const usual =
  <Key extends keyof AssignmentSettings>(key: Key) =>
  () =>
    DEFAULT_ASSIGNMENT_SETTINGS[key];

const MEASURE = 'mesure';
const MEASURE_ALONE = 'charge';

/** Settings as links have always said them: one that says anything means work alone where it does not say the road, and pieces. */
const written = addressCodec<Omit<AssignmentSettings, 'road'>>({
  criteria: param('unites', criteria, usual('criteria')),
  communeCriteria: param(OWN_CRITERIA, communeCriteria, {}),
  tolerance: param('tolerance', PERCENT, usual('tolerance')),
  measure: param(MEASURE, words({ workload: MEASURE_ALONE, hours: 'heures' }), WORK_ALONE.measure),
  soft: param('souple', flag('oui'), false),
  contiguous: param('tenant', flag('oui'), WORK_ALONE.contiguous),
  change: param('changent', PERCENT, null),
  coordinatorTolerance: param('coordination', PERCENT, null),
  teamsKept: param('equipes', flag('gardees'), false),
  fte: param('etp', times, []),
  parts: param('parties', parts, []),
  together: param('ensemble', ties, []),
  apart: param('separees', ties, []),
  withWaiting: param('attente', flag('oui'), false),
  workload: group(
    paramsNamed(WORKLOAD_WORDS, (key, name) =>
      param(name, numberWithin(WORKLOAD_SETTINGS[key]), () => DEFAULT_ASSIGNMENT_SETTINGS.workload[key])
    ) as AddressTable<WorkloadParameters, void>
  )
});

const saysNothing = (params: URLSearchParams): boolean =>
  written.write(written.read(params)).size === 0 && params.get(MEASURE) !== MEASURE_ALONE;

/** Whether it is a link of before version 1.1, read with the visits that it meant. */
export const isFormerSplitLink = (params: URLSearchParams): boolean =>
  !saysNothing(params) && namesNoVisits(params);

/** Settings of a link. Without any, they are the usual ones: the road counted, sectors in one piece. */
export const sectorsAddress: AddressCodec<AssignmentSettings> = {
  read(params) {
    return saysNothing(params)
      ? DEFAULT_ASSIGNMENT_SETTINGS
      : { ...written.read(withFormerVisits(params)), road: USUAL_ROAD };
  },
  write(settings) {
    const params = written.write(settings);
    if (params.size === 0) params.set(MEASURE, MEASURE_ALONE);
    if (String(params) === String(written.write(DEFAULT_ASSIGNMENT_SETTINGS))) return new URLSearchParams();
    sayVisits(params);
    return params;
  },
  update(shown, params) {
    const next = sectorsAddress.read(params);
    return String(sectorsAddress.write(next)) === String(sectorsAddress.write(shown)) ? shown : next;
  },
  usual: () => DEFAULT_ASSIGNMENT_SETTINGS
};

/** Characters of what a link says that are displayed. */
const LONGEST_TOLD = 40;

/** A finding on the criteria of communes that a link or a file says and that are not in use: of an unknown commune, of none, or that say nothing there. */
export function unusedCriteria(params: URLSearchParams, inUse: CommuneCriteria): Finding[] {
  const wordsOf = (text: string) =>
    text.split('~').flatMap((one) => {
      const [commune = '', said = ''] = one.split('*');
      return said.split('.').map((word) => `${commune}*${word}`);
    });
  const used = new Set(wordsOf(communeCriteria.format(inUse, null)));
  const text = params.get(OWN_CRITERIA) ?? '';
  const unused = text === '' ? [] : wordsOf(text).filter((word) => !used.has(word));
  if (unused.length === 0) return [];
  const found = unused.join(', ').slice(0, LONGEST_TOLD);
  return [{ code: 'split-commune-criteria', severity: 'note', found }];
}

/** Settings that version 1.0 stored, with the visits that they meant; null where they name a number of them. */
export function formerSettings(settings: Readonly<Record<string, string>>): Record<string, string> | null {
  const params = new URLSearchParams(settings);
  if (!namesNoVisits(params)) return null;
  const said = saysNothing(params) ? written.write(DEFAULT_ASSIGNMENT_SETTINGS) : params;
  return Object.fromEntries(withFormerVisits(said));
}

/** Settings as a scenario stores them; unknown or out-of-range values become the defaults. */
export const settingsOf = (settings: Readonly<Record<string, string>>): AssignmentSettings =>
  sectorsAddress.read(new URLSearchParams(settings));

/** Pinned schools and locked posts, by the numbers of the latter; those that the territory does not know are left out. */
export const rulesAddress = addressCodec<AssignmentRules, Pick<AssignmentFile, 'schools' | 'posts'>>({
  pinned: param<readonly string[], Pick<AssignmentFile, 'schools'>, readonly string[]>(
    'fixees',
    {
      parse: (text, { schools }) =>
        schools.flatMap(({ uai }) => (text.split('.').includes(uai) ? [uai] : [])),
      format: (uais) => [...uais].sort().join('.')
    },
    []
  ),
  locked: param<readonly string[], Pick<AssignmentFile, 'posts'>, readonly string[]>(
    'verrous',
    {
      parse: (text, { posts }) =>
        posts.flatMap(({ id }, at) => (text.split('.').includes(String(at + 1)) ? [id] : [])),
      format: (ids, { posts }) => posts.flatMap(({ id }, at) => (ids.includes(id) ? [at + 1] : [])).join('.')
    },
    []
  )
});

/** Rules as a scenario stores them, without unknown schools and posts. */
export const splitRulesOf = (
  settings: Readonly<Record<string, string>>,
  file: AssignmentFile
): AssignmentRules => rulesAddress.read(new URLSearchParams(settings), file);

/** The whole query of a link. */
export const sectorsQuery = (
  settings: AssignmentSettings,
  rules: AssignmentRules,
  file: AssignmentFile
): URLSearchParams =>
  new URLSearchParams([...sectorsAddress.write(settings), ...rulesAddress.write(rules, file)]);

/** The parameters of a link; without settings in it, those that the plan in use was made with. */
export function settingsOfLink(
  params: URLSearchParams,
  made: Readonly<Record<string, string>>,
  file: AssignmentFile
): URLSearchParams {
  const own = sectorsQuery(sectorsAddress.read(params), rulesAddress.read(params, file), file);
  return own.size > 0 ? params : new URLSearchParams(made);
}

// The plan, in the fragment of a link.

const PLAN = 'plan';

export const planFragment = (file: AssignmentFile, plan: Plan): string => `${PLAN}=${planCode(file, plan)}`;

/** Plan of a fragment; null without one, `foreign` when its schools or posts are others. */
export function readPlanFragment(file: AssignmentFile, fragment: string): Plan | 'foreign' | null {
  const code = new URLSearchParams(fragment.replace(/^#/, '')).get(PLAN);
  return code === null ? null : (readPlanCode(file, code) ?? 'foreign');
}
