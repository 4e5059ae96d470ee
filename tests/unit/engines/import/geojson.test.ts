// Communes and QPV come in every reference and spelling in use; a file of no use is refused with its cause.
import { describe, expect, it } from 'vitest';
import { COMMUNE_FORMAT } from '../../../../src/lib/engines/import/formats/communes.ts';
import { fromLambert93 } from '../../../../src/lib/engines/import/geometry/lambert93.ts';
import { QPV_FORMAT } from '../../../../src/lib/engines/import/formats/qpv.ts';
import { collection, droppedOf, refusalOf, square, textFile } from '../../../fixtures/import/files.ts';
import { importSync } from '../../../../src/lib/engines/import/importer.ts';
import type { SourceFile } from '../../../../src/lib/model/source-files.ts';

const importCommunes = (source: SourceFile) => importSync(source, COMMUNE_FORMAT);
const importQpvs = (source: SourceFile) => importSync(source, QPV_FORMAT);

const METRES_A_DEGREE = 111_320;

describe('Lambert-93', () => {
  // Coordinates in both references of places of the ministry's directory, and the origin of the projection.
  it.each([
    [700_000, 6_600_000, 3, 46.5],
    [332503.4, 6776558.9, -1.9294895003671315, 47.98614492070133],
    [337508.6, 6809607.2, -1.8899405149657837, 48.28574732696515],
    [343278.0, 6783495.8, -1.7909603453941552, 48.05441609195637],
    [510822.2, 6441295.3, 0.596946768062841, 45.044996379499615]
  ])('%d, %d is where it should be, within a metre', (x, y, lon, lat) => {
    const [foundLon, foundLat] = fromLambert93(x, y);
    const east = (foundLon - lon) * METRES_A_DEGREE * Math.cos((lat * Math.PI) / 180);
    expect(Math.hypot(east, (foundLat - lat) * METRES_A_DEGREE)).toBeLessThan(1);
  });

  const inMetres = {
    properties: { code: '59350', nom: 'Lille' },
    geometry: square(700_000, 7_060_000, 1_000)
  };

  it('is recognised by the name of the reference, or without it by the coordinates, and converted', () => {
    const crs = { type: 'name', properties: { name: 'urn:ogc:def:crs:EPSG::2154' } };
    for (const extra of [{ crs }, {}]) {
      const { rows, findings } = importCommunes(collection('l93.geojson', [inMetres], extra));
      const [lon, lat] = rows[0]!.outline.coordinates[0]![0] as number[];
      expect(lon).toBeCloseTo(3, 6);
      expect(lat).toBeGreaterThan(50.6);
      expect(lat).toBeLessThan(50.7);
      expect(findings).toEqual([{ code: 'lambert-93', severity: 'note', file: 'l93.geojson' }]);
    }
  });

  it('is not guessed for another projection: the file is refused', () => {
    const mercator = { properties: { code: '59350' }, geometry: square(340_000, 6_560_000, 1_000) };
    const crs = { type: 'name', properties: { name: 'urn:ogc:def:crs:EPSG::3857' } };
    const refusal = refusalOf(() => importCommunes(collection('m.geojson', [mercator], { crs })));
    expect(refusal).toMatchObject({ code: 'unknown-projection', found: 'urn:ogc:def:crs:EPSG::3857' });
    const nowhere = { properties: { code: '59350' }, geometry: square(5_000_000, 100, 1_000) };
    expect(refusalOf(() => importCommunes(collection('m.geojson', [nowhere]))).code).toBe(
      'unknown-projection'
    );
  });
});

describe('a GeoJSON file', () => {
  const lille = { properties: { code: '59350', nom: 'Lille' }, geometry: square(3, 50.6, 0.1) };

  it('with latitude first is put right, and says so', () => {
    const swapped = { ...lille, geometry: square(50.6, 3, 0.1) };
    const { rows, findings } = importCommunes(collection('s.geojson', [swapped]));
    expect(rows[0]!.outline.coordinates[0]![0]).toEqual([3, 50.6]);
    expect(findings[0]!.code).toBe('swapped-coordinates');
  });

  it('that is cut is told from one that is badly written', () => {
    const text = new TextDecoder().decode(collection('c.geojson', [lille]).bytes);
    for (const length of [text.length - 1, text.length - 40, 60]) {
      const refusal = refusalOf(() => importCommunes(textFile('c.geojson', text.slice(0, length))));
      expect(refusal).toMatchObject({ code: 'truncated-json', file: 'c.geojson' });
    }
    const broken = text.replace('"properties":{', '"properties":\n{,');
    expect(refusalOf(() => importCommunes(textFile('c.geojson', broken)))).toMatchObject({
      code: 'malformed-json',
      row: 2
    });
  });

  it('is refused when it is empty, holds nothing, or is JSON of another kind', () => {
    expect(refusalOf(() => importCommunes(textFile('e.geojson', ''))).code).toBe('empty-file');
    expect(refusalOf(() => importCommunes(collection('e.geojson', []))).code).toBe('no-row');
    expect(refusalOf(() => importCommunes(textFile('e.geojson', '[1, 2]'))).code).toBe('not-geojson');
  });

  it('is refused when it is of another kind, naming what it lacks and what it has', () => {
    const refusal = refusalOf(() => importQpvs(collection('communes.geojson', [lille])));
    expect(refusal).toMatchObject({ code: 'missing-column', column: 'code_qp', found: 'code, nom' });
  });

  it('keeps the features that can be drawn and explains the others', () => {
    const imported = importCommunes(
      collection('g.geojson', [
        lille,
        { properties: { code: '59410' }, geometry: null },
        { properties: { code: '59411' }, geometry: { type: 'Point', coordinates: [3, 50] } },
        { properties: { code: '59412' }, geometry: { type: 'Polygon', coordinates: [[[3, 50], [3, 51], [3, 52], [3, 50]]] } }, // prettier-ignore
        { properties: { code: 'x' }, geometry: square(3, 50, 1) },
        { properties: { code: '59350' }, geometry: square(3, 50, 1) }
      ])
    );
    expect(imported.rows.map(({ code }) => code)).toEqual(['59350']);
    expect(droppedOf(imported).map(({ code, row, found }) => [code, row, found])).toEqual([
      ['bad-geometry', 2, '#no-geometry'],
      ['bad-geometry', 3, 'Point'],
      ['bad-geometry', 4, 'Polygon'],
      ['bad-insee', 5, 'x'],
      ['duplicate-commune', 6, '59350']
    ]);
    expect(imported.read).toBe(6);
  });

  it('may be a single feature, and have a ring left open', () => {
    const ring = square(3, 50.6, 0.1).coordinates[0]!.slice(0, -1);
    const one = {
      type: 'Feature',
      properties: { code: '59350' },
      geometry: { type: 'Polygon', coordinates: [ring] }
    };
    const { rows } = importCommunes(textFile('one.geojson', JSON.stringify(one)));
    expect(rows[0]!.outline.coordinates[0]).toHaveLength(5);
  });
});

describe('communes', () => {
  it.each([
    [{ code: '01001', nom: 'A', departement: '01', region: '84', epci: '200069193' }, null, '200069193'],
    [{ INSEE_COM: '01001', NOM: 'A', POPULATION: 771, SIREN_EPCI: '200069193' }, 771, '200069193'],
    [{ code: '1001', nom: 'A' }, null, null]
  ])('are read in the spelling %j', (properties, population, epci) => {
    const { rows } = importCommunes(collection('c.geojson', [{ properties, geometry: square(5, 46, 0.1) }]));
    expect(rows[0]).toMatchObject({ code: '01001', name: 'A', population, epci });
  });
});

describe('QPV', () => {
  it('of 2015 give the names of their communes, of 2024 their codes, in any case of letters', () => {
    const { rows, findings } = importQpvs(
      collection('q.geojson', [
        { properties: { CODE_QP: 'QP059074', NOM_QP: 'Secteur Sud', COMMUNE_QP: 'Lille,  Lezennes' }, geometry: square(3, 50, 1) }, // prettier-ignore
        { properties: { code_qp: 'QN05930M', lib_qp: 'Centre', insee_com: '59606, 59014', lib_com: 'Valenciennes, Anzin' }, geometry: square(3, 50, 1) }, // prettier-ignore
        {
          properties: { Code_QP: 'qn97411m', Nom_QP: 'Centre', INSEE_COM: 97411 },
          geometry: square(55, -21, 1)
        }
      ])
    );
    expect(findings).toEqual([]);
    expect(rows.map(({ line: _, perimeter: __, ...row }) => row)).toEqual([
      {
        code: 'QP059074',
        name: 'Secteur Sud',
        generation: 2015,
        communeCodes: [],
        communeNames: ['Lille', 'Lezennes']
      },
      { code: 'QN05930M', name: 'Centre', generation: 2024, communeCodes: ['59606', '59014'], communeNames: ['Valenciennes', 'Anzin'] }, // prettier-ignore
      { code: 'QN97411M', name: 'Centre', generation: 2024, communeCodes: ['97411'], communeNames: [] }
    ]);
  });
});
