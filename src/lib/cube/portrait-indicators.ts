// Indicators of a portrait: value of the place, of the territory, and rank among peers.
import { mean } from '../algorithms/statistics.ts';
import type { School } from '../model/school.ts';
import type { SchoolYear } from '../model/school-year.ts';
import type { Rate } from './rate.ts';
import { countSchools } from './school-counts.ts';
import type { CoverageCube } from './coverage.ts';
import { ABSENT, unfiltered, type Count } from './filter.ts';
import type { PortraitFacts } from './portrait-facts.ts';
import { isWithinCommunes, type PortraitPlace } from './portrait-places.ts';
import { tripMinutes } from '../model/travel/travel-times.ts';

export const INDICATORS = ['rate', 'children', 'share', 'ips', 'drive', 'partners'] as const;
export type IndicatorName = (typeof INDICATORS)[number];

/** Value of one place; null when unknown, without meaning, or protected (`hidden`). */
export interface Measures extends Record<IndicatorName, number | null> {
  hidden: boolean;
}

export interface Indicator {
  name: IndicatorName;
  value: number | null;
  /** The value is null because the count behind it is protected. */
  hidden: boolean;
  whole: number | null;
  /** Values of the other peers that have one. */
  others: { code: string; name: string; value: number }[];
  /** 1 is the highest; null without a value. Ties share the better rank. */
  rank: number | null;
  of: number;
  /** Other peers without a rank, for their figure is protected. */
  protectedPeers: number;
}

/** First-degree schools and collèges of a place, without duplicates. */
export function schoolsOf(cube: CoverageCube, place: PortraitPlace): readonly School[] {
  if (isWithinCommunes(place))
    return cube.schoolsIn({ kind: place.kind === 'qpv' ? 'qpv' : 'group', code: place.code });
  return place.communes.flatMap((code) => cube.schoolsIn({ kind: 'commune', code }));
}

/** Children who live in a place, as published: never a sum. No count is published for a cité éducative, nor for a group of schools. */
export function childrenOf(
  cube: CoverageCube,
  { kind, code }: PortraitPlace,
  year: SchoolYear,
  level: 'ALL' | 'maternelle' | 'elementaire' | 'college' = 'ALL'
): Count {
  if (kind !== 'commune' && kind !== 'qpv') return ABSENT;
  return cube.children({ year, level, theme: 'ALL', place: { kind, code } });
}

/** Minutes from the nearest base to each followed school with a route. */
function driveMinutes(cube: CoverageCube, schools: readonly School[]): number[] {
  const { access } = cube.dashboard;
  return schools.flatMap(({ uai, kind }) =>
    kind === 'college' || !access?.nearest[uai] ? [] : tripMinutes(access.nearest[uai].seconds)
  );
}

const partnersOf = ({ partners }: PortraitFacts, communes: readonly string[]) =>
  communes.reduce((sum, code) => {
    return sum + Object.values(partners[code] ?? {}).reduce((all, count) => all + count, 0);
  }, 0);

function measuresOf(
  cube: CoverageCube,
  facts: PortraitFacts,
  schools: readonly School[],
  children: Count,
  communes: readonly string[] | null,
  rate: Rate | null,
  year: SchoolYear
): Measures {
  const first = schools.filter(({ kind }) => kind !== 'college');
  const counts = countSchools(schools, year, 'ALL');
  const partners = communes === null ? null : partnersOf(facts, communes);
  return {
    rate: rate?.value ?? null,
    children: communes === null ? children.value : null,
    share: counts.schools === 0 || !cube.followUpKnown ? null : counts.followed / counts.schools,
    ips: mean(first.flatMap(({ ips }) => ips ?? [])),
    drive: mean(driveMinutes(cube, schools)),
    partners: partners === null || partners === 0 || first.length === 0 ? null : partners / first.length,
    hidden: children.status === 'suppressed'
  };
}

/** Indicators of a place; a QPV has neither rate (its children do not all attend its schools) nor partners, a group of schools neither. */
function placeMeasures(
  cube: CoverageCube,
  facts: PortraitFacts,
  place: PortraitPlace,
  year: SchoolYear
): Measures {
  const communes = isWithinCommunes(place) ? null : place.communes;
  const { kind, code } = place;
  const rate = kind === 'commune' ? cube.rate({ ...unfiltered(year), place: { kind, code } }) : null;
  return measuresOf(cube, facts, schoolsOf(cube, place), childrenOf(cube, place, year), communes, rate, year);
}

function wholeMeasures(cube: CoverageCube, facts: PortraitFacts, year: SchoolYear): Measures {
  const { communes, schools } = cube.dashboard;
  const children = cube.children(unfiltered(year));
  const served = communes.filter(({ intervention }) => intervention).map(({ code }) => code);
  return measuresOf(cube, facts, schools, children, served, cube.rate(unfiltered(year)), year);
}

/** Indicators that the place or one of its peers has; `peers` may include the place. */
export function indicatorsOf(
  cube: CoverageCube,
  facts: PortraitFacts,
  place: PortraitPlace,
  peers: readonly PortraitPlace[],
  year: SchoolYear
): Indicator[] {
  const own = placeMeasures(cube, facts, place, year);
  const whole = wholeMeasures(cube, facts, year);
  const ranked = place.kind !== 'cite';
  const around = peers
    .filter(({ code }) => code !== place.code)
    .map((peer) => ({ peer, measures: placeMeasures(cube, facts, peer, year) }));
  const counted = place.kind === 'qpv' ? 'children' : 'rate';
  return INDICATORS.map((name) => {
    const value = own[name];
    const others = around.flatMap(({ peer, measures }) => {
      const found = measures[name];
      return found === null ? [] : [{ code: peer.code, name: peer.fullName, value: found }];
    });
    return {
      name,
      value,
      others,
      whole: whole[name],
      hidden: value === null && own.hidden && name === counted,
      rank: value === null || !ranked ? null : 1 + others.filter((other) => other.value > value).length,
      of: others.length + (value === null ? 0 : 1),
      protectedPeers:
        name === counted
          ? around.filter(({ measures }) => measures.hidden && measures[name] === null).length
          : 0
    };
  }).filter(({ value, hidden }) => hidden || value !== null);
}
