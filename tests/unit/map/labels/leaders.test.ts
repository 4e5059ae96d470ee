// Lines of labels on the map of the demonstration, at the widths where pages and frames draw it.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseDashboard } from '../../../../src/lib/cube/read-dashboard.ts';
import { CoverageCube } from '../../../../src/lib/cube/coverage.ts';
import { unfiltered } from '../../../../src/lib/cube/filter.ts';
import { contains, polygonOnScreen } from '../../../../src/lib/map/geometry/polygons.ts';
import { ratioOf, reservedBoxes, wholeView } from '../../../../src/lib/map/geometry/frame.ts';
import type { Shapes } from '../../../../src/lib/map/geometry/shapes.ts';
import { sceneLabels } from '../../../../src/lib/map/labels/scene-labels.ts';
import { area, communes, school } from '../fixtures.ts';

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
