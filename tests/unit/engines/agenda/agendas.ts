// Agendas to try, and the best one by trying all.
import fc from 'fast-check';
import type { AgendaFigures, AgendaProblem } from '../../../../src/lib/model/meetings/agenda.ts';
import { addDays } from '../../../../src/lib/model/meetings/days.ts';

const START = '2026-09-01';
const DAYS = 306;
const day = (from: number, to: number) =>
  fc.integer({ min: from, max: to }).map((days) => addDays(START, days));

/** One or two teams of at most 4 meetings and `most` situations each. */
export const smallProblems = (most: number): fc.Arbitrary<AgendaProblem> =>
  fc
    .record({
      months: fc.constantFrom(2, 3, 4.5, 6),
      teams: fc.array(
        fc.record({
          meetings: fc.array(fc.record({ date: day(0, DAYS), capacity: fc.integer({ min: 0, max: 3 }) }), {
            maxLength: 4
          }),
          situations: fc.array(
            fc.record({
              opened: day(-300, 250),
              after: fc.option(fc.integer({ min: 0, max: 300 }), { nil: null }),
              left: fc.option(fc.integer({ min: 0, max: 400 }), { nil: null })
            }),
            { minLength: 1, maxLength: most }
          )
        }),
        { minLength: 1, maxLength: 2 }
      )
    })
    .map(({ months, teams }) => ({
      months,
      horizon: [START, addDays(START, DAYS)] as const,
      meetings: teams.flatMap(({ meetings }, t) =>
        meetings.map((meeting, at) => ({ team: `E${t}`, number: at + 1, ...meeting }))
      ),
      situations: teams.flatMap(({ situations }, t) =>
        situations.map(({ opened, after, left }, at) => {
          const last = after === null ? null : addDays(opened, after);
          const seen = last !== null && last < addDays(START, DAYS) ? last : null;
          const until = left === null ? null : addDays(seen ?? opened, left);
          return { id: `S${t}-${at}`, team: `E${t}`, opened, seen, until };
        })
      )
    }));

const less = (one: readonly number[], other: readonly number[]) => {
  const at = one.findIndex((value, k) => value !== other[k]);
  return at >= 0 && one[at]! < other[at]!;
};

/** Every set of meetings of every situation, all tried together. */
export function bruteForce({ months, meetings, situations, horizon }: AgendaProblem): AgendaFigures {
  const time = (iso: string) => Date.parse(iso) / 86_400_000;
  const total = [0, 0, 0, 0];
  for (const team of new Set(situations.map((situation) => situation.team))) {
    const rows = situations.filter((situation) => situation.team === team);
    const dated = meetings.filter((meeting) => meeting.team === team);
    const loads = dated.map(() => 0);
    let best: number[] | null = null;
    const place = (at: number, over: number, longest: number) => {
      if (at === rows.length) {
        const reviews = loads.reduce((sum, load) => sum + load, 0);
        const figures = [over, longest, reviews, loads.reduce((sum, load) => sum + load * load, 0)];
        if (best === null || less(figures, best)) best = figures;
        return;
      }
      const { opened, seen, until } = rows[at]!;
      for (let set = 0; set < 2 ** dated.length; set++) {
        const taken = [...dated.keys()].filter((j) => Math.floor(set / 2 ** j) % 2 === 1);
        const isOpen = (j: number) =>
          dated[j]!.date >= opened &&
          (seen === null || dated[j]!.date >= seen) &&
          (until === null || dated[j]!.date < until) &&
          loads[j]! < dated[j]!.capacity;
        if (!taken.every(isOpen)) continue;
        const end = until !== null && until < horizon[1] ? until : horizon[1];
        const stops = [seen ?? opened, ...taken.map((j) => dated[j]!.date).sort(), end].map(time);
        const waits = stops.slice(1).map((stop, k) => stop - stops[k]!);
        for (const j of taken) loads[j]! += 1;
        place(
          at + 1,
          over + waits.reduce((sum, wait) => sum + Math.max(0, wait - months * 30.5), 0),
          longest + Math.max(...waits)
        );
        for (const j of taken) loads[j]! -= 1;
      }
    };
    place(0, 0, 0);
    best!.forEach((value: number, k: number) => (total[k]! += value));
  }
  const [over, longest, reviews, balance] = total as [number, number, number, number];
  return { over, longest, reviews, balance };
}
