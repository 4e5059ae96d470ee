// The ground of the demonstration: what an official looks for is there, where the outlines say.
import { describe, expect, it } from 'vitest';
import type { LineString, Position } from 'geojson';
import { readFacts } from '../../../../scripts/demo/facts.ts';
import { demoGround } from '../../../../scripts/demo/ground.ts';
import { rounded } from '../../../../scripts/demo/rounded-line.ts';

const { communes } = readFacts('.');
const layers = demoGround('.', communes as never);
const named = (name: string) =>
  layers.water_lines.find(({ properties }) => properties.name === name)!.geometry as LineString;
const metres = ([x1 = 0, y1 = 0]: Position, [x2 = 0, y2 = 0]: Position) =>
  Math.hypot((x2 - x1) * 71_000, (y2 - y1) * 111_200);

describe('the ground of the demonstration', () => {
  it('has the rivers, the motorways, the main roads and the tramway by their names', () => {
    const refs = layers.street_labels.map(({ properties }) => properties.ref);
    for (const ref of ['A2', 'A23', 'D630', 'D935', 'D954', 'T1', 'T2']) expect(refs).toContain(ref);
    const rivers = layers.water_lines.map(({ properties }) => properties.name);
    for (const river of ['Escaut', 'La Scarpe', 'La Rhonelle', 'La Hayne', 'L’Écaillon'])
      expect(rivers).toContain(river);
  });

  it('the Escaut follows the borders that follow it', () => {
    const river = named('Escaut').coordinates;
    const outline = (name: string) =>
      new Set(communes.find((one) => one.name === name)!.outline.coordinates[0]!.map(String));
    const shared = (a: string, b: string) =>
      [...outline(a)].filter((point) => outline(b).has(point)).map((point) => point.split(',').map(Number));
    for (const [a, b] of [
      ['Odomez', 'Vieux-Condé'],
      ['Vieux-Condé', 'Fresnes-sur-Escaut']
    ] as const) {
      const border = shared(a, b);
      expect(border.length).toBeGreaterThan(2);
      for (const point of border)
        expect(
          Math.min(...river.map((one) => metres(one, point))),
          `${a} ${b} ${String(point)}`
        ).toBeLessThan(450);
    }
  });

  it('its lines are curves through the points given, a closed one closed', () => {
    const points = [[0, 0], [1, 0], [1, 1], [0, 0]]; // prettier-ignore
    const curve = rounded(points);
    for (const point of points) expect(curve).toContainEqual(point);
    expect(curve[0]).toEqual(curve.at(-1));
    expect(rounded([[0, 0], [1, 1]])).toEqual([[0, 0], [1, 1]]); // prettier-ignore
  });
});
