// Address of the coverage page: situation or change, view, filters, order of the table. Never a count.
import { THEMES, type ChildTheme } from '$lib/model/pathway.ts';
import { LEVELS, type Level } from '$lib/model/school.ts';
import { previousYear, type SchoolYear } from '$lib/model/school-year.ts';
import type { PlaceRef } from '$lib/model/place.ts';
import { latestYear } from '$lib/cube/dashboard.ts';
import { DEFAULT_WEIGHTS, type WaitingCriterion, type Weights } from '$lib/cube/waiting.ts';
import { addressCodec, group, param, type AddressTable, type Kind } from '$lib/session/kit/address-codec.ts';
import {
  knownYear,
  numberWithin,
  oneOf,
  tableOrder,
  words,
  zone,
  type KnownPlaces
} from '$lib/session/kit/address-kinds.ts';
import type { TableSort } from '$lib/ui/table/table-column.ts';

export const VIEWS = ['ecoles', 'communes', 'quartiers'] as const;
export type View = (typeof VIEWS)[number];

export const MEASURES = ['rate', 'share'] as const;
export type CoverageMeasure = (typeof MEASURES)[number];

export const CHANGE_MEASURES = ['followed', 'waiting', 'children'] as const;
export type ChangeMeasure = (typeof CHANGE_MEASURES)[number];

export interface Address {
  /** The situation of a year, or what changed from another to it. */
  moment: 'now' | 'change';
  year: SchoolYear;
  /** Where changes are counted from; null for the year before. */
  from: SchoolYear | null;
  level: Level | 'ALL';
  theme: ChildTheme;
  place: PlaceRef | null;
  /** UAI of the selected school. */
  school: string | null;
  view: View;
  measure: CoverageMeasure;
  /** The measure whose changes are mapped. */
  changed: ChangeMeasure;
  sort: TableSort | null;
  weights: Weights;
}

const school: Kind<string, KnownPlaces> = {
  parse: (uai, { kindOf }) => (kindOf(uai) === 'school' ? uai : null),
  format: String
};
const weight = (criterion: WaitingCriterion, word: string) =>
  param(`poids-${word}`, numberWithin({ min: 0, max: 100 }, Math.round), DEFAULT_WEIGHTS[criterion]);

/** One year alone has not changed. */
const moment: Kind<Address['moment'], KnownPlaces> = {
  parse: (text, { years }) => (text === 'evolution' && years.length > 1 ? 'change' : null),
  format: (value) => (value === 'change' ? 'evolution' : '')
};

/** What one moment does not show is as usual; of two years the later is the page's, and the year before is not written. */
export function settle(address: Address): Address {
  if (address.moment === 'now') return { ...address, from: null, changed: 'followed' };
  const { from, year } = address;
  const [first, last] = from !== null && from > year ? [year, from] : [from, year];
  const years = { year: last, from: first === previousYear(last) ? null : first };
  return { ...address, ...years, level: 'ALL', theme: 'ALL', school: null, measure: 'rate' };
}

const TABLE: AddressTable<Address, KnownPlaces> = {
  moment: param('moment', moment, 'now'),
  year: param('annee', knownYear, latestYear),
  from: param('de', knownYear, null),
  level: param('niveau', oneOf(LEVELS), 'ALL'),
  theme: param(
    'theme',
    oneOf<string, KnownPlaces>(({ themes = [] }) => [...THEMES, ...themes]),
    'ALL'
  ),
  place: param('lieu', zone, null),
  school: param('ecole', school, null),
  view: param('vue', oneOf(VIEWS), 'ecoles'),
  measure: param('indicateur', words({ rate: 'taux', share: 'part' }), 'rate'),
  changed: param(
    'indicateur',
    words({ followed: 'suivies', waiting: 'attente', children: 'enfants' }),
    'followed'
  ),
  sort: param('tri', tableOrder, null),
  weights: group<Weights>({
    pupils: weight('pupils', 'eleves'),
    rep: weight('rep', 'rep'),
    ips: weight('ips', 'ips'),
    qpv: weight('qpv', 'qpv'),
    travel: weight('travel', 'trajet'),
    months: weight('months', 'mois')
  })
};

export const coverageAddress = addressCodec(TABLE, settle);
