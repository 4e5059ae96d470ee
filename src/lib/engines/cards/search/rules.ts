// The rules of a search by block: units that must stay together are one, and what every block weighs with every post.
import {
  blocksOf,
  compileOptions,
  compileProblem,
  TEAM_MEASURES,
  type Problem
} from '../../assignment/index.ts';
import type { CardsRequest } from '../cards.ts';
import { teamLimitsOf, type TeamLimits } from './teams.ts';

export interface Rules {
  problem: Problem;
  blocks: number;
  posts: number;
  /** Units of each block, and block of each unit. */
  members: readonly (readonly number[])[];
  of: Int32Array;
  /** Minutes a week of each block, travel apart; tenths of a minute of estimated travel at `b * posts + j`. */
  work: Float64Array;
  travel: Float64Array;
  /** Pupils who change referent, at `b * posts + j`. */
  moved: Float64Array;
  /** Whether a block may go to a post, at `b * posts + j`. */
  open: Uint8Array;
  /** Posts open to each block. */
  choices: readonly (readonly number[])[];
  /** Blocks that must not share a referent, and blocks that touch. */
  apart: readonly (readonly number[])[];
  neighbours: readonly (readonly number[])[];
  /** Share of the whole that each post should carry. */
  shares: Float64Array;
  tolerance: number;
  soft: boolean;
  /** Whether travel counts in what is balanced. */
  isByHours: boolean;
  /** Most pupils who may change referent; Infinity for any. */
  cap: number;
  /** null where coordinators are left free; what they share, by block. */
  teams: TeamLimits | null;
  measures: readonly Float64Array[];
}

/** null when a block has no referent open to it: the rules contradict one another. */
export function compileRules({ problem: file, balance, teams = null }: CardsRequest): Rules | null {
  const problem = compileProblem(file, compileOptions(balance, teams));
  const blocks = blocksOf(problem);
  if (blocks === null) return null;
  const { m: posts } = problem;
  const { members, of } = blocks;
  const sumOf = (figure: (i: number) => number) =>
    Float64Array.from(members, (units) => units.reduce((sum, i) => sum + figure(i), 0));
  const touching = members.map((units, b) => [
    ...new Set(units.flatMap((i) => problem.neighbours[i]!.map((v) => of[v]!)).filter((other) => other !== b))
  ]);
  const fte = problem.file.referents.reduce((sum, one) => sum + one.fte, 0);
  return {
    problem,
    blocks: members.length,
    posts,
    members,
    of,
    work: sumOf((i) => problem.workload[i]!),
    travel: Float64Array.from({ length: members.length * posts }, (_, at) =>
      members[Math.floor(at / posts)]!.reduce((sum, i) => sum + problem.travel[i * posts + (at % posts)]!, 0)
    ),
    moved: blocks.moved,
    open: Uint8Array.from(blocks.cost, (one) => (one < Infinity ? 1 : 0)),
    choices: blocks.choices.map((list) => [...list].sort((a, b) => a - b)),
    apart: blocks.apart,
    neighbours: touching.map((list) => list.sort((a, b) => a - b)),
    shares: Float64Array.from(problem.file.referents, (one) => one.fte / fte),
    tolerance: file.tolerance,
    soft: file.soft,
    isByHours: balance === 'hours',
    cap: problem.cap ?? Infinity,
    teams: teams && teamLimitsOf(problem, teams),
    measures: teams ? TEAM_MEASURES.map((measure) => sumOf((i) => problem.file.units[i]![measure] ?? 0)) : []
  };
}
