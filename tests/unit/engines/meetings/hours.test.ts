// Hours of a planned year: the meetings of a half-day follow one another with the road between them, and nobody is asked to be in two places.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  checkPlan,
  coordinatorDays,
  overlapsOf,
  planMeetings,
  timedYear,
  toConvene,
  writeCalendar
} from '../../../../src/lib/engines/meetings/index.ts';
import {
  HALF_DAY_BEGINS,
  hoursOf,
  PRESETS,
  type MeetingHours,
  type MeetingProblem,
  type MeetingTeam,
  type PlannedMeeting,
  type TimedMeeting
} from '../../../../src/lib/model/meetings/meeting-problem.ts';
import { draws } from '../../../draws.ts';

const TOWNS = ['A', 'B', 'C', 'D'];
const PARTNERS = Array.from({ length: 9 }, (_, i) => `p${i}`);
const CALENDAR = Array.from({ length: 15 }, (_, i) =>
  new Date(Date.UTC(2026, 8, 7 + 7 * Math.floor(i / 5) + (i % 5))).toISOString().slice(0, 10)
);

/** Towns on a plane: minutes as a road has them, up to more than an hour. */
const minutes = fc
  .array(fc.tuple(fc.integer({ min: 0, max: 50 }), fc.integer({ min: 0, max: 50 })), {
    minLength: TOWNS.length,
    maxLength: TOWNS.length
  })
  .map((points) =>
    Object.fromEntries(
      TOWNS.map((from, a) => [
        from,
        Object.fromEntries(
          TOWNS.map((to, b) => [
            to,
            Math.round(Math.hypot(points[a]![0] - points[b]![0], points[a]![1] - points[b]![1]))
          ])
        )
      ])
    )
  );
const teamOf = (id: string): fc.Arbitrary<MeetingTeam> =>
  fc.record({
    id: fc.constant(id),
    coordinator: fc.constantFrom('k1', 'k2', 'k3'),
    meetings: fc.integer({ min: 1, max: 3 }),
    commune: fc.constantFrom(...TOWNS),
    members: fc
      .uniqueArray(fc.constantFrom(...PARTNERS), { minLength: 1, maxLength: 4 })
      .map((partners) => partners.map((partner) => ({ partner, weight: 1, class: '' }))),
    quorum: fc.constant({}),
    band: fc.constant<[number, number]>([1, 400])
  });
const hours = fc
  .record({
    meeting: fc.constantFrom(45, 60, 90, 105, 120, 150),
    am: fc.constantFrom(495, 510, 540, 555),
    pm: fc.constantFrom(810, 825, 840)
  })
  .map(({ meeting, am, pm }) => hoursOf(meeting, { am, pm }));
const timedProblem: fc.Arbitrary<MeetingProblem & { hours: MeetingHours }> = fc.record({
  calendar: fc.subarray(CALENDAR, { minLength: 6 }),
  teams: fc.tuple(...Array.from({ length: 8 }, (_, i) => teamOf(`t${i}`))),
  coordinators: fc.tuple(
    ...['k1', 'k2', 'k3'].map((id) => fc.record({ id: fc.constant(id), commune: fc.constantFrom(...TOWNS) }))
  ),
  away: fc.array(
    fc.record({ who: fc.constantFrom(...PARTNERS, 'k1', 'room:A'), weekday: fc.integer({ min: 1, max: 5 }) }),
    { maxLength: 4 }
  ),
  minutes,
  locked: fc.constant([]),
  weights: fc.constant(PRESETS.balanced),
  hours
});

/** Begin and end of each event of a calendar file, read from its text alone: what any program shows. */
function eventsIn(text: string): { begin: number; end: number }[] {
  const moment = (line: string) => {
    const [, y, mo, d, h, mi] = /:(\d{4})(\d{2})(\d{2})T(\d{2})(\d{2})00$/.exec(line)!;
    return Date.UTC(Number(y), Number(mo) - 1, Number(d), Number(h), Number(mi)) / 60_000;
  };
  return text
    .split('BEGIN:VEVENT')
    .slice(1)
    .map((event) => {
      const line = (name: string) => event.split('\r\n').find((one) => one.startsWith(name))!;
      return { begin: moment(line('DTSTART')), end: moment(line('DTEND')) };
    });
}

const quick = { seconds: 0, leastParts: 2 };

describe('a year with hours', () => {
  it('has no overlap for anybody, the road included, in random years and every calendar file of each', async () => {
    let planned = 0;
    let second = 0;
    await fc.assert(
      fc.asyncProperty(timedProblem, fc.nat(1000), async (problem, seed) => {
        // A first plan, or one that was looked for.
        const { meetings } = await planMeetings(problem, { seconds: 0, leastParts: seed % 4 ? 0 : 2, seed });
        if (!meetings) return;
        planned++;
        const year = timedYear(problem, meetings);
        expect(year).toHaveLength(meetings.length);
        expect(overlapsOf(problem, year)).toEqual([]);
        expect(checkPlan(problem, meetings).broken).toEqual([]);
        const teamOfId = new Map(problem.teams.map((team) => [team.id, team]));
        const owners: ((team: MeetingTeam) => boolean)[] = [
          ...problem.coordinators.map(
            ({ id }) =>
              (team: MeetingTeam) =>
                team.coordinator === id
          ),
          ...problem.teams.map(
            ({ id }) =>
              (team: MeetingTeam) =>
                team.id === id
          ),
          ...TOWNS.map((town) => (team: MeetingTeam) => team.commune === town),
          ...PARTNERS.map((id) => (team: MeetingTeam) => team.members.some(({ partner }) => partner === id))
        ];
        for (const owns of owners) {
          const own = year.filter(({ team }) => owns(teamOfId.get(team)!));
          const text = writeCalendar(
            own.map((meeting) => ({ ...meeting, title: meeting.team })),
            { name: 'x', made: '2026-09-01T08:00:00Z' }
          );
          const events = eventsIn(text).sort((a, b) => a.begin - b.begin);
          const { meeting } = problem.hours;
          const isSound = events.every(
            ({ begin, end }, i) => end === begin + meeting && (i === 0 || begin >= events[i - 1]!.end)
          );
          if (!isSound || events.length !== own.length) expect(text).toBe('a file without overlap');
        }
        const outside = year.filter(
          ({ half, begin, end }) =>
            begin < problem.hours[half][0] || end > problem.hours[half][1] || begin % 15 !== 0
        );
        expect(outside).toEqual([]);
        second += year.filter(({ half, begin }) => begin > problem.hours[half][0]).length;
      }),
      { numRuns: draws(), seed: 30 }
    );
    // The others cannot be planned; many half-days hold two.
    expect(planned).toBeGreaterThanOrEqual(draws(0.9));
    expect(second).toBeGreaterThan(draws(0.5));
  });

  it('whatever the order of the plan, gives the same hours', async () => {
    await fc.assert(
      fc.asyncProperty(timedProblem, async (problem) => {
        const { meetings } = await planMeetings(problem, quick);
        if (meetings)
          expect(timedYear(problem, [...meetings].reverse())).toEqual(timedYear(problem, meetings));
      }),
      { numRuns: 40, seed: 7 }
    );
  });
});

/** Minutes that are lacking at most to anyone who drives from a meeting of the morning to one of the afternoon: nothing of the engine is used. */
function lackingAtNoon(
  { teams, minutes: road }: MeetingProblem,
  year: readonly TimedMeeting[],
  attends: (team: MeetingTeam) => readonly string[]
): number {
  const teamOfId = new Map(teams.map((one) => [one.id, one]));
  let most = 0;
  for (const first of year.filter(({ half }) => half === 'am')) {
    for (const second of year.filter(({ half, date }) => half === 'pm' && date === first.date)) {
      const [from, to] = [teamOfId.get(first.team)!, teamOfId.get(second.team)!];
      const people = new Set(attends(from));
      if (!attends(to).some((who) => people.has(who))) continue;
      const way = from.commune === to.commune ? 0 : road[from.commune]![to.commune]!;
      most = Math.max(most, first.end + way - second.begin);
    }
  }
  return most;
}

describe('a year planned by half-days alone, without hours', () => {
  it('is given hours that leave everybody the time of the road at noon, in random years', async () => {
    let [planned, later] = [0, 0];
    await fc.assert(
      fc.asyncProperty(timedProblem, fc.nat(1000), async ({ hours: _, ...problem }, seed) => {
        const { meetings } = await planMeetings(problem, { seconds: 0, leastParts: 0, seed });
        if (!meetings) return;
        planned++;
        const year = timedYear(problem, meetings);
        const coordinator = (one: MeetingTeam) => [one.coordinator];
        expect(lackingAtNoon(problem, year, coordinator)).toBe(0);
        expect(lackingAtNoon(problem, year, ({ members }) => members.map(({ partner }) => partner))).toBe(0);
        expect(year.every(({ half, begin, end }) => begin % 15 === 0 && begin >= HALF_DAY_BEGINS[half] && end === begin + 120)).toBe(true); // prettier-ignore
        const pushed = problem.coordinators.flatMap(({ id }) => {
          const own = year.filter(({ team: name, half }) => half === 'pm' && problem.teams.some((one) => one.id === name && one.coordinator === id)); // prettier-ignore
          return problem.calendar.filter((day) => own.some(({ date }) => date === day) && own.every(({ date, begin }) => date !== day || begin > HALF_DAY_BEGINS.pm)); // prettier-ignore
        });
        later += pushed.length;
      }),
      { numRuns: draws(), seed: 31 }
    );
    expect(planned).toBeGreaterThanOrEqual(draws(0.8));
    expect(later).toBeGreaterThan(0);
  });
});

const town = (from: number, to: number) => ({
  A: { A: 0, B: from, C: to },
  B: { A: from, B: 0, C: 9 },
  C: { A: to, B: 9, C: 0 }
});
const team = (id: string, coordinator: string, commune: string, ...partners: string[]): MeetingTeam => ({
  id,
  coordinator,
  meetings: 1,
  commune,
  members: partners.map((partner) => ({ partner, weight: 1, class: '' })),
  quorum: {},
  band: [1, 30]
});
const problemOf = (teams: MeetingTeam[], more: Partial<MeetingProblem> = {}): MeetingProblem => ({
  calendar: ['2026-12-01', '2026-12-03'],
  teams,
  coordinators: ['k1', 'k2'].map((id) => ({ id, commune: 'A' })),
  away: [],
  minutes: town(10, 19),
  locked: [],
  weights: PRESETS.balanced,
  hours: hoursOf(120),
  ...more
});
const at = (id: string, half: 'am' | 'pm', date = '2026-12-01'): PlannedMeeting => ({
  team: id,
  number: 1,
  date,
  half
});

describe('two meetings of a coordinator in a half-day', () => {
  const problem = problemOf([team('t1', 'k1', 'B', 'p'), team('t2', 'k1', 'C', 'p')]);
  const plan = [at('t1', 'am'), at('t2', 'am')];

  it('follow one another on a quarter of an hour, so that a member of both can attend both', () => {
    const year = timedYear(problem, plan).map(({ team: id, begin, end }) => [id, begin, end]);
    // 9 h 00 to 11 h 00, nine minutes of road, 11 h 15 to 13 h 15.
    expect(year).toEqual([
      ['t1', 510, 630],
      ['t2', 645, 765]
    ]);
    expect(overlapsOf(problem, timedYear(problem, plan))).toEqual([]);
    expect(checkPlan(problem, plan).broken).toEqual([]);
  });

  it('are the legs of a day: from the base, between the two, and back', () => {
    const [day] = coordinatorDays(problem, plan, '2026-11-30', '2026-12-04');
    expect(
      day!.legs.map(({ from, to, minutes: road, leaves, arrives }) => [from, to, road, leaves, arrives])
    ).toEqual([
      ['A', 'B', 10, 500, 510],
      ['B', 'C', 9, 630, 639],
      ['C', 'A', 19, 765, 784]
    ]);
    expect(day!.minutes).toBe(38);
  });

  it('that do not fit with the road are not planned together, and the plan says which rule would break', async () => {
    const long = { ...problem, hours: hoursOf(150) };
    expect(checkPlan(long, plan).broken.map(({ rule, who }) => [rule, who])).toEqual([['hours', 'k1']]);
    const { meetings } = await planMeetings(long, quick);
    expect(checkPlan(long, meetings!).broken).toEqual([]);
    const halves = new Set(meetings!.map(({ date, half }) => `${date} ${half}`));
    expect(halves.size).toBe(2);
  });
});

describe('nobody is in two places:', () => {
  it('two coordinators do not take the room of one commune in the same half-day', () => {
    const problem = problemOf([team('t1', 'k1', 'B', 'p'), team('t2', 'k2', 'B', 'q')]);
    const plan = [at('t1', 'am'), at('t2', 'am')];
    expect(checkPlan(problem, plan).broken.map(({ rule, who }) => [rule, who])).toEqual([
      ['two-places', 'room:B']
    ]);
    expect(overlapsOf(problem, timedYear(problem, plan)).map(({ who }) => who)).toEqual(['room:B']);
  });

  it('a partner has the time for the road at noon between two coordinators', () => {
    const teams = [team('t1', 'k1', 'B', 'p'), team('t2', 'k2', 'C', 'p')];
    const plan = [at('t1', 'am'), at('t2', 'pm')];
    expect(checkPlan(problemOf(teams), plan).broken).toEqual([]);
    const far = problemOf(teams, {
      minutes: { A: { A: 0, B: 1, C: 1 }, B: { A: 1, B: 0, C: 31 }, C: { A: 1, B: 31, C: 0 } }
    });
    expect(checkPlan(far, plan).broken.map(({ rule, who }) => [rule, who])).toEqual([['hours', 'p']]);
  });

  it('the checker tells a coordinator, a partner and a room apart, and what is lacking', () => {
    const problem = problemOf([
      team('t1', 'k1', 'B', 'p'),
      team('t2', 'k1', 'C', 'p'),
      team('t3', 'k2', 'C', 'q')
    ]);
    const timed = (id: string, begin: number): TimedMeeting => ({ ...at(id, 'am'), begin, end: begin + 120 });
    const found = (...year: TimedMeeting[]) =>
      overlapsOf(problem, year).map(({ who, lacking }) => [who, lacking]);
    expect(found(timed('t1', 540), timed('t2', 669))).toEqual([]);
    expect(found(timed('t1', 540), timed('t2', 668))).toEqual([
      ['k1', 1],
      ['p', 1]
    ]);
    expect(found(timed('t2', 540), timed('t3', 600))).toEqual([['room:C', 60]]);
    expect(found(timed('t2', 540), { ...timed('t3', 600), date: '2026-12-03' })).toEqual([]);
  });
});

it('a meeting of the three weeks to come is to be convened until it is, and again when it has moved', () => {
  const plan = [
    at('t1', 'am'),
    at('t2', 'pm', '2026-12-22'),
    at('t3', 'am', '2026-12-23'),
    at('t0', 'am', '2026-11-30')
  ];
  const waiting = (convened: PlannedMeeting[]) =>
    toConvene(plan, '2026-12-01', convened).map((one) => one.team);
  expect(waiting([])).toEqual(['t1', 't2']);
  expect(waiting([at('t1', 'am')])).toEqual(['t2']);
  expect(waiting([at('t1', 'pm')])).toEqual(['t1', 't2']);
});
