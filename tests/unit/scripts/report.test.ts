// npm run report: the answers on standard output, the findings apart, and an end that tells whether there are any.
import { strFromU8, unzipSync } from 'fflate';
import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { report } from '../../../scripts/report.ts';
import { runCommand } from '../../../scripts/shell.ts';

const folder = mkdtempSync(join(tmpdir(), 'report-'));
const HEADER =
  'dossier;annee_scolaire;ecole;commune_ecole;commune_de_residence;sexe;date_de_naissance;profil;entree;sortie';
const ROWS = [
  'a1;2023-2024;;;Denain;F;14/03/2015;2;2023-09-11;',
  'a1;2024-2025;;;Denain;F;14/03/2015;2;2023-09-11;2025-03-11',
  'a2;2024-2025;;;Anzin;M;02/11/2018;7;2024-10;',
  'a3;2024-2025;;;Anzin;;;3;2024-10-02;2024-01-05'
];
const cases = join(folder, 'parcours.csv');
writeFileSync(cases, [HEADER, ...ROWS].join('\n'));

async function run(...args: string[]) {
  const [out, err] = [[] as string[], [] as string[]];
  const code = await runCommand(report, args, {
    out: (text) => out.push(text),
    err: (text) => err.push(text)
  });
  return { code, out: out.join(''), err: err.join('') };
}
type Printed = {
  year: string;
  ready: number;
  total: number;
  answers: { id: string; value: unknown; last: unknown; source: string | null; question: string }[];
};

it('prints each answer with its source and last year’s, and lists every doubt', async () => {
  const into = join(folder, 'out');
  const { code, out, err } = await run(
    '--name',
    'CA Valenciennes Métropole',
    '--cases',
    cases,
    '--year',
    '2024-2025',
    '--out',
    into
  );
  expect(code).toBe(0);
  const printed = JSON.parse(out) as Printed;
  const of = (id: string) => printed.answers.find((answer) => answer.id === id)!;
  expect(Object.keys(printed)).toEqual(['year', 'ready', 'total', 'answers']);
  expect(printed.ready).toBe(printed.answers.filter(({ value }) => value !== null).length);
  expect(
    ['children.total', 'children.girls', 'children.boys', 'children.ended', 'children.profile.3'].map(
      (id) => of(id).value
    )
  ).toEqual([3, 1, 1, 2, 1]);
  expect(of('children.total')).toMatchObject({ last: 1, question: 'Enfants en parcours individuel' });
  expect(of('children.total').source).toMatch(/^parcours\.csv: /);
  expect(of('staff.referents.fte')).toMatchObject({ value: null, source: null });
  expect(err).toMatch(/ligne 4, colonne « profil »/);
  expect(err).toMatch(/ligne 5, colonne « sortie »/);
  expect(err).not.toMatch(/14\/03|02\/11/);
  const [word, workbook] = [
    'rapport-interne-2024-2025.docx',
    'reponse-a-l-etat-ne-pas-diffuser-2024-2025.xlsx'
  ];
  expect(readdirSync(into).sort()).toEqual([word, workbook, 'report.json'].sort());
  const xml = strFromU8(unzipSync(readFileSync(join(into, word!)))['word/document.xml']!);
  expect(xml).toContain('Cartes et courbes se dessinent dans le navigateur');
  expect(xml).not.toMatch(/14\/03|02\/11/);
  expect(readFileSync(join(into, 'report.json'), 'utf8')).not.toMatch(/14\/03|02\/11/);
});

it('tells a case file that is named after a child by a number, and quotes no number of a dossier', async () => {
  const [named, into] = [join(folder, 'Lucas VANDENBROUCKE 2024-2025.csv'), join(folder, 'out-named')];
  writeFileSync(
    named,
    [HEADER, ...ROWS, 'CANARI-7;2024-2025;;;Anzin;;;;;', 'CANARI-7;2024-2025;;;Anzin;;;;;'].join('\n')
  );
  const ended = await run('--name', 'CA Valenciennes Métropole', '--cases', named, '--out', into);
  expect(ended.code, ended.err).toBe(0);
  const { answers } = JSON.parse(ended.out) as Printed;
  expect(answers.find(({ id }) => id === 'children.total')!.source).toMatch(/^fichier 1 2024-2025\.csv: /);
  const files = readdirSync(into).map((name) => readFileSync(join(into, name)));
  const texts = files.flatMap((bytes) =>
    bytes.subarray(0, 2).toString() === 'PK'
      ? Object.values(unzipSync(bytes)).map((part) => strFromU8(part))
      : bytes.toString()
  );
  for (const text of [ended.out, ended.err, ...texts]) expect(text).not.toMatch(/VANDENBROUCKE|CANARI-7/);
});

it('ends with 2, and says why, without cases, with another year than a school year, or an unknown territory', async () => {
  const name = ['--name', 'CA Valenciennes Métropole'];
  expect(await run(...name)).toMatchObject({ code: 2, err: expect.stringMatching(/--cases/) as string });
  expect(await run(...name, '--cases', cases, '--year', '2025')).toMatchObject({
    code: 2,
    err: expect.stringMatching(/--year/) as string
  });
  expect(await run('--name', 'Nulle Part', '--cases', cases)).toMatchObject({
    code: 2,
    err: expect.stringMatching(/Nulle Part/) as string
  });
});
