// Address of the coverage page: view, filters, order of the table. Never a count.
import { THEMES, type ChildTheme } from '$lib/model/pathway.ts';
import { LEVELS, type Level } from '$lib/model/school.ts';
import type { SchoolYear } from '$lib/model/school-year.ts';
import type { PlaceRef } from '$lib/model/place.ts';
import { latestYear } from '$lib/cube/dashboard.ts';
import { DEFAULT_WEIGHTS, type WaitingCriterion, type Weights } from '$lib/cube/waiting.ts';
import { addressCodec, group, param, type Kind } from '$lib/session/kit/address-codec.ts';
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

export interface Address {
  year: SchoolYear;
  level: Level | 'ALL';
  theme: ChildTheme;
  place: PlaceRef | null;
  /** UAI of the selected school. */
  school: string | null;
  view: View;
  measure: CoverageMeasure;
  sort: TableSort | null;
  weights: Weights;
}

const school: Kind<string, KnownPlaces> = {
  parse: (uai, { kindOf }) => (kindOf(uai) === 'school' ? uai : null),
  format: String
};
const weight = (criterion: WaitingCriterion, word: string) =>
  param(`poids-${word}`, numberWithin({ min: 0, max: 100 }, Math.round), DEFAULT_WEIGHTS[criterion]);

export const coverageAddress = addressCodec<Address, KnownPlaces>({
  year: param('annee', knownYear, latestYear),
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
  sort: param('tri', tableOrder, null),
  weights: group<Weights>({
    pupils: weight('pupils', 'eleves'),
    rep: weight('rep', 'rep'),
    ips: weight('ips', 'ips'),
    qpv: weight('qpv', 'qpv'),
    travel: weight('travel', 'trajet'),
    months: weight('months', 'mois')
  })
});
