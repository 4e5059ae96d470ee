// Figures of the report that the public may have: those that the territory publishes already.
import type { CoverageCube } from '$lib/cube/coverage';
import { unfiltered } from '$lib/cube/filter';
import type { ShownFigures, ShownFigure } from '$lib/export/report/public-page';
import { LEVELS } from '$lib/model/school';
import type { SchoolYear } from '$lib/model/school-year';

/** Children of the whole territory, and by level, where their count is published. */
export function publishedFigures(cube: CoverageCube, year: SchoolYear): ShownFigures {
  const all = unfiltered(year);
  const counts = [
    ['children.total', cube.children(all)] as const,
    ...LEVELS.map((level) => [`children.level.${level}`, cube.children({ ...all, level })] as const)
  ];
  return new Map(
    counts.flatMap(([id, { value, status, atLeast }]): [string, ShownFigure][] =>
      value !== null && status === 'published' && !atLeast ? [[id, { value, isRounded: false }]] : []
    )
  );
}
