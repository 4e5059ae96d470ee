// `npm run safe` and `npm run audit` from the shell: what they write, what they say, and how they end.
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readCube, type PublishedCube } from '../../../../src/lib/engines/disclosure/published-cube.ts';
import type { ProtectionReport } from '../../../../src/lib/engines/disclosure/publish/protect.ts';
import { auditCubes } from '../../../../scripts/audit.ts';
import { check } from '../../../../scripts/check.ts';
import { safe } from '../../../../scripts/safe.ts';
import { runByShell, runIn } from '../../../fixtures/command.ts';
import { twoWay } from '../../../fixtures/disclosure/tables.ts';

const HEADER = 'case_id;school_year;uai;qpv;commune;level;theme;family_id;visits';
const BAD = [
  'N1;01/09/2024;0590001F;;59606;elementaire;sante;G1;4',
  'N2;2024-2025;0590001F;;59606;elementaire;sante;G2;2,5',
  `=HYPERLINK("x");2024-2025;0590001F;;59606;elementaire;sante;G3;4`
];
const GOOD = [60, 24].flatMap((children, c) =>
  Array.from({ length: children }, (_, i) => {
    const theme = ['sante', 'parentalite'][i % (c === 0 ? 3 : 4) === 0 ? 0 : 1];
    return `CANARI7Q-${c}-${i};2024-2025;0590001F;;5960${6 + c};elementaire;${theme};FAMILLE7Q-${c}-${i};3`;
  })
);

let folder: string;
const at = (name: string) => join(folder, name);
const put = async (name: string, text: string) => {
  await writeFile(at(name), text);
  return at(name);
};
const cube = (
  name: string,
  hidden: string[],
  values = [
    [20, 3, 15],
    [5, 19, 5],
    [17, 13, 30]
  ]
) => put(name, JSON.stringify(twoWay(values, hidden, 11)));

const COMMANDS = { safe, audit: auditCubes, check };
type Name = keyof typeof COMMANDS;

async function run(name: Name, ...args: string[]) {
  if (name === 'safe' && !args.includes('--schools')) args.push('--schools', at('deux-ecoles.csv'));
  return runAsIs(name, ...args);
}

/** --help by the shell, the rest in this process. */
async function runAsIs(name: Name, ...args: string[]) {
  const ended = args[0] === '--help' ? runByShell(name, ...args) : await runIn(COMMANDS[name], ...args);
  return { code: ended.status, out: ended.stdout, err: ended.stderr };
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'protection-'));
  await put('cas.csv', [HEADER, ...GOOD, ...BAD].join('\n'));
  await put('deux-ecoles.csv', 'uai;commune;kind\n0590001F;59606;primaire\n0590002G;59606;primaire\n');
});
afterAll(() => rm(folder, { recursive: true }));

describe('npm run safe', () => {
  let first: Awaited<ReturnType<typeof run>>;
  const published = async (out: string) =>
    readCube(JSON.parse(await readFile(at(`${out}/cube.json`), 'utf8')), 'cube.json');
  beforeAll(async () => {
    first = await run('safe', '--in', at('cas.csv'), '--out', at('public'), '--k=11');
  });

  it('writes a cube and two reports, and beside the case file every faulty row by line and column', async () => {
    expect(first.code, first.err).toBe(0);
    expect(JSON.parse(first.out)).toMatchObject({
      published: expect.any(Number),
      hidden: expect.any(Number)
    });
    const { k, cells } = await published('public');
    expect(k).toBe(11);
    expect(cells.filter(({ value = 11 }) => value < 11)).toEqual([]);
    const text = await readFile(at('public/report.json'), 'utf8');
    const report = JSON.parse(text) as ProtectionReport;
    expect(report).toMatchObject({ k: 11, families: 3, method: 'exact', audit: { open: [] } });
    expect(report.years).toMatchObject([{ year: '2024-2025', status: 'optimal', gap: 0 }]);
    const remarks = (await readFile(at('remarques-a-garder.csv'), 'utf8')).split('\r\n').slice(1, -1);
    expect(remarks.map((one) => one.split(';').slice(0, 2).join(' '))).toEqual([
      '86 school_year',
      '87 visits',
      '88 case_id'
    ]);
    expect(first.err).toContain('87 lignes lues, 85 retenues');
  });

  it('leaves no child, no family, no formula and no count of small cells in what it writes', async () => {
    for (const name of ['cube.json', 'report.json', 'report.html', 'protection-certificate.json']) {
      const text = await readFile(at(`public/${name}`), 'utf8');
      expect(text, name).not.toMatch(/CANARI7Q|FAMILLE7Q|HYPERLINK/);
      expect(text, name).not.toMatch(/"(primary|secondary|notEmpty)"/);
    }
    const html = await readFile(at('public/report.html'), 'utf8');
    expect(html).toContain('Il n’en a retrouvé aucun.');
    expect(html).not.toMatch(/<script|https?:|src=/);
  });

  it('gives a cube whose certificate npm run check accepts, and for no other cube', async () => {
    const certificate = at('public/protection-certificate.json');
    const { code, out } = await run('check', at('public/cube.json'), certificate);
    expect([code, JSON.parse(out)]).toMatchObject([0, { accepted: true, claim: { k: 11 } }]);
    await put('other.json', `${await readFile(at('public/cube.json'), 'utf8')} `);
    const other = await run('check', at('other.json'), certificate);
    expect(other.code).toBe(1);
    expect(other.err).toContain('autre cube');
  });

  it('gives a cube that npm run audit accepts', async () => {
    const { code, out } = await run('audit', at('public/cube.json'));
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ k: 11, open: [] });
  });

  it('ends with 1 when what was published before denies protection, naming the count and what to merge it with', async () => {
    const former = at('interne.json');
    const { dimensions, cells, ...rest }: PublishedCube = await published('public');
    const given = cells.map((cell) =>
      cell.key.join() === '59607,ALL,ALL,sante' ? { key: cell.key, value: 6 } : cell
    );
    await writeFile(former, JSON.stringify({ ...rest, dimensions, cells: given }));
    const { code, err } = await run('safe', '--in', at('cas.csv'), '--out', at('tard'), '--former', former);
    expect(code, err).toBe(1);
    expect(err).toMatch(
      /case « 59607 \/ ALL \/ elementaire \/ sante » : .*ne peut pas être protégé.*réunissez-le avec « 59607 \/ ALL \/ elementaire \/ parentalite »/
    );
    expect(existsSync(at('tard'))).toBe(false);
  });

  it('told where schools stand, shows no level or theme of a place with one', async () => {
    const schools = await put(
      'ecoles.csv',
      'uai;commune;kind\n0590001F;59606;primaire\n0590002G;59607;primaire\n'
    );
    const { code, err } = await run(
      'safe',
      '--in',
      at('cas.csv'),
      '--out',
      at('ecoles'),
      '--schools',
      schools
    );
    expect(code, err).toBe(0);
    const { alone, cells } = await published('ecoles');
    expect(alone).toEqual([{ zone: '59606' }, { zone: '59607' }]);
    const details = cells.filter(
      ({ key }) => key[0]?.startsWith('596') && key.slice(2).some((one) => one !== 'ALL')
    );
    expect(details.filter(({ value }) => value !== undefined)).toEqual([]);
    expect(await readFile(at('ecoles/report.html'), 'utf8')).toContain(
      'le détail des lieux d’une seule école'
    );
  });

  it('refuses, by 1 and a sentence, to call anything safe without the kind of every school', async () => {
    const args = ['--in', at('cas.csv'), '--out', at('sans')];
    const without = await runAsIs('safe', ...args);
    expect([without.code, without.out]).toEqual([1, '']);
    expect(without.err).toMatch(/école sans nature : 0590001F.*Rien n’est publié.*--schools/s);
    const noKind = await put('sans-nature.csv', 'uai;commune\n0590001F;59606\n0590002G;59606\n');
    const partly = await runAsIs('safe', ...args, '--schools', noKind);
    expect(partly.code).toBe(1);
    expect(partly.err).toMatch(/2 écoles sans nature, dont 0590001F, 0590002G/);
    expect(existsSync(at('sans'))).toBe(false);
  });

  it('after a release at 11, publishes at 5 and is audited at 5', async () => {
    const former = at('public/cube.json');
    const args = ['--in', at('cas.csv'), '--out', at('cinq'), '--k', '5', '--former', former];
    const { code, err } = await run('safe', ...args);
    expect(code, err).toBe(0);
    const report = JSON.parse(await readFile(at('cinq/report.json'), 'utf8')) as ProtectionReport;
    expect(report).toMatchObject({ k: 5, audit: { k: 5, open: [] } });
    const both = await run('audit', at('cinq/cube.json'), former);
    expect([both.code, (JSON.parse(both.out) as { k: number }).k]).toEqual([0, 5]);
  });

  it('names its year, and is audited together with the release of another year', async () => {
    const later = GOOD.slice(4).map((line) => line.replace('2024-2025', '2025-2026'));
    await put('suite.csv', [HEADER, ...later].join('\n'));
    const former = at('public/cube.json');
    const { code, err } = await run(
      'safe',
      '--in',
      at('suite.csv'),
      '--out',
      at('suite'),
      '--former',
      former
    );
    expect(code, err).toBe(0);
    expect([(await published('public')).years, (await published('suite')).years]).toEqual([
      ['2024-2025'],
      ['2025-2026']
    ]);
    const joint = await run('audit', at('suite/cube.json'), former);
    expect(joint.code, joint.err).toBe(0);
    const { dimensions, published: shown } = JSON.parse(joint.out) as {
      dimensions: string[];
      published: number;
    };
    expect(dimensions[0]).toBe('year');
    const alone = await run('audit', former);
    expect(shown).toBeGreaterThan((JSON.parse(alone.out) as { published: number }).published);
  });

  it('finds communes and QPV by their names, says so in the terminal, and writes no such name', async () => {
    const named = GOOD.map((line) => line.replace(';59606;', ';VALENCIENNES;')).map((line, i) =>
      i < 15 ? line.replace(';0590001F;;', ';0590001F;Chasse Royale;') : line
    );
    await put('noms.csv', [HEADER, ...named].join('\n'));
    const qpvs = await put('qpvs.csv', 'code;name;communes\nQN05930M;Chasse Royale;"[""59606""]"\n');
    const { code, err } = await run(
      'safe',
      '--in',
      at('noms.csv'),
      '--out',
      at('noms'),
      '--k',
      '5',
      '--qpvs',
      qpvs
    );
    expect(code, err).toBe(0);
    expect(err).toMatch(/VALENCIENNES|compris/);
    const { cells } = await published('noms');
    expect(cells.some(({ key }) => key[0] === '59606')).toBe(true);
    expect(cells.some(({ key }) => key[0] === 'QN05930M')).toBe(true);
    for (const name of ['cube.json', 'report.json', 'report.html']) {
      expect(await readFile(at(`noms/${name}`), 'utf8')).not.toMatch(/VALENCIENNES|Chasse/);
    }
  });

  it.each([
    [['--in', 'absent.csv', '--out', 'x'], /absent\.csv : /],
    [
      ['--in', 'cas.csv', '--out', 'x', '--method', 'round'],
      /--method : attendu exact, gauss, trouvé « round »/
    ]
  ])('ends with 2 and the cause after %j', async (args, cause) => {
    const { code, out, err } = await run('safe', ...args);
    expect(code).toBe(2);
    expect(out).toBe('');
    expect(err).toMatch(cause);
  });
});

describe('npm run audit', () => {
  it('ends with 1 on a lone hidden cell, and says its interval and the sum that gives it away', async () => {
    const { code, out, err } = await run('audit', await cube('seule.json', ['r1 c2']), '--k', '11');
    expect(code).toBe(1);
    expect(JSON.parse(out)).toMatchObject({
      open: expect.arrayContaining([expect.objectContaining({ names: ['r1', 'c2'], lo: 3, hi: 3 })])
    });
    expect(err).toContain('r1 / c2 : vaut 3');
    expect(err).toMatch(/au plus 3 = 38 \[r1 \/ ALL\] - 20 \[r1 \/ c1\] - 15 \[r1 \/ c3\] \(1 somme\)/);
  });

  it('takes several releases as one: each may be safe, and both together open', async () => {
    const values = [
      [20, 3, 30],
      [15, 19, 15],
      [17, 13, 30]
    ];
    const one = await cube('une.json', ['r1 c1', 'r1 c2', 'r2 c1', 'r2 c2'], values);
    const two = await cube('deux.json', ['r1 c2', 'r1 c3', 'r2 c2', 'r2 c3'], values);
    expect((await run('audit', one)).code).toBe(0);
    const { code, err } = await run('audit', one, two);
    expect(code).toBe(1);
    expect(err).toContain('r1 / c2 : vaut 3');
  });

  it.each([
    [
      'a figure beside a hidden cell',
      async () => [
        await put(
          'y.json',
          JSON.stringify({
            k: 11,
            dimensions: [{ name: 'a', trees: [{ ALL: { b: {}, c: {} } }] }],
            cells: [{ key: ['b'], suppressed: true, visits: 4 }]
          })
        )
      ],
      /y\.json, colonne « cells\[0\]\.visits »/
    ],
    [
      'totals that do not add up',
      async () => [
        await put(
          'z.json',
          (await readFile(await cube('s.json', []), 'utf8')).replace('"value":20', '"value":21')
        )
      ],
      /z\.json.*les parties ne font pas le total/
    ]
  ])('ends with 2 on %s', async (_, args, cause) => {
    const { code, out, err } = await run('audit', ...(await args()));
    expect(code).toBe(2);
    expect(out).toBe('');
    expect(err).toMatch(cause);
  });

  it('accuses the assumption of --zeros, not the file, when a hidden count must be zero', async () => {
    const empty = await cube(
      'vide.json',
      ['r1 c1', 'r1 c2', 'r2 c1', 'r2 c2'],
      [
        [0, 0],
        [15, 19]
      ]
    );
    expect((await run('audit', empty)).code).toBe(0);
    const { code, err } = await run('audit', empty, '--zeros');
    expect(code).toBe(2);
    expect(err).toMatch(/au moins une case protégée y est forcément vide.*sans --zeros/s);
    expect(err).not.toContain('les parties ne font pas le total');
  });

  it('tells how it is used', async () => {
    const { code, out } = await run('audit', '--help');
    expect(code).toBe(0);
    expect(out).toContain('Usage : npm run audit');
  });
});
