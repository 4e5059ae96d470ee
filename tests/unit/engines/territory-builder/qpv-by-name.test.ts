// QPV known by their names alone: filters, teams and case files know them; nothing is said of which schools stand in them.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { changesBetween } from '../../../../src/lib/cube/changes.ts';
import { CoverageCube } from '../../../../src/lib/cube/coverage.ts';
import { latestYear } from '../../../../src/lib/cube/dashboard.ts';
import { keyFigures, sentenceFacts } from '../../../../src/lib/cube/figures.ts';
import { unfiltered } from '../../../../src/lib/cube/filter.ts';
import { parseDashboard } from '../../../../src/lib/cube/read-dashboard.ts';
import { schoolFacts } from '../../../../src/lib/cube/school-facts.ts';
import { buildTerritory, readConfig } from '../../../../src/lib/engines/territory-builder/index.ts';
import { importFile, recognise } from '../../../../src/lib/engines/import/index.ts';
import { hasPerimeter } from '../../../../src/lib/model/place.ts';
import type { Month } from '../../../../src/lib/model/school-year.ts';
import { keptBase } from '../../../../scripts/territory/base.ts';
import { keptReference } from '../../../../scripts/territory/reference.ts';
import { collection, square, textFile } from '../../../fixtures/import/files.ts';

const LIST = textFile(
  'qpv.csv',
  ['code_qp;lib_qp;insee_com', 'QN05901M;Sous-le-Bois;59392', 'QN02A01M;Les Cannes;2A004'].join('\n')
);
const FOLLOWED = textFile('ecoles-suivies.csv', ['uai;statut', '0591809W;suivie'].join('\n'));
const reference = await keptReference();

/** Maubeuge from its packs, with files of its own. */
async function maubeuge(files: readonly ReturnType<typeof textFile>[] = [], keys: object = {}) {
  const read = readConfig({
    siren: '200043396',
    base: { departements: ['59'] },
    intervention: ['59392'],
    ...keys
  });
  if ('faults' in read) throw new Error(read.faults.join());
  const made = await buildTerritory({
    config: read.config,
    open: (name) => Promise.resolve(files.find((file) => file.name === name)!),
    reference,
    base: await keptBase(read.config, reference),
    today: '2026-11' as Month,
    solver: () => Promise.reject(new Error('no count to audit'))
  });
  const text = (path: string) => new TextDecoder().decode(made.files.get(path));
  return { made, text, cube: new CoverageCube(parseDashboard(text('tables/dashboard.json'))) };
}

describe('a list of QPV without perimeters', () => {
  it('is read as one, those of Corsica and those of several communes included', async () => {
    const bytes = new Uint8Array(readFileSync('data/official/qpv-2024-communes.csv'));
    const { format, rows, counts } = await importFile({ name: 'qpv-2024-communes.csv', bytes });
    expect([format, counts.kept, counts.dropped]).toEqual(['qpv', 1493, 0]);
    expect(rows.filter((row) => (row as { communeCodes: string[] }).communeCodes.length > 1).length).toBe(
      148
    );
  });

  it('is not what a list of children with the same columns is read as', async () => {
    const children = textFile(
      'suivi.csv',
      ['nom;prenom;code_qp;lib_qp;insee_com', 'Durand;Léa;QN05901M;Sous-le-Bois;59392'].join('\n')
    );
    const found = await recognise(children);
    expect('format' in found && found.format).not.toBe('qpv');
    if ('table' in found) expect(found.table.header).not.toContain('nom');
  });
});

describe('a QPV of the packs', () => {
  it('is known of every territory, by its name and its communes', async () => {
    const { cube, text } = await maubeuge();
    const { qpvs } = cube.dashboard;
    expect(qpvs.length).toBeGreaterThan(4);
    expect(qpvs.every((qpv) => !hasPerimeter(qpv) && qpv.generation === 2024)).toBe(true);
    expect(qpvs.filter(({ communes }) => communes.includes('59392')).map(({ name }) => name)).toContain(
      'Pont De Pierre'
    );
    expect((JSON.parse(text('map/qpvs.geojson')) as { features: unknown[] }).features).toEqual([]);
    expect(cube.dashboard.origins?.qpvs?.source).toContain('Quartiers prioritaires de 2024');
  });

  it('has no school counted in it, and none is said to be in it or out of it', async () => {
    const { cube } = await maubeuge([FOLLOWED], { followed: 'ecoles-suivies.csv' });
    const { code } = cube.dashboard.qpvs.find(({ communes }) => communes.includes('59392'))!;
    const place = { kind: 'qpv' as const, code };
    const year = latestYear(cube.dashboard);
    expect(cube.schoolsIn(place)).toEqual([]);
    expect(cube.zones(unfiltered(year), 'qpv').map(({ known }) => known)).not.toContain(true);
    const figures = keyFigures(cube, { ...unfiltered(year), place });
    for (const name of ['followed', 'waiting', 'pupils'])
      expect(figures.find((figure) => figure.name === name)?.count.value, name).toBeNull();
    expect(sentenceFacts(cube, { ...unfiltered(year), place }).known).toBe(false);
    const changes = changesBetween(cube, year, year, place, 'qpv');
    expect([changes.followed.after.value, changes.waiting.after.value]).toEqual([null, null]);
    const [school] = cube.dashboard.schools.filter(({ commune }) => commune === '59392');
    expect(cube.isQpvKnown(school!)).toBe(false);
    const facts = schoolFacts(cube, school!.uai, year);
    expect(facts?.qpv).toBeUndefined();
    expect(facts?.near.some(({ kind }) => kind === 'qpv')).toBe(false);
  });

  it('is a QPV that a list of teams may name', async () => {
    const teams = textFile(
      'equipes.csv',
      ['equipe;commune;qpv;reunions;professionnels', 'Équipe 1;Maubeuge;Pont De Pierre;4;8'].join('\n')
    );
    const { cube } = await maubeuge([teams], { teams: 'equipes.csv' });
    expect(cube.dashboard.teams[0]?.qpv).toMatch(/^QN059/);
  });

  it('gives way to the perimeters of an official file', async () => {
    const file = collection('qpv.geojson', [
      {
        properties: { code_qp: 'QN05901M', lib_qp: 'Sous-le-Bois', insee_com: '59392' },
        geometry: square(3.96, 50.27, 0.01)
      }
    ]);
    const { cube } = await maubeuge([file], { qpvs: 'qpv.geojson' });
    expect(cube.dashboard.qpvs.map(({ code }) => code)).toEqual(['QN05901M']);
    expect(cube.dashboard.qpvs.every(hasPerimeter)).toBe(true);
  });

  it('may come from a list of one’s own', async () => {
    const { cube } = await maubeuge([LIST], { qpvs: 'qpv.csv' });
    expect(cube.dashboard.qpvs.map(({ name, geometry_quality: quality }) => [name, quality])).toEqual([
      ['Sous-le-Bois', 'none']
    ]);
  });
});
