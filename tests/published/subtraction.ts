// The attacker's pencil: what can be told of hidden counts from those shown, by every sum that anyone knows to hold.
import type { PathwayCell } from '../../src/lib/model/pathway.ts';
import { THEMES } from '../../src/lib/model/pathway.ts';
import { LEVELS } from '../../src/lib/model/school.ts';

export interface Interval {
  low: number;
  high: number;
}

type Measure = 'children' | 'visits';
const keyOf = (cell: Pick<PathwayCell, 'school_year' | 'zone' | 'level' | 'theme'>) =>
  [cell.school_year, cell.zone, cell.level, cell.theme].join('|');

/** Wholes with their parts: communes of the EPCI, levels and themes of a zone. */
function sums(cells: readonly PathwayCell[], siren: string): { whole: string; parts: string[] }[] {
  const years = [...new Set(cells.map(({ school_year }) => school_year))];
  const communes = [...new Set(cells.filter((cell) => cell.zone_kind === 'commune').map(({ zone }) => zone))];
  return years.flatMap((school_year) => {
    const key = (zone: string, level: string, theme: string) => [school_year, zone, level, theme].join('|');
    const levels = ['ALL', ...LEVELS];
    const themes = ['ALL', ...THEMES];
    const pairs = levels.flatMap((level) => themes.map((theme) => [level, theme] as const));
    return [
      ...pairs.map(([level, theme]) => ({
        whole: key(siren, level, theme),
        parts: communes.map((zone) => key(zone, level, theme))
      })),
      ...[siren, ...communes].flatMap((zone) => [
        ...themes.map((theme) => ({
          whole: key(zone, 'ALL', theme),
          parts: LEVELS.map((level) => key(zone, level, theme))
        })),
        ...levels.map((level) => ({
          whole: key(zone, level, 'ALL'),
          parts: THEMES.map((theme) => key(zone, level, theme))
        }))
      ])
    ];
  });
}

/** Narrows the interval of every cell, shown or not, until no sum narrows one further. */
export function narrow(
  cells: readonly PathwayCell[],
  siren: string,
  measure: Measure
): Map<string, Interval> {
  const known = new Map<string, Interval>();
  for (const cell of cells) {
    const value = cell[measure];
    if (value !== null) known.set(keyOf(cell), { low: value, high: value });
  }
  const at = (key: string) => {
    const found = known.get(key) ?? { low: 0, high: Infinity };
    known.set(key, found);
    return found;
  };
  const equations = sums(cells, siren);
  let changed = true;
  const tighten = (interval: Interval, low: number, high: number) => {
    if (low > interval.low) [interval.low, changed] = [low, true];
    if (high < interval.high) [interval.high, changed] = [high, true];
  };
  while (changed) {
    changed = false;
    for (const { whole, parts } of equations) {
      const total = at(whole);
      const intervals = parts.map(at);
      const low = intervals.reduce((sum, part) => sum + part.low, 0);
      const unbounded = intervals.filter((part) => part.high === Infinity);
      const high = intervals.reduce((sum, part) => sum + part.high, 0);
      tighten(total, low, high);
      for (const part of intervals) {
        const others =
          unbounded.length === 0
            ? high - part.high
            : unbounded.length === 1 && unbounded[0] === part
              ? intervals.reduce((sum, other) => sum + (other === part ? 0 : other.high), 0)
              : Infinity;
        tighten(part, Math.max(0, total.low - others), total.high - (low - part.low));
      }
    }
  }
  return known;
}
