// Ties between schools, chosen by a user: kept together, kept apart, or a named part of a commune.
import type { Pair } from '../plan.ts';

export type TieKind = 'together' | 'apart';
/** Sets of UAIs, two or more in each. */
export type Ties = readonly (readonly string[])[];

/** A part of a commune, drawn and named by the user: no table gives it. */
export interface Part {
  name: string;
  schools: readonly string[];
}

/** The pairs equivalent to some sets: a chain is enough to keep together, every pair is needed to keep apart. */
export function pairsOf(kind: TieKind, ties: Ties): Pair[] {
  return ties.flatMap((set) =>
    set.flatMap((a, at) =>
      (kind === 'together' ? set.slice(at + 1, at + 2) : set.slice(at + 1)).map((b): Pair => [a, b])
    )
  );
}

/** Schools that move with some: the sets kept together that hold one of them, and so on. */
export function tiedTo(
  together: Ties,
  schools: readonly string[],
  unitOf: (uai: string) => readonly string[]
) {
  const found = new Set(schools);
  for (const uai of found) {
    for (const other of unitOf(uai)) found.add(other);
    for (const set of together) if (set.includes(uai)) for (const other of set) found.add(other);
  }
  return [...found];
}

/** A tie by its schools, in order, so that the same one is not made twice. */
export const tieOf = (uais: readonly string[]): string[] => [...new Set(uais)].sort();

export const sameTie = (a: readonly string[], b: readonly string[]): boolean =>
  tieOf(a).join() === tieOf(b).join();

/** The parts with one more (or that of its name redrawn); a school is in one part at most. */
export function withPart(parts: readonly Part[], part: Part): Part[] {
  const others = parts
    .filter(({ name }) => name !== part.name)
    .map(({ name, schools }) => ({ name, schools: schools.filter((uai) => !part.schools.includes(uai)) }))
    .filter(({ schools }) => schools.length > 0);
  return [...others, { name: part.name, schools: tieOf(part.schools) }];
}
