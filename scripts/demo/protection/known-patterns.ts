// data/demo/protection.json: which counts of the demonstration are shown, so that a build checks them instead of searching.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  cellKey,
  type KnownPattern,
  type PublishedCube,
  type SuppressionProblem
} from '../../../src/lib/engines/disclosure/index.ts';
import type { Protection } from '../../../src/lib/cube/protection/protection.ts';
import type { SchoolYear } from '../../../src/lib/model/school-year.ts';
import { sha256 } from '../stamp.ts';

export const PATTERNS = 'data/demo/protection.json';

interface KeptYear {
  /** sha256 of the problem: what must stay unsure, what may be hidden and at what loss. */
  problem: string;
  /** What the search proved when it was run. */
  status: 'optimal' | 'heuristic';
  gap: number | null;
  shown: string[];
}

interface PatternFile {
  about: string;
  years: Partial<Record<SchoolYear, KeptYear>>;
}

const ABOUT =
  'Effectifs montrés de la démonstration (zone / école / niveau / thème) ; tous les autres sont protégés. Chaque construction les contrôle de nouveau. Chercher et prouver de nouveau : npm run data -- --prove';

/** Names the question that a pattern answers: the same question has the same best patterns. */
export const fingerprintOf = ({
  system,
  k,
  targets,
  weight,
  primary: hidden
}: SuppressionProblem): string => {
  const unsure = targets.map(({ form, ...rest }) => [
    form.plus,
    form.minus,
    rest.low,
    rest.high,
    rest.reason
  ]);
  return sha256(JSON.stringify([system.size, k, unsure, [...weight], [...hidden]]));
};

/** Patterns kept in the repository, each for the very problem that it answers. */
export function knownPatterns(root: string) {
  const path = join(root, PATTERNS);
  const { years = {} } = existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as PatternFile) : {};
  return (year: SchoolYear, problem: SuppressionProblem): KnownPattern | null => {
    const kept = years[year];
    if (kept?.problem !== fingerprintOf(problem)) return null;
    return { shown: new Set(kept.shown), status: kept.status, gap: kept.gap };
  };
}

/** Writes what was solved. `problems` names the question of each year. */
export function keepPatterns(
  root: string,
  cube: PublishedCube,
  { years }: Protection,
  problems: ReadonlyMap<SchoolYear, string>
): void {
  const shownIn = (wanted: SchoolYear) =>
    cube.cells
      .filter(({ key: [year], value }) => year === wanted && value !== undefined)
      .map(({ key: [, ...key] }) => cellKey(key));
  const kept = years.map(({ year, status, gap }) => [
    year,
    { problem: problems.get(year), status, gap, shown: shownIn(year) }
  ]);
  const file = {
    about: ABOUT,
    years: Object.fromEntries(kept) as PatternFile['years']
  } satisfies PatternFile;
  writeFileSync(join(root, PATTERNS), `${JSON.stringify(file, null, 1)}\n`);
}
