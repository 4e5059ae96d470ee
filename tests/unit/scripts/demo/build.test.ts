// The data build: done once, done again when something changed, stopped by a bad fact with the place that is wrong.
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readFacts } from '../../../../scripts/demo/facts.ts';
import { number, oneOf, readTable } from '../../../../scripts/demo/read-table.ts';
import { readYears } from '../../../../scripts/demo/years.ts';
import { DATA_INPUTS, hashOfFolders, isFresh, stampBuild } from '../../../../scripts/demo/stamp.ts';
import { ROOT } from './repository.ts';
import { importsOf, textsOf } from '../../house/source-files.ts';

const folder = mkdtempSync(join(tmpdir(), 'maillage-'));
afterAll(() => rmSync(folder, { recursive: true }));

function written(name: string, content: string): string {
  const path = join(folder, name);
  mkdirSync(join(path, '..'), { recursive: true });
  writeFileSync(path, content);
  return path;
}

/** The repository's facts, with one text of one file replaced. */
function spoiled(file: string, from: string, to: string): string {
  const root = mkdtempSync(join(folder, 'facts-'));
  for (const part of ['data', 'geo']) cpSync(join(ROOT, part), join(root, part), { recursive: true });
  const path = join(root, file);
  const before = readFileSync(path, 'utf8');
  expect(before).toContain(from);
  writeFileSync(path, before.replace(from, to));
  return root;
}

describe('a build', () => {
  const stamp = join(folder, 'cache/stamp.json');

  it('is fresh until an input or an output changes, or an output is gone', () => {
    written('in/a.csv', 'a');
    const out = written('out/tables/a.arrow', 'A');
    const inputs = () => hashOfFolders(folder, ['in', 'absent']);
    const fresh = () => isFresh(stamp, inputs(), join(folder, 'out'));
    expect(fresh()).toBe(false);
    stampBuild(stamp, inputs(), join(folder, 'out'), [out]);
    expect(fresh()).toBe(true);
    written('out/tables/a.arrow', 'B');
    expect(fresh()).toBe(false);
    written('out/tables/a.arrow', 'A');
    expect(fresh()).toBe(true);
    written('in/a.csv', 'b');
    expect(fresh()).toBe(false);
    written('in/a.csv', 'a');
    rmSync(out);
    expect(fresh()).toBe(false);
  });

  it('takes away what the former build wrote and this one did not, and nothing else', () => {
    const [kept, gone, foreign] = ['a', 'b', 'c'].map((name) => written(`outputs/${name}.json`, name)) as [
      string,
      string,
      string
    ];
    const at = join(folder, 'cache/outputs.json');
    stampBuild(at, '', join(folder, 'outputs'), [kept, gone]);
    stampBuild(at, '', join(folder, 'outputs'), [kept]);
    expect([kept, gone, foreign].map((path) => existsSync(path))).toEqual([true, false, true]);
  });

  it('counts among its inputs every file that it imports, at whatever depth', () => {
    const texts = textsOf('src/lib', 'scripts');
    const reached = new Set(['scripts/build-data.ts']);
    for (const path of reached)
      for (const imported of importsOf(path, texts.get(path) ?? '', { types: false })) reached.add(imported);
    expect(reached.size).toBeGreaterThan(300);
    const counts = (path: string) =>
      DATA_INPUTS.some((input) => path === input || path.startsWith(`${input}/`));
    expect([...reached].filter((path) => !counts(path))).toEqual([]);
  });

  it('depends on the names of its inputs, not on their dates', () => {
    written('named/a.csv', 'x');
    const before = hashOfFolders(folder, ['named']);
    written('named/a.csv', 'x');
    expect(hashOfFolders(folder, ['named'])).toBe(before);
    written('named/b.csv', 'x');
    expect(hashOfFolders(folder, ['named'])).not.toBe(before);
  });
});

describe('the commands', () => {
  const run = (script: string, ...args: string[]) =>
    spawnSync(join(ROOT, 'node_modules/.bin/tsx'), [join(ROOT, script), ...args], { encoding: 'utf8' });

  it('explain themselves on request', () => {
    for (const script of ['scripts/build-data.ts', 'scripts/demo/write-cases.ts']) {
      const { status, stdout } = run(script, '--help');
      expect([status, stdout.split(' ')[0]]).toEqual([0, 'Usage']);
    }
  });

  it('refuse an option that they do not know', () => {
    const { status, stderr } = run('scripts/build-data.ts', '--fast');
    expect(status).toBe(2);
    expect(stderr).toMatch(/--fast/);
  });

  it('write the case file anywhere but where all is published', () => {
    const refused = run('scripts/demo/write-cases.ts', '--out', join(ROOT, 'static/cases.csv'));
    expect([refused.status, refused.stderr.includes('tout est publié')]).toEqual([2, true]);
    const out = join(folder, 'private/cases.csv');
    expect(run('scripts/demo/write-cases.ts', '--out', out).status).toBe(0);
    const lines = readFileSync(out, 'utf8').trimEnd().split('\n');
    const details = 'sex;birth_year;oriented_by;reasons;profile;entry;exit;exit_reason;last_review';
    expect(lines[0]).toBe(`case_id;school_year;uai;qpv;commune;level;theme;family_id;visits;${details}`);
    expect(lines).toHaveLength(1 + 240 + 270 + 300 + 340 + 380);
  });
});

describe('a bad fact stops the build and says where', () => {
  it.each([
    [
      'data/demo/schools.csv',
      ';3.51017;50.3745;',
      ';3,515;50.3773;',
      /schools\.csv, ligne 3, colonne « lon » : attendu un nombre, trouvé « 3,515 »/
    ],
    [
      'data/demo/schools.csv',
      ';primaire;',
      ';lycee;',
      /schools\.csv, ligne 3, colonne « kind » : attendu .*college, trouvé « lycee »/
    ],
    ['data/demo/schools.csv', 'uai;name', 'uai;nom', /schools\.csv : attendu une colonne « name »/],
    ['data/demo/qpv.csv', ';59153;', ';59153;x;', /qpv\.csv, ligne 5 : attendu 4 cases, trouvé « 5 »/],
    [
      'geo/demo/commune-outlines.csv',
      '59014;',
      '59999;',
      /commune-outlines\.csv : attendu un contour pour 59014/
    ]
  ])('%s: %s', (file, from, to, message) => {
    const root = spoiled(file, from, to);
    expect(() => readFacts(root)).toThrow(message);
  });

  it('a year that is none', () => {
    const root = spoiled('data/demo/service-years.csv', '2021-2022', '2021-2023');
    expect(() => readYears(root)).toThrow(/ligne 2 : attendu une année scolaire, trouvé « 2021-2023 »/);
  });

  it('a file that is gone', () => {
    expect(() => readTable(folder, 'data/demo/none.csv')).toThrow(/none\.csv : attendu ce fichier, absent/);
  });

  it('an empty number, an unknown word', () => {
    written('t.csv', 'a;b\n;x\n');
    const [row] = readTable(folder, 't.csv');
    if (!row) throw new Error('no row');
    expect(() => number(row, 'a')).toThrow(/t\.csv, ligne 2, colonne « a »/);
    expect(() => oneOf(row, 'b', ['y', 'z'])).toThrow(/attendu y, z, trouvé « x »/);
  });
});
