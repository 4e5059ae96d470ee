// Public transport: the feed is read as it is, the search finds what a slow one finds.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { UnusableInput } from '../../../../src/lib/model/findings.ts';
import { NO_ROUTE } from '../../../../src/lib/model/travel/travel-times.ts';
import { servicesOn } from '../../../../src/lib/engines/travel/transit/calendar.ts';
import { readGtfs } from '../../../../src/lib/engines/travel/transit/gtfs.ts';
import { secondsOf } from '../../../../src/lib/engines/travel/transit/stop-times.ts';
import { timetableOn, walkSeconds } from '../../../../src/lib/engines/travel/transit/timetable.ts';
import { transitMatrix } from '../../../../src/lib/engines/travel/transit/transit-matrix.ts';
import { TRANSIT_WALK, transitTimes } from '../../../../src/lib/engines/travel/transit/transit-times.ts';
import { LINE, MONDAY, feedOf, randomFeed, slowTransit, zipOf } from '../../../fixtures/travel/timetables.ts';
import { randomFrom } from '../../../fixtures/travel/networks.ts';
import { draws } from '../../../draws.ts';

const WALK = TRANSIT_WALK;
const META = { engine: '', dataDate: '', calibration: '' };
const STOP = { A: { lon: 3.5, lat: 50.36 }, B: { lon: 3.5, lat: 50.37 }, C: { lon: 3.5, lat: 50.38 } };
const hour = (text: string) => secondsOf(text)!;

function codeOf(read: () => unknown): string {
  try {
    read();
    return 'read';
  } catch (error) {
    if (error instanceof UnusableInput)
      return [error.finding.code, error.finding.file, error.finding.column].filter(Boolean).join(' ');
    throw error;
  }
}

describe('a feed', () => {
  it('fills missing times in proportion to the distance', () => {
    const [trip] = readGtfs(zipOf(LINE)).trips;
    expect(trip!.arrivals.map((time) => time - hour('08:00'))).toEqual([0, 300, 600]);
  });

  it('runs on the days of its calendar, exceptions included', () => {
    const { calendar } = feedOf(LINE);
    const runs = (date: string) => servicesOn(calendar, date).has('week');
    expect([MONDAY, '2026-03-01', '2026-07-14', '2026-07-18', '2027-01-04'].map(runs)).toEqual([
      true,
      false,
      false,
      true,
      false
    ]);
    expect(codeOf(() => timetableOn(feedOf(LINE), '2026-07-14', WALK))).toBe('gtfs-no-service');
  });

  it('runs on the first and the last day of its calendar, and on no day before or after', () => {
    const short = {
      ...LINE,
      'calendar.txt': LINE['calendar.txt']!.replace('20260101,20261231', '20260302,20260306')
    };
    const { calendar } = feedOf(short);
    const runs = (date: string) => servicesOn(calendar, date).has('week');
    // A Friday before, Monday to Friday, the Monday after.
    expect(['2026-02-27', '2026-03-02', '2026-03-06', '2026-03-09'].map(runs)).toEqual([
      false,
      true,
      true,
      false
    ]);
  });

  it('may have its dates in calendar_dates.txt alone', () => {
    const { 'calendar.txt': _weekly, ...dates } = LINE;
    expect(servicesOn(feedOf(dates).calendar, '2026-07-18').has('week')).toBe(true);
  });

  it('may lie in a folder of the archive, with a byte order mark and Windows line ends', () => {
    const odd = Object.fromEntries(
      Object.entries(LINE).map(([name, text]) => [`gtfs/${name}`, `\uFEFF${text.replaceAll('\n', '\r\n')}`])
    );
    expect(readGtfs(zipOf(odd)).stops.map((stop) => stop.name)).toEqual(['Gare', 'Place, centre', 'Parc']);
  });

  it.each([
    ['stops.txt', 'gtfs-missing-file stops.txt'],
    ['trips.txt', 'gtfs-missing-file trips.txt'],
    ['stop_times.txt', 'gtfs-missing-file stop_times.txt']
  ])('without %s is refused, and says so', (file, code) => {
    const texts = { ...LINE };
    delete texts[file];
    expect(codeOf(() => readGtfs(zipOf(texts)))).toBe(code);
  });

  it('that is no archive, lacks a column or has no usable trip is refused', () => {
    expect(codeOf(() => readGtfs(new TextEncoder().encode('<html>')))).toBe('gtfs-foreign');
    expect(codeOf(() => readGtfs(zipOf(LINE).subarray(0, 300)))).toBe('gtfs-foreign');
    const column = { ...LINE, 'stops.txt': 'stop_id,stop_lat\nA,50\n' };
    expect(codeOf(() => feedOf(column))).toBe('gtfs-missing-column stops.txt stop_lon');
    const empty = { ...LINE, 'stop_times.txt': LINE['stop_times.txt']!.split('\n')[0]! };
    expect(codeOf(() => feedOf(empty))).toBe('gtfs-no-trip stop_times.txt');
  });

  it('keeps its good trips and lists the others', () => {
    const bad =
      'x1,08:00:00,08:00:00,A,1\n' +
      'x2,09:00:00,09:00:00,A,1\nx2,08:00:00,08:00:00,B,2\n' +
      'x3,,,A,1\nx3,08:00:00,08:00:00,B,2\n' +
      'x4,08:00:00,08:00:00,A,1\nx4,08:10:00,08:10:00,Z,2\n' +
      'x5,08:00:00,08:00:00,A,1\nx5,08:10:00,08:10:00,B,2\n';
    const feed = feedOf({
      ...LINE,
      'stops.txt': `${LINE['stops.txt']}D,Sans position,,\n`,
      'trips.txt': `${LINE['trips.txt']}T1,week,x1\nT1,week,x2\nT1,week,x3\nT1,week,x4\n`,
      'stop_times.txt': LINE['stop_times.txt'] + bad
    });
    expect(feed.trips.length).toBe(2);
    expect(feed.findings.map(({ code, row, found }) => `${code} ${row} ${found}`.trim())).toEqual([
      'gtfs-stop-without-place 5 D',
      'gtfs-single-stop 8 x1',
      'gtfs-unusable-times 9 x2',
      'gtfs-unusable-times 11 x3',
      'gtfs-unknown-stop 13 x4',
      'gtfs-unknown-trip 15 x5'
    ]);
  });

  it('repeats the trips of frequencies.txt', () => {
    const feed = feedOf({
      ...LINE,
      'frequencies.txt': 'trip_id,start_time,end_time,headway_secs\nt1,07:00:00,08:00:00,1200\n'
    });
    expect(feed.trips.filter(({ id }) => id === 't1').map(({ departures }) => departures[0])).toEqual(
      ['07:00', '07:20', '07:40'].map(hour)
    );
  });
});

describe('a journey by public transport', () => {
  const times = async (
    texts: typeof LINE,
    from: string,
    to: string,
    date = MONDAY,
    places = [STOP.A, STOP.C]
  ) => {
    // So slow on foot that only rides count.
    const timetable = timetableOn(feedOf(texts), date, { ...WALK, speed: 0.2, direct: 0 });
    const matrix = await transitMatrix(timetable, places, places, { from: hour(from), to: hour(to) }, META);
    return matrix.seconds;
  };

  it('counts the wait and the ride', async () => {
    expect([...(await times(LINE, '07:50', '07:51'))].slice(0, 2)).toEqual([0, 1200]);
    // Departures 07:58, 07:59, 08:00 catch the first train; 08:01 and 08:02 wait for the second.
    expect((await times(LINE, '07:58', '08:03'))[1]).toBe(12 * 60);
  });

  it('has no way back on a line that only goes out, nor after the last train', async () => {
    expect((await times(LINE, '07:50', '08:00'))[2]).toBe(NO_ROUTE);
    expect((await times(LINE, '09:00', '10:00'))[1]).toBe(NO_ROUTE);
  });

  it('may begin before midnight and end after it, and be caught on the day after', async () => {
    const night = {
      ...LINE,
      'stop_times.txt':
        'trip_id,arrival_time,departure_time,stop_id,stop_sequence\nt1,23:50:00,23:50:00,A,1\nt1,24:30:00,24:30:00,B,2\nt1,25:10:00,25:10:00,C,3\n'
    };
    expect((await times(night, '23:50', '23:51'))[1]).toBe(80 * 60);
    expect((await times(night, '00:30', '00:31', '2026-03-03', [STOP.B, STOP.C]))[1]).toBe(40 * 60);
  });

  it('may ride a loop that passes a stop twice', async () => {
    const loop = {
      ...LINE,
      'stop_times.txt':
        'trip_id,arrival_time,departure_time,stop_id,stop_sequence\n' +
        't1,08:00:00,08:00:00,A,1\nt1,08:05:00,08:05:00,C,2\nt1,08:10:00,08:10:00,A,3\nt1,08:12:00,08:12:00,B,4\n'
    };
    expect((await times(loop, '08:04', '08:05', MONDAY, [STOP.C, STOP.B]))[1]).toBe(8 * 60);
  });

  it('obeys a change that the feed forbids or lengthens', async () => {
    const cross = {
      ...LINE,
      'stops.txt': `${LINE['stops.txt']}D,Quai,50.3701,3.5\nE,Loin,50.4,3.6\n`,
      'trips.txt': `${LINE['trips.txt']}T2,week,c1\n`,
      'stop_times.txt': `${LINE['stop_times.txt']}c1,08:10:00,08:10:00,D,1\nc1,08:20:00,08:20:00,E,2\n`
    };
    const places = [STOP.A, { lon: 3.6, lat: 50.4 }];
    const to = (transfers?: string) =>
      times(
        {
          ...cross,
          ...(transfers
            ? { 'transfers.txt': `from_stop_id,to_stop_id,transfer_type,min_transfer_time\n${transfers}` }
            : {})
        },
        '08:00',
        '08:01',
        MONDAY,
        places
      );
    expect((await to())[1]).toBe(20 * 60);
    expect((await to('B,D,3,'))[1]).toBe(NO_ROUTE);
    expect((await to('B,D,2,600'))[1]).toBe(NO_ROUTE);
    expect((await to('B,D,2,120'))[1]).toBe(20 * 60);
  });

  it('may take four rides, and no fifth', async () => {
    // Five lines of one ride each, end to end, 11 km a ride.
    const stops = ['A', 'B', 'C', 'D', 'E', 'F'];
    const relay = {
      ...LINE,
      'stops.txt': `stop_id,stop_name,stop_lat,stop_lon\n${stops.map((id, i) => `${id},${id},${50 + 0.1 * i},3.5`).join('\n')}\n`,
      'trips.txt': `route_id,service_id,trip_id\n${[1, 2, 3, 4, 5].map((n) => `L${n},week,t${n}`).join('\n')}\n`,
      'stop_times.txt': `trip_id,arrival_time,departure_time,stop_id,stop_sequence\n${[1, 2, 3, 4, 5]
        .map((n) => {
          const [out, back] = [`0${7 + n}:00:00`, `0${7 + n}:30:00`].map((time) =>
            time.replace(/^0(\d\d)/, '$1')
          );
          return `t${n},${out},${out},${stops[n - 1]},1\nt${n},${back},${back},${stops[n]},2`;
        })
        .join('\n')}\n`
    };
    const places = stops.map((_, i) => ({ lon: 3.5, lat: 50 + 0.1 * i }));
    const row = [...(await times(relay, '07:59', '08:00', MONDAY, places))].slice(0, 6);
    expect(row).toEqual([0, 31 * 60, 91 * 60, 151 * 60, 211 * 60, NO_ROUTE]);
  });

  it('is never slower than on foot, however far, and goes nowhere that no ride reaches', async () => {
    // A line that takes three hours for 6.7 km; walked in an hour and three quarters.
    const far = { lon: 3.5, lat: 50.42 };
    const detour = {
      ...LINE,
      'stops.txt': 'stop_id,stop_name,stop_lat,stop_lon\nA,Gare,50.36,3.5\nB,Village,50.42,3.5\n',
      'stop_times.txt':
        'trip_id,arrival_time,departure_time,stop_id,stop_sequence\nt1,08:00:00,08:00:00,A,1\nt1,11:00:00,11:00:00,B,2\n'
    };
    const places = [STOP.A, far];
    const timetable = timetableOn(feedOf(detour), MONDAY, WALK);
    const { seconds } = await transitMatrix(
      timetable,
      places,
      places,
      { from: hour('07:50'), to: hour('08:00') },
      META
    );
    expect(seconds[1]).toBe(walkSeconds(STOP.A, far, WALK));
    expect(seconds[2]).toBe(NO_ROUTE);
  });

  it('is walked for up to an hour where nothing is ridden, both ways', async () => {
    // The line leaves at eight: nobody rides it at noon. 3.2 km are 50 minutes on foot, 4 km are more than an hour.
    const north = (metres: number) => ({ lon: 3.5, lat: STOP.A.lat + metres / 111_195 });
    const places = [STOP.A, north(3200), north(4000)];
    const noon = { from: hour('12:00'), to: hour('12:05') };
    const { seconds } = await transitMatrix(
      timetableOn(feedOf(LINE), MONDAY, WALK),
      places,
      places,
      noon,
      META
    );
    const walk = walkSeconds(places[0]!, places[1]!, WALK);
    expect([...seconds].slice(0, 4)).toEqual([0, walk, NO_ROUTE, walk]);
    expect(walk / 60).toBeCloseTo(50, 0);
  });

  it('is the median that a search of every ride finds, on random timetables', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer(), async (seed) => {
        const feed = randomFeed(seed);
        const random = randomFrom(seed + 1);
        const place = () => ({ lon: 3.5 + random() * 0.04, lat: 50.36 + random() * 0.027 });
        const places = [place(), place(), place()];
        const walk = { ...WALK, access: 700, transfer: 500, direct: 900 };
        const window = { from: hour('08:10'), to: hour('08:25') };
        const matrix = await transitMatrix(timetableOn(feed, MONDAY, walk), places, places, window, META);
        const trips = feed.trips.filter(({ service }) => service === 'week');
        const expected = places.flatMap((from) =>
          places.map((to) => {
            const samples = Array.from({ length: 15 }, (_, minute) => {
              const at = window.from + 60 * minute;
              return slowTransit(feed, trips, from, to, at, walk) - at;
            }).sort((a, b) => a - b);
            return samples[7] === Infinity ? NO_ROUTE : Math.min(samples[7]!, walkSeconds(from, to, walk));
          })
        );
        expect([...matrix.seconds]).toEqual(expected);
      }),
      { numRuns: draws() }
    );
  });

  it('answers through the same port as the roads', async () => {
    const source = transitTimes(feedOf(LINE));
    const window = { date: MONDAY, from: hour('07:50'), to: hour('07:51') };
    const matrix = await source.matrix([STOP.A], [STOP.C], 'transit', window);
    expect([matrix.seconds[0], matrix.metres]).toEqual([1200, null]);
    await expect(source.matrix([STOP.A], [STOP.C], 'car', window)).rejects.toThrow(
      'no timetable answers for car'
    );
  });
});
