// Backs an answer with a certificate that the checker has accepted. Where none can be, the answer stands on the solver's word.
import type { LinearSolver } from '../../model/linear.ts';
import type { AssignmentResult, ProblemFile } from '../../model/plan.ts';
import { resultOfPlan } from '../assignment/index.ts';
import { checkCertificate, type Certificate } from './check-certificate.ts';
import { makeCertificate, type MakingOptions } from './make-certificate.ts';

export interface Certified {
  /** With `certified`. A cheaper plan met on the way takes the place of one that was not the best. */
  answer: AssignmentResult & { certified: boolean };
  certificate: Certificate | null;
  /** Why there is no certificate: `no-plan`, `unfinished`, or the checker's reason. */
  reason: string | null;
  /** Ends of its tree, and the seconds that the checker took; 0 without one. */
  leaves: number;
  checkSeconds: number;
}

/**
 * Certifies the optimum or the infeasibility that an answer tells, or proves a plan the best that was not known to be.
 *
 * @param problemFile the problem as it was written, whose SHA-256 the certificate bears
 * @param file the same, read
 */
export async function certify(
  solver: LinearSolver,
  problemFile: Uint8Array,
  file: ProblemFile,
  answer: AssignmentResult,
  options: MakingOptions = {}
): Promise<Certified> {
  const began = performance.now();
  const left = () => (options.seconds ?? Infinity) - (performance.now() - began) / 1000;
  let told = answer;
  const without = (reason: string): Certified => ({
    answer: { ...told, certified: false },
    certificate: null,
    reason,
    leaves: 0,
    checkSeconds: 0
  });
  for (;;) {
    const { status, objective } = told;
    if (status !== 'infeasible' && objective === null) return without('no-plan');
    const claim = status === 'infeasible' ? ('infeasible' as const) : { atLeast: objective! };
    const making = await makeCertificate(solver, problemFile, claim, { ...options, seconds: left() });
    if (making.status === 'unfinished') return without('unfinished');
    if (making.status === 'unsupported') return without(making.reason);
    if (making.status === 'refuted') {
      told = withPlan(file, told, making.assignment);
      continue;
    }
    const { certificate } = making;
    const written = new TextEncoder().encode(JSON.stringify(certificate));
    const checking = performance.now();
    const { accepted, reason, leaves } = await checkCertificate(problemFile, written, options.sha256);
    const checkSeconds = (performance.now() - checking) / 1000;
    if (!accepted) return without(reason ?? '');
    const proven =
      status === 'infeasible' ? told : { ...told, status: 'optimal' as const, bound: objective, gap: 0 };
    return { answer: { ...proven, certified: true }, certificate, reason: null, leaves, checkSeconds };
  }
}

/** The answer with a plan that costs less than the one it has. */
function withPlan(
  file: ProblemFile,
  { seconds, bound: known }: AssignmentResult,
  assignment: Record<string, string>
): AssignmentResult {
  const result = resultOfPlan(file, assignment, seconds);
  const objective = result.objective!;
  const bound = known === null || known > objective ? null : known;
  return { ...result, bound, gap: bound === null ? null : (objective - bound) / Math.max(1, objective) };
}
