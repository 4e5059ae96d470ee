// Tiny meeting problems, random, and their optimum by trying every plan.
import fc from 'fast-check';
import { checkPlan } from '../../../../src/lib/engines/meetings/index.ts';
import {
  hoursOf,
  PRESETS,
  type MeetingProblem,
  type PlannedMeeting
} from '../../../../src/lib/model/meetings/meeting-problem.ts';

/** Two weeks of days without a weekend. */
export const CALENDAR = ['2026-09-07', '2026-09-08', '2026-09-10', '2026-09-11', '2026-09-14', '2026-09-15'];
const COMMUNES = ['A', 'B', 'C'];
const PARTNERS = ['p1', 'p2', 'p3', 'p4'];
const COORDINATORS = ['k1', 'k2'];
const half = fc.constantFrom('am' as const, 'pm' as const);

const team = (id: string) =>
  fc.record({
    id: fc.constant(id),
    coordinator: fc.constantFrom(...COORDINATORS),
    meetings: fc.integer({ min: 1, max: 2 }),
    commune: fc.constantFrom(...COMMUNES),
    members: fc.uniqueArray(
      fc.record({
        partner: fc.constantFrom(...PARTNERS),
        weight: fc.integer({ min: 0, max: 3 }),
        class: fc.constantFrom('', 'ecole')
      }),
      { selector: ({ partner }) => partner, minLength: 1, maxLength: 3 }
    ),
    quorum: fc.constantFrom({}, { ecole: 1 }),
    band: fc.constantFrom<[number, number]>([1, 10], [2, 6], [0, 400])
  });

export const tinyProblem: fc.Arbitrary<MeetingProblem> = fc
  .record({
    calendar: fc.subarray(CALENDAR, { minLength: 2, maxLength: 4 }),
    teams: fc.tuple(team('t1'), team('t2'), team('t3')).map((teams) => teams as MeetingProblem['teams']),
    coordinators: fc.constant([
      { id: 'k1', commune: 'A' },
      { id: 'k2', commune: 'B' }
    ]),
    away: fc.array(
      fc.record(
        {
          who: fc.constantFrom(...PARTNERS, ...COORDINATORS, 'room:A', 'room:B'),
          weekday: fc.integer({ min: 1, max: 5 }),
          half
        },
        { requiredKeys: ['who', 'weekday'] }
      ),
      { maxLength: 5 }
    ),
    minutes: fc
      .array(fc.integer({ min: 1, max: 40 }), { minLength: 9, maxLength: 9 })
      .map((values) =>
        Object.fromEntries(
          COMMUNES.map((from, i) => [
            from,
            Object.fromEntries(COMMUNES.map((to, j) => [to, i === j ? 0 : values[3 * i + j]!]))
          ])
        )
      ),
    locked: fc.oneof(
      { weight: 3, arbitrary: fc.constant([]) },
      { weight: 1, arbitrary: half.map((one) => [{ team: 't1', number: 1, date: '2026-09-10', half: one }]) }
    ),
    weights: fc.constant(PRESETS.balanced),
    // Meetings that follow one another at ease, hardly, and not at all.
    hours: fc.constantFrom(
      undefined,
      hoursOf(60),
      hoursOf(120),
      hoursOf(105, { am: 600, pm: 840 }),
      hoursOf(150)
    )
  })
  .map(({ hours, ...problem }) => (hours ? { ...problem, hours } : problem));

/** Larger than what can be tried one by one: twelve teams, six weeks. */
export const yearProblem: fc.Arbitrary<MeetingProblem> = fc
  .record({
    tiny: fc.array(tinyProblem, { minLength: 4, maxLength: 4 }),
    days: fc.subarray(
      Array.from({ length: 30 }, (_, i) =>
        new Date(Date.UTC(2026, 8, 7 + 7 * Math.floor(i / 5) + (i % 5))).toISOString().slice(0, 10)
      ),
      { minLength: 12 }
    )
  })
  .map(({ tiny, days }) => ({
    ...tiny[0]!,
    calendar: days,
    locked: [],
    teams: tiny.flatMap(({ teams }, i) => teams.map((team) => ({ ...team, id: `${team.id}-${i}` })))
  }));

/** Every way to give a team its meetings. */
function yearsOf(problem: MeetingProblem, at: number): PlannedMeeting[][] {
  const { id, meetings } = problem.teams[at]!;
  const slots = problem.calendar.flatMap((date) =>
    (['am', 'pm'] as const).map((one) => ({ date, half: one }))
  );
  const extend = (taken: PlannedMeeting[], from: number): PlannedMeeting[][] =>
    taken.length === meetings
      ? [taken]
      : slots
          .slice(from)
          .flatMap((slot, i) =>
            extend([...taken, { team: id, number: taken.length + 1, ...slot }], from + i + 1)
          );
  const own = { ...problem, teams: [problem.teams[at]!] };
  return extend([], 0).filter(
    (year) =>
      checkPlan({ ...own, locked: own.locked.filter((lock) => lock.team === id) }, year).broken.length === 0
  );
}

/** Cost of the best of all plans, or of the one of the fewest moves from `before`; null when no plan keeps the rules. */
export function byBruteForce(
  problem: MeetingProblem,
  value: (plan: readonly PlannedMeeting[], cost: number) => number = (_, cost) => cost
): number | null {
  const years = problem.teams.map((_, at) => yearsOf(problem, at));
  let best: number | null = null;
  for (const first of years[0]!)
    for (const second of years[1]!)
      for (const third of years[2]!) {
        const plan = [...first, ...second, ...third];
        const { broken, cost } = checkPlan(problem, plan);
        if (broken.length > 0) continue;
        const found = value(plan, cost.total);
        if (best === null || found < best) best = found;
      }
  return best;
}
