// A map opens in QGIS: the project is well-formed XML, points to the file beside it, and has the classes and names of the page.
import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import type { FeatureCollection } from 'geojson';
import { optimize } from 'svgo';
import { describe, expect, it } from 'vitest';
import { qgisArchive, qgisProject } from '../../../src/lib/export/qgis.ts';
import type { ExportTable, Symbology } from '../../../src/lib/export/table.ts';
import { draws } from '../../draws.ts';

const square = (west: number, south: number) => ({
  type: 'Polygon' as const,
  coordinates: [
    [
      [west, south],
      [west + 1, south],
      [west + 1, south + 1],
      [west, south]
    ]
  ]
});
const symbology: Symbology = {
  title: 'Part des écoles suivies',
  classes: [
    { label: '50 % et plus', color: 'rgb(21, 83, 115)' },
    { label: 'moins de 50 %', color: 'rgb(221, 242, 243)' }
  ],
  rows: [0, null],
  without: 'Sans valeur, ou protégé',
  label: 'commune'
};
const table: ExportTable = {
  name: 'couverture',
  title: 'Couverture',
  columns: [
    { title: 'code', type: 'text' },
    { title: 'commune', type: 'text' }
  ],
  rows: [
    ['59014', 'Anzin & « l’autre »'],
    ['59606', 'Valenciennes']
  ],
  geometry: [square(3, 50), square(4, 50)],
  symbology
};

interface Element {
  name: string;
  attributes: Record<string, string>;
  text: string;
}
/** Elements of an XML text in order; throws where it is not well-formed. */
function elementsOf(text: string): Element[] {
  const found: Element[] = [];
  optimize(text, {
    plugins: [
      {
        name: 'elements',
        fn: () => ({
          element: {
            enter: ({ name, attributes, children }) => {
              const inside = children.map((child) => ('value' in child ? child.value : '')).join('');
              found.push({ name, attributes: { ...attributes }, text: inside });
            }
          }
        })
      }
    ]
  });
  return found;
}

describe('a map leaves for QGIS', () => {
  it('as two files: the project opens the GeoJSON beside it, whose rows say their class', async () => {
    const files = unzipSync(new Uint8Array(await qgisArchive(table).arrayBuffer()));
    expect(Object.keys(files).sort()).toEqual(['couverture.geojson', 'couverture.qgs']);
    const elements = elementsOf(strFromU8(files['couverture.qgs']!));
    expect(elements.find(({ name }) => name === 'datasource')?.text).toBe('./couverture.geojson');
    const { features } = JSON.parse(strFromU8(files['couverture.geojson']!)) as FeatureCollection;
    expect(features.map(({ properties }) => properties?.['classe'])).toEqual([
      '50 % et plus',
      'Sans valeur, ou protégé'
    ]);
  });

  it('with the classes and colours of the page, and a class for what has no value', () => {
    const elements = elementsOf(qgisProject(table, symbology, 'couverture.geojson'));
    const all = (wanted: string) => elements.filter(({ name }) => name === wanted);
    expect(all('category').map(({ attributes }) => attributes['value'])).toEqual([
      '50 % et plus',
      'moins de 50 %',
      'Sans valeur, ou protégé'
    ]);
    expect(
      all('prop')
        .filter(({ attributes }) => attributes['k'] === 'color')
        .map(({ attributes }) => attributes['v'])
    ).toEqual(['21,83,115,255', '221,242,243,255', '242,242,240,255']);
    expect(all('text-style')[0]?.attributes['fieldName']).toBe('commune');
    expect(all('maplayer')[0]?.attributes['geometry']).toBe('Polygon');
    expect(all('xmin')[0]?.text).toBe('3');
    expect(all('ymax')[0]?.text).toBe('51');
  });

  it('with what QGIS 3 reads: one layer under one id, a symbol for each class, labels on, the system of the project enabled', () => {
    const elements = elementsOf(qgisProject(table, symbology, 'couverture.geojson'));
    const all = (wanted: string) => elements.filter(({ name }) => name === wanted);
    const one = (wanted: string) => {
      expect(all(wanted), wanted).toHaveLength(1);
      return all(wanted)[0]!;
    };
    expect(one('qgis').attributes['version']).toMatch(/^3\.\d+\.\d+$/);
    expect(one('layer-tree-layer').attributes).toMatchObject({
      id: one('id').text,
      source: one('datasource').text,
      providerKey: one('provider').text
    });
    expect(one('maplayer').attributes).toMatchObject({ type: 'vector', labelsEnabled: '1' });
    expect(one('renderer-v2').attributes).toMatchObject({ type: 'categorizedSymbol', attr: 'classe' });
    const names = all('symbol').map(({ attributes }) => attributes['name']);
    expect(all('category').map(({ attributes }) => attributes['symbol'])).toEqual(names);
    expect(new Set(all('symbol').map(({ attributes }) => attributes['type']))).toEqual(new Set(['fill']));
    expect(one('labeling').attributes['type']).toBe('simple');
    expect(one('text-style').attributes).toMatchObject({ isExpression: '0', fontWeight: '50' });
    expect(all('authid').map(({ text }) => text)).toEqual(Array(3).fill('EPSG:4326'));
    expect(one('ProjectionsEnabled')).toMatchObject({ attributes: { type: 'int' }, text: '1' });
  });

  it('is named and in one colour where the page has no map of the rows', async () => {
    const files = unzipSync(
      new Uint8Array(await qgisArchive({ ...table, symbology: undefined as never }).arrayBuffer())
    );
    const elements = elementsOf(strFromU8(files['couverture.qgs']!));
    expect(elements.filter(({ name }) => name === 'category')).toHaveLength(1);
  });

  it('is well-formed whatever the titles and names are', () => {
    const text = fc.string({ unit: 'binary' });
    fc.assert(
      fc.property(text, text, text, (title, label, column) => {
        const named = { ...symbology, title, label: column, classes: [{ label, color: 'rgb(1, 2, 3)' }] };
        expect(elementsOf(qgisProject({ ...table, title }, named, 'x.geojson')).length).toBeGreaterThan(20);
      }),
      { seed: 31, numRuns: draws() }
    );
  });
});
