// Teams found without names take the names under which the fewest referents change coordinator.

/** Beyond, names are given one by one, the largest overlap first. */
const MOST_TRIED = 7;

/** @returns the grouping under other names; the same when it is as near as any. */
export function nearestNames(
  grouping: Readonly<Record<string, string>>,
  current: Readonly<Record<string, string>>,
  names: readonly string[]
): Record<string, string> {
  const stays = names.map((team) =>
    names.map((name) => Object.keys(grouping).filter((id) => grouping[id] === team && current[id] === name).length)
  ); // prettier-ignore
  const order = names.length <= MOST_TRIED ? best(stays) : greedy(stays);
  return Object.fromEntries(
    Object.entries(grouping).map(([id, team]) => [id, names[order[names.indexOf(team)] ?? -1] ?? team])
  );
}

/** Name of each team, over all permutations. */
function best(stays: readonly (readonly number[])[]): number[] {
  let [most, found] = [-1, stays.map((_, t) => t)];
  const go = (order: readonly number[], sum: number) => {
    if (order.length === stays.length) {
      if (sum > most) [most, found] = [sum, [...order]];
      return;
    }
    stays.forEach((_, name) => {
      if (!order.includes(name)) go([...order, name], sum + stays[order.length]![name]!);
    });
  };
  go([], 0);
  return found;
}

function greedy(stays: readonly (readonly number[])[]): number[] {
  const order = stays.map(() => -1);
  const cells = stays.flatMap((row, team) => row.map((size, name) => ({ team, name, size })));
  cells.sort((a, b) => b.size - a.size || a.team - b.team || a.name - b.name);
  for (const { team, name } of cells) if (order[team] === -1 && !order.includes(name)) order[team] = name;
  return order;
}
