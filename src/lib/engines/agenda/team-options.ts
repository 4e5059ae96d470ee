// The sets of meetings at which a situation may be seen, and what each costs. Only sets of which no meeting could be left out for nothing.
import { MONTH_DAYS, type AgendaProblem, type AgendaSituation } from '../../model/meetings/agenda.ts';
import { dayNumber } from '../../model/meetings/days.ts';

/** Days over are counted in quarters: whole numbers for any half number of months. */
export const OVER_UNITS = 4;

export interface Option {
  /** Bit j: seen at meeting j of the team. */
  meetings: number;
  /** Units of `OVER_UNITS` a day. */
  over: number;
  longest: number;
  reviews: number;
}

/** How many bits are set. */
function bitCount(mask: number): number {
  let count = 0;
  for (let rest = mask; rest !== 0; rest &= rest - 1) count += 1;
  return count;
}

/** The sets of meetings at which a situation may be seen, each needed whole. @param days of the meetings of the team, ascending */
export function optionsOf(
  { opened, seen, until }: AgendaSituation,
  days: readonly number[],
  { months, horizon }: Pick<AgendaProblem, 'months' | 'horizon'>
): Option[] {
  const limit = months * MONTH_DAYS * OVER_UNITS;
  const last = dayNumber(horizon[1]);
  const end = until === null ? last : Math.min(last, dayNumber(until));
  const start = dayNumber(seen ?? opened);
  const first = dayNumber(opened);
  const open = [...days.keys()].filter(
    (j) =>
      days[j]! >= first &&
      (until === null || days[j]! < dayNumber(until)) &&
      days[j]! > start - (seen === null ? 1 : 0)
  );
  const overOf = (wait: number) => Math.max(0, wait * OVER_UNITS - limit);
  const sets = 2 ** open.length;
  // Of the set of bits of `open`: waits up to its last review, then all.
  const over = new Float64Array(sets);
  const longest = new Float64Array(sets);
  const wholeOver = new Float64Array(sets);
  const wholeLongest = new Float64Array(sets);
  const masks = new Int32Array(sets);
  for (let set = 0; set < sets; set++) {
    let before = start;
    if (set > 0) {
      const top = 31 - Math.clz32(set);
      const rest = set ^ (1 << top);
      const day = days[open[top]!]!;
      if (rest > 0) before = days[open[31 - Math.clz32(rest)]!]!;
      over[set] = over[rest]! + overOf(day - before);
      longest[set] = Math.max(longest[rest]!, day - before);
      masks[set] = masks[rest]! | (1 << open[top]!);
      before = day;
    }
    wholeOver[set] = over[set]! + overOf(end - before);
    wholeLongest[set] = Math.max(longest[set]!, end - before);
  }
  const options: Option[] = [];
  for (let set = 0; set < sets; set++) {
    let isNeeded = true;
    for (let rest = set; rest !== 0 && isNeeded; rest &= rest - 1) {
      const without = set ^ (rest & -rest);
      // A review more never makes a wait longer.
      isNeeded = wholeOver[without]! > wholeOver[set]! || wholeLongest[without]! > wholeLongest[set]!;
    }
    if (!isNeeded) continue;
    const [meetings, reviews] = [masks[set]!, bitCount(set)];
    options.push({ meetings, over: wholeOver[set]!, longest: wholeLongest[set]!, reviews });
  }
  return options;
}
