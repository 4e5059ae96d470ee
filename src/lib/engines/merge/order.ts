// The order of a list that two people have.

/**
 * The items of two lists, in an order that keeps both where they agree; the same whichever comes first. An item of both that they order
 * otherwise takes the place that its name gives.
 *
 * @example
 * mergedOrder(['b', 'a'], ['b', 'c']); // ['b', 'a', 'c']
 */
export function mergedOrder(a: readonly string[], b: readonly string[]): string[] {
  const after = new Map<string, Set<string>>([...a, ...b].map((item) => [item, new Set()]));
  for (const list of [a, b])
    for (let at = 1; at < list.length; at++)
      if (list[at] !== list[at - 1]) after.get(list[at - 1]!)!.add(list[at]!);
  const waits = new Map([...after.keys()].map((item) => [item, 0]));
  for (const later of after.values()) for (const item of later) waits.set(item, waits.get(item)! + 1);
  const left = [...after.keys()].sort();
  const order: string[] = [];
  while (left.length > 0) {
    const free = left.findIndex((item) => waits.get(item)! <= 0);
    // All wait for one another: the two lists disagree.
    const [item] = left.splice(Math.max(free, 0), 1);
    order.push(item!);
    for (const later of after.get(item!)!) waits.set(later, waits.get(later)! - 1);
  }
  return order;
}
