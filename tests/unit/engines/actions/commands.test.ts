// npm run actions: clashes, needs and compromised sessions on standard output, an end with a code, a sentence for each thing to correct.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { actions } from '../../../../scripts/actions/actions.ts';
import { runByShell, runIn } from '../../../fixtures/command.ts';
import { draws } from '../../../draws.ts';
import { meeting, problem, session, smallProblems } from './problems.ts';

const folder = mkdtempSync(join(tmpdir(), 'actions-'));
afterAll(() => rmSync(folder, { recursive: true }));
const written = (text: string) => {
  const path = join(folder, 'problem.json');
  writeFileSync(path, text);
  return path;
};
const run = (document: unknown) => runIn(actions, written(JSON.stringify(document)));

it('ends with 0 where nothing clashes and nothing is compromised, with what is to be ready', async () => {
  const { status, stdout, lines } = await run(problem([session({ needs: ['salle'] })]));
  expect(status).toBe(0);
  expect(stdout).toBe(
    '{"clashes":[],"todo":[{"session":"S1","need":"salle","ask":"2026-11-10","latest":"2026-12-03","state":"week"}],"compromised":[]}\n'
  );
  expect(lines[0]).toBe('1 séance, 0 réunion');
});

it('ends with 1 on a clash, told in a sentence, the answer still on standard output', async () => {
  const { status, stdout, lines } = await run(
    problem([session({ people: ['p'], room: 'r' })], {
      meetings: [meeting({ people: ['p'], room: 'r' })]
    })
  );
  expect(status).toBe(1);
  expect(JSON.parse(stdout)).toMatchObject({ clashes: [{ kind: 'person' }, { kind: 'room' }] });
  expect(lines.slice(-2)).toEqual([
    'M1 et S1 : « p » ne peut pas être aux deux, à la même heure ou faute de temps pour la route',
    'M1 et S1 : la salle « r » est prise deux fois à la même heure'
  ]);
});

it('ends with 1 on a compromised session alone, with what it lacks', async () => {
  const late = problem([session({ needs: ['salle', 'accords'] })], { today: '2026-12-10' });
  const { status, stdout, lines } = await run(late);
  expect(status).toBe(1);
  expect(JSON.parse(stdout)).toMatchObject({ clashes: [], compromised: ['S1'] });
  expect(lines.at(-1)).toBe('S1 : compromise, il manque « salle » (au plus tard le 3 décembre 2026)');
});

it('a late need that stops nothing ends with 0', async () => {
  const { status } = await run(problem([session({ needs: ['accords'] })], { today: '2026-12-10' }));
  expect(status).toBe(0);
});

it('says which road counts 0 because it is not given, and which word it did not read', async () => {
  const two = [session({ people: ['p'] }), session({ id: 'S2', from: '17:00', to: '18:00', commune: 'B' })];
  two[1]!.people = ['p'];
  const { status, stderr } = await run({ ...problem(two), delais: {} });
  expect(status).toBe(0);
  expect(stderr).toContain('Route de « A » à « B » : absente de « minutes », comptée 0 minute.');
  expect(stderr).toContain('« delais » : la clé « delais » est inconnue');
});

it('tells its use by --help', async () => {
  const { status, stdout } = await runIn(actions, '--help');
  expect(status).toBe(0);
  expect(stdout).toContain('npm run actions');
});

it('is run by the shell, with its code', () => {
  const { status, stdout } = runByShell('actions/actions', written(JSON.stringify(problem([session()]))));
  expect({ status, stdout }).toEqual({ status: 0, stdout: '{"clashes":[],"todo":[],"compromised":[]}\n' });
});

it('gives its whole answer to whoever reads it through a pipe, however long, on an end with 1 too', () => {
  const sessions = Array.from({ length: 60 }, (_, at) => session({ id: `S${at}`, people: ['p'], room: 'r' }));
  const path = written(JSON.stringify(problem(sessions)));
  const tsx = join('node_modules', '.bin', 'tsx');
  const piped = `"${tsx}" scripts/actions/actions.ts "${path}" 2>/dev/null | { sleep 1; cat; }`;
  const { stdout } = spawnSync('sh', ['-c', piped], { encoding: 'utf8' });
  expect((JSON.parse(stdout) as { clashes: unknown[] }).clashes).toHaveLength(60 * 59);
});

describe('an unusable file ends with 2, nothing on standard output, and where, what, how to fix', () => {
  const refused: [string, unknown, string][] = [
    ['hours that are none', problem([session({ from: '24:00' })]), '« sessions[0].from »'],
    ['hours of one figure', problem([session({ from: '9:00' })]), '« sessions[0].from »'],
    ['minutes that are none', problem([session({ to: '16:60' })]), '« sessions[0].to »'],
    ['an end before the beginning', problem([session({ to: '13:00' })]), '« sessions[0].to »'],
    ['an end at the beginning', problem([session({ to: '14:00' })]), '« sessions[0].to »'],
    ['the same of a meeting', problem([], { meetings: [meeting({ to: '14:00' })] }), '« meetings[0].to »'],
    ['a date that does not exist', problem([session({ date: '2027-02-29' })]), '« sessions[0].date »'],
    ['another form of date', problem([session({ date: '10/12/2026' })]), '« sessions[0].date »'],
    ['a today that does not exist', problem([], { today: '2026-13-01' }), '« today »'],
    [
      'holidays that end before',
      problem([], { holidays: [['2027-01-03', '2026-12-19']] }),
      '« holidays[0] »'
    ],
    [
      'an absence that does not exist',
      problem([], { people: [{ id: 'p', away: [['2026-12-07', '2026-12-32']] }] }),
      '« people[0].away[0][1] »'
    ],
    ['two equal ids of sessions', problem([session(), session()]), '« sessions[1].id »'],
    ['two equal ids of meetings', problem([], { meetings: [meeting(), meeting()] }), '« meetings[1].id »'],
    [
      'a session with the id of a meeting',
      problem([session({ id: 'M1' })], { meetings: [meeting()] }),
      '« sessions[0].id »'
    ],
    ['an unknown status', problem([session({ status: 'tenue' })]), '« sessions[0].status »'],
    ['an unknown period', problem([session({ period: 'été' })]), '« sessions[0].period »'],
    ['people as a text', { ...problem([]), people: 'p' }, '« people »'],
    ['a person as a number', problem([{ ...session(), people: [3 as never] }]), '« sessions[0].people[0] »'],
    ['seats as a text', problem([{ ...session(), seats: '12' as never }]), '« sessions[0].seats »'],
    ['half a seat', problem([session({ seats: 1.5 })]), '« sessions[0].seats »'],
    ['seats below 0', problem([session({ seats: -1 })]), '« sessions[0].seats »'],
    ['a road below 0', problem([], { minutes: { A: { B: -1 } } }), '« minutes.A.B »'],
    ['a road as a text', problem([], { minutes: { A: { B: '5' as never } } }), '« minutes.A.B »'],
    ['roads as a number', problem([], { minutes: { A: 5 as never } }), '« minutes.A »'],
    ['one delay of two', problem([], { delays: { salle: [3] as never } }), '« delays.salle'],
    ['a delay as a text', problem([], { delays: { salle: ['3', 1] as never } }), '« delays.salle[0] »'],
    ['no list of sessions', { ...problem([]), sessions: undefined }, '« sessions »'],
    ['a list in the place of the problem', [], 'attendu {…}']
  ];
  it.each(refused)('%s', async (_, document, place) => {
    const { status, stdout, stderr, lines } = await run(document);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toContain(place);
    expect(lines.every((line) => line.startsWith('problem.json'))).toBe(true);
    expect(stderr).toMatch(/Corrigez|Donnez/);
  });

  it('what is no JSON, and a file that is not there', async () => {
    const cut = await runIn(actions, written('{"today": '));
    expect({ status: cut.status, stdout: cut.stdout, lines: cut.lines.length }).toEqual({
      status: 2,
      stdout: '',
      lines: 1
    });
    expect((await runIn(actions, join(folder, 'none.json'))).status).toBe(2);
    expect((await runIn(actions)).status).toBe(2);
  });

  it('all causes at once', async () => {
    const { lines } = await run(problem([session({ date: 'demain', from: '14h' }), session({ to: '' })]));
    expect(lines).toHaveLength(3);
  });
});

/** Where the values of a document are. */
function placesIn(value: unknown, path: (string | number)[] = []): (string | number)[][] {
  const within = typeof value === 'object' && value !== null ? Object.entries(value) : [];
  return [path, ...within.flatMap(([key, inner]) => placesIn(inner, [...path, key]))];
}

it('a problem damaged anywhere has an answer, or is refused with its causes; no other end', async () => {
  const odd = [null, 0, -1, 1e300, 'x', '', '2026-02-30', [], {}, true, [[]], { id: 'S1' }];
  await fc.assert(
    fc.asyncProperty(smallProblems, fc.nat(), fc.constantFrom(...odd), async (document, at, value) => {
      const given = { top: structuredClone(document) as unknown };
      const places = placesIn(given).slice(1);
      const place = places[at % places.length]!;
      let holder = given as Record<string | number, unknown>;
      for (const key of place.slice(0, -1)) holder = holder[key] as Record<string | number, unknown>;
      holder[place.at(-1)!] = value;
      const { status, stdout, stderr } = await run(given.top);
      expect(stderr).not.toContain('Arrêt imprévu');
      if (status === 2)
        expect({ stdout, isTold: stderr.includes('problem.json') }).toEqual({ stdout: '', isTold: true });
      else expect(Object.keys(JSON.parse(stdout) as object)).toEqual(['clashes', 'todo', 'compromised']);
    }),
    { numRuns: draws(3) }
  );
});

it('reads the same problem with null left out, the period of the reader’s apostrophe, and a byte order mark', async () => {
  const { room: _, seats: __, enrolled: ___, ...bare } = session({ period: 'toute l’année' });
  const text = JSON.stringify(problem([bare as never], { holidays: [['2026-12-10', '2026-12-10']] }));
  const { status } = await runIn(actions, written(`\uFEFF${text}`));
  expect(status).toBe(0);
});
