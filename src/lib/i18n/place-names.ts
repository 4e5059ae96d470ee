// Names of places and posts from their codes.
import { capitalised } from './numbers.ts';
import { m } from './paraglide/messages.js';
import { typeset } from './typeset.ts';

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

/** A team's name without its commune, which is told beside it; `short`: its first place alone. */
export function teamName({ name }: { name: string }, commune: string, short = false): string {
  const bare = name.replace(` (${commune})`, '');
  const rest = bare.startsWith(`${commune}, `) ? capitalised(bare.slice(commune.length + 2)) : bare;
  return typeset(short ? rest.replace(/^Zone intercommunale /, '').split(' - ')[0]! : rest);
}
