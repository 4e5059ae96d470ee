// Commands given absurd numbers: an answer, or a refusal that says where; never another error, which would be a trace on screen.
import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { judgeActions, readActions } from '../../../src/lib/engines/actions/index.ts';
import { planAgenda, readAgenda } from '../../../src/lib/engines/agenda/index.ts';
import { checkCertificate } from '../../../src/lib/engines/proof/index.ts';
import { planRoute, readRoute } from '../../../src/lib/engines/route/index.ts';
import { readProblem, solveAssignment } from '../../../src/lib/engines/assignment/index.ts';
import { forecast, readSeries } from '../../../src/lib/engines/demand/index.ts';
import { audit, checkProtection, readCube } from '../../../src/lib/engines/disclosure/index.ts';
import { planMeetings, readMeetings } from '../../../src/lib/engines/meetings/index.ts';
import { matrixFromJson } from '../../../src/lib/engines/travel/index.ts';
import { findingSentence } from '../../../src/lib/i18n/findings/findings.ts';
import { UnusableInput } from '../../../src/lib/model/findings.ts';
import type { LinearSolver } from '../../../src/lib/model/linear.ts';
import { bootHighs } from '../../../src/lib/solver/highs.ts';
import { unforeseenLines } from '../../../scripts/shell.ts';
import { twoWay } from '../../fixtures/disclosure/tables.ts';

const RUNS = Number(process.env.SOAK ?? 12);
const QUICK = 0.1;

let solver: LinearSolver;
beforeAll(async () => {
  solver = await bootHighs();
});

const units = Array.from({ length: 6 }, (_, i) => ({
  id: `U${i}`,
  workload: 60 + 10 * i,
  pupils: 20 + i,
  visits: 1 + (i % 3),
  stopMinutes: 5,
  current: `R${i % 2}`,
  lat: 50.3 + i / 100,
  lon: 3.5
}));
const referents = [0, 1].map((j) => ({ id: `R${j}`, fte: 1, base: { lat: 50.3 + j / 10, lon: 3.5 } }));
const split = {
  units,
  referents,
  minutes: referents.map((_, j) => units.map((_unit, i) => 5 + ((7 * i + 3 * j) % 20))),
  tolerance: 0.3,
  maxPupilsMoved: 60,
  stability: 2,
  coordinatorTolerance: 0.5
};
const route = {
  ...split,
  waiting: ['U4', 'U5'],
  years: [
    { label: '2026-2027', posts: 2 },
    { label: '2027-2028', posts: 3 }
  ],
  candidates: [{ id: 'here', lat: 50.31, lon: 3.52 }],
  growth: 2,
  capacity: 300
};
const meetings = {
  calendar: ['2026-09-07', '2026-09-08', '2026-09-21', '2026-09-22', '2026-10-05'],
  teams: ['A', 'B'].map((id) => ({
    id,
    coordinator: 'k',
    meetings: 2,
    commune: id,
    members: [{ partner: `p${id}`, weight: 2, class: 'ecole' }],
    quorum: { ecole: 1 },
    band: [5, 40]
  })),
  coordinators: [{ id: 'k', commune: 'A' }],
  away: [{ who: 'pA', weekday: 1 }],
  minutes: { A: { A: 0, B: 15 }, B: { A: 15, B: 0 } },
  locked: [{ team: 'A', number: 1, date: '2026-09-08', half: 'am' }]
};
const agendas = {
  months: 6,
  meetings: [1, 2].map((number) => ({ team: 'A', number, date: `2026-1${number}-05`, capacity: 2 })),
  situations: ['P1', 'P2', 'P3'].map((id) => ({
    id,
    team: 'A',
    opened: '2026-03-02',
    seen: null,
    until: null
  })),
  horizon: ['2026-09-01', '2027-07-04']
};
const sessions = {
  today: '2026-12-01',
  delays: { salle: [30, 7] },
  holidays: [],
  rooms: [],
  people: [],
  minutes: { A: { B: 15 }, B: { A: 20 } },
  meetings: [],
  sessions: ['A', 'B'].map((commune, at) => ({
    id: commune,
    sheet: 'F',
    date: '2026-12-10',
    from: `1${at}:00`,
    to: `1${at}:45`,
    commune,
    room: null,
    people: ['p'],
    seats: 12,
    enrolled: 10,
    needs: ['salle'],
    ready: [],
    status: 'planned'
  }))
};
const series = {
  years: [2021, 2022, 2023, 2024],
  series: [
    { id: 'a', values: [12, 14, 15, 18] },
    { id: 'b', values: [30, 31, 35, 33] }
  ],
  horizon: 2,
  level: 0.8
};
const cube = twoWay([[20, 3, 15], [5, 19, 5], [17, 13, 30]], ['r1 c2', 'r2 c1', 'r2 c3', 'r1 c1', 'r3 c2'], 11); // prettier-ignore
const matrix = { points: ['a', 'b'], seconds: [[0, 60], [60, 0]], metres: [[0, 900], [900, 0]] }; // prettier-ignore

const bytes = (value: unknown) => new TextEncoder().encode(JSON.stringify(value));
const sha256 = (data: Uint8Array) => createHash('sha256').update(data).digest('hex');
/** A certificate signed for a file, so that the checkers read the file. */
function signedFor(file: Uint8Array): Uint8Array {
  const own = { cube: sha256(file), problem: sha256(file) };
  const body = { version: 1, k: 11, ...own, scale: 256, claim: 'infeasible', tree: {}, leaves: [], tables: [], witnesses: [] }; // prettier-ignore
  return bytes({ ...body, digest: sha256(bytes(body)) });
}

/** Each command: a file that it reads, and all that it does with one. */
const COMMANDS: [name: string, document: unknown, run: (document: unknown) => unknown][] = [
  ['split', split, (given) => solveAssignment(solver, readProblem(given).problem, { seconds: QUICK })],
  ['route', route, (given) => planRoute(solver, readRoute(given).route, { seconds: QUICK })],
  [
    'meetings',
    meetings,
    (given) =>
      planMeetings(readMeetings(given).problem, { seconds: QUICK, solver: () => Promise.resolve(solver) })
  ],
  ['actions', sessions, (given) => judgeActions(readActions(given).year)],
  ['agenda', agendas, (given) => planAgenda(readAgenda(given).problem)],
  [
    'forecast',
    series,
    (given) => {
      const { table, horizon, level } = readSeries(given);
      return forecast(table, { horizon, level });
    }
  ],
  ['audit', cube, (given) => audit(solver, [readCube(given, 'cube.json')], {})],
  ['check', cube, (given) => checkProtection(bytes(given), signedFor(bytes(given)))],
  ['check', split, (given) => checkCertificate(bytes(given), signedFor(bytes(given)))],
  ['matrix', matrix, (given) => matrixFromJson(given)]
];

const ABSURD = [1e308, -1e308, 1e15, -1, 0, 2 ** 53, 2 ** 31, 5e-324, 0.1, 1e9, 123456.789, 1e6, 9999];

/** Where the numbers of a document are. */
function numbersIn(value: unknown, path: (string | number)[] = []): (string | number)[][] {
  if (typeof value === 'number') return [path];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => numbersIn(inner, [...path, key]));
}

function put(document: unknown, path: readonly (string | number)[], value: number): void {
  let at = document as Record<string | number, unknown>;
  for (const key of path.slice(0, -1)) at = at[key] as Record<string | number, unknown>;
  at[path.at(-1)!] = value;
}

async function expectAnswerOrRefusal(run: (given: unknown) => unknown, given: unknown): Promise<void> {
  try {
    const answer = await run(given);
    // What is printed can be read again: no number is lost as Infinity or NaN.
    expect(JSON.stringify(answer, (_, one: unknown) => (typeof one === 'number' && !Number.isFinite(one) ? 'LOST' : one) )).not.toContain('LOST'); // prettier-ignore
  } catch (error) {
    if (!(error instanceof UnusableInput)) throw error;
    for (const finding of [error.finding, ...error.findings])
      expect(findingSentence(finding)).toMatch(/\S{3}/);
  }
}

describe('a command given absurd numbers', () => {
  it.each(COMMANDS)('%s: answers, or refuses and says where', async (_, document, run) => {
    const paths = numbersIn(document);
    const change = fc.record({
      at: fc.nat(paths.length - 1),
      value: fc.constantFrom(...ABSURD),
      other: fc.option(fc.tuple(fc.nat(paths.length - 1), fc.constantFrom(...ABSURD)), { freq: 4 })
    });
    await fc.assert(
      fc.asyncProperty(change, async ({ at, value, other }) => {
        const given = structuredClone(document);
        put(given, paths[at]!, value);
        if (other) put(given, paths[other[0]]!, other[1]);
        await expectAnswerOrRefusal(run, given);
      }),
      { numRuns: RUNS, seed: 11 }
    );
  });

  it.each([
    ['split', { ...split, units: [{ ...units[0]!, workload: 1e308 }, ...units.slice(1)] }, readProblem, 'units[0].workload'],
    ['split', { ...split, units: [{ ...units[0]!, workload: 1e15 }, ...units.slice(1)] }, readProblem, 'units[0].workload'],
    ['route', { ...route, growth: 1e308 }, readRoute, 'growth'],
    ['route', { ...route, growth: 900, years: [{ label: '2026', posts: 2 }, { label: '2031', posts: 2 }] }, readRoute, 'growth, 2031'],
    ['route', { ...route, years: [{ label: '2026', posts: 10_000 }] }, readRoute, 'years[0].posts'],
    ['meetings', { ...meetings, minutes: { A: { B: 1e308 }, B: { A: 15 } } }, readMeetings, 'minutes.A.B'],
    ['agenda', { ...agendas, horizon: ['2026-09-01', '9999-12-31'] }, readAgenda, 'horizon'],
    ['meetings', { ...meetings, calendar: ['0001-01-01', '9999-12-31'] }, readMeetings, 'calendar']
  ])('%s: refuses %# and names the place', (_, document, read, column) => {
    expect(() => (read as (given: unknown) => unknown)(document)).toThrow(
      expect.objectContaining({ finding: expect.objectContaining({ column }) as object })
    );
  }); // prettier-ignore

  it('route: keeps its time with 250 new posts for 60 schools', () => {
    const many = Array.from({ length: 60 }, (_, i) => ({ ...units[i % 6]!, id: `U${i}`, workload: 50 + i }));
    const { route: large } = readRoute({
      ...route,
      units: many,
      minutes: referents.map((_, j) => many.map((_unit, i) => 5 + ((7 * i + 3 * j) % 20))),
      years: [{ label: '2026', posts: 250 }]
    });
    // The processor's time: the machine may be busy with other work.
    const before = process.cpuUsage();
    const found = planRoute(solver, large, { seconds: 1 });
    const { user, system } = process.cpuUsage(before);
    expect(found.years[0]!.label).toBe('2026');
    expect((user + system) / 1e6).toBeLessThan(4);
  });

  it('ends with one sentence and no trace where no check foresaw the error', () => {
    const lines = unforeseenLines(new RangeError('Invalid array length\n    at somewhere'));
    expect(lines.join('\n')).toContain('Arrêt imprévu, sans résultat : Invalid array length');
    expect(lines.join('\n')).not.toMatch(/^\s*at /m);
  });
});
