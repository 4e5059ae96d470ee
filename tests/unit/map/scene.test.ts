// A change of scene recolours only what changed; pointer, borders, tooltip and paths follow the ground.
import { describe, expect, it } from 'vitest';
import { areaCircles, innerPlace } from '../../../src/lib/map/live/area-circles.ts';
import { bordersOf } from '../../../src/lib/map/geometry/borders.ts';
import { sceneStates, ShownStates } from '../../../src/lib/map/live/feature-state.ts';
import { placeAt } from '../../../src/lib/map/geometry/hit.ts';
import { LAYER_ORDER } from '../../../src/lib/map/live/layer-order.ts';
import { listedPlaces, pointedPlace } from '../../../src/lib/map/controls/listed-places.ts';
import { overlap } from '../../../src/lib/map/geometry/plane.ts';
import { loadShapes, NO_SHAPES, shapeOf } from '../../../src/lib/map/geometry/shapes.ts';
import { SymbolStock, symbolId } from '../../../src/lib/map/live/school-features.ts';
import { areaPath, linesPath } from '../../../src/lib/map/geometry/svg-path.ts';
import { tooltipPosition } from '../../../src/lib/map/geometry/tooltip-position.ts';
import { fit, project } from '../../../src/lib/map/geometry/viewport.ts';
import { area, BOUNDS, communes, school, SHAPES } from './fixtures.ts';

const view = fit(BOUNDS, 400, 600, { top: 0, right: 0, bottom: 0, left: 0 });

describe('recolouring', () => {
  it('sets every area once, then only what changed', () => {
    const shown = new ShownStates();
    expect(shown.follow(sceneStates(communes(), null))).toHaveLength(3);
    const second = sceneStates(communes({ areas: [area('A', { class: 4 }), area('B'), area('C')] }), null);
    expect(shown.follow(second)).toEqual([
      { source: 'areas', id: 'A', state: { class: 4, protected: false, faded: false } }
    ]);
    expect(shown.follow(second)).toEqual([]);
  });

  it('never gives a class to a protected area', () => {
    const states = sceneStates(communes({ areas: [area('A', { class: 3, protected: true })] }), null);
    expect(states.get('areas')?.get('A')).toEqual({ class: -1, protected: true, faded: false });
  });

  it('turns neutral what left the scene, and leaves areas unfilled where schools are the subject', () => {
    const shown = new ShownStates();
    shown.follow(sceneStates(communes(), null));
    const changes = shown.follow(sceneStates(communes({ kind: 'ecoles' }), null));
    expect(changes.map(({ id, state }) => [id, state.class])).toEqual([
      ['A', -1],
      ['B', -1],
      ['C', -1]
    ]);
  });

  it('sets only the schools that fade, leave or come back', () => {
    const points = [
      school('0590001A', 3, 50),
      school('0590002B', 3, 50, { faded: true }),
      school('S', 3, 50)
    ];
    const [first, second] = points.map(symbolId);
    const shown = new ShownStates();
    const show = (schools: typeof points) =>
      shown
        .follow(sceneStates(communes({ kind: 'ecoles', areas: [], points: schools }), null))
        .map(({ id, state }) => [id, state.hidden ? 'hidden' : state.faded ? 'faded' : 'clear']);
    expect(show(points)).toEqual([[second, 'faded']]);
    const clear = points.map((point) => ({ ...point, faded: false }));
    expect(show(clear)).toEqual([[second, 'clear']]);
    expect(show(clear.slice(1))).toEqual([[first, 'hidden']]);
    expect(show(clear.slice(1))).toEqual([]);
    expect(show(clear)).toEqual([[first, 'clear']]);
  });

  it('gives the map its schools again only for a symbol that it never had', () => {
    const stock = new SymbolStock();
    const codes = (features: ReturnType<SymbolStock['hold']>) =>
      features.features.map(({ properties: { code, status } }) => [code, status]);
    const points = [school('A', 3, 50), school('B', 3.1, 50)];
    const held = stock.hold(points);
    const faded = points.map((point) => ({ ...point, faded: true }));
    for (const same of [points, faded, points.slice(1), [], faded]) expect(stock.hold(same)).toBe(held);
    const more = stock.hold([school('A', 3, 50, { status: 'waiting' })]);
    expect(codes(more)).toEqual([
      ['A:followed', 'followed'],
      ['B:followed', 'followed'],
      ['A:waiting', 'waiting']
    ]);
    expect(stock.hold(points)).toBe(more);
    const moved = stock.hold([school('A', 3.2, 50)]);
    expect(moved.features.map(({ geometry }) => geometry.coordinates)).toEqual([[3.2, 50]]);
    const sized = stock.hold([school('A', 3.2, 50, { size: 100 }), school('B', 3.1, 50, { size: 50 })]);
    expect(sized.features[0]!.properties.radius).toBeGreaterThan(sized.features[1]!.properties.radius);
  });

  it('tells apart each school under each status, by number where there is one', () => {
    const one = school('0590001A', 3, 50);
    const ids = (['followed', 'waiting', 'linked', 'outside', 'team'] as const).map((status) =>
      symbolId({ ...one, status })
    );
    expect(new Set(ids).size).toBe(5);
    expect(ids.every((id) => typeof id === 'number')).toBe(true);
    expect(ids).not.toContain(symbolId(school('0590002B', 3, 50)));
  });

  it('fades all but the class that the legend points at', () => {
    const areas = [
      area('A', { class: 1 }),
      area('B', { class: null, protected: true }),
      area('C', { class: 3 })
    ];
    const faded = (emphasis: number | 'protected' | null) =>
      [...sceneStates(communes({ areas }), emphasis).get('areas')!.values()].map(({ faded }) => faded);
    expect(faded(null)).toEqual([false, false, false]);
    expect(faded(3)).toEqual([true, true, false]);
    expect(faded('protected')).toEqual([true, false, true]);
  });
});

describe('the pointer', () => {
  const at = (lon: number, lat: number) => project(view, lon, lat);

  it('finds a school before the commune under it', () => {
    const scene = communes({ points: [school('S', 3.45, 50.25)] });
    expect(placeAt(view, scene, SHAPES, at(3.45, 50.25), 3)).toEqual({ kind: 'school', code: 'S' });
    expect(placeAt(view, scene, SHAPES, at(3.42, 50.22), 3)).toEqual({ kind: 'commune', code: 'A' });
  });

  it('finds nothing on a commune without intervention or off the map', () => {
    expect(placeAt(view, communes(), SHAPES, at(3.55, 50.35), 3)).toBeNull();
    expect(placeAt(view, communes(), SHAPES, at(3.3, 50.1), 3)).toBeNull();
  });
});

describe('borders', () => {
  it('tell lines between communes of intervention from their contour', () => {
    const { interior, contour } = bordersOf(SHAPES.communes.features);
    const ends = interior.flat().map(([lon, lat]) => `${lon?.toFixed(1)},${lat?.toFixed(1)}`);
    expect(new Set(ends)).toEqual(new Set(['3.5,50.3', '3.5,50.2', '3.4,50.3']));
    const edges = contour.reduce((count, line) => count + line.length - 1, 0);
    expect(edges).toBe(8);
  });
});

describe('places', () => {
  it('are the areas, or the schools where these are the subject', () => {
    const points = [school('S', 3.45, 50.25)];
    expect(listedPlaces(communes({ points }), SHAPES, view).map(({ ref }) => ref.code)).toEqual([
      'A',
      'B',
      'C'
    ]);
    expect(
      listedPlaces(communes({ points, kind: 'ecoles' }), SHAPES, view).map(({ ref }) => ref.code)
    ).toEqual(['S']);
  });

  it('without an outline are not walked through, and break nothing', () => {
    expect(listedPlaces(communes(), NO_SHAPES, view)).toEqual([]);
    expect(pointedPlace(communes(), NO_SHAPES, view, { kind: 'commune', code: 'A' })).toBeNull();
    expect(areaCircles(communes({ areas: [area('A', { circle: 4 })] }), NO_SHAPES)).toEqual([]);
  });

  it('have an inner point in one of their parts', () => {
    const [lon, lat] = innerPlace(shapeOf(SHAPES, { kind: 'qpv', code: 'Q' })!);
    const inPart = (west: number, south: number) =>
      lon > west && lon < west + 0.02 && lat > south && lat < south + 0.02;
    expect(inPart(3.42, 50.22) || inPart(3.46, 50.26)).toBe(true);
  });

  it('are never under their own tooltip when there is room beside them', () => {
    const size = { width: 160, height: 60 };
    const frame = { width: 500, height: 600 };
    for (const place of [
      { left: 0, top: 0, right: 120, bottom: 200 },
      { left: 380, top: 500, right: 500, bottom: 600 },
      { left: 0, top: 200, right: 500, bottom: 300 }
    ]) {
      const { left, top } = tooltipPosition(place, size, frame);
      expect(overlap(place, { left, top, right: left + size.width, bottom: top + size.height })).toBe(false);
      expect(left >= 0 && top >= 0 && left + size.width <= 500 && top + size.height <= 600).toBe(true);
    }
  });
});

describe('the drawn map', () => {
  it('closes each part of a place, in the pixels of the view', () => {
    const path = areaPath(view, shapeOf(SHAPES, { kind: 'qpv', code: 'Q' })!);
    expect(path.match(/M/g)).toHaveLength(2);
    expect(path.match(/Z/g)).toHaveLength(2);
    const commune = areaPath(view, shapeOf(SHAPES, { kind: 'commune', code: 'A' })!);
    const [x, y] = project(view, 3.4, 50.2);
    expect(commune.startsWith(`M${x.toFixed(1)} ${y.toFixed(1)}L`)).toBe(true);
  });

  it('leaves open lines open and closes rings', () => {
    expect(
      linesPath(view, [
        [
          [3.4, 50.2],
          [3.5, 50.2]
        ]
      ])
    ).not.toContain('Z');
    expect(
      linesPath(view, [
        [
          [3.4, 50.2],
          [3.5, 50.2],
          [3.5, 50.3],
          [3.4, 50.2]
        ]
      ])
    ).toContain('Z');
  });

  it('draws each layer of the order once', () => {
    expect(new Set(LAYER_ORDER).size).toBe(LAYER_ORDER.length);
  });
});

describe('outlines', () => {
  const answer = (body: unknown, status = 200) =>
    (() => Promise.resolve(new Response(JSON.stringify(body), { status }))) as typeof fetch;

  it('are refused when missing or not GeoJSON, so that the page can say so', async () => {
    await expect(loadShapes('map', answer({}, 404))).rejects.toThrow('map/communes.geojson: 404');
    await expect(loadShapes('map', answer({ type: 'Topology' }))).rejects.toThrow(
      'not a GeoJSON FeatureCollection'
    );
  });

  it('are read from two files', async () => {
    const shapes = await loadShapes('map', answer({ type: 'FeatureCollection', features: [] }));
    expect(shapes.communes.features).toEqual([]);
    expect(shapes.qpvs.features).toEqual([]);
    expect(shapes.around).toBeUndefined();
  });

  it('tell where the communes around the territory are kept', async () => {
    const named = { type: 'FeatureCollection', features: [], around: 'around.pmtiles' };
    expect((await loadShapes('map', answer(named))).around).toBe('map/around.pmtiles');
  });
});
