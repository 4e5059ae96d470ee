// What a service writes as the place of a visit may be an address or a name: words planted there are in nothing that is written or said.
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

const PLANTED = ['CANARI', 'chez Mme CANARI', '12 rue CANARI', 'domicile de CANARI', 'école CANARI', ''];
writeFileSync(at('ecoles.csv'), 'uai;commune;kind\n0590001F;59606;elementaire\n0590002G;59606;elementaire\n');
writeFileSync(
  at('parcours.csv'),
  [
    'case_id;school_year;uai;commune;level;theme;family_id',
    ...Array.from({ length: 60 }, (_, i) => `e${i};2024-2025;0590001F;59606;elementaire;sante;f${i}`)
  ].join('\n')
);
writeFileSync(
  at('visites.csv'),
  [
    'dossier;date;lieu',
    ...Array.from({ length: 60 }, (_, i) => [
      `e${i};2024-09-12;${PLANTED[i % PLANTED.length]}`,
      `e${i};2025-01-16;domicile`,
      `e${i};2025-05-22;${i < 30 ? 'lieu neutre' : 'domicile'}`
    ]).flat()
  ].join('\n')
);

it('a name typed as the place of a visit reaches nothing: the share of the others and the number of visits do', async () => {
  const out = at('out');
  const ended = await runIn(safe, ...['--in', at('parcours.csv'), '--out', out, '--schools', at('ecoles.csv'), '--visits', at('visites.csv')]); // prettier-ignore
  expect(ended.status, ended.stderr).toBe(0);
  const cube = JSON.parse(readFileSync(join(out, 'cube.json'), 'utf8')) as {
    cells: Record<string, unknown>[];
  };
  expect(cube.cells[0]).toMatchObject({ value: 60, visits: 180, neutral: Math.round((100 * 30) / 130) });
  expect(await search(out, [/CANARI/i])).toEqual([]);
  expect(readFileSync(at('remarques-a-garder.csv'), 'utf8')).not.toMatch(/CANARI/i);
  expect(`${ended.stdout}${ended.stderr}`).not.toMatch(/CANARI/i);
  expect(ended.stderr).toContain('lieux de visite hors de la liste');
});
