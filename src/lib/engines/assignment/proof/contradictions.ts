// What an answer says of itself and its plan does not bear out. It shares no code with the solver on purpose.
import type { ProblemFile, Relaxed, SplitAnswer } from '../../../model/plan.ts';
import type { Beside } from './check-bands.ts';
import { check, type Checked } from './check.ts';

const SLACK = 1e-6;
/** Price of a minute, a child or a meeting outside a band, where excess is priced. */
const PRICE = 1000;

/**
 * Words for all that is not true: a rule's name, or the figure that is wrong. Empty when the answer holds.
 *
 * @param beside what was asked beside the file; who leads whom is the answer's own word.
 */
export function contradictions(file: ProblemFile, answer: SplitAnswer, beside: Beside = {}): string[] {
  if (answer.status === 'infeasible' || answer.status === 'unknown')
    return [...new Set(ofNone(file, answer, beside))];
  const { coordinators, objective, bound } = answer;
  const asked = { ...beside, ...(coordinators && { leaders: coordinators }) };
  const checked = check(file, answer.assignment, asked);
  const penalty = file.soft ? PRICE * checked.outside : 0;
  const wrong: string[] = checked.breaches.map(({ rule }) => rule.rule);
  if (!isNear(objective, checked.objective)) wrong.push('objective');
  if (!isNear(answer.penalty ?? 0, penalty)) wrong.push('penalty');
  if (!hasLoads(answer.loads, checked)) wrong.push('loads');
  if (hasStrangers(file, answer.assignment)) wrong.push('units');
  if (bound !== null && objective !== null && bound > objective + 1e-3) wrong.push('bound');
  const open =
    bound === null ? null : Math.max(0, checked.objective - bound) / Math.max(1, checked.objective + penalty);
  if (!isNear(answer.gap, open)) wrong.push('gap');
  if (answer.status === 'optimal' && (open === null || open > SLACK)) wrong.push('status');
  if (beside.teams && !areTeams(file, beside.teams, coordinators ?? {})) wrong.push('coordinators');
  return [...new Set(wrong)];
}

function isNear(told: number | null, reckoned: number | null): boolean {
  if (told === null || reckoned === null) return told === reckoned;
  return Math.abs(told - reckoned) <= SLACK * Math.abs(reckoned) + 1e-3;
}

const hasLoads = (told: Readonly<Record<string, number>>, { loads }: Checked): boolean =>
  Object.entries(loads).every(([id, load]) => Math.abs((told[id] ?? NaN) - load) <= 1e-3);

const hasStrangers = (file: ProblemFile, plan: Readonly<Record<string, string>>): boolean =>
  Object.keys(plan).some((unit) => !file.units.some(({ id }) => id === unit));

/** Each referent under a coordinator who exists, each coordinator with someone, and nobody moved where they are kept. */
function areTeams(
  { referents }: ProblemFile,
  { coordinators, current, kept, held }: NonNullable<Beside['teams']>,
  leaders: Readonly<Record<string, string>>
): boolean {
  if (kept) return referents.every(({ id }) => (leaders[id] ?? '') === (current[id] ?? ''));
  const has = (name: string) =>
    held?.[name] !== undefined || referents.some(({ id }) => leaders[id] === name);
  return referents.every(({ id }) => coordinators.includes(leaders[id] ?? '')) && coordinators.every(has);
}

/** An answer without a plan has none, and what it proposes instead keeps all that it does not say it loosens. */
function ofNone(file: ProblemFile, answer: SplitAnswer, beside: Beside): string[] {
  const { relaxed } = answer;
  const claims = answer.objective !== null || Object.keys(answer.assignment).length > 0;
  return [...(claims ? ['status'] : []), ...(relaxed ? ofRelaxed(file, relaxed, beside) : [])];
}

function ofRelaxed(file: ProblemFile, relaxed: Relaxed, beside: Beside): string[] {
  const { tolerance, coordinatorTolerance, maxPupilsMoved } = relaxed;
  const loosened: ProblemFile = {
    ...file,
    tolerance: tolerance ?? file.tolerance,
    coordinatorTolerance: coordinatorTolerance ?? file.coordinatorTolerance,
    maxPupilsMoved: maxPupilsMoved ?? file.maxPupilsMoved
  };
  const { teams } = beside;
  const asked = teams
    ? { ...beside, teams: { ...teams, tolerance: coordinatorTolerance ?? teams.tolerance } }
    : beside;
  const checked = check(loosened, relaxed.assignment, asked);
  const dropped = new Set(relaxed.dropped.map((rule) => JSON.stringify(rule)));
  const wrong: string[] = checked.breaches.flatMap(({ rule }) =>
    dropped.has(JSON.stringify(rule)) ? [] : [rule.rule]
  );
  if (!isNear(relaxed.objective, checked.objective)) wrong.push('objective');
  if (!hasLoads(relaxed.loads, checked)) wrong.push('loads');
  if (hasStrangers(file, relaxed.assignment)) wrong.push('units');
  return wrong.map((one) => `relaxed ${one}`);
}
