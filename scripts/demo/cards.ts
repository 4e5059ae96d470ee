// The three cards of the demonstration under the usual settings, kept in its file of posts.
import { parseDashboard } from '../../src/lib/cube/read-dashboard.ts';
import { usualCards } from '../../src/lib/engines/cards/index.ts';
import { withTownHalls } from '../../src/lib/engines/travel/index.ts';
import { parseAssignmentFile } from '../../src/lib/model/assignment/assignment-file.ts';
import type { TerritoryFiles } from '../../src/lib/model/territory-files.ts';
import type { Matrix } from '../../src/lib/model/travel/travel-times.ts';

const POSTS = 'graph/split.json';

/**
 * @param files of the territory, as its pages read them
 * @param places of the times by car, in their order
 */
export function withCards(
  files: TerritoryFiles,
  places: readonly { id: string }[],
  car: Matrix
): Map<string, Uint8Array> {
  const text = (path: string) => new TextDecoder().decode(files.get(path));
  const file = parseAssignmentFile(text(POSTS));
  const { schools, communes } = parseDashboard(text('tables/dashboard.json'));
  const facts = withTownHalls(schools, communes);
  const cards = usualCards(file, facts, places, car);
  return new Map([...files, [POSTS, new TextEncoder().encode(JSON.stringify({ ...file, cards }))]]);
}
