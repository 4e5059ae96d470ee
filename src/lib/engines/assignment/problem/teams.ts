// The balance of coordinators, from a user's choices: who they are, what they share, and what their locked posts hold already.
import type { Measure, Plan, TeamBalance } from '../../../model/plan.ts';
import { coordinatorsOf, type AssignmentFile } from '../../../model/assignment/assignment-file.ts';
import {
  NO_RULES,
  withTimes,
  type AssignmentRules,
  type AssignmentSettings,
  type UnitSchool
} from '../../../model/assignment/settings.ts';
import { buildProblem } from './build-problem.ts';
import type { CompileOptions } from './compile-problem.ts';

/** What coordinators share: pupils followed and meetings of support teams. */
export const TEAM_MEASURES = ['pupils', 'meetings'] as const satisfies readonly Measure[];

/** Coordinator of each post: the plan's, or today's where the plan says nothing. */
export function coordinatorsByPost(
  { posts }: Pick<AssignmentFile, 'posts'>,
  plan: Plan
): Record<string, string> {
  return Object.fromEntries(
    posts.flatMap(({ id, coordinator }) => {
      const name = plan.coordinators[id] ?? coordinator;
      return name ? [[id, name] as const] : [];
    })
  );
}

/** The problem of `buildProblem`, and how it is balanced. */
export const planRequest = (...asked: Parameters<typeof buildProblem>) => {
  const [file, schools, today, settings, { rules = NO_RULES, plan = today } = {}] = asked;
  const teams = teamBalanceOf(file, schools, plan, settings, rules);
  return { problem: buildProblem(...asked), balance: settings.measure, teams };
};

/** null where coordinators are left free, or there are fewer than two. */
function teamBalanceOf(
  file: AssignmentFile,
  schools: readonly UnitSchool[],
  plan: Plan,
  settings: AssignmentSettings,
  { locked }: AssignmentRules
): TeamBalance | null {
  const { coordinatorTolerance: tolerance, teamsKept: kept } = settings;
  const coordinators = coordinatorsOf(file);
  if (tolerance === null || coordinators.length < 2) return null;
  const current = coordinatorsByPost(file, plan);
  const { posts } = withTimes(file, settings);
  const fte = posts.reduce((sum, post) => sum + post.fte, 0);
  const shareOf = (name: string) =>
    posts.reduce((sum, post) => sum + (current[post.id] === name ? post.fte : 0), 0) / fte;
  const shares = kept ? Object.fromEntries(coordinators.map((name) => [name, shareOf(name)])) : null;
  return { coordinators, current, kept, tolerance, shares, held: heldBy(current, schools, plan, locked) };
}

function heldBy(
  coordinators: Readonly<Record<string, string>>,
  schools: readonly UnitSchool[],
  { referents }: Plan,
  locked: readonly string[]
): TeamBalance['held'] {
  const held: NonNullable<TeamBalance['held']> = {};
  for (const post of locked) {
    const name = coordinators[post];
    if (name !== undefined) held[name] ??= { workload: 0, pupils: 0, meetings: 0 };
  }
  for (const { uai, workload, pupils, meetings } of schools) {
    const post = referents[uai] ?? '';
    const one = locked.includes(post) ? held[coordinators[post] ?? ''] : undefined;
    if (!one) continue;
    one.workload += workload;
    one.pupils += pupils;
    one.meetings += meetings;
  }
  return Object.keys(held).length > 0 ? held : null;
}

/** Options under which a problem is compiled with the present coordinators balanced. */
export function compileOptions(balance: 'workload' | 'hours', teams: TeamBalance | null): CompileOptions {
  if (!teams) return { balance };
  const { coordinators, shares, held } = teams;
  const equal = Object.fromEntries(coordinators.map((name) => [name, 1 / coordinators.length]));
  return {
    balance,
    coordinatorMeasures: TEAM_MEASURES,
    coordinatorShares: shares ?? equal,
    coordinatorHeld: held ?? undefined
  };
}
