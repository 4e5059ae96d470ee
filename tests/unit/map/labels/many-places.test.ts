// Maps of many places, from the packs: 43 communes, 92, and three of intervention among 95. Labels are whole or are not there.
import { describe, expect, it } from 'vitest';
import { CoverageCube } from '../../../../src/lib/cube/coverage.ts';
import { latestYear } from '../../../../src/lib/cube/dashboard.ts';
import { unfiltered } from '../../../../src/lib/cube/filter.ts';
import { parseDashboard } from '../../../../src/lib/cube/read-dashboard.ts';
import { buildTerritory, readConfig } from '../../../../src/lib/engines/territory-builder/index.ts';
import { ratioOf, reservedBoxes, wholeView } from '../../../../src/lib/map/geometry/frame.ts';
import { overlap, polygonOnScreen } from '../../../../src/lib/map/geometry/polygons.ts';
import { boundsOf, type Shapes } from '../../../../src/lib/map/geometry/shapes.ts';
import { bordersOf } from '../../../../src/lib/map/geometry/borders.ts';
import { sceneLabels } from '../../../../src/lib/map/labels/scene-labels.ts';
import { isClassed, type Scene } from '../../../../src/lib/map/scene.ts';
import type { Month } from '../../../../src/lib/model/school-year.ts';
import { keptBase } from '../../../../scripts/territory/base.ts';
import { keptReference } from '../../../../scripts/territory/reference.ts';

const reference = await keptReference();

async function territoryOf(siren: string, intervention?: string[]) {
  const read = readConfig({ siren, base: { departements: reference.departementsOf(siren) }, intervention });
  if ('faults' in read) throw new Error(read.faults.join());
  const { files } = await buildTerritory({
    config: read.config,
    open: () => Promise.reject(new Error('no file')),
    reference,
    base: await keptBase(read.config, reference),
    today: '2026-11' as Month,
    solver: () => Promise.reject(new Error('no count to audit'))
  });
  const text = (path: string) => new TextDecoder().decode(files.get(path));
  const shapes = {
    communes: JSON.parse(text('map/communes.geojson')) as Shapes['communes'],
    qpvs: JSON.parse(text('map/qpvs.geojson')) as Shapes['qpvs']
  };
  return { cube: new CoverageCube(parseDashboard(text('tables/dashboard.json'))), shapes };
}

const WIDTHS = [328, 552, 900];
const KINDS = Object.keys({ communes: 0, ecoles: 0 }) as Scene['kind'][];

describe.each([
  ['43 communes', '200043396', undefined],
  ['92 communes', '200067361', undefined],
  ['three communes among 95', '200069425', ['50025', '50410', '50129']]
])('a map of %s', async (_, siren, intervention) => {
  const { cube, shapes } = await territoryOf(siren, intervention);
  const { bounds } = cube.dashboard.territory;
  const zones = cube.zones(unfiltered(latestYear(cube.dashboard)), 'commune');
  const scene = (kind: Scene['kind']): Scene => ({
    kind,
    areas: zones.map(({ ref, name, schools }, at) => ({
      ...{ ref, name, class: at % 5, protected: false, label: `0 sur ${schools}` },
      ...{ description: '', faded: false, circle: null }
    })),
    points: cube.dashboard.schools.flatMap(({ uai, name, lon, lat, status }) =>
      lon === null || lat === null
        ? []
        : [
            {
              ref: { kind: 'school', code: uai },
              name,
              lon,
              lat,
              status,
              size: null,
              description: '',
              faded: false
            }
          ]
    )
  });

  it.each(WIDTHS.flatMap((width) => KINDS.map((kind) => [width, kind] as const)))(
    'at %i px, of %s, cuts no label, puts none over another, and writes no value without its name',
    (width, kind) => {
      const frame = { width, height: Math.round(width / ratioOf(bounds)) };
      const view = wholeView(bounds, frame, true);
      const reserved = reservedBoxes(frame, { width: 176, height: 118 });
      const labels = sceneLabels(view, scene(kind), shapes, reserved);
      if (width >= 552) expect(labels.length).toBeGreaterThan(0);
      for (const [at, { box, lines, value }] of labels.entries()) {
        expect(box.left, lines.join()).toBeGreaterThanOrEqual(-3);
        expect(box.top, lines.join()).toBeGreaterThanOrEqual(-3);
        expect(box.right, lines.join()).toBeLessThanOrEqual(frame.width + 3);
        expect(box.bottom, lines.join()).toBeLessThanOrEqual(frame.height + 3);
        expect(lines.join(' ')).not.toBe(value);
        const over = [...reserved, ...labels.slice(at + 1).map((label) => label.box)];
        expect(
          over.filter((other) => overlap(other, box)),
          lines.join()
        ).toEqual([]);
      }
    }
  );

  it('names first the commune of most schools, whole, near it', () => {
    const { lon, lat, code, name } = cube.dashboard.communes
      .filter(({ intervention }) => intervention)
      .toSorted((one, other) => (other.population ?? 0) - (one.population ?? 0))[0]!;
    const around = Array.from({ length: 12 }, (_, at) => ({
      ...{
        ref: { kind: 'school' as const, code: `${at}` },
        name: '',
        status: 'followed' as const,
        size: null
      },
      ...{ description: '', faded: false, lon: lon + 0.001 * Math.cos(at), lat: lat + 0.001 * Math.sin(at) }
    }));
    const frame = { width: 552, height: Math.round(552 / ratioOf(bounds)) };
    const view = wholeView(bounds, frame, true);
    const shown = sceneLabels(view, { ...scene('ecoles'), points: around }, shapes, []);
    const label = shown.find(({ id }) => id.endsWith(`/${code}`));
    expect(label?.lines.join(' ')).toContain(name.replaceAll("'", '’'));
  });

  it('holds the communes of intervention whole, and no more than they need', () => {
    const served = shapes.communes.features.filter(({ properties }) => properties.intervention);
    const [west, south, east, north] = boundsOf(served.map(({ geometry }) => geometry));
    expect(bounds[0]).toBeLessThanOrEqual(west);
    expect(bounds[1]).toBeLessThanOrEqual(south);
    expect(bounds[2]).toBeGreaterThanOrEqual(east);
    expect(bounds[3]).toBeGreaterThanOrEqual(north);
    const extent = (east - west) * (north - south);
    expect((bounds[2] - bounds[0]) * (bounds[3] - bounds[1])).toBeLessThanOrEqual(2.1 * extent);
  });

  it('draws borders that are seen: each commune of intervention is within the frame, and has a line around it', () => {
    const frame = { width: 552, height: Math.round(552 / ratioOf(bounds)) };
    const view = wholeView(bounds, frame, true);
    for (const { geometry, properties } of shapes.communes.features) {
      if (!properties.intervention) continue;
      const { box } = polygonOnScreen(view, geometry);
      expect(box.left, properties.name).toBeGreaterThanOrEqual(0);
      expect(box.right, properties.name).toBeLessThanOrEqual(frame.width);
    }
    const { interior, contour } = bordersOf(shapes.communes.features);
    expect(contour.length).toBeGreaterThan(0);
    if (zones.length > 3) expect(interior.length).toBeGreaterThan(0);
  });
});

describe('a map of the schools of one commune', async () => {
  const { cube, shapes } = await territoryOf('200043396', ['59392']);
  const { bounds } = cube.dashboard.territory;
  const square = (west: number, south: number) => [
    [
      [west, south],
      [west + 0.012, south],
      [west + 0.012, south + 0.008],
      [west, south + 0.008],
      [west, south]
    ]
  ];
  const quarters = { A: square(3.95, 50.28), B: square(3.985, 50.27) };
  const drawn: Shapes = {
    ...shapes,
    qpvs: {
      type: 'FeatureCollection',
      features: Object.entries(quarters).map(([code, coordinates]) => ({
        type: 'Feature',
        properties: { code, name: `Quartier ${code}` },
        geometry: { type: 'Polygon', coordinates }
      }))
    }
  };

  it.each(WIDTHS)('at %i px names its neighbourhoods, each in full, and not itself', (width) => {
    const frame = { width, height: Math.round(width / ratioOf(bounds)) };
    const areas = Object.keys(quarters).map((code) => ({
      ...{ ref: { kind: 'qpv' as const, code }, name: `Quartier ${code}`, class: null, protected: false },
      ...{ label: '2 sur 3', description: '', faded: false, circle: null }
    }));
    const [, ecoles] = KINDS;
    const scene: Scene = { kind: ecoles!, areas, points: [] };
    const labels = sceneLabels(wholeView(bounds, frame, true), scene, drawn, reservedBoxes(frame, null));
    expect(labels.map(({ lines }) => lines.join(' ')).sort()).toEqual([
      'Quartier A 2 sur 3',
      'Quartier B 2 sur 3'
    ]);
  });
});

it('borders are light between coloured areas alone: two places without a value stay apart', () => {
  const area = { ref: { kind: 'commune' as const, code: '1' }, name: '', protected: false, label: '' };
  const rest = { description: '', faded: false, circle: null };
  const of = (...classes: (number | null)[]): Scene => ({
    kind: 'communes',
    areas: classes.map((one) => ({ ...area, ...rest, class: one })),
    points: []
  });
  expect(isClassed(of(0, 3))).toBe(true);
  expect(isClassed(of(0, null))).toBe(false);
  expect(isClassed(of())).toBe(false);
});
