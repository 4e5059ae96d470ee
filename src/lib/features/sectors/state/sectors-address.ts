// Address of the sectors page: settings in the query, the plan in the fragment. Never a count.
import type { Plan } from '$lib/model/plan.ts';
import { tidyName } from '$lib/model/scenario.ts';
import { WORKLOAD_SETTINGS, type WorkloadParameters } from '$lib/model/workload.ts';
import { WORKLOAD_WORDS } from '$lib/session/address-params.ts';
import {
  coordinatorsOf,
  CRITERIA,
  DEFAULT_ASSIGNMENT_SETTINGS,
  type AssignmentRules,
  type AssignmentSettings,
  type Criterion
} from '$lib/engines/assignment';
import { tieOf, withPart, type Part, type Ties } from '$lib/model/assignment/ties.ts';
import { type AssignmentFile } from '$lib/model/assignment/assignment-file.ts';

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
const PLAN = 'plan';
const NOBODY = '-';

const share = (text: string | null, otherwise: number | null): number | null => {
  if (text === null) return otherwise;
  const value = Number(text);
  return text !== '' && value >= 0 && value <= 100 ? value / 100 : null;
};
/** Working times as shares of full time; empty when one of them is invalid. */
function timesOf(text: string | null): number[] {
  const shares = (text ?? '').split('-').map((one) => (one === '' ? NaN : Number(one) / 100));
  const fits = (share: number) => share >= MIN_WORKING_TIME && share <= 1;
  return shares.length <= 99 && shares.every(fits) ? shares : [];
}
const per100 = (value: number | null) => (value === null ? '' : String(Math.round(value * 1000) / 10));

// Sets of schools and named parts: `0590001A.0590002B~...`, `Nord*0590001A.0590002B~...`.

const UAI = /^\d{7}[A-Z]$/;
/** Signs that have a meaning in a link or in the id of a unit. */
const RESERVED = /[~*./|]+/g;
const MOST_SETS = 200;

export const partName = (text: string): string => tidyName(text.replace(RESERVED, ' ')).slice(0, 40).trim();

const schoolsOf = (text: string) => tieOf(text.split('.').filter((uai) => UAI.test(uai)));

export const writeTies = (ties: Ties): string => ties.map((set) => set.join('.')).join('~');

export function readTies(text: string | null): Ties {
  const sets = (text ?? '').split('~', MOST_SETS).map(schoolsOf);
  return sets.filter((set) => set.length > 1);
}

export const writeParts = (parts: readonly Part[]): string =>
  parts.map(({ name, schools }) => `${name}*${schools.join('.')}`).join('~');

export function readParts(text: string | null): readonly Part[] {
  return (text ?? '').split('~', MOST_SETS).reduce<Part[]>((parts, one) => {
    const [name = '', schools = ''] = one.split('*');
    const part = { name: partName(name), schools: schoolsOf(schools) };
    return part.name === '' || part.schools.length === 0 ? parts : withPart(parts, part);
  }, []);
}

// Settings.

export function readSectorsAddress(params: URLSearchParams): AssignmentSettings {
  const asked = (params.get('unites') ?? '').split('.');
  const criteria = CRITERIA.filter((criterion) => asked.includes(CRITERION_WORDS[criterion]));
  const workload = { ...DEFAULT_ASSIGNMENT_SETTINGS.workload };
  for (const [key, word] of Object.entries(WORKLOAD_WORDS) as [keyof WorkloadParameters, string][]) {
    const { min, max } = WORKLOAD_SETTINGS[key];
    const text = params.get(word);
    const value = Number(text);
    if (text !== null && text !== '' && value >= min && value <= max) workload[key] = value;
  }
  return {
    criteria: criteria.length > 0 ? criteria : DEFAULT_ASSIGNMENT_SETTINGS.criteria,
    tolerance:
      share(params.get('tolerance'), DEFAULT_ASSIGNMENT_SETTINGS.tolerance) ??
      DEFAULT_ASSIGNMENT_SETTINGS.tolerance,
    measure: params.get('mesure') === 'heures' ? 'hours' : 'workload',
    soft: params.get('souple') === 'oui',
    contiguous: params.get('tenant') === 'oui',
    change: share(params.get('changent'), DEFAULT_ASSIGNMENT_SETTINGS.change),
    coordinatorTolerance: share(params.get('coordination'), DEFAULT_ASSIGNMENT_SETTINGS.coordinatorTolerance),
    teamsKept: params.get('equipes') === 'gardees',
    fte: timesOf(params.get('etp')),
    parts: readParts(params.get('parties')),
    together: readTies(params.get('ensemble')),
    apart: readTies(params.get('separees')),
    withWaiting: params.get('attente') === 'oui',
    workload
  };
}

/** Only what differs from the defaults. */
export function writeSectorsAddress(settings: AssignmentSettings): URLSearchParams {
  const params = new URLSearchParams();
  const put = (name: string, value: string, usual: string) => {
    if (value !== usual) params.set(name, value);
  };
  const words = (criteria: readonly Criterion[]) => criteria.map((one) => CRITERION_WORDS[one]).join('.');
  put('unites', words(settings.criteria), words(DEFAULT_ASSIGNMENT_SETTINGS.criteria));
  put('tolerance', per100(settings.tolerance), per100(DEFAULT_ASSIGNMENT_SETTINGS.tolerance));
  put('mesure', settings.measure === 'hours' ? 'heures' : '', '');
  put('souple', settings.soft ? 'oui' : '', '');
  put('tenant', settings.contiguous ? 'oui' : '', '');
  put('changent', per100(settings.change), '');
  put('coordination', per100(settings.coordinatorTolerance), '');
  put('equipes', settings.teamsKept ? 'gardees' : '', '');
  put('etp', settings.fte.map((share) => Math.round(share * 100)).join('-'), '');
  put('parties', writeParts(settings.parts), '');
  put('ensemble', writeTies(settings.together), '');
  put('separees', writeTies(settings.apart), '');
  put('attente', settings.withWaiting ? 'oui' : '', '');
  for (const [key, word] of Object.entries(WORKLOAD_WORDS) as [keyof WorkloadParameters, string][]) {
    put(word, String(settings.workload[key]), String(DEFAULT_ASSIGNMENT_SETTINGS.workload[key]));
  }
  return params;
}

// Pinned schools and locked posts.

const PINNED = 'fixees';
const LOCKED = 'verrous';

export function writeRules(
  params: URLSearchParams,
  { pinned, locked }: AssignmentRules,
  { posts }: AssignmentFile
): void {
  if (pinned.length > 0) params.set(PINNED, [...pinned].sort().join('.'));
  const numbers = posts.flatMap(({ id }, at) => (locked.includes(id) ? [at + 1] : []));
  if (numbers.length > 0) params.set(LOCKED, numbers.join('.'));
}

/** Unknown schools and posts are left out. */
export function readRules(params: URLSearchParams, { schools, posts }: AssignmentFile): AssignmentRules {
  const words = (name: string) => new Set((params.get(name) ?? '').split('.'));
  const [uais, numbers] = [words(PINNED), words(LOCKED)];
  return {
    pinned: schools.flatMap(({ uai }) => (uais.has(uai) ? [uai] : [])),
    locked: posts.flatMap(({ id }, at) => (numbers.has(String(at + 1)) ? [id] : []))
  };
}

/** Equal for equal rules. */
export function rulesText(rules: AssignmentRules, file: AssignmentFile): string {
  const params = new URLSearchParams();
  writeRules(params, rules, file);
  return params.toString();
}

// The plan.

const orderOf = ({ schools }: AssignmentFile) => schools.map(({ uai }) => uai).sort();

/** The plan as a fragment: territory, one character a school, one character a post, in order of id. */
export function planFragment(file: AssignmentFile, plan: Plan): string {
  const posts = file.posts.map(({ id }) => id);
  const leaders = coordinatorsOf(file);
  const sign = (names: readonly string[], name: string | undefined | null) => {
    const at = names.indexOf(name ?? '');
    return at < 0 ? NOBODY : at.toString(36);
  };
  const schools = orderOf(file).map((uai) => sign(posts, plan.referents[uai]));
  const teams = file.posts.map(({ id, coordinator }) => sign(leaders, plan.coordinators[id] ?? coordinator));
  return `${PLAN}=${file.territory}.${schools.join('')}.${teams.join('')}`;
}

/** Plan of a fragment; null without one, `foreign` when its schools or posts are others. */
export function readPlanFragment(file: AssignmentFile, fragment: string): Plan | 'foreign' | null {
  const text = new URLSearchParams(fragment.replace(/^#/, '')).get(PLAN);
  if (text === null) return null;
  const [territory, schools = '', teams = ''] = text.split('.');
  const order = orderOf(file);
  const leaders = coordinatorsOf(file);
  if (territory !== file.territory || schools.length !== order.length) return 'foreign';
  const named = (names: readonly string[], sign: string) => names[parseInt(sign, 36)];
  const pairs = (ids: readonly string[], signs: string, names: readonly string[]) =>
    Object.fromEntries(
      ids.flatMap((id, at) => {
        const name = named(names, signs[at] ?? NOBODY);
        return name === undefined ? [] : [[id, name] as const];
      })
    );
  const posts = file.posts.map(({ id }) => id);
  return { referents: pairs(order, schools, posts), coordinators: pairs(posts, teams, leaders) };
}
