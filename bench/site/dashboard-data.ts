// A filter's answers from the shipped cube, without a screen: figures, zones, evolution, schools and queue.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CoverageCube } from '../../src/lib/cube/coverage.ts';
import { keyFigures, sentenceFacts } from '../../src/lib/cube/figures.ts';
import type { Filter } from '../../src/lib/cube/filter.ts';
import { parseDashboard } from '../../src/lib/cube/read-dashboard.ts';
import { DEFAULT_WEIGHTS, waitingSchools } from '../../src/lib/cube/waiting.ts';
import { THEMES } from '../../src/lib/model/pathway.ts';
import { LEVELS } from '../../src/lib/model/school.ts';
import { ROOT } from '../../scripts/setup.mjs';

const WARM_UP = 3;

function answer(cube: CoverageCube, filter: Filter): number {
  const figures = keyFigures(cube, filter);
  const facts = sentenceFacts(cube, filter);
  const zones = cube.zones(filter, 'commune');
  const evolution = cube.evolution(filter);
  const schools = cube.schools(filter);
  const waiting = waitingSchools(cube, filter, DEFAULT_WEIGHTS);
  return [figures, zones, evolution, schools, waiting].flat().length + facts.schools;
}

/** Milliseconds that each of `count` different filters takes, once the engine has compiled the code. */
export function dataTimes(count: number): number[] {
  const dashboard = parseDashboard(readFileSync(join(ROOT, 'static/tables/dashboard.json'), 'utf8'));
  const cube = new CoverageCube(dashboard);
  const places = [null, ...dashboard.communes.filter(({ intervention }) => intervention)];
  const filters = Array.from({ length: count }, (_, i): Filter => {
    const place = places[i % places.length];
    return {
      year: dashboard.years[i % dashboard.years.length] ?? '2024-2025',
      level: (['ALL', ...LEVELS] as const)[i % 4] ?? 'ALL',
      theme: (['ALL', ...THEMES] as const)[i % 6] ?? 'ALL',
      place: place ? { kind: 'commune', code: place.code } : null
    };
  });
  let times: number[] = [];
  for (let round = 0; round <= WARM_UP; round += 1) {
    times = filters.map((filter) => {
      const start = performance.now();
      answer(cube, filter);
      return performance.now() - start;
    });
  }
  return times;
}
