// Another date for a session: the three best half-days, who would miss it, which room, how much road.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { judgeActions, otherDates } from '../../../../src/lib/engines/actions/index.ts';
import type { ActionRoom, ActionSession, ActionYear } from '../../../../src/lib/model/actions/action-year.ts';
import { draws } from '../../../draws.ts';
import { problem, session, smallProblems, yearOf, type ProblemRow, type SessionRow } from './problems.ts';

const DAYS = ['2027-02-26', '2027-03-01', '2027-03-02', '2027-03-05', '2027-03-08', '2027-03-20'];
const QUARTERS = Array.from({ length: 96 }, (_, at) => at * 15);

/** Days since the year 2000, by counting. */
function daysSince(iso: string): number {
  const [year, month, day] = iso.split('-').map(Number) as [number, number, number];
  let days = day;
  for (let y = 2000; y < year; y++) days += y % 4 === 0 ? 366 : 365;
  for (let m = 1; m < month; m++)
    days += [31, year % 4 === 0 ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][m - 1]!;
  return days;
}

/** Every hour of every day, tried; the best ones, one a half-day. Written apart from the engine. */
function triedAll(year: ActionYear, moved: ActionSession, days: readonly string[]) {
  const isIn = (date: string, ranges: readonly (readonly [string, string, string?])[]) =>
    ranges.some(([from, to]) => !(date < from) && !(date > to));
  const road = (from: string, to: string) =>
    Object.entries(Object.entries(year.minutes).find(([name]) => name === from)?.[1] ?? {}).find(
      ([name]) => name === to
    )?.[1] ?? 0;
  const others = [
    ...year.meetings,
    ...year.sessions.filter(({ status }) => status === 'planned' || status === 'confirmed')
  ].filter(({ id }) => id !== moved.id);
  const length = moved.end - moved.begin;
  const found: { rank: number[]; text: string; half: string }[] = [];
  for (const date of new Set(days)) {
    if (date < year.today) continue;
    const isHoliday = isIn(date, year.holidays);
    if (isHoliday && moved.period === 'école') continue;
    if (!isHoliday && moved.period === 'vacances') continue;
    const day = others.filter((other) => other.date === date);
    for (const begin of new Set([moved.begin, ...QUARTERS])) {
      const end = begin + length;
      const fits = begin < 720 ? begin >= 510 && end <= 780 : begin >= 810 && end <= 1080;
      if (begin !== moved.begin && !fits) continue;
      const half = begin < 720 ? 'am' : 'pm';
      if (date === moved.date && half === (moved.begin < 720 ? 'am' : 'pm')) continue;
      const isOpen = (id: string) => {
        const rows = year.rooms.filter((room) => room.id === id);
        const hours = rows.at(-1)?.hours;
        if (hours && (begin < hours[0] || end > hours[1])) return false;
        if (rows.some(({ closed }) => isIn(date, closed))) return false;
        return !day.some((other) => other.room === id && other.end > begin && other.begin < end);
      };
      const people = [...new Set(moved.people)].sort();
      let room = moved.room;
      if (room !== null && !isOpen(room)) {
        const last = year.rooms.filter(
          ({ id }, at) => !year.rooms.slice(at + 1).some((row) => row.id === id)
        );
        const large = last.filter(
          ({ commune, hours, size, id }) =>
            commune === moved.commune &&
            hours &&
            isOpen(id) &&
            (moved.seats === null || size === undefined || size >= moved.seats + people.length)
        );
        const order = ({ size, id }: ActionRoom) =>
          `${size === undefined ? 'z' : String(size).padStart(5, '0')} ${id}`;
        const best = large.sort((a, b) => (order(a) < order(b) ? -1 : 1))[0];
        if (!best) continue;
        room = best.id;
      }
      const missing: { who: string; why: string }[] = [];
      let [added, out, lost] = [0, 0, 0];
      for (const who of people) {
        const rows = year.people.filter(({ id }) => id === who);
        const own = day.filter((other) => other.people.includes(who));
        const isElsewhere = own.some((other) =>
          other.end <= begin
            ? begin - other.end < road(other.commune, moved.commune)
            : end <= other.begin
              ? other.begin - end < road(moved.commune, other.commune)
              : true
        );
        if (rows.some(({ away }) => isIn(date, away))) missing.push({ who, why: 'away' });
        else if (isElsewhere) missing.push({ who, why: 'elsewhere' });
        else {
          const base = rows.at(-1)?.base;
          const drive = (stops: { begin: number; end: number; id: string; commune: string }[]) => {
            const order = stops.sort((a, b) => a.begin - b.begin || a.end - b.end || (a.id < b.id ? -1 : 1));
            const ways = order.slice(1).map((stop, at) => [order[at]!.commune, stop.commune] as const);
            if (base !== undefined && order.length > 0)
              ways.push([base, order[0]!.commune], [order.at(-1)!.commune, base]);
            return ways;
          };
          const [there, before] = [drive([...own, { ...moved, begin, end }]), drive([...own])];
          for (const [from, to] of there) added += road(from, to);
          for (const [from, to] of before) added -= road(from, to);
          lost += [...there, ...before].filter(
            ([from, to]) =>
              from !== to &&
              !Object.keys(Object.entries(year.minutes).find(([name]) => name === from)?.[1] ?? {}).includes(
                to
              )
          ).length;
          if (own.length === 0) out += 1;
        }
      }
      const late = [...new Set(moved.needs)].filter((need) => {
        const [, latest] = Object.entries(year.delays).find(([name]) => name === need)?.[1] ?? [7, 1];
        return (
          year.stops.includes(need) &&
          !moved.ready.includes(need) &&
          daysSince(date) - latest < daysSince(year.today)
        );
      });
      const cost = 60 * missing.length + added + 30 * out;
      found.push({
        half: `${date} ${half}`,
        rank: [
          Math.sign(late.length),
          cost,
          room === moved.room ? 0 : 1,
          Math.abs(daysSince(date) - daysSince(moved.date)),
          daysSince(date),
          Math.abs(begin - moved.begin),
          begin
        ],
        text: JSON.stringify({
          date,
          half,
          begin,
          end,
          room,
          missing,
          road: { value: added, unknown: lost },
          daysOut: out,
          late,
          cost
        })
      });
    }
  }
  found.sort((a, b) => {
    const at = a.rank.findIndex((value, k) => value !== b.rank[k]);
    return at < 0 ? 0 : a.rank[at]! - b.rank[at]!;
  });
  const halves = new Set<string>();
  return found
    .filter(({ half }) => !halves.has(half) && halves.add(half))
    .slice(0, 3)
    .map(({ text }) => JSON.parse(text) as unknown);
}

/** A small year whose rooms and people have, or not, sizes, hours and bases. */
const years = fc
  .tuple(
    smallProblems,
    fc.array(
      fc.tuple(fc.constantFrom(undefined, 2, 4, 30), fc.constantFrom(undefined, [480, 1080], [840, 1439])),
      {
        minLength: 3,
        maxLength: 3
      }
    ),
    fc.array(fc.constantFrom(undefined, 'A', 'C'), { minLength: 3, maxLength: 3 })
  )
  .map(([document, rooms, bases]): ActionYear => {
    const year = yearOf(document);
    return {
      ...year,
      rooms: year.rooms.map((room, at) => {
        const [size, hours] = rooms[at]!;
        return {
          ...room,
          ...(size !== undefined && { size }),
          ...(hours && { hours: [hours[0]!, hours[1]!] as const })
        };
      }),
      people: year.people.map((person, at) => ({
        ...person,
        ...(bases[at] !== undefined && { base: bases[at] })
      }))
    };
  });

it('the three best half-days are those found by trying every hour of every day', () => {
  fc.assert(
    fc.property(years, (year) => {
      for (const moved of year.sessions.slice(0, 2))
        expect(otherDates(year, { session: moved, days: DAYS })).toEqual(triedAll(year, moved, DAYS));
    }),
    { numRuns: draws(3) }
  );
});

it('a session moved to a date that is proposed clashes with those who were said to miss it, and nothing else', () => {
  fc.assert(
    fc.property(years, (year) => {
      const moved = year.sessions[0];
      if (!moved) return;
      for (const { date, begin, end, room, missing } of otherDates(year, { session: moved, days: DAYS })) {
        const there: ActionSession = { ...moved, date, begin, end, room, status: 'planned' };
        const { clashes } = judgeActions({ ...year, sessions: [there, ...year.sessions.slice(1)] });
        const own = clashes.filter(({ ids, kind }) => ids.includes(moved.id) && kind !== 'seats');
        expect([...new Set(own.map(({ what }) => what))].sort()).toEqual(missing.map(({ who }) => who));
        const kindOf = { away: 'away', elsewhere: 'person' };
        for (const { who, why } of missing)
          expect(own).toContainEqual(expect.objectContaining({ kind: kindOf[why], what: who }));
      }
    }),
    { numRuns: draws(2) }
  );
});

describe('for one session', () => {
  const rows = (moved: Partial<SessionRow>, change: Partial<ProblemRow> = {}, others: SessionRow[] = []) => {
    const document = problem([session(moved), ...others], change);
    const year = yearOf(document);
    return { year, session: year.sessions[0]! };
  };
  const days = ['2026-12-08', '2026-12-10', '2026-12-11'];

  it('a day before today, the half-day where it is, and a day that is not its period are never proposed', () => {
    const { year, session: moved } = rows(
      {},
      { today: '2026-12-09', holidays: [['2026-12-11', '2026-12-13']] }
    );
    expect(otherDates(year, { session: moved, days }).map(({ date, half }) => `${date} ${half}`)).toEqual([
      '2026-12-10 am'
    ]);
    const course = rows({ period: 'vacances' }, { holidays: [['2026-12-11', '2026-12-13']] });
    expect(
      otherDates(course.year, { session: course.session, days }).every(({ date }) => date === '2026-12-11')
    ).toBe(true);
  });

  it('its hour is kept where nobody lacks, and changed for somebody who is elsewhere', () => {
    const { year, session: moved } = rows({ people: ['p'] }, {}, [
      session({ id: 'S2', date: '2026-12-11', from: '14:00', to: '15:00', people: ['p'] })
    ]);
    const of = (date: string) =>
      otherDates(year, { session: moved, days: [date] }).find(({ half }) => half === 'pm')!;
    expect(of('2026-12-08')).toMatchObject({ begin: 840, end: 960, missing: [], daysOut: 1 });
    expect(of('2026-12-11')).toMatchObject({ begin: 900, end: 1020, missing: [], daysOut: 0 });
  });

  it('a room that is taken gives way to one of the commune that is known to be open and large enough', () => {
    const { year, session: moved } = rows(
      { room: 'r', seats: 10, people: ['p'] },
      {
        rooms: [{ id: 'r', commune: 'A', closed: [['2026-12-01', '2026-12-31']] }]
      }
    );
    const room = (id: string, more: Partial<ActionRoom>): ActionRoom => ({
      id,
      commune: 'A',
      closed: [],
      ...more
    });
    const dates = (...rooms: ActionRoom[]) =>
      otherDates({ ...year, rooms: [...year.rooms, ...rooms] }, { session: moved, days: ['2026-12-08'] });
    expect(dates(room('unknown-hours', {}))).toEqual([]);
    const open = { hours: [480, 1080] as const };
    expect(dates(room('small', { ...open, size: 10 }))).toEqual([]);
    expect(dates(room('elsewhere', { ...open, commune: 'B' }))).toEqual([]);
    expect(
      dates(
        room('hall', { ...open, size: 80 }),
        room('unknown', open),
        room('class', { ...open, size: 11 })
      )[0]
    ).toMatchObject({ room: 'class' });
    expect(dates(room('unknown', open))[0]).toMatchObject({ room: 'unknown' });
  });

  it('a date on which a room would already be asked too late comes after the others, and says so', () => {
    const { year, session: moved } = rows(
      { date: '2026-12-20', needs: ['salle', 'accords'], people: ['p'] },
      {
        people: [{ id: 'p', away: [['2026-12-09', '2026-12-31']] }]
      }
    );
    const found = otherDates(year, { session: moved, days: ['2026-12-03', '2026-12-17'] });
    expect(found.map(({ date, late }) => [date, ...late])).toEqual([
      ['2026-12-17'],
      ['2026-12-17'],
      ['2026-12-03', 'salle']
    ]);
  });

  it('a session that is not of the year yet has dates too', () => {
    const { year } = rows({});
    const fresh = { ...year.sessions[0]!, id: 'new' };
    expect(otherDates({ ...year, sessions: [] }, { session: fresh, days })).toHaveLength(3);
  });
});
