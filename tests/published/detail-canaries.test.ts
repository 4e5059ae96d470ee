// What the year's report reads in a case file is the service's: words planted in each of its columns are in nothing that protection writes, and change no count.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { safe } from '../../scripts/safe.ts';
import { runIn } from '../fixtures/command.ts';
import { search } from './search.ts';

const folder = mkdtempSync(join(tmpdir(), 'maillage-'));
afterAll(() => rmSync(folder, { recursive: true }));
const at = (name: string) => join(folder, name);

const COUNTED = 'case_id;school_year;uai;qpv;commune;level;theme;family_id;visits';
const DETAILS =
  'sexe;date_naissance;oriente_par;motifs;profil;entree;sortie;motif_sortie;derniere_eps;accord';
const ROWS = [60, 24].flatMap((children, c) =>
  Array.from({ length: children }, (_, i) => {
    const theme = i % (c === 0 ? 3 : 4) === 0 ? 'sante' : 'parentalite';
    return `e${c}-${i};2024-2025;0590001F;;5960${6 + c};elementaire;${theme};f${c}-${i};3`;
  })
);
/** One in each column, in a cell that is read and in one that is not. */
const PLANTED = [
  'CANARISEXE;CANARINE;CANARIORIENTE;"CANARIMOTIF ; langage";CANARIPROFIL;CANARIENTREE;CANARIFIN;CANARISORTIE;CANARIEPS;CANARIACCORD',
  'F;17/09/1931;PMI;"suivi de Mme Canariperson";4;2031-07-19;1999-04-23;CANARISORTIE;2031-08-21;non'
];
const SECRET = [/CANARI/i, /2031-0|1999-04/, /17\/09/];

writeFileSync(at('ecoles.csv'), 'uai;commune;kind\n0590001F;59606;elementaire\n0590002G;59606;elementaire\n');
writeFileSync(at('bare.csv'), [COUNTED, ...ROWS].join('\n'));
writeFileSync(
  at('told.csv'),
  [`${COUNTED};${DETAILS}`, ...ROWS.map((row, i) => `${row};${PLANTED[i % 2]}`)].join('\n')
);

async function released(name: string): Promise<string> {
  const out = at(name.replace('.csv', ''));
  const ended = await runIn(safe, ...['--in', at(name), '--out', out, '--schools', at('ecoles.csv')]);
  expect(ended.status, ended.stderr).toBe(0);
  return out;
}

it('the cube is the same, byte for byte, with those columns or without', async () => {
  const [bare, told] = [await released('bare.csv'), await released('told.csv')];
  expect(readFileSync(join(told, 'cube.json'), 'utf8')).toBe(readFileSync(join(bare, 'cube.json'), 'utf8'));
  expect(await search(told, SECRET)).toEqual([]);
});
