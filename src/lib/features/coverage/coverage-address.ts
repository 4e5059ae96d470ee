// Address of the coverage page: view, filters, order of the table. Never a count.
import { THEMES, type ChildTheme } from '$lib/model/pathway.ts';
import { LEVELS, type Level } from '$lib/model/school.ts';
import { isSchoolYear, type SchoolYear } from '$lib/model/school-year.ts';
import type { PlaceRef } from '$lib/model/place.ts';
import type { CoverageCube } from '$lib/cube/coverage.ts';
import { latestYear } from '$lib/cube/dashboard.ts';
import { oneOf, readSort, writeSort, type KnownPlaces } from '$lib/session/address-params.ts';
import type { TableSort } from '$lib/ui/table/table-column.ts';
import { CRITERIA, DEFAULT_WEIGHTS, type Weights } from '$lib/cube/waiting.ts';

export const VIEWS = ['communes', 'quartiers', 'ecoles'] as const;
export type View = (typeof VIEWS)[number];

export const MEASURES = ['rate', 'share'] as const;
export type Measure = (typeof MEASURES)[number];

export interface Address {
  year: SchoolYear;
  level: Level | 'ALL';
  theme: ChildTheme;
  place: PlaceRef | null;
  /** UAI of the selected school. */
  school: string | null;
  view: View;
  measure: Measure;
  sort: TableSort | null;
  weights: Weights;
}

const MEASURE_WORDS: Record<Measure, string> = { rate: 'taux', share: 'part' };
const CRITERION_WORDS = {
  pupils: 'eleves',
  rep: 'rep',
  ips: 'ips',
  qpv: 'qpv',
  travel: 'trajet',
  months: 'mois'
} as const;
const MAX_WEIGHT = 100;

export function defaultAddress(years: readonly SchoolYear[]): Address {
  return {
    year: latestYear({ years }),
    level: 'ALL',
    theme: 'ALL',
    place: null,
    school: null,
    view: 'communes',
    measure: 'rate',
    sort: null,
    weights: { ...DEFAULT_WEIGHTS }
  };
}

function readWeights(params: URLSearchParams): Weights {
  const weights = { ...DEFAULT_WEIGHTS };
  for (const criterion of CRITERIA) {
    const text = params.get(`poids-${CRITERION_WORDS[criterion]}`);
    const weight = text === null || text === '' ? NaN : Number(text);
    if (weight >= 0 && weight <= MAX_WEIGHT) weights[criterion] = Math.round(weight);
  }
  return weights;
}

export function readAddress(params: URLSearchParams, known: KnownPlaces): Address {
  const start = defaultAddress(known.years);
  const year = params.get('annee') ?? '';
  const code = params.get('lieu') ?? '';
  const kind = known.kindOf(code);
  const school = params.get('ecole') ?? '';
  return {
    year: isSchoolYear(year) && known.years.includes(year) ? year : start.year,
    level: oneOf(params.get('niveau'), LEVELS) ?? 'ALL',
    theme: oneOf(params.get('theme'), [...THEMES, ...(known.themes ?? [])]) ?? 'ALL',
    place: kind === 'commune' || kind === 'qpv' ? { kind, code } : null,
    school: known.kindOf(school) === 'school' ? school : null,
    view: oneOf(params.get('vue'), VIEWS) ?? start.view,
    measure: MEASURES.find((measure) => MEASURE_WORDS[measure] === params.get('indicateur')) ?? start.measure,
    sort: readSort(params),
    weights: readWeights(params)
  };
}

/** The address without years, places or schools that the data do not have. */
export function knownAddress(address: Address, cube: CoverageCube): Address {
  const { year, place, school, theme } = address;
  const { years } = cube.dashboard;
  const hasYear = years.includes(year) || years.length === 0;
  const hasPlace = place === null || cube.has(place.code);
  const hasSchool = school === null || cube.has(school);
  const hasTheme = ['ALL', ...THEMES, ...(cube.dashboard.themes ?? [])].includes(theme);
  if (hasYear && hasPlace && hasSchool && hasTheme) return address;
  return {
    ...address,
    year: hasYear ? year : latestYear(cube.dashboard),
    place: hasPlace ? place : null,
    school: hasSchool ? school : null,
    theme: hasTheme ? theme : 'ALL'
  };
}

/** Only what differs from the default is written. */
export function writeAddress(address: Address, years: readonly SchoolYear[]): URLSearchParams {
  const start = defaultAddress(years);
  const params = new URLSearchParams();
  if (address.year !== start.year) params.set('annee', address.year);
  if (address.level !== 'ALL') params.set('niveau', address.level);
  if (address.theme !== 'ALL') params.set('theme', address.theme);
  if (address.place) params.set('lieu', address.place.code);
  if (address.school) params.set('ecole', address.school);
  if (address.view !== start.view) params.set('vue', address.view);
  if (address.measure !== start.measure) params.set('indicateur', MEASURE_WORDS[address.measure]);
  writeSort(params, address.sort);
  for (const criterion of CRITERIA) {
    if (address.weights[criterion] !== DEFAULT_WEIGHTS[criterion]) {
      params.set(`poids-${CRITERION_WORDS[criterion]}`, String(address.weights[criterion]));
    }
  }
  return params;
}
