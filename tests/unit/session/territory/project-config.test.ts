import { describe, expect, it } from 'vitest';
import { readConfig } from '../../../../src/lib/engines/territory-builder/index.ts';
import { textOf, withNotices } from '../../../../src/lib/session/territory/reopened.ts';
import { projectConfig, projectOf } from '../../../../src/lib/session/territory/project-config.ts';

const NAMED = {
  siren: '200093201',
  name: 'Métropole européenne de Lille',
  service: 'Réussite éducative',
  communes: { file: 'communes.geojson', quality: 'official', source: 'IGN 2025' },
  schools: [{ annuaire: 'annuaire.csv' }, { ips: 'ips-ecoles.csv' }, { ips: 'ips-colleges.csv' }],
  qpvs: ['qpv.geojson'],
  followed: ['suivies.csv'],
  intervention: ['59350'],
  travel: { graph: { car: 'car.bin' }, service: 'osrm', url: 'https://example.org/' },
  contact: 'contact@example.org',
  labels: { publisher: 'Ville', controller: 'Le maire', dpo: 'dpo@example.org', basis: 'Une base' },
  logo: { file: 'logo.svg', alt: 'Ville' },
  profile: 'internal',
  thresholds: { children: 7 },
  retention: 24,
  pathways: 'parcours',
  basemap: { file: 'fond.geojson', credit: 'IGN' },
  packs: true,
  licences: { 'qpv.geojson': 'Licence Ouverte 2.0' },
  matches: { cases: { columns: { case_id: ['N° fiche'] }, ignored: [], values: {} } }
};

function configOf(json: unknown) {
  const read = readConfig(json);
  if ('faults' in read) throw new Error(read.faults.join(', '));
  return read.config;
}

describe('a configuration opened as a folder', () => {
  it('comes back as it was, what the form does not show included', () => {
    const config = configOf(NAMED);
    const { settings, kinds, reading } = projectOf(config);
    const files = [...kinds].map(([name, kind]) => ({ name, kind }));
    expect(configOf(projectConfig(settings, files, reading))).toEqual(config);
  });

  it('keeps an archive of tiles and its credit, until roads and water are dropped after it', () => {
    const { basemap: _, ...others } = NAMED;
    const config = configOf({ ...others, ground: { file: 'fond.pmtiles', credit: 'IGN' } });
    const { settings, kinds, reading } = projectOf(config);
    const files = [...kinds].map(([name, kind]) => ({ name, kind }));
    expect(configOf(projectConfig(settings, files, reading))).toEqual(config);
    const both = [...files, { name: 'fond.geojson', kind: 'basemap' as const }];
    expect(configOf(projectConfig(settings, both, reading)).basemap).toEqual({
      file: 'fond.geojson',
      credit: 'IGN'
    });
    expect(configOf(projectConfig(settings, [both.at(-1)!, ...files], reading))).toEqual(config);
  });

  it('names no file, and needs none, when it starts from the packs', () => {
    const config = configOf({ siren: '200043396', base: { departements: ['59'] } });
    const { settings, kinds, reading } = projectOf(config);
    expect([...kinds]).toEqual([]);
    expect(configOf(projectConfig(settings, [], reading))).toEqual(config);
  });

  it('takes legal notices without its files, as a public one is saved; any other setting is built', () => {
    const { settings } = projectOf(configOf(NAMED));
    const territory = { siren: '200093201', name: 'Lille', service: 'PRE', contact: 'former@example.org' };
    const dashboard = new TextEncoder().encode(JSON.stringify({ territory, years: ['2025-2026'] }));
    const built = { files: new Map([['tables/dashboard.json', dashboard]]), territory } as never;
    const later = { ...settings, contact: 'a@b.fr', dpo: 'dpo@b.fr' };
    const { files } = withNotices(built, settings, later)!;
    const { contact, labels, ...kept } = {
      ...territory,
      contact: 'a@b.fr',
      labels: { ...NAMED.labels, dpo: 'dpo@b.fr' }
    };
    expect(JSON.parse(textOf(files, 'tables/dashboard.json'))).toEqual({
      territory: { ...kept, contact, labels },
      years: ['2025-2026']
    });
    expect(withNotices(built, settings, { ...later, children: 20 })).toBeNull();
  });
});
