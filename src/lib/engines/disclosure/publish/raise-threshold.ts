// A published cube made safe at a higher threshold, from its own counts: nobody has the cases of former years any more.
import type { LinearSolver } from '../../../model/linear.ts';
import { audit, type OpenCell } from '../attack/audit.ts';
import { ROOT, type CubeCell, type PublishedCube } from '../published-cube.ts';

export interface Raised {
  cube: PublishedCube;
  /** Counts shown before and hidden now. */
  hidden: number;
}

const nameOf = (key: readonly string[]) => key.join('\n');
/** How many dimensions a count is split by: totals are hidden last. */
const splits = (key: readonly string[]) => key.filter((name) => name !== ROOT).length;

const isBelow = ({ value, families }: CubeCell, k: number, least: number) =>
  value !== undefined && (value < k || (families !== undefined && families < least));

/**
 * Hides what is below the thresholds, with the share of neutral places, which no count of it supports under a higher one, then, as long as the audit finds a count again, what it is found by. Hides more than a protection from the cases would.
 *
 * @param least families behind a shown count
 */
export function raiseThreshold(
  solver: LinearSolver,
  former: PublishedCube,
  { k, families }: { k: number; families: number }
): Raised {
  const shown = new Map(
    former.cells.flatMap((cell) =>
      cell.value === undefined || isBelow(cell, k, families) ? [] : [[nameOf(cell.key), cell] as const]
    )
  );
  const before = former.cells.filter(({ value }) => value !== undefined).length;
  for (;;) {
    const cube: PublishedCube = {
      ...former,
      k,
      cells: former.cells.map((cell) => {
        const { neutral, ...counts } = shown.get(nameOf(cell.key)) ?? { key: cell.key, suppressed: true };
        return { ...counts, ...(neutral !== undefined && k <= former.k && { neutral }) };
      })
    };
    const { open } = audit(solver, [cube], { k });
    if (open.length === 0) return { cube, hidden: before - shown.size };
    const told = new Set(open.flatMap((cell) => tellers(cell, shown) ?? []));
    for (const name of told.size > 0 ? told : finest(shown)) shown.delete(name);
  }
}

/** The shown count to hide for an open one: itself, or the smallest of the finest counts that it is worked out from. */
function tellers(
  { names, explanations }: OpenCell,
  shown: ReadonlyMap<string, CubeCell>
): string | undefined {
  const own = nameOf(names);
  if (shown.has(own)) return own;
  return explanations
    .flatMap(({ terms }) => terms.map((term) => nameOf(term.names)))
    .filter((name) => shown.has(name))
    .sort((a, b) => {
      const [one, other] = [shown.get(a)!, shown.get(b)!];
      return splits(other.key) - splits(one.key) || one.value! - other.value!;
    })[0];
}

function finest(shown: ReadonlyMap<string, CubeCell>): string[] {
  const deepest = Math.max(...[...shown.values()].map(({ key }) => splits(key)));
  return [...shown].flatMap(([name, { key }]) => (splits(key) === deepest ? [name] : []));
}
