// The address of the page: the week shown, and whose.
import { addressCodec, param } from '$lib/session/kit/address-codec.ts';
import { among } from '$lib/session/kit/address-kinds.ts';
import { matching } from '$lib/session/kit/address-settings.ts';

export interface WeekAddress {
  /** A day of the week, ISO date; null: the week of today. */
  week: string | null;
  /** A coordinator; null: all of them. */
  who: string | null;
}

export interface KnownWeek {
  coordinators: readonly string[];
}

export const weekAddress = addressCodec<WeekAddress, KnownWeek>({
  week: param('semaine', matching(/^\d{4}-\d{2}-\d{2}$/), null),
  who: param('coordination', among('coordinators'), null)
});
