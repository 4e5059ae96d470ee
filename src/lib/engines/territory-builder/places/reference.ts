// The administrative division of France, as the builder asks it: members of an EPCI, names, populations, what became of merged communes.

export interface Member {
  code: string;
  name: string;
  population: number | null;
}

/** Handed to the builder by whoever calls it: a table of the site in a browser, a package in the shell. */
export interface PlaceReference {
  /** `members` in the order of their codes; null for a SIREN of no EPCI. */
  epci(siren: string): { name: string; members: Member[] } | null;
  /** Today's code of a commune: itself, or the commune that it was merged into; null when INSEE knows no such code. */
  currentCode(code: string): string | null;
  /** Today's code of a commune by its name in a département, old names included. */
  codeByName(departement: string, name: string): string | null;
  departementOf(code: string): string;
}

/** `59350` -> `59`, `97411` -> `974`. */
export const departementOf = (code: string): string => code.slice(0, code.startsWith('97') ? 3 : 2);
