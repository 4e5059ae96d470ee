// What a coordinator is told of a year of sessions: what clashes, what must be ready by when, what will not be held.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { judgeActions, roadsNotGiven } from '../../../../src/lib/engines/actions/index.ts';
import { draws } from '../../../draws.ts';
import { answerApart } from './checker-apart.ts';
import { meeting, problem, session, smallProblems, yearOf, type ProblemRow } from './problems.ts';

const judge = (document: ProblemRow) => judgeActions(yearOf(document));
const clashes = (document: ProblemRow) =>
  judge(document).clashes.map(({ kind, ids, what }) => [kind, ...ids, what].join(' '));

it('small years at random: the answer is the one found minute by minute by a checker apart', () => {
  fc.assert(
    fc.property(smallProblems, (document) => {
      expect(judge(document)).toEqual(answerApart(document).answer);
    }),
    { numRuns: draws(4) }
  );
});

it('the order of the rows changes nothing', () => {
  fc.assert(
    fc.property(smallProblems, (document) => {
      const turned = {
        ...document,
        meetings: document.meetings.toReversed(),
        sessions: document.sessions.toReversed(),
        rooms: document.rooms.toReversed(),
        people: document.people.toReversed()
      };
      expect(JSON.stringify(judge(turned))).toBe(JSON.stringify(judge(document)));
    }),
    { numRuns: draws() }
  );
});

describe('two at once', () => {
  const here = { room: 'r', people: ['p'] };

  it('a room and a person taken twice at the same hour are told, each once', () => {
    const two = problem([
      session({ id: 'S2', ...here }),
      session({ id: 'S1', room: 'r', people: ['p', 'p'] })
    ]);
    expect(clashes(two)).toEqual(['person S1 S2 p', 'room S1 S2 r']);
  });

  it('hours that touch do not overlap, in a room and for a person without road', () => {
    const next = session({ id: 'S2', from: '16:00', to: '17:00', ...here });
    expect(clashes(problem([session(here), next]))).toEqual([]);
    const before = session({ id: 'S2', from: '16:00', to: '17:00', ...here, commune: 'B' });
    expect(clashes(problem([session(here), before]))).toEqual([]);
  });

  it('the road counts from the one that ends first to the other, by its own way', () => {
    const next = session({ id: 'S2', from: '16:20', to: '17:00', commune: 'B', people: ['p'] });
    const roads = (there: number, back: number) =>
      clashes(problem([next, session({ people: ['p'] })], { minutes: { A: { B: there }, B: { A: back } } }));
    expect(roads(21, 0)).toEqual(['person S1 S2 p']);
    expect(roads(20, 60)).toEqual([]);
  });

  it('a pair of communes without minutes counts 0, and the road that is missing is named', () => {
    const next = session({ id: 'S2', from: '16:00', to: '17:00', commune: 'B', people: ['p'] });
    const document = problem([session({ people: ['p'] }), next], { minutes: { B: { A: 50 } } });
    expect(clashes(document)).toEqual([]);
    expect(roadsNotGiven(yearOf(document))).toEqual([['A', 'B']]);
  });

  it('every pair of the day is judged, not neighbours only', () => {
    const long = session({ id: 'S1', from: '09:00', to: '18:00', ...here });
    const [am, pm] = [
      session({ id: 'S2', from: '10:00', to: '11:00' }),
      session({ id: 'S3', from: '14:00', to: '15:00', ...here })
    ];
    expect(clashes(problem([long, am, pm]))).toEqual(['person S1 S3 p', 'room S1 S3 r']);
    const far = [
      session({ id: 'S1', from: '09:00', to: '10:00', commune: 'A', people: ['p'] }),
      session({ id: 'S2', from: '10:00', to: '10:30', commune: 'B', people: ['p'] }),
      session({ id: 'S3', from: '10:40', to: '11:00', commune: 'C', people: ['p'] })
    ];
    expect(clashes(problem(far, { minutes: { A: { C: 60 } } }))).toEqual(['person S1 S3 p']);
  });

  it('a meeting clashes with a session, never with another meeting', () => {
    const meetings = [meeting({ id: 'M1', ...here }), meeting({ id: 'M2', ...here })];
    expect(clashes(problem([], { meetings }))).toEqual([]);
    expect(clashes(problem([session(here)], { meetings }))).toEqual([
      'person M1 S1 p',
      'person M2 S1 p',
      'room M1 S1 r',
      'room M2 S1 r'
    ]);
  });

  it('another day is no clash, and a day before today is judged too', () => {
    const two = [session(here), session({ id: 'S2', ...here })];
    expect(clashes(problem([two[0]!, { ...two[1]!, date: '2026-12-11' }]))).toEqual([]);
    expect(clashes(problem(two, { today: '2027-06-01' }))).toHaveLength(2);
  });
});

describe('a session alone', () => {
  it('whoever is away and a room that is closed are told once, however many periods hold the day, its ends included', () => {
    const document = problem([session({ room: 'r', people: ['p', 'q', 'p'] })], {
      rooms: [
        { id: 'r', commune: 'A', closed: [['2026-12-10', '2026-12-12']] },
        { id: 'r', commune: 'B', closed: [['2026-12-01', '2026-12-10']] }
      ],
      people: [
        {
          id: 'p',
          away: [
            ['2026-12-08', '2026-12-10'],
            ['2026-12-10', '2026-12-10']
          ]
        }
      ]
    });
    expect(clashes(document)).toEqual(['away S1 p', 'closed S1 r']);
  });

  it('a room or a person that is not listed is never closed nor away', () => {
    expect(clashes(problem([session({ room: 'constructor', people: ['toString'] })]))).toEqual([]);
  });

  it('a date in the holidays is told of an action of school days alone, once', () => {
    const holidays: [string, string][] = [
      ['2026-12-10', '2026-12-10'],
      ['2026-12-01', '2026-12-31']
    ];
    const of = (period?: string) =>
      clashes(problem([session(period === undefined ? {} : { period })], { holidays }));
    expect(of()).toEqual(['holiday S1 2026-12-10']);
    expect(of('école')).toEqual(['holiday S1 2026-12-10']);
    expect(of('vacances')).toEqual([]);
    expect(of("toute l'année")).toEqual([]);
  });

  it('more enrolled than places is told; an unknown number tells nothing', () => {
    const of = (seats: number | null, enrolled: number | null) =>
      clashes(problem([session({ seats, enrolled })]));
    expect(of(8, 9)).toEqual(['seats S1 ']);
    expect(of(8, 8)).toEqual([]);
    expect(of(null, 9)).toEqual([]);
    expect(of(0, null)).toEqual([]);
  });

  it('a session held or cancelled clashes with nothing and asks for nothing', () => {
    const full = { room: 'r', people: ['p'], seats: 1, enrolled: 2, needs: ['salle'] };
    for (const status of ['held', 'cancelled'])
      expect(
        judge(
          problem([session({ ...full, status })], {
            today: '2026-12-10',
            holidays: [['2026-12-10', '2026-12-10']],
            rooms: [{ id: 'r', commune: 'A', closed: [['2026-12-10', '2026-12-10']] }],
            people: [{ id: 'p', away: [['2026-12-10', '2026-12-10']] }],
            meetings: [meeting({ room: 'r', people: ['p'] })]
          })
        )
      ).toEqual({ clashes: [], todo: [], compromised: [] });
  });
});

describe('what must be ready', () => {
  const todo = (needs: string[], change: Partial<ProblemRow> = {}, ready: string[] = []) =>
    judge(problem([session({ needs, ready })], change)).todo.map(
      ({ need, ask, latest, state }) => `${need} ${ask} ${latest} ${state}`
    );

  it('each need has the two days of its delays, by hand', () => {
    const all = ['salle', 'intervenant', 'transport', 'groupe', 'information', 'accords', 'matériel'];
    expect(todo([...all, 'accompagnateur', 'goûter'])).toEqual([
      'accompagnateur 2026-12-03 2026-12-09 week',
      'accords 2026-12-02 2026-12-09 week',
      'goûter 2026-12-03 2026-12-09 week',
      'groupe 2026-11-25 2026-12-07 week',
      'information 2026-11-30 2026-12-08 week',
      'intervenant 2026-11-10 2026-11-30 late',
      'matériel 2026-12-03 2026-12-09 week',
      'salle 2026-11-10 2026-12-03 week',
      'transport 2026-11-19 2026-12-05 week'
    ]);
  });

  it('delays replace the default need by need', () => {
    expect(todo(['salle', 'accords', 'goûter'], { delays: { salle: [3, 1], goûter: [60, 50] } })).toEqual([
      'accords 2026-12-02 2026-12-09 week',
      'goûter 2026-10-11 2026-10-21 late',
      'salle 2026-12-07 2026-12-09 week'
    ]);
  });

  it('a need is late after its last day, of the week when it is to be asked within seven days, else later', () => {
    const on = (today: string) => todo(['salle'], { today })[0]!.split(' ').at(-1);
    expect(on('2026-11-02')).toBe('later');
    expect(on('2026-11-03')).toBe('week');
    expect(on('2026-12-03')).toBe('week');
    expect(on('2026-12-04')).toBe('late');
  });

  it('a need written twice counts once, one that is ready is not told, one ready without being asked is ignored', () => {
    expect(todo(['salle', 'salle', 'accords'], {}, ['accords', 'transport'])).toEqual([
      'salle 2026-11-10 2026-12-03 week'
    ]);
  });

  it('needs are compared as they are written', () => {
    expect(todo(['Salle'], {}, ['salle'])).toEqual(['Salle 2026-12-03 2026-12-09 week']);
  });

  it('a session of today still needs, one of yesterday does not', () => {
    expect(todo(['accords'], { today: '2026-12-10' })).toHaveLength(1);
    expect(todo(['accords'], { today: '2026-12-11' })).toEqual([]);
  });
});

describe('a compromised session', () => {
  const compromised = (needs: string[], change: Partial<ProblemRow> = {}) =>
    judge(problem([session({ needs })], { today: '2026-12-10', ...change })).compromised;

  it('lacks, too late, a room, a provider or a vehicle, and nothing else', () => {
    for (const need of ['salle', 'intervenant', 'transport']) expect(compromised([need])).toEqual(['S1']);
    for (const need of ['groupe', 'information', 'accords', 'matériel', 'accompagnateur', 'goûter'])
      expect(compromised([need])).toEqual([]);
    expect(compromised(['salle', 'transport'])).toEqual(['S1']);
    expect(compromised(['salle'], { today: '2026-12-03' })).toEqual([]);
    expect(compromised(['salle'], { today: '2026-12-11' })).toEqual([]);
  });

  it('the needs that stop a session may be chosen, none too', () => {
    expect(compromised(['salle', 'accords'], { stops: ['accords'] })).toEqual(['S1']);
    expect(compromised(['salle'], { stops: ['accords'] })).toEqual([]);
    expect(compromised(['salle'], { stops: [] })).toEqual([]);
  });
});

describe('one order', () => {
  it('ids by UTF-16 code units, arrays by the JSON of their fields', () => {
    const ids = ['é', 'Z', 'a', '\uFFFD', '\u{1F600}', '"', 'S1 b', 'S1'];
    const sessions = ids.map((id) => session({ id, people: ['p'], needs: ['salle'] }));
    const { clashes: found, compromised, todo } = judge(problem(sessions, { today: '2026-12-10' }));
    expect(compromised).toEqual(['"', 'S1', 'S1 b', 'Z', 'a', 'é', '\u{1F600}', '\uFFFD']);
    expect(found.filter(({ ids }) => ids[0] === '"').map(({ ids }) => ids[1])).toEqual([
      'S1 b',
      'S1',
      'Z',
      'a',
      'é',
      '\u{1F600}',
      '\uFFFD'
    ]);
    // In JSON, « S1 » is closed by a quotation mark, which comes after a space.
    expect(todo.map(({ session: id }) => id).slice(0, 4)).toEqual(['S1 b', 'S1', 'Z', '"']);
  });
});
