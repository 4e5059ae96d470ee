// On the map of the territory that the site is built with, every commune can be read by its name, at any width.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { ROOT } from '../../scripts/setup.mjs';
import { CoverageCube } from '../../src/lib/cube/coverage.ts';
import { parseDashboard } from '../../src/lib/cube/read-dashboard.ts';
import { reservedBoxes, wholeView, ratioOf } from '../../src/lib/map/geometry/frame.ts';
import type { Scene } from '../../src/lib/map/scene.ts';
import { sceneLabels } from '../../src/lib/map/labels/scene-labels.ts';
import type { Shapes } from '../../src/lib/map/geometry/shapes.ts';

const read = (path: string) => readFileSync(join(ROOT, 'static', path), 'utf8');
const json = <T>(path: string) => JSON.parse(read(path)) as T;
const dashboard = parseDashboard(read('tables/dashboard.json'));
const shapes: Shapes = { communes: json('map/communes.geojson'), qpvs: json('map/qpvs.geojson') };
const { bounds } = dashboard.territory;

const cube = new CoverageCube(dashboard);
const scene: Scene = {
  kind: 'communes',
  areas: dashboard.communes
    .filter(({ intervention }) => intervention)
    .map(({ code, name }, at) => ({
      ref: { kind: 'commune', code },
      name,
      class: 2,
      protected: at % 4 === 0,
      // The longest value and a common one, in turn.
      label: at % 4 === 0 ? 'protégé' : '24',
      description: '',
      faded: false,
      circle: null
    })),
  points: cube.dashboard.schools.flatMap(({ uai, name, lon, lat }) =>
    lon === null || lat === null
      ? []
      : [
          {
            ...{ ref: { kind: 'school' as const, code: uai }, name, lon, lat },
            ...{ status: 'followed' as const, size: null, description: '', faded: false }
          }
        ]
  )
};

it('no commune stands under a value without its name', () => {
  const nameless: string[] = [];
  for (let width = 320; width <= 760; width += 11) {
    // As high as suits the territory, or as a usual screen leaves it.
    const height = Math.min(683, Math.round(width / ratioOf(bounds)));
    const frame = { width, height };
    const labels = sceneLabels(
      wholeView(bounds, frame, true),
      scene,
      shapes,
      reservedBoxes(frame, { width: 216, height: 292 })
    );
    for (const { ref, name } of scene.areas) {
      const label = labels.find(({ id }) => id === `commune/${ref.code}`);
      const first = name.slice(0, 3).replace("'", '’');
      if (!label?.lines.join(' ').includes(first))
        nameless.push(`${width}: ${name} ${label?.lines.join('|')}`);
    }
  }
  expect(nameless).toEqual([]);
});
