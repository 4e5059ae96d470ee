// What `npm run safe` calls publishable gives no hidden count away by its remarks: each report can be made again from the cube that is published beside it.
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { safe } from '../../../../scripts/safe.ts';
import { casePlaces } from '../../../../scripts/safe/case-places.ts';
import { readKnownSchools } from '../../../../scripts/safe/known-schools.ts';
import { readCases } from '../../../../scripts/safe/read-cases.ts';
import { audit, readCube, type PublishedCube } from '../../../../src/lib/engines/disclosure/index.ts';
import { findingCodes, findingSentence } from '../../../../src/lib/i18n/findings/findings.ts';
import type { Finding } from '../../../../src/lib/model/findings.ts';
import { bootHighs } from '../../../../src/lib/solver/highs.ts';
import { runIn } from '../../../fixtures/command.ts';

const K = 11;
const HEADER =
  'case_id;school_year;uai;ecole;commune_ecole;qpv;commune;level;theme;family_id;visits;sexe;naissance;motifs;profil;entree';
interface Row {
  [column: string]: string;
}
let line = 0;
const row = (change: Row = {}): string => {
  line += 1;
  const usual: Row = {
    case_id: `N${line}`,
    school_year: '2024-2025',
    uai: '0590001F',
    commune: '59606',
    level: 'elementaire',
    theme: line % 3 === 0 ? 'sante' : 'parentalite',
    family_id: `G${line}`,
    visits: '3',
    motifs: 'langage'
  };
  return HEADER.split(';')
    .map((name) => ({ ...usual, ...change })[name] ?? '')
    .join(';');
};
const times = (count: number, change: Row) => Array.from({ length: count }, () => row(change));

/** Sixty children and, each fewer times than the threshold, whatever a row can be reproached with. */
const CASES = [
  ...times(60, {}),
  ...times(24, { commune: '59014' }),
  // Children of an unknown level or of a theme of none: how many is a hidden count.
  ...times(7, { level: '' }),
  ...times(4, { theme: 'yoga' }),
  row({ theme: 'poterie' }),
  ...times(2, { level: 'crèche' }),
  ...times(3, { family_id: '' }),
  ...times(2, { visits: '' }),
  ...times(5, { qpv: 'Nulle part' }),
  ...times(2, { commune: '' }),
  ...times(3, { commune: 'Atlantide' }),
  ...times(2, { uai: '0590001Z' }),
  ...times(3, { uai: '', ecole: 'École des Nuages' }),
  ...times(2, { case_id: '' }),
  ...times(3, { sexe: 'z' }),
  ...times(2, { naissance: 'jadis' }),
  ...times(2, { naissance: '1950' }),
  ...times(2, { profil: '9' }),
  ...times(2, { entree: 'hier' }),
  ...times(2, { motifs: 'vu avec Lucas' }),
  ...times(3, { level: 'CE1' }),
  // Rows that are left out: the children are in no count.
  ...times(3, { school_year: '01/09/2024' }),
  ...times(2, { visits: '2,5' }),
  ...times(2, { family_id: '=1+1' }),
  ...times(2, { uai: '', commune: '' }),
  ...times(4, { case_id: 'N1' })
].join('\n');

let folder: string;
let cube: PublishedCube;
let findings: readonly Finding[];
let told = '';
const at = (name: string) => join(folder, name);
const REPORTS = ['report.json', 'report.html'];
const published = (name: string) => readFile(at(`public/${name}`), 'utf8');
/** What is read on the page. */
const words = (html: string) =>
  html
    .replace(/<style>[\s\S]*<\/style>/, '')
    .replace(/<[^>]*>/g, ' ')
    .replace(/[\s\u00a0\u202f]+/g, ' ');

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rapports-'));
  await mkdir(at('service'));
  await writeFile(at('service/Prénom NOM.csv'), `${HEADER}\n${CASES}\n`);
  await writeFile(
    at('ecoles.csv'),
    'uai;commune;kind\n0590001F;59606;primaire\n0590002G;59606;primaire\n0590001Z;59014;primaire\n'
  );
  const args = ['--in', at('service/Prénom NOM.csv'), '--out', at('public'), '--schools', at('ecoles.csv')];
  const ended = await runIn(safe, ...args);
  expect(ended.status, ended.stderr).toBe(0);
  told = ended.stderr;
  cube = readCube(JSON.parse(await published('cube.json')), 'cube.json');
  const bytes = await readFile(at('service/Prénom NOM.csv'));
  const lists = await casePlaces(undefined, readKnownSchools(at('ecoles.csv')).rows);
  findings = (await readCases({ name: 'cas.csv', bytes }, lists, K)).findings;
});
afterAll(() => rm(folder, { recursive: true }));

/** Codes of which a text has fewer remarks than the threshold, with how many. */
function countedRemarks(text: string): Record<string, number> {
  const plain = words(text);
  return Object.fromEntries(
    findingCodes().flatMap((code) => {
      const own = findings.filter((one) => one.code === code);
      const sentences = new Set(
        own.map(({ file: _f, row: _r, column: _c, ...what }) => words(findingSentence(what)))
      );
      const quoted = text.split(`"${code}"`).length - 1;
      const said = [...sentences].reduce((sum, one) => sum + plain.split(one).length - 1, 0);
      const count = Math.max(quoted, said);
      return count > 0 && count < K ? [[code, count]] : [];
    })
  );
}

describe('of a case file with every kind of fault, the reports to publish', () => {
  it('were made from one that has them', () => {
    const kinds = new Set(findings.map(({ code }) => code));
    expect([...kinds].sort()).toEqual(
      expect.arrayContaining([
        ...[
          'bad-level',
          'bad-school-year',
          'bad-visits',
          'detail-age',
          'detail-bad-birth',
          'detail-bad-date'
        ],
        ...['detail-bad-word', 'duplicate-case', 'formula', 'no-place', 'own-theme'],
        ...['qpv-not-found', 'school-not-found', 'uai-check-letter', 'understood', 'unknown-cell']
      ])
    );
    // What the remarks would give away is hidden in the cube.
    const unknown = cube.cells.filter(({ key }) => key.includes('inconnu') || key.includes('autre'));
    expect(unknown.length).toBeGreaterThan(0);
    expect(unknown.filter(({ value }) => value !== undefined)).toEqual([]);
  });

  it.each(REPORTS)('tell no remark of any kind, so that none can be counted: %s', async (name) => {
    expect(countedRemarks(await published(name))).toEqual({});
  });

  it.each(REPORTS)('name no row and no number of rows, read, kept or left out: %s', async (name) => {
    const text = await published(name);
    expect(text).not.toMatch(/"(?:row|read|kept|out|findings|file)"/);
    expect(words(text)).not.toMatch(/lignes? \d|\d+ (?:lignes?|retenues?|autres)/i);
  });

  it('give no number that the cube beside them does not: what is left to subtract is what is published', async () => {
    const { years, method, families, withheld, ...rest } = JSON.parse(await published('report.json')) as {
      years: Record<string, unknown>[];
      [key: string]: unknown;
    };
    expect([method, families, withheld]).toEqual(['exact', 3, []]);
    expect(years.map(({ status: _s, gap: _g, seconds: _t, ...counts }) => counts)).toEqual([
      { year: '2024-2025', cells: cube.cells.length }
    ]);
    const again = audit(await bootHighs(), [cube], { k: K, files: ['cube'] });
    expect(rest).toEqual({ k: K, audit: { ...again, seconds: expect.any(Number) } });
    const shown = cube.cells.filter(({ value }) => value !== undefined).length;
    const known = [
      K,
      K - 1,
      1,
      3,
      42,
      30,
      9,
      2024,
      2025,
      cube.cells.length,
      shown,
      again.examined,
      again.narrowest
    ];
    const whole = (await published('report.html')).replace(/(?<=\d)[\u00a0\u202f](?=\d{3})/g, '');
    const numbers = words(whole)
      .replace(/[\d,]+ (?:s|%)(?= )/g, '')
      .match(/\d+/g)!
      .map(Number);
    expect(numbers.filter((number) => !known.includes(number))).toEqual([]);
  });
});

it('the name of a case file, which may be that of a child, reaches no file to publish and no line of the terminal', async () => {
  for (const name of await readdir(at('public')))
    expect(await published(name), name).not.toMatch(/Pr.nom|NOM/);
  expect(told).toContain('fichier 1.csv : ');
  expect(told).not.toMatch(/Pr.nom NOM/);
});

describe('what the service needs', () => {
  it('stands beside its case file, named private: each row, its column, what to do', async () => {
    const text = await readFile(at('service/remarques-a-garder.csv'), 'utf8');
    const rows = text.trim().split('\r\n').slice(1);
    expect(rows).toHaveLength(findings.length);
    for (const { row: number, code } of findings.filter((one) => one.row !== undefined))
      expect(
        rows.some((one) => one.startsWith(`${number};`)),
        `${code}, ${number}`
      ).toBe(true);
    expect(told).toContain('remarques-a-garder.csv');
  });

  it('is never in the folder to publish, which holds nothing but what may be', async () => {
    expect((await readdir(at('public'), { recursive: true })).sort()).toEqual([
      'cube.json',
      'protection-certificate.json',
      'report.html',
      'report.json'
    ]);
  });

  it('is told in the terminal alone where the case file is in the folder to publish', async () => {
    await mkdir(at('tout'));
    await writeFile(at('tout/cas.csv'), `${HEADER}\n${CASES}\n`);
    const args = ['--in', at('tout/cas.csv'), '--out', at('tout'), '--schools', at('ecoles.csv')];
    const { status, stderr } = await runIn(safe, ...args);
    expect(status, stderr).toBe(0);
    expect(existsSync(at('tout/remarques-a-garder.csv'))).toBe(false);
    const seventh = findings.find(({ code }) => code === 'bad-visits')!;
    expect(stderr).toContain(`ligne ${seventh.row}`);
  });
});
