// How well the name of a place answers a search.

/** Both folded. @returns 4: the same; 3: begins with it; 2: holds it; 1: holds each of its words; 0: does not answer */
export function likeness(name: string, searched: string): number {
  if (name === searched) return 4;
  if (name.startsWith(`${searched} `)) return 3;
  if (` ${name} `.includes(` ${searched} `)) return 2;
  const spaced = ` ${name}`;
  return searched.split(' ').every((part) => spaced.includes(` ${part}`)) ? 1 : 0;
}
