// Labels: readable, apart from one another, and beside their place when they do not fit in it.
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CoverageCube } from '../../../../src/lib/cube/coverage.ts';
import { unfiltered } from '../../../../src/lib/cube/filter.ts';
import { parseDashboard } from '../../../../src/lib/cube/read-dashboard.ts';
import { LabelCache } from '../../../../src/lib/map/labels/label-cache.ts';
import {
  placeLabels,
  type Label,
  type LabelField,
  type LabelRequest
} from '../../../../src/lib/map/labels/label-placement.ts';
import { breakName, textBlocks, textWidth } from '../../../../src/lib/map/labels/label-text.ts';
import {
  contains,
  overlap,
  polygonOf,
  polygonOnScreen,
  type Polygon
} from '../../../../src/lib/map/geometry/polygons.ts';
import { ratioOf, reservedBoxes, wholeView } from '../../../../src/lib/map/geometry/frame.ts';
import type { Shapes } from '../../../../src/lib/map/geometry/shapes.ts';
import { labelBoxes, sceneLabels } from '../../../../src/lib/map/labels/scene-labels.ts';
import { fit } from '../../../../src/lib/map/geometry/viewport.ts';
import { area, BOUNDS, communes, school, SHAPES } from '../fixtures.ts';
import { draws } from '../../../draws.ts';

const box = (x: number, y: number, width: number, height: number): Polygon =>
  polygonOf([
    [
      [x, y],
      [x + width, y],
      [x + width, y + height],
      [x, y + height]
    ]
  ]);
const field = (more: Partial<LabelField> = {}): LabelField => ({
  ...{ width: 500, height: 500, reserved: [], symbols: [], solid: [] },
  ...more
});
const request = (id: string, polygon: Polygon, more: Partial<LabelRequest> = {}): LabelRequest => ({
  ...{ id, name: 'Valenciennes', value: '24', polygon, rank: 'main', size: 13 },
  ...more
});

describe('the words of a label', () => {
  it('break after hyphens and at spaces, as even as can be', () => {
    expect(breakName('Condé-sur-l’Escaut', 2)).toEqual(['Condé-sur-', 'l’Escaut']);
    expect(breakName('Zone intercommunale Rives de l’Escaut', 2)).toEqual([
      'Zone intercommunale',
      'Rives de l’Escaut'
    ]);
    expect(breakName('Centre ville - Le Jard', 2)).toEqual(['Centre ville -', 'Le Jard']);
    expect(breakName('Anzin', 2)).toBeNull();
  });

  it('keep the value whole, on the last line', () => {
    for (const { lines } of textBlocks('Condé-sur-l’Escaut', 'protégé', 13)) {
      expect(lines.at(-1)?.endsWith('protégé')).toBe(true);
      expect(lines.join(' ').replaceAll('- ', '-')).toBe('Condé-sur-l’Escaut protégé');
    }
  });

  it('are measured as wide as Radio Canada draws them', () => {
    expect(textWidth('Valenciennes 24', 13)).toBeGreaterThan(95);
    expect(textWidth('Valenciennes 24', 13)).toBeLessThan(110);
  });
});

describe('the place of a label', () => {
  it('is inside when it fits, clear of symbols', () => {
    const rings = box(100, 100, 200, 120);
    const symbols = [{ at: [200, 160] as const, radius: 20 }];
    const [label] = placeLabels(field({ symbols }), [request('a', rings)]);
    expect(label?.inside).toBe(true);
    expect(contains(rings, label!.at)).toBe(true);
    expect(overlap(label!.box, { left: 180, right: 220, top: 140, bottom: 180 })).toBe(false);
  });

  it('is outside with a leader that ends in the place when it does not fit', () => {
    const rings = box(200, 200, 30, 20);
    const [label] = placeLabels(field({ solid: [rings] }), [request('a', rings)]);
    expect(label?.inside).toBe(false);
    expect(contains(rings, label!.leader![1])).toBe(true);
    expect(overlap(label!.box, { left: 200, right: 230, top: 200, bottom: 220 })).toBe(false);
  });

  it('keeps out of reserved corners and of other places', () => {
    const place = box(200, 200, 30, 20);
    const neighbour = box(230, 100, 250, 300);
    const legend = { left: 0, top: 0, right: 190, bottom: 260 };
    const [label] = placeLabels(field({ reserved: [legend], solid: [place, neighbour] }), [
      request('a', place)
    ]);
    expect(overlap(label!.box, legend)).toBe(false);
    expect(overlap(label!.box, { left: 230, top: 100, right: 480, bottom: 400 })).toBe(false);
  });

  it('is the value alone when the name finds no room near', () => {
    const place = box(240, 240, 20, 20);
    const walls = [box(0, 0, 500, 215), box(0, 285, 500, 215), box(0, 0, 205, 500), box(295, 0, 205, 500)];
    const [label] = placeLabels(field({ solid: [place, ...walls] }), [request('a', place, { reach: 60 })]);
    expect(label?.lines).toEqual(['24']);
    // At the end of a long line, nobody knows whose value it is.
    expect(placeLabels(field({ solid: [place, ...walls] }), [request('a', place)])).toEqual([]);
  });

  it('is dropped for quiet names that do not fit and for places out of sight', () => {
    expect(placeLabels(field(), [request('a', box(0, 0, 20, 10), { rank: 'quiet' })])).toEqual([]);
    expect(placeLabels(field(), [request('a', box(900, 0, 200, 200))])).toEqual([]);
  });

  it('never overlaps another label, nor leaves the map, and never changes for the same request', () => {
    const cells = fc.array(
      fc.record({
        x: fc.integer({ min: 0, max: 440 }),
        y: fc.integer({ min: 0, max: 440 }),
        width: fc.integer({ min: 10, max: 160 }),
        height: fc.integer({ min: 10, max: 120 })
      }),
      { maxLength: 8 }
    );
    fc.assert(
      fc.property(cells, (places) => {
        const requests = places.map(({ x, y, width, height }, index) =>
          request(`p${index}`, box(x, y, width, height), { rank: index % 3 === 2 ? 'quiet' : 'main' })
        );
        const all = field({ solid: requests.map(({ polygon }) => polygon) });
        const labels = placeLabels(all, requests);
        for (const [index, label] of labels.entries()) {
          expect(label.box.left).toBeGreaterThanOrEqual(-4);
          expect(label.box.right).toBeLessThanOrEqual(504);
          for (const other of labels.slice(index + 1)) expect(overlap(label.box, other.box)).toBe(false);
        }
        expect(placeLabels(all, requests)).toEqual(labels);
      }),
      { numRuns: draws() }
    );
  });
});

describe('kept placements', () => {
  const places = ['a', 'b', 'c'].map((id, index) =>
    request(id, box(60 + index * 110, 200, 40 + index * 60, 40))
  );
  const all = field({ solid: places.map(({ polygon }) => polygon) });
  const valued = (values: string[]) =>
    places.map((place, index) => ({ ...place, value: values[index] ?? '' }));

  it('are what a fresh placement gives, with the values of the moment', () => {
    const cache = new LabelCache();
    for (const values of [
      ['24', '31', 'protégé'],
      ['19', '40', 'protégé'],
      ['9', '40', '12'],
      ['24', '31', 'protégé']
    ]) {
      expect(cache.place(all, valued(values))).toEqual(placeLabels(all, valued(values)));
    }
  });
});

describe('the labels of a scene', () => {
  const view = fit(BOUNDS, 600, 900, { top: 10, right: 10, bottom: 10, left: 10 });
  const ids = (labels: { id: string }[]) => labels.map((label) => label.id);

  it('name each commune with its value, and the outer ones quietly', () => {
    const labels = sceneLabels(view, communes(), SHAPES, []);
    expect(ids(labels).toSorted()).toEqual(['commune/A', 'commune/B', 'commune/C', 'outside/D']);
    expect(labels[3]?.lines).toEqual(['Denain']);
  });

  it('keep road numbers off the text and off the line that leads to it', () => {
    const [first] = sceneLabels(view, communes(), SHAPES, []);
    const [[x1, y1], [x2, y2]] = [[100, 100] as const, [180, 140] as const];
    const label: Label = {
      ...first!,
      leader: [
        [x1, y1],
        [x2, y2]
      ]
    };
    for (const share of [0, 0.25, 0.5, 1]) {
      const [x, y] = [x1 + (x2 - x1) * share, y1 + (y2 - y1) * share];
      const at = { left: x, right: x + 0.1, top: y, bottom: y + 0.1 };
      expect(labelBoxes([label]).some((one) => overlap(one, at))).toBe(true);
    }
    expect(labelBoxes([{ ...label, leader: null }])).toEqual([label.box]);
  });

  it('write quartiers by their value alone on a phone', () => {
    const scene = communes({ kind: 'quartiers', areas: [area('Q', { name: 'Le Trieu', label: '31' })] });
    const phone = fit(BOUNDS, 328, 430, { top: 10, right: 10, bottom: 10, left: 10 });
    const [wide] = sceneLabels(view, scene, SHAPES, []);
    const [small] = sceneLabels(phone, scene, SHAPES, []);
    expect(wide?.lines.join(' ')).toBe('Le Trieu 31');
    expect(small?.lines).toEqual(['31']);
  });

  it('name schools once the map is close, not before', () => {
    const scene = communes({ kind: 'ecoles', points: [school('École Voltaire', 3.45, 50.25)] });
    const close = fit([3.44, 50.24, 3.46, 50.26], 600, 600, { top: 0, right: 0, bottom: 0, left: 0 });
    expect(ids(sceneLabels(view, scene, SHAPES, []))).not.toContain('school/École Voltaire');
    expect(ids(sceneLabels(close, scene, SHAPES, []))).toContain('school/École Voltaire');
  });

  it('say of a commune what the scene says, where schools are the subject', () => {
    const labels = sceneLabels(view, communes({ kind: 'ecoles' }), SHAPES, []);
    const label = labels.find(({ id }) => id === 'ground/A');
    expect(label?.lines.join(' ')).toBe('Aix-l’Escaut 28');
    expect(label?.value).toBe('28');
  });
});

// On the map of the demonstration, at the widths where pages and frames draw it.
const read = (path: string) => readFileSync(new URL(`../../../../static/${path}`, import.meta.url), 'utf8');
const dashboard = parseDashboard(read('tables/dashboard.json'));
const shapes = {
  communes: JSON.parse(read('map/communes.geojson')) as Shapes['communes'],
  qpvs: JSON.parse(read('map/qpvs.geojson')) as Shapes['qpvs']
};
const cube = new CoverageCube(dashboard);
const zones = cube.zones(unfiltered(dashboard.years.at(-1)!), 'commune');
const scene = (kind: 'ecoles' | 'communes') =>
  communes({
    kind,
    areas: zones.map(({ ref, name, followed, schools, waiting }) =>
      area(ref.code, {
        name,
        label:
          kind === 'ecoles' ? (waiting > 0 ? `${waiting} en attente` : `${followed} sur ${schools}`) : '24'
      })
    ),
    points: dashboard.schools.flatMap(({ uai, lon, lat }) =>
      lon === null || lat === null ? [] : [school(uai, lon, lat)]
    )
  });

/** Pixels of a line over communes that are not its own. */
function across(
  line: readonly (readonly [number, number])[],
  id: string,
  view: ReturnType<typeof wholeView>
) {
  const [end, foot] = line as [readonly [number, number], readonly [number, number]];
  const length = Math.hypot(end[0] - foot[0], end[1] - foot[1]);
  const others = shapes.communes.features
    .filter(({ properties }) => properties.intervention && !id.endsWith(properties.code))
    .map(({ geometry }) => polygonOnScreen(view, geometry));
  let over = 0;
  for (let at = 0; at < length; at += 1) {
    const share = at / length;
    const point: [number, number] = [
      end[0] + (foot[0] - end[0]) * share,
      end[1] + (foot[1] - end[1]) * share
    ];
    if (others.some((polygon) => contains(polygon, point))) over += 1;
  }
  return { length, over };
}

/** Pages, phones, steps of a story, and a frame 640 pixels high. */
const FRAMES = [328, 358, 390, 440, 500, 528, 552, 600, 760].map((width) => ({
  width,
  height: Math.round(width / ratioOf(dashboard.territory.bounds))
}));
const LONGEST = 70;
const MOST_ACROSS = 40;

describe('the line of a label', () => {
  for (const kind of ['ecoles', 'communes'] as const)
    for (const frame of [...FRAMES, { width: 468, height: 536 }, { width: 528, height: 440 }])
      it(`is short and keeps off the other communes: ${kind}, ${frame.width} by ${frame.height}`, () => {
        const view = wholeView(dashboard.territory.bounds, frame, true);
        const corner = reservedBoxes(frame, { width: 216, height: 110 });
        const labels = sceneLabels(view, scene(kind), shapes, corner);
        expect(labels.filter(({ id }) => !id.startsWith('outside')).length).toBe(zones.length);
        for (const { id, lines, leader } of labels) {
          const { length, over } = leader ? across(leader, id, view) : { length: 0, over: 0 };
          expect(length, lines.join(' ')).toBeLessThanOrEqual(LONGEST);
          expect(over, lines.join(' ')).toBeLessThanOrEqual(MOST_ACROSS);
        }
      });
});
