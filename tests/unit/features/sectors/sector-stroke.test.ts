// The painting tools of the map of sectors, from press to release.
import { describe, expect, it } from 'vitest';
import { sectorStroke } from '../../../../src/lib/features/sectors/map/sector-stroke.ts';
import type { Point } from '../../../../src/lib/map/geometry/viewport.ts';

const TARGETS = [
  { uais: ['A'], at: [10, 10] as Point },
  { uais: ['B', 'C'], at: [50, 50] as Point },
  { uais: ['D'], at: [90, 90] as Point }
];

/** Draws a stroke; each school's surroundings reach 5 pixels around it. */
function draw(tool: 'brush' | 'lasso', path: readonly Point[], radius = 0) {
  const painted = new Set<string>();
  const strokes: string[] = [];
  let trace: readonly Point[] | null = null;
  const stroke = sectorStroke(tool, {
    radius: () => radius,
    targets: () => TARGETS,
    cellAt: ([x, y]) =>
      TARGETS.find(({ at: [u, v] }) => Math.hypot(u - x, v - y) <= 5)?.uais ?? ([] as readonly string[]),
    onbegin: () => strokes.push('begin'),
    onpaint: (uais) => uais.forEach((uai) => painted.add(uai)),
    onend: () => strokes.push('end'),
    ontrace: (outline) => (trace = outline)
  });
  const [first = [0, 0] as Point, ...others] = path;
  stroke.begin(first);
  for (const point of others) stroke.move(point);
  const traced = trace as readonly Point[] | null;
  stroke.end(path.at(-1) ?? first);
  return { painted: [...painted], strokes, traced, trace: trace as readonly Point[] | null };
}

describe('a stroke', () => {
  it('of the brush paints the schools on its way, and those within its radius', () => {
    expect(
      draw('brush', [
        [8, 8],
        [48, 52]
      ]).painted
    ).toEqual(['A', 'B', 'C']);
    expect(draw('brush', [[30, 30]], 40).painted).toEqual(['A', 'B', 'C']);
  });

  it('of a lasso that ends where it began paints what it encloses', () => {
    const path: Point[] = [
      [40, 40],
      [100, 40],
      [100, 100],
      [40, 100],
      [40, 40]
    ];
    const { painted, traced, trace } = draw('lasso', path);
    expect(painted).toEqual(['B', 'C', 'D']);
    expect(traced?.length).toBeGreaterThan(4);
    expect(trace).toBeNull();
  });

  it('that does not move paints the school under it', () => {
    expect(
      draw('lasso', [
        [52, 52],
        [51, 52]
      ]).painted
    ).toEqual(['B', 'C']);
    expect(draw('lasso', [[30, 30]]).painted).toEqual([]);
  });

  it('begins and ends once', () => {
    expect(
      draw('brush', [
        [8, 8],
        [20, 20]
      ]).strokes
    ).toEqual(['begin', 'end']);
  });
});
