// Schools that stay and posts that are locked, as a link and a scenario write them.
import type { AssignmentFile, AssignmentRules } from '$lib/engines/assignment';

const PINNED = 'fixees';
const LOCKED = 'verrous';

/** Only what is pinned or locked. */
export function writeRules(
  params: URLSearchParams,
  { pinned, locked }: AssignmentRules,
  { posts }: AssignmentFile
): void {
  if (pinned.length > 0) params.set(PINNED, [...pinned].sort().join('.'));
  const numbers = posts.flatMap(({ id }, at) => (locked.includes(id) ? [at + 1] : []));
  if (numbers.length > 0) params.set(LOCKED, numbers.join('.'));
}

/** What the territory does not know is left out. */
export function readRules(params: URLSearchParams, { schools, posts }: AssignmentFile): AssignmentRules {
  const words = (name: string) => new Set((params.get(name) ?? '').split('.'));
  const [uais, numbers] = [words(PINNED), words(LOCKED)];
  return {
    pinned: schools.flatMap(({ uai }) => (uais.has(uai) ? [uai] : [])),
    locked: posts.flatMap(({ id }, at) => (numbers.has(String(at + 1)) ? [id] : []))
  };
}

/** The same for rules that are the same. */
export function rulesText(rules: AssignmentRules, file: AssignmentFile): string {
  const params = new URLSearchParams();
  writeRules(params, rules, file);
  return params.toString();
}
