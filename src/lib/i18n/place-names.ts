// Names of places and posts from their codes.
import { m } from './paraglide/messages.js';

interface NamedPlaces {
  communes: readonly { code: string; name: string }[];
  schools: readonly { uai: string; name: string }[];
}

/** Name of a commune (INSEE code) or a school (UAI); the code itself when it is unknown. */
export function placeName({ communes, schools }: NamedPlaces, code: string): string {
  return (
    communes.find((commune) => commune.code === code)?.name ??
    schools.find(({ uai }) => uai === code)?.name ??
    code
  );
}

/** Number of a post, as its square bears it: « 6 » of « Référent 6 »; empty without any. */
export const postNumber = (id: string): string => /\d+$/.exec(id)?.[0] ?? '';

/** « Référent 6 » in the reader's language: posts are known by their number. */
export function postName(id: string): string {
  const number = /\d+$/.exec(id)?.[0];
  return number === undefined ? id : m.travel_post({ number });
}
