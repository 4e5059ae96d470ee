// Whatever is dropped is named, or refused with a reason; a large file is not read whole to know what it is.
import { readFileSync } from 'node:fs';
import { gzipSync, zipSync } from 'fflate';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  droppedBlob,
  FORMATS,
  kindOfFile,
  matchColumn
} from '../../../../../src/lib/engines/import/index.ts';
import type { KnownFile } from '../../../../../src/lib/engines/import/dropped/json-head.ts';
import {
  type DroppedFile,
  droppedBytes
} from '../../../../../src/lib/engines/import/dropped/dropped-file.ts';
import { buildGraph, encodeGraph } from '../../../../../src/lib/engines/travel/index.ts';
import { findingCodes } from '../../../../../src/lib/i18n/findings/findings.ts';
import { xlsxFile } from '../../../../fixtures/import/containers.ts';
import { textFile, UAIS } from '../../../../fixtures/import/files.ts';
import { SAMPLES } from '../../../../fixtures/import/samples.ts';
import { draws } from '../../../../draws.ts';

const [A, B] = UAIS;
const text = (name: string, content: string) => kindOfFile(droppedBytes(textFile(name, content)));
const bytes = (name: string, content: Uint8Array) => kindOfFile(droppedBytes({ name, bytes: content }));
const zip = (...names: string[]) =>
  zipSync(Object.fromEntries(names.map((name) => [name, new TextEncoder().encode('a,b\n1,2\n')])));
const codeOf = (known: KnownFile) => (known.kind === 'unknown' ? known.finding.code : known.kind);

/** A file of a given size whose beginning is given: reading elsewhere is counted. */
function large(name: string, head: string, size: number): { file: DroppedFile; read: () => number } {
  const start = new TextEncoder().encode(head);
  let read = 0;
  return {
    file: {
      name,
      size,
      read: (from, to) => {
        read += to - from;
        const asked = new Uint8Array(to - from).fill(32);
        asked.set(start.subarray(from, Math.min(to, start.length)));
        return Promise.resolve(asked);
      }
    },
    read: () => read
  };
}

describe('a dropped file is named', () => {
  it('when it is a table of any format', async () => {
    for (const { id } of FORMATS) {
      expect(await kindOfFile(droppedBytes(SAMPLES[id])), id).toMatchObject({ kind: 'table', format: id });
    }
  });

  it('when it is a network, a map or a timetable', async () => {
    const network = {
      meta: { mode: 'car', source: 'survey', dataDate: '2026-01-01', schematic: false },
      lon: Float64Array.of(3.5, 3.51),
      lat: Float64Array.of(50.36, 50.36),
      ways: [{ points: [0, 1], rural: 50, urban: 30, oneway: false }]
    } as const;
    const graph = encodeGraph(buildGraph(network as never));
    expect(await bytes('car.bin', graph)).toEqual({ kind: 'road-graph' });
    expect(await bytes('reseau.zip', zip('stops.txt', 'trips.txt', 'stop_times.txt'))).toEqual({
      kind: 'gtfs'
    });
    expect(await bytes('r.zip', zip('g/stops.txt', 'g/trips.txt', 'g/stop_times.txt'))).toEqual({
      kind: 'gtfs'
    });
    const pbf = Uint8Array.from('\0\0\0\r\n\tOSMHeader\u0018', (letter) => letter.charCodeAt(0));
    expect(await bytes('nord.osm.pbf', pbf)).toEqual({ kind: 'osm' });
    expect(await text('fond.pmtiles', 'PMTiles\u0003')).toEqual({ kind: 'pmtiles' });
    const road = { type: 'LineString', coordinates: [[3, 50], [3.1, 50]] }; // prettier-ignore
    const roads = [{ type: 'Feature', properties: { highway: 'primary' }, geometry: road }];
    const basemap = JSON.stringify({ type: 'FeatureCollection', features: roads });
    expect(await text('fond.geojson', basemap)).toEqual({ kind: 'basemap' });
  });

  it('when it is a logo', async () => {
    expect(
      await text('l.svg', '<?xml version="1.0"?><!-- a --><svg xmlns="http://www.w3.org/2000/svg"/>')
    ).toEqual({
      kind: 'logo'
    });
    expect(await bytes('l.png', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 13, 10))).toEqual({ kind: 'logo' });
  });

  it('when it comes from Maillage', async () => {
    expect(await bytes('a.maillage', zip('maillage.json', 'tables/dashboard.json'))).toEqual({
      kind: 'maillage'
    });
    expect(await text('b.maillage', 'age-encryption.org/v1\n-> scrypt')).toEqual({ kind: 'maillage' });
    for (const name of ['mel', 'pays-de-mormal']) {
      const example = readFileSync(`docs/examples/${name}.json`);
      expect(await bytes('c.json', example)).toEqual({ kind: 'configuration' });
    }
    expect(
      await text('cube.json', '{"k":11,"years":["2024-2025"],"dimensions":[{"name":"year"}],"cells":[]}')
    ).toEqual({
      kind: 'cube'
    });
    expect(await text('report.json', '{\n "k": 11,\n "years": [],\n "audit": {"open": []}\n}')).toEqual({
      kind: 'report'
    });
    expect(await text('protection-certificate.json', '{"version":1,"k":11,"cube":"6a","leaves":[]}')).toEqual(
      {
        kind: 'certificate'
      }
    );
  });

  it('when its headers are nearly those of a format, and as that format once they are matched', async () => {
    const source = textFile('e.csv', `Code établissement;statut\n${A};suivie\n${B};en attente\n`);
    const near = await kindOfFile(droppedBytes(source));
    expect(near).toMatchObject({ kind: 'near', near: [{ format: 'followed-schools' }, {}] });
    const matches = matchColumn({}, 'followed-schools', 'Code établissement', 'uai');
    expect(await kindOfFile(droppedBytes(source), matches)).toMatchObject({
      kind: 'table',
      format: 'followed-schools'
    });
  });
});

describe('a file of no use is refused with a reason that has words', () => {
  it.each([
    ['photo.jpg', Uint8Array.of(0xff, 0xd8, 0xff, 0xe0), 'picture-file'],
    ['compte-rendu.docx', zip('[Content_Types].xml', 'word/document.xml'), 'text-document'],
    ['classeur.ods', zip('mimetype', 'content.xml'), 'damaged-spreadsheet'],
    ['x.zip', zip('lisez-moi.txt'), 'other-archive'],
    ['vide.csv', new Uint8Array(), 'empty-file'],
    ['nord.osm.bz2', new TextEncoder().encode('BZh91AY'), 'bzip-file'],
    ['nord.osm', new TextEncoder().encode('<?xml version="1.0"?>\n<osm version="0.6">'), 'pbf-xml'],
    [
      'nord.osm.gz',
      gzipSync(new TextEncoder().encode('<?xml version="1.0"?>\n<osm version="0.6">')),
      'pbf-xml'
    ],
    [
      'export.json',
      new TextEncoder().encode(
        '{"version": 0.6, "generator": "Overpass API", "osm3s": {}, "elements": [{"id": 1}]}'
      ),
      'pbf-overpass'
    ],
    ['a.json', new TextEncoder().encode('{"a": 1}'), 'not-geojson'],
    ['plan.json', new TextEncoder().encode('{"format": "maillage-plan", "version": 1}'), 'saved-by-a-page'],
    ['page.html', new TextEncoder().encode('<!doctype html><html>'), 'web-page'],
    ['courses.csv', new TextEncoder().encode('produit;prix\npommes;2\n'), 'unknown-format'],
    ['note.txt', new TextEncoder().encode('Bonjour'), 'no-row']
  ])('%s', async (name, content, code) => {
    const known = await bytes(name, content);
    expect(codeOf(known)).toBe(code);
    expect(findingCodes()).toContain(code);
  });

  it('that another program holds', async () => {
    const locked = {
      size: 12,
      slice: () => ({ arrayBuffer: () => Promise.reject(new DOMException('held', 'NotReadableError')) })
    };
    expect(await kindOfFile(droppedBlob(locked, 'ouvert.xlsx'))).toEqual({
      kind: 'unknown',
      finding: { code: 'unreadable-file', severity: 'dropped', file: 'ouvert.xlsx' }
    });
  });

  it('whatever its bytes are', async () => {
    const start = fc.constantFrom(
      '',
      '{"features":[{',
      '{"type":"FeatureCollection","features":[',
      'PK\u0003\u0004',
      '<svg',
      'a;b\n',
      '['
    );
    await fc.assert(
      fc.asyncProperty(start, fc.uint8Array({ maxLength: 200 }), async (head, rest) => {
        const content = Uint8Array.of(...new TextEncoder().encode(head), ...rest);
        expect(await bytes('f', content)).toHaveProperty('kind');
      }),
      { numRuns: draws() }
    );
  });
});

describe('a large file is not read whole', () => {
  const MEGABYTE = 1024 * 1024;

  it('to know an extract of 400 MB or a national CSV', async () => {
    const osm = large('france.osm.pbf', '\0\0\0\r\n\tOSMHeader', 400 * MEGABYTE);
    expect(await kindOfFile(osm.file)).toEqual({ kind: 'osm' });
    expect(osm.read()).toBeLessThan(MEGABYTE);
    const rows = Array.from({ length: 20_000 }, () => `${A};50.6;3.05`).join('\n');
    const csv = large('g.csv', `numero_uai;latitude;longitude\n${rows}\n`, 200 * MEGABYTE);
    expect(await kindOfFile(csv.file)).toMatchObject({ kind: 'table', format: 'geolocalisation' });
    expect(csv.read()).toBeLessThan(MEGABYTE);
  });

  it('to know a GeoJSON of outlines by its first features, Lambert-93 said', async () => {
    const ring = [[[700000, 7000000], [701000, 7000000], [701000, 7001000], [700000, 7000000]]]; // prettier-ignore
    const feature = (at: number) =>
      JSON.stringify({
        type: 'Feature',
        properties: { INSEE_COM: String(59_000 + at), NOM: 'A « B » \\" }' },
        geometry: { type: 'Polygon', coordinates: ring }
      });
    const features = Array.from({ length: 5_000 }, (_, at) => feature(at)).join(',\n');
    const crs = '"crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::2154"}}';
    const text = `{"type":"FeatureCollection",${crs},"features":[${features}`;
    const { file, read } = large('communes.geojson', text, 150 * MEGABYTE);
    expect(await kindOfFile(file)).toMatchObject({ kind: 'table', format: 'communes', confidence: 1 });
    expect(read()).toBeLessThan(MEGABYTE);
  });
});

it('a compressed file is named as what it holds, and one compressed twice is refused', async () => {
  const once = gzipSync(SAMPLES.rep.bytes);
  expect(await bytes('rep.csv.gz', once)).toMatchObject({ kind: 'table', format: 'rep' });
  expect(codeOf(await bytes('rep.csv.gz.gz', gzipSync(once)))).toBe('gzip-file');
});

it('TopoJSON is named as the outlines it holds', async () => {
  const ring = [[3, 50], [3.1, 50], [3.1, 50.1], [3, 50]]; // prettier-ignore
  const outline = { type: 'Polygon', properties: { codgeo: '59606', libgeo: 'Valenciennes' }, arcs: [[0]] };
  const objects = { communes: { type: 'GeometryCollection', geometries: [outline] } };
  const topology = JSON.stringify({ type: 'Topology', arcs: [ring], objects });
  expect(await text('communes.topojson', topology)).toMatchObject({ kind: 'table', format: 'communes' });
});

it('a workbook is named too, and one of corrections that comes back', async () => {
  const list = await xlsxFile([['uai', 'statut'], [A, 'suivie']]); // prettier-ignore
  expect(await kindOfFile(droppedBytes(list))).toMatchObject({ kind: 'table', format: 'followed-schools' });
  const back = await xlsxFile([
    ['Valeur corrigée', 'Ligne', 'Fichier', 'Colonne', 'Valeur trouvée'],
    ['2024-2025', 3, 'a.csv', 'depuis', '2024']
  ]);
  expect(await kindOfFile(droppedBytes(back))).toEqual({ kind: 'corrections' });
});
