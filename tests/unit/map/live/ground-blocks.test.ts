// Names of the ground keep off our own labels.
import { expect, it } from 'vitest';
import { project, type Viewport } from '../../../../src/lib/map/geometry/viewport.ts';
import { groundBlocks } from '../../../../src/lib/map/live/ground-blocks.ts';
import { BLOCK } from '../../../../src/lib/map/live/ground-images.ts';

const view: Viewport = { width: 400, height: 300, x: 0.5, y: 0.3, world: 800_000 };

it('squares cover each label whole, and the edges of the map', () => {
  const box = { left: 100, right: 171, top: 50, bottom: 65 };
  const points = groundBlocks({ view, boxes: [box] }).features.map(({ geometry }) => {
    const [lon, lat] = geometry.coordinates as [number, number];
    return project(view, lon, lat);
  });
  const covered = (x: number, y: number) =>
    points.some((at) => Math.abs(at[0] - x) <= BLOCK / 2 + 0.01 && Math.abs(at[1] - y) <= BLOCK / 2 + 0.01);
  for (let x = box.left; x <= box.right; x += 3)
    for (let y = box.top; y <= box.bottom; y += 3) expect(covered(x, y), `${x} ${y}`).toBe(true);
  for (const [x, y] of [[1, 150], [399, 150], [200, 1], [200, 299]] as const) expect(covered(x, y)).toBe(true); // prettier-ignore
  expect(covered(250, 150)).toBe(false);
});

it('a label out of sight asks for none', () => {
  const empty = groundBlocks({ view, boxes: [] }).features.length;
  const away = { left: 500, right: 600, top: 50, bottom: 65 };
  expect(groundBlocks({ view, boxes: [away] }).features).toHaveLength(empty);
});
