// The smallest set that has a member of each of some sets.

/**
 * By branching on the members of a set that is not met yet, in sizes that grow.
 *
 * @param sets each with one member at least; members that come first are preferred
 * @param most branches tried
 * @returns `isSmallest` is false when the branches ran out: the set is then that of the members met most often
 * @example
 * smallestHittingSet([[1, 2], [2, 3], [4]]); // { members: [2, 4], isSmallest: true }
 */
export function smallestHittingSet<Member>(
  sets: readonly (readonly Member[])[],
  most = 50_000
): { members: Member[]; isSmallest: boolean } {
  let left = most;
  const within = (chosen: readonly Member[], size: number): Member[] | null => {
    const open = sets.find((set) => !set.some((member) => chosen.includes(member)));
    if (!open) return [...chosen];
    if (chosen.length === size || left <= 0) return null;
    for (const member of open) {
      left--;
      const found = within([...chosen, member], size);
      if (found) return found;
    }
    return null;
  };
  for (let size = 0; left > 0; size++) {
    const members = within([], size);
    if (members) return { members, isSmallest: true };
  }
  return { members: greedySet(sets), isSmallest: false };
}

function greedySet<Member>(sets: readonly (readonly Member[])[]): Member[] {
  const chosen: Member[] = [];
  for (let open = sets; open.length > 0; open = open.filter((set) => !set.includes(chosen.at(-1)!))) {
    const times = new Map<Member, number>();
    for (const member of open.flat()) times.set(member, (times.get(member) ?? 0) + 1);
    chosen.push([...times].reduce((best, one) => (one[1] > best[1] ? one : best))[0]);
  }
  return chosen;
}
