/**
 * Statistical disclosure control of the counts of children: cell suppression in linked hierarchical tables, solved to a proven optimum,
 * and the audit of what is published.
 *
 * - `protect` turns a case file into a publishable cube: primary suppressions by threshold (k children, few families, attribute
 *   disclosure, single school or post), complementary suppressions by branch and cut (M. Fischetti and J.J. Salazar, "Solving the cell
 *   suppression problem on tabular data with linear constraints", Management Science 47, 2001), then an audit.
 * - `audit` computes the feasibility interval of every count from published cubes alone, and shares no code with the suppression.
 *
 * Both take a `LinearSolver` and throw `UnusableInput` for what cannot be protected or read. Counts are numbers of children.
 *
 * @example
 * ```ts
 * import { bootHighs } from '$lib/solver/highs.ts';
 * import { audit, readCube } from '$lib/engines/disclosure';
 *
 * const cube = readCube({
 *   k: 11,
 *   dimensions: [{ name: 'zone', trees: [{ ALL: { north: {}, centre: {}, south: {} } }] }],
 *   cells: [
 *     { key: ['ALL'], value: 42 },
 *     { key: ['north'], value: 20 },
 *     { key: ['centre'], value: 18 },
 *     { key: ['south'], suppressed: true }
 *   ]
 * }, 'cube.json');
 * const [open] = audit(await bootHighs(), [cube]).open;
 * open.names; // => ["south"]
 * [open.lo, open.hi]; // => [4, 4]
 * ```
 */
export { audit } from './attack/audit.ts';
export { checkProtection } from './attack/check-protection.ts';
export { provenProtection, type ProvenProtection } from './attack/protection-certificate.ts';
export type { AuditOptions, AuditReport, OpenCell } from './attack/audit.ts';
export type { Explanation } from './attack/explain.ts';
export {
  besideFormer,
  changedCounts,
  type BesideFormer,
  type ChangedCount
} from './publish/former-counts.ts';
export { exitGate, type ExitRequest } from './exit/exit-gate.ts';
export { raiseThreshold, type Raised } from './publish/raise-threshold.ts';
export { joinYears, releaseOfYears, type YearsRelease } from './publish/join-years.ts';
export { pathwayCells } from './publish/pathway-cells.ts';
export { protect, publishedReport } from './publish/protect.ts';
export type { Protected, ProtectionReport, ProtectOptions } from './publish/protect.ts';
export type { YearReport } from './publish/protect-year.ts';
export { schoolYearsOf } from './publish/recommended-cube.ts';
export type { CaseStructure, KnownSchool } from './publish/recommended-cube.ts';
export { readCube } from './published-cube.ts';
export type { PublishedCube } from './published-cube.ts';
export { yearsOf } from './joined-releases.ts';
export { FAMILIES, INTERNAL_K, PUBLIC_K } from './rules.ts';
export { cellKey } from './suppress/known-pattern.ts';
export type { KnownPattern } from './suppress/known-pattern.ts';
export { Cancelled } from './suppress/suppress-cells.ts';
export type { SuppressionProblem } from './suppress/suppression-problem.ts';
