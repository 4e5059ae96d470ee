// Names used on the sectors page: posts, coordinations, schools, criteria and their values.
import type { Criterion } from '$lib/model/assignment/settings.ts';
import { quarterNames } from '$lib/model/place.ts';
import type { Dashboard } from '$lib/cube/dashboard';
import { m } from '$lib/i18n/paraglide/messages.js';
import { kindName } from '$lib/i18n/terms';
import { duration, percent, signed } from '$lib/i18n/numbers';
import { bandDigits, fullPart, wholeChildren } from '$lib/model/assignment/fair-load.ts';
import { networkName, type School } from '$lib/model/school';
import type { LoadsInUse } from '$lib/figures/loads-in-use.svelte.ts';
import { placeName, postName } from '$lib/i18n/place-names';
import { aboutPost } from '$lib/figures/road-words';

/** « Coordination 2 » in the reader's language. */
export function coordinationName(id: string): string {
  const number = /\d+$/.exec(id)?.[0];
  return number === undefined ? id : m.sectors_coordination({ number });
}

/** « C2 », short form. */
export const coordinationShort = (id: string): string => {
  const number = /\d+$/.exec(id)?.[0];
  return number === undefined ? id : m.sectors_coordination_short({ number });
};

const CRITERION_NAMES: Record<Criterion, () => string> = {
  commune: m.sectors_criterion_commune,
  part: m.sectors_criterion_part,
  qpv: m.sectors_criterion_qpv,
  level: m.sectors_criterion_level,
  network: m.sectors_criterion_network,
  group: m.sectors_criterion_group,
  school: m.sectors_criterion_school
};
export const criterionName = (criterion: Criterion): string => CRITERION_NAMES[criterion]();

export const criteriaWords = (criteria: readonly Criterion[]): string =>
  criteria.map(criterionName).join(', ');

/** Criteria in one commune, or none of its own. */
export const criterionInCommune = (criterion: Criterion): string =>
  criterion === 'commune' ? m.sectors_commune_whole() : criterionName(criterion);
export const communeWords = (own: readonly Criterion[] | null | undefined): string =>
  own ? own.map(criterionInCommune).join(', ') : m.sectors_commune_follows();

/** « Marly : par niveau scolaire », for each commune that has its own criteria. */
export const ownCriteriaWords = (loads: Pick<LoadsInUse, 'settings' | 'dashboard'>): string[] =>
  Object.entries(loads.settings.communeCriteria).map(([code, own]) =>
    m.sectors_commune_by({ commune: nameOf(loads, code), criteria: communeWords(own) })
  );

/** Names a unit by its criteria. */
export function namingOf({ communes, qpvs, schools }: Dashboard) {
  const quarters = quarterNames({ communes, qpvs });
  return (criterion: Criterion, value: string | null): string => {
    switch (criterion) {
      case 'commune':
        return communes.find(({ code }) => code === value)?.name ?? value ?? '';
      case 'qpv':
        return quarters.get(value ?? '') ?? m.sectors_outside_qpv();
      case 'network':
        return value === null ? m.sectors_outside_network() : networkName(schools, value);
      case 'part':
        return value ?? m.sectors_outside_part();
      case 'level':
        return kindName(value as School['kind']);
      default:
        return schools.find(({ uai }) => uai === value)?.name ?? value ?? '';
    }
  };
}

export const nobody = (): string => m.sectors_nobody();
export const whoIs = (post: string | null | undefined): string => (post ? postName(post) : nobody());
export const nameOf = ({ dashboard }: Pick<LoadsInUse, 'dashboard'>, code: string): string =>
  placeName(dashboard, code);

/** « +4 % », « -12 % », « -10,4 % » beside a band of 10 %; a dash without a target. @param tolerance of the band, where there is one */
export const deviationWords = (deviation: number | null, tolerance: number | null = null): string =>
  deviation === null
    ? '–'
    : signed(deviation, (size) => percent(size, tolerance === null ? 0 : bandDigits(deviation, tolerance)));

/** Children followed in the schools that a post has under the plan on screen, whole. */
export const childrenOfPost = (
  { schools, plan }: Pick<LoadsInUse, 'schools' | 'plan'>,
  post: string
): number => wholeChildren(schools.filter(({ uai }) => plan.referents[uai] === post));

/** Minutes of load a week as a share of the fair part of a full-time post. */
export function partWords({ figures }: Pick<LoadsInUse, 'figures'>, minutes: number): string {
  const part = fullPart(figures.referents);
  return part > 0 ? percent(minutes / part) : '–';
}

/** A load as a share of its fair part, as the pages of Coordination say it: 100 % is just that. */
export const loadWords = (deviation: number | null | undefined): string =>
  deviation === null || deviation === undefined ? '–' : percent(1 + deviation);

/** Minutes a week as `12 h 40`. */
export const weekly = (minutes: number): string => duration(Math.round(minutes));
/** The deviation of a post or a coordination; « … » until the road that it counts is known. */
export const loadDeviation = (
  { isPending }: Pick<LoadsInUse, 'isPending'>,
  deviation: number | null,
  tolerance: number | null = null
): string => (isPending ? '…' : deviationWords(deviation, tolerance));

/** Minutes on the road a week, by sampled tours; « … » until they are known. */
export const roadTime = ({ roads }: Pick<LoadsInUse, 'roads'>, minutes: number): string =>
  roads === null ? '…' : weekly(minutes);
/** The same of one post or coordination. */
export const postRoad = ({ roads }: Pick<LoadsInUse, 'roads'>, minutes: number): string =>
  roads === null ? '…' : aboutPost(minutes);
/** Tenths of a minute a week as `12 h 40`. */
export const road = (tenths: number): string => duration(Math.round(tenths / 10));

/** A change of the road that the solver estimates, minutes a week; nothing where it is not known. */
export function roadChange(minutes: number | null): string {
  if (minutes === null) return '';
  const whole = Math.round(minutes);
  return whole === 0 ? m.sectors_move_same() : m.sectors_move_minutes({ minutes: signed(whole, duration) });
}
