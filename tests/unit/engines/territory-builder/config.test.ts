// A configuration is taken as it is meant, and each of its faults is told in French with what is allowed.
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readConfig } from '../../../../src/lib/engines/territory-builder/sources/config.ts';
import { draws } from '../../../draws.ts';

const SOUND = { siren: '200093201', communes: 'communes.geojson', schools: [{ ips: 'ips.csv' }] };

function faultsOf(json: unknown): string[] {
  const read = readConfig(json);
  return 'faults' in read ? read.faults : [];
}

describe('a configuration', () => {
  it('needs little, and knows the rest', () => {
    expect(readConfig(SOUND)).toEqual({
      config: {
        ...SOUND,
        communes: { file: 'communes.geojson' },
        service: 'Réussite éducative',
        qpvs: [],
        rep: [],
        positions: [],
        cites: [],
        followed: [],
        staff: [],
        teams: [],
        actions: [],
        partners: [],
        correspondents: [],
        milestones: [],
        groups: [],
        members: [],
        availabilities: [],
        rooms: [],
        sessions: [],
        calendar: [],
        licences: {},
        profile: 'public',
        thresholds: {}
      }
    });
  });

  it('takes one file or several, and what is known of an outline', () => {
    const communes = { file: 'c.geojson', quality: 'official', source: 'IGN' };
    const read = readConfig({
      ...SOUND,
      communes,
      qpvs: 'q.geojson',
      rep: ['a.csv', 'b.csv'],
      intervention: ['59350']
    });
    expect(read).toMatchObject({ config: { communes, qpvs: ['q.geojson'], rep: ['a.csv', 'b.csv'] } });
  });

  it('may give road graphs; the service of travel times that a file of version 1.0 names is read over', () => {
    expect(readConfig({ ...SOUND, travel: { graph: 'car.bin' } })).toMatchObject({
      config: { travel: { graph: { car: 'car.bin' } } }
    });
    const both = {
      graph: { car: 'a.bin', foot: 'b.bin' },
      service: 'osrm',
      url: 'https://routes.exemple.fr'
    };
    expect(readConfig({ ...SOUND, travel: both })).toMatchObject({
      config: { travel: { graph: both.graph } }
    });
    expect(faultsOf({ ...SOUND, travel: { service: 'osrm', url: 'https://routes.exemple.fr' } })).toEqual([]);
    expect(faultsOf({ ...SOUND, travel: { graph: { car: 'a.bin', bus: 'b.bin' } } })).toEqual([
      'clé inconnue « travel.graph.bus » ; clés permises : car, bike, foot'
    ]);
    expect(faultsOf({ ...SOUND, travel: {} })).toEqual([
      'clé « travel » : attendu un objet { graph } (un graphe de npm run graph) ; trouvé un objet sans « graph »'
    ]);
  });

  it('may raise the thresholds of publication, and never lower them for the public', () => {
    const thresholds = { children: 20, families: 4 };
    expect(readConfig({ ...SOUND, thresholds })).toMatchObject({ config: { thresholds } });
    expect(readConfig({ ...SOUND, profile: 'internal', thresholds: { children: 5 } })).toMatchObject({
      config: { profile: 'internal', thresholds: { children: 5 } }
    });
    expect(faultsOf({ ...SOUND, thresholds: { children: 5 } })).toEqual([
      'clé « thresholds.children » : 5 est trop bas pour un site public ; attendu 11 ou plus (5 ou plus avec "profile": "internal")'
    ]);
    expect(faultsOf({ ...SOUND, profile: 'internal', thresholds: { children: 4, families: 2 } })).toEqual([
      'clé « thresholds.children » : attendu un nombre entier d’enfants, 11 ou plus (5 ou plus avec "profile": "internal") ; trouvé 4',
      'clé « thresholds.families » : attendu un nombre entier de familles, 3 ou plus ; trouvé 2'
    ]);
    expect(faultsOf({ ...SOUND, thresholds: { k: 11 } })).toEqual([
      'clé inconnue « thresholds.k » ; clés permises : children, families'
    ]);
    expect(faultsOf({ ...SOUND, profile: 'interne' })).toEqual([
      'clé « profile » : attendu "public" (le site peut être mis en ligne) ou "internal" (postes et affectations y sont) ; trouvé "interne"'
    ]);
  });

  it('may draw roads and water from a file, and from nowhere else', () => {
    expect(readConfig({ ...SOUND, basemap: 'none' })).toEqual(readConfig(SOUND));
    expect(readConfig({ ...SOUND, basemap: 'routes.geojson' })).toMatchObject({
      config: { basemap: { file: 'routes.geojson' } }
    });
    const basemap = { file: 'routes.geojson', credit: 'OpenStreetMap' };
    expect(readConfig({ ...SOUND, basemap })).toMatchObject({ config: { basemap } });
    for (const file of ['https://tuiles.exemple.fr/{z}/{x}/{y}.pbf', 'fond.pmtiles', '../fond.geojson']) {
      expect(faultsOf({ ...SOUND, basemap: file })[0]).toMatch(
        /^clé « basemap » : attendu "none", ou le nom d’un fichier GeoJSON .*« ground »\) ; trouvé/
      );
      expect(faultsOf({ ...SOUND, basemap: { file } })[0]).toMatch(/^clé « basemap.file » : attendu le nom/);
    }
  });

  it('may show an archive of tiles from a file, in place of a basemap', () => {
    expect(readConfig({ ...SOUND, ground: 'fond.pmtiles' })).toMatchObject({
      config: { ground: { file: 'fond.pmtiles' } }
    });
    const ground = { file: 'fond.pmtiles', credit: 'IGN' };
    expect(readConfig({ ...SOUND, ground })).toMatchObject({ config: { ground } });
    for (const file of ['https://tuiles.exemple.fr/fond.pmtiles', 'fond.geojson', '../fond.pmtiles'])
      expect(faultsOf({ ...SOUND, ground: file })[0]).toMatch(
        /^clé « ground » : attendu le nom d’une archive/
      );
    expect(faultsOf({ ...SOUND, ground, basemap: 'routes.geojson' })).toEqual([
      'clés « ground » et « basemap » : attendu l’une ou l’autre ; trouvé les deux'
    ]);
  });

  it.each(['maubeuge', 'reims', 'mel', 'pays-de-mormal'])('docs/examples/%s.json is sound', (name) => {
    expect(faultsOf(JSON.parse(readFileSync(`docs/examples/${name}.json`, 'utf8')))).toEqual([]);
  });

  it('with an unknown key is refused, naming it and the keys allowed there', () => {
    expect(faultsOf({ ...SOUND, comunes: 'x' })).toEqual([
      'clé inconnue « comunes » ; clés permises : siren, name, service, pre, communes, base, packs, qpvs, schools, rep, positions, intervention, travel, cites, followed, staff, teams, actions, partners, correspondents, milestones, groups, members, availabilities, rooms, sessions, quorum, calendar, licences, contact, labels, logo, profile, thresholds, retention, pathways, both, ground, basemap, matches, corrections, kinds'
    ]);
    expect(faultsOf({ ...SOUND, communes: { file: 'c.geojson', vintage: 2018 } })).toEqual([
      'clé inconnue « communes.vintage » ; clés permises : file, quality, source'
    ]);
    expect(faultsOf({ ...SOUND, schools: [{ ips: 'a.csv' }, { ips: 'b.csv', year: 2 }] })).toEqual([
      'clé inconnue « schools.1.year » ; clés permises : annuaire, ips, effectifs'
    ]);
  });

  it('without a key, or with one of another shape, says what is expected', () => {
    const { communes: _, ...without } = SOUND;
    expect(faultsOf(without)).toEqual([
      'clé manquante « communes » : le nom d’un fichier GeoJSON, ou un objet { file, quality, source }'
    ]);
    expect(faultsOf({ ...SOUND, siren: 200093201 })).toEqual([
      'clé « siren » : attendu le SIREN de l’EPCI, 9 chiffres entre guillemets (exemple : "200093201") ; trouvé 200093201'
    ]);
    expect(faultsOf({ ...SOUND, communes: { file: 'c.geojson', quality: 'exact' } })).toEqual([
      'clé « communes.quality » : attendu "official", "generalised" ou "approximate" ; trouvé "exact"'
    ]);
    expect(faultsOf({ ...SOUND, intervention: ['Lille'] })).toEqual([
      'clé « intervention.0 » : attendu une liste de codes INSEE de commune (exemple : ["59350"]) ; trouvé "Lille"'
    ]);
    expect(faultsOf([])).toEqual(['attendu un objet JSON, trouvé Array']);
    expect(faultsOf(null)).toEqual(['attendu un objet JSON, trouvé null']);
  });

  it('of any content is read or refused in French', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (json) => {
        const faults = faultsOf(json);
        for (const fault of faults) expect(fault).toMatch(/^(?:clé |attendu un objet JSON)/);
        expect(faults.length).toBeGreaterThan(0);
      }),
      { numRuns: draws() }
    );
  });
});
