// Names of places and posts, from their codes.
import type { Dashboard } from '$lib/cube/dashboard';
import { m } from '$lib/i18n/paraglide/messages.js';

/** Name of a commune or a school; the code itself when it is unknown. */
export function placeName({ communes, schools }: Dashboard, code: string): string {
  return (
    communes.find((commune) => commune.code === code)?.name ??
    schools.find(({ uai }) => uai === code)?.name ??
    code
  );
}

/** « Référent 6 » in the reader's language; a post is known by its number. */
export function postName(id: string): string {
  const number = /\d+$/.exec(id)?.[0];
  return number === undefined ? id : m.travel_post({ number });
}
