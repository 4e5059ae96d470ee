// Address of the comparison: two years, measure of the map, communes or QPV, selected place.
import type { PlaceRef } from '$lib/model/place.ts';
import type { SchoolYear } from '$lib/model/school-year.ts';
import { addressCodec, param } from '$lib/session/kit/address-codec.ts';
import { knownYear, words, zone, type KnownPlaces } from '$lib/session/kit/address-kinds.ts';

export const CHANGE_MEASURES = ['followed', 'waiting', 'children'] as const;
export type ChangeMeasure = (typeof CHANGE_MEASURES)[number];

export interface ChangeAddress {
  from: SchoolYear;
  to: SchoolYear;
  measure: ChangeMeasure;
  kind: 'commune' | 'qpv';
  place: PlaceRef | null;
}

/** By default the last year and the one before; the earlier one comes first, whatever the order in the link. */
export const changesAddress = addressCodec<ChangeAddress, KnownPlaces>(
  {
    from: param('de', knownYear, ({ years }) => years.at(-2) ?? years.at(-1)!),
    to: param('a', knownYear, ({ years }) => years.at(-1)!),
    measure: param(
      'indicateur',
      words({ followed: 'suivies', waiting: 'attente', children: 'enfants' }),
      'followed'
    ),
    kind: param('vue', words({ commune: 'communes', qpv: 'quartiers' }), 'commune'),
    place: param('lieu', zone, null)
  },
  (address) => (address.from < address.to ? address : { ...address, from: address.to, to: address.from })
);
