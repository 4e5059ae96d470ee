// What a terminal or a file of the service is told of the rows of a case file: where to look, and nothing of a child, a family or a place.
import { expect, it } from 'vitest';
import { readCaseFile } from '$lib/engines/import/index.ts';
import { withoutIdentifier } from '$lib/export/identifiers.ts';
import { findingSentence } from '$lib/i18n/findings/findings.ts';

const HEADER = 'case_id;school_year;uai;ecole;commune;qpv;level;theme;family_id;visits;sexe';
const row = (told: Record<string, string>) =>
  HEADER.split(';')
    .map((name) => ({ case_id: 'D1', school_year: '2024-2025', uai: '0590001F', commune: '59606', level: 'elementaire', theme: 'sante', family_id: 'G1', visits: '1', sexe: 'F', ...told })[name] ?? '')
    .join(';'); // prettier-ignore

/** A row of each fault, after one without. */
const ROWS: [code: string, told: Record<string, string>, untold: string[]][] = [
  ['duplicate-case', {}, ['D1']],
  ['formula', { case_id: 'D3', family_id: '=G3' }, ['D3', 'G3']],
  ['no-place', { case_id: 'D4', uai: '', ecole: 'Les Nuages', commune: 'Atlantide' }, ['D4', 'Nuages', 'Atlantide']],
  ['place-elsewhere', { case_id: 'D5', uai: '', ecole: 'Les Nuages', commune: '75056' }, ['D5', 'Nuages', '75056']],
  ['home-unknown', { case_id: 'D6', commune: 'Atlantide' }, ['D6', 'Atlantide', '59606']],
  ['school-not-found', { case_id: 'D7', uai: '', ecole: 'Les Nuages' }, ['D7', 'Nuages']],
  ['qpv-not-found', { case_id: 'D8', qpv: 'Rue des Nuages' }, ['D8', 'Nuages']],
  ['own-theme', { case_id: 'D9', theme: 'Poterie' }, ['D9', 'Poterie']]
]; // prettier-ignore
const text = [HEADER, row({}), ...ROWS.map(([, told]) => row(told))].join('\n');
const { findings } = await readCaseFile(
  { name: 'cas.csv', bytes: new TextEncoder().encode(text) },
  { communes: new Set(['59606']), communeOf: () => '59606', schools: new Map([['0590001F', 'elementaire']]) }
);

it.each(ROWS.map(([code, , untold], at) => [code, at + 3, untold] as const))(
  '« %s » tells the row and the column, and quotes nothing of the child or of its place',
  (code, line, untold) => {
    const found = findings.filter((one) => one.row === line);
    expect(found.map((one) => one.code)).toContain(code);
    for (const one of found) {
      const told = withoutIdentifier(one);
      expect(told).toMatchObject({ code: one.code, row: line });
      for (const quoted of untold)
        expect(`${findingSentence(told)} ${JSON.stringify(told)}`).not.toContain(quoted);
    }
  }
);

it('a value that is of no child is quoted, so that it can be put right', async () => {
  const { findings: other } = await readCaseFile({
    name: 'cas.csv',
    bytes: new TextEncoder().encode([HEADER, row({}), row({ case_id: 'D2', visits: '2,5' })].join('\n'))
  });
  const wrong = other.find(({ code }) => code === 'bad-visits')!;
  expect(withoutIdentifier(wrong)).toEqual(wrong);
});
