// The short code of a plan in links: who follows each school, who coordinates each post. Never a count, never a name.
import type { Plan } from '../plan.ts';
import { coordinatorsOf, type AssignmentFile } from './assignment-file.ts';

const RADIX = 36;
const NOBODY = '-';

const schoolsInOrder = ({ schools }: AssignmentFile) => schools.map(({ uai }) => uai).sort();
/** Characters of a sign: one up to 36 names. */
const widthOf = (names: readonly string[]) => Math.max(1, (names.length - 1).toString(RADIX).length);

function written(names: readonly string[], chosen: readonly (string | null | undefined)[]): string {
  const width = widthOf(names);
  const sign = (name: string | null | undefined) => {
    const at = names.indexOf(name ?? '');
    return at < 0 ? NOBODY.repeat(width) : at.toString(RADIX).padStart(width, '0');
  };
  return chosen.map(sign).join('');
}

/** Id -> name; null when the text has not a sign for each id. */
function readPairs(
  ids: readonly string[],
  text: string,
  names: readonly string[]
): Record<string, string> | null {
  const width = widthOf(names);
  if (text.length !== ids.length * width) return null;
  return Object.fromEntries(
    ids.flatMap((id, at) => {
      const name = names[parseInt(text.slice(at * width, (at + 1) * width), RADIX)];
      return name === undefined ? [] : [[id, name] as const];
    })
  );
}

/** Territory, a sign a school and a sign a post, each in order of id. */
export function planCode(file: AssignmentFile, plan: Plan): string {
  const posts = file.posts.map(({ id }) => id);
  const schools = schoolsInOrder(file).map((uai) => plan.referents[uai]);
  const teams = file.posts.map(({ id, coordinator }) => plan.coordinators[id] ?? coordinator);
  return [file.territory, written(posts, schools), written(coordinatorsOf(file), teams)].join('.');
}

/** The plan of a code; null when its territory, schools or posts are others. */
export function readPlanCode(file: AssignmentFile, code: string): Plan | null {
  const [territory, schools = '', teams = ''] = code.split('.');
  if (territory !== file.territory) return null;
  const posts = file.posts.map(({ id }) => id);
  const referents = readPairs(schoolsInOrder(file), schools, posts);
  // A code cut after the schools leaves each post to the coordinator of today.
  const coordinators = readPairs(posts, teams, coordinatorsOf(file)) ?? {};
  return referents && { referents, coordinators };
}
