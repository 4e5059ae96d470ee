// A PRE of an arrondissement of Paris, Lyon or Marseille opens on it: its schools alone, and what is not known of it said.
import { expect, it } from 'vitest';
import { parseDashboard } from '../../../../src/lib/cube/read-dashboard.ts';
import {
  buildTerritory,
  readConfig,
  territoryStart
} from '../../../../src/lib/engines/territory-builder/index.ts';
import { districtNamed } from '../../../../src/lib/engines/territory-builder/places/districts.ts';
import type { Month } from '../../../../src/lib/model/school-year.ts';
import { keptBase, keptPres } from '../../../../scripts/territory/base.ts';
import { keptReference } from '../../../../scripts/territory/reference.ts';

const reference = await keptReference();

async function opened(siren: string, intervention: string[]) {
  const read = readConfig({ siren, base: { departements: reference.departementsOf(siren) }, intervention });
  if ('faults' in read) throw new Error(read.faults.join());
  const made = await buildTerritory({
    config: read.config,
    open: () => Promise.reject(new Error('no file')),
    reference,
    base: await keptBase(read.config, reference),
    today: '2026-11' as Month,
    solver: () => Promise.reject(new Error('no count to audit'))
  });
  return {
    ...made,
    dashboard: parseDashboard(new TextDecoder().decode(made.files.get('tables/dashboard.json')))
  };
}

it('is found by its name in the list, with its own code', async () => {
  const { found } = (await keptPres(reference)).search('paris 10e');
  expect(found[0]).toMatchObject({ name: 'Paris 10e Arrondissement', communes: ['75110'] });
  expect(territoryStart.pre(found[0]!, reference)?.intervention).toEqual(['75110']);
});

it('has its schools and no other, its own name, and says that its outline is the city’s', async () => {
  const { dashboard, findings } = await opened('200054781', ['75110']);
  expect(dashboard.communes.map(({ code, name }) => [code, name])).toEqual([
    ['75110', 'Paris 10e Arrondissement']
  ]);
  expect(dashboard.schools.length).toBeGreaterThan(20);
  expect(new Set(dashboard.schools.map(({ commune }) => commune))).toEqual(new Set(['75110']));
  expect(dashboard.qpvs).toEqual([]);
  expect(findings.map(({ code }) => code)).toContain('district-without-outline');
});

it.each([
  ['Lyon 9e Arrondissement', '200046977', '69389'],
  ['Marseille 3e Arrondissement', '200054807', '13203']
])('%s is served as a commune', async (name, siren, code) => {
  const { dashboard } = await opened(siren, [code]);
  expect(dashboard.communes.map((commune) => commune.name)).toEqual([name]);
  expect(dashboard.schools.length).toBeGreaterThan(5);
});

it('is read from names as lists write them', () => {
  expect(districtNamed('69123', 'LYON 09')?.code).toBe('69389');
  expect(districtNamed('75056', 'PARIS 1ER ARRONDISSEMENT')?.name).toBe('Paris 1er Arrondissement');
  expect(districtNamed('75056', 'PARIS')).toBeNull();
  expect(districtNamed('75056', 'PARIS 21')).toBeNull();
  expect(districtNamed('69123', 'Lyon cedex 01')).toBeNull();
});
