// Ways to put referents under coordinators, none of whom is left without any.

/** Coordinator (a number) of each referent. */
export type Grouping = readonly number[];

/**
 * Every grouping that `keep` does not refuse. Coordinators who are alike are not told apart: the first referent of each comes in order.
 * Stops, and answers null, beyond `most`.
 * @param busy coordinators who have referents already, and need none of these
 */
export function groupings(
  referents: number,
  coordinators: number,
  alike: boolean,
  most: number,
  keep: (grouping: Grouping) => boolean = () => true,
  busy: readonly number[] = []
): Grouping[] | null {
  const found: Grouping[] = [];
  const at: number[] = [];
  const counts = Array.from({ length: coordinators }, (_, c) => (busy.includes(c) ? 1 : 0));
  const go = (used: number): boolean => {
    if (at.length === referents) {
      if (used < coordinators || !keep(at)) return true;
      found.push([...at]);
      return found.length <= most;
    }
    if (referents - at.length < coordinators - used) return true;
    for (let c = 0; c < (alike ? Math.min(coordinators, used + 1) : coordinators); c++) {
      at.push(c);
      const fresh = counts[c]!++ === 0 ? 1 : 0;
      const more = go(used + fresh);
      counts[c]!--;
      at.pop();
      if (!more) return false;
    }
    return true;
  };
  return go(busy.length) ? found : null;
}

/** Groupings one step away: a referent moves, or two change places. */
export function neighbouring(grouping: Grouping, coordinators: number): Grouping[] {
  const near: Grouping[] = [];
  const add = (changes: readonly (readonly [number, number])[]) => {
    const next = [...grouping];
    for (const [j, c] of changes) next[j] = c;
    if (new Set(next).size === coordinators) near.push(next);
  };
  grouping.forEach((own, j) => {
    for (let c = 0; c < coordinators; c++) if (c !== own) add([[j, c]]);
    for (let k = j + 1; k < grouping.length; k++) {
      if (grouping[k] !== own) add([[j, grouping[k]!], [k, own]]); // prettier-ignore
    }
  });
  return near;
}
