// Backs an answer with a certificate that the checker has accepted. Where none can be, the answer stands on the solver's word.
import type { LinearSolver } from '../../model/linear.ts';
import type { AssignmentResult, ProblemFile } from '../../model/plan.ts';
import { resultOfPlan } from '../assignment/index.ts';
import { checkCertificate, type Certificate } from './check-certificate.ts';
import { makeCertificate, type Making, type MakingOptions } from './make-certificate.ts';

export interface Certified {
  /** With `certified`: the optimum, or that there is no plan. A cheaper plan met on the way takes the place of one that was not the best. */
  answer: AssignmentResult & { certified: boolean };
  /** That of the answer where it is certified, else of its bound; null without either. */
  certificate: Certificate | null;
  /** Why the answer is not certified: `no-plan`, `unfinished`, or the checker's reason. */
  reason: string | null;
  /** Ends of its tree, and the seconds that the checker took; 0 without one. */
  leaves: number;
  checkSeconds: number;
}

/** Of the time, what the certificate of the optimum may take before that of a bound halfway to it is tried. */
const OPTIMUM_SHARE = 0.6;

/**
 * Certifies the optimum or the infeasibility that an answer tells, or proves a plan the best that was not known to be. Where time is too short, the
 * certificate is of a bound: how much less a better plan could cost at most.
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
  const spent = () => (performance.now() - began) / 1000;
  const { seconds = Infinity, onProgress, sha256 } = options;
  let told = answer;
  const make = async (claim: Certificate['claim'], share: number): Promise<Making> => {
    const making = await makeCertificate(solver, problemFile, claim, {
      ...options,
      seconds: share * (seconds - spent()),
      onProgress: onProgress && ((progress) => onProgress({ ...progress, seconds: spent() }))
    });
    if ('better' in making && making.better) told = withPlan(file, told, making.better);
    return making;
  };
  const check = async (certificate: Certificate) => {
    const written = new TextEncoder().encode(JSON.stringify(certificate));
    const checking = performance.now();
    const { accepted, reason, leaves } = await checkCertificate(problemFile, written, sha256);
    return { accepted, reason, leaves, checkSeconds: (performance.now() - checking) / 1000 };
  };
  const without = (reason: string): Certified => ({
    answer: { ...told, certified: false },
    certificate: null,
    reason,
    leaves: 0,
    checkSeconds: 0
  });
  /** The best of the bounds of some searches that were not finished. */
  const bounded = async (certificates: readonly (Certificate | null)[]): Promise<Certified> => {
    const of = ({ claim }: Certificate) => (claim === 'infeasible' ? -Infinity : claim.atLeast);
    const [certificate] = certificates.flatMap((one) => one ?? []).sort((a, b) => of(b) - of(a));
    if (!certificate) return without('unfinished');
    const { accepted, reason, leaves, checkSeconds } = await check(certificate);
    if (!accepted) return without(reason ?? '');
    return {
      answer: { ...withBound(told, of(certificate)), certified: false },
      ...{ certificate, reason: 'unfinished', leaves, checkSeconds }
    };
  };
  for (;;) {
    const { status, objective } = told;
    if (status !== 'infeasible' && objective === null) return without('no-plan');
    const claim = status === 'infeasible' ? ('infeasible' as const) : { atLeast: objective! };
    let making = await make(claim, OPTIMUM_SHARE);
    if (making.status === 'unfinished') {
      const { weaker } = making;
      const known = weaker && weaker.claim !== 'infeasible' ? weaker.claim.atLeast : null;
      if (known === null || told.objective === null || options.stop?.()) return bounded([weaker]);
      making = await make({ atLeast: (known + told.objective) / 2 }, 1);
      if (making.status === 'unfinished') return bounded([weaker, making.weaker]);
      if (making.status === 'made' && !making.better) return bounded([making.certificate]);
    }
    if (making.status === 'unsupported') return without(making.reason);
    // It was said to have no plan, and has one.
    if (making.status === 'refuted') continue;
    const { accepted, reason, leaves, checkSeconds } = await check(making.certificate);
    if (!accepted) return without(reason ?? '');
    const proven =
      status === 'infeasible' ? told : { ...told, status: 'optimal' as const, bound: told.objective, gap: 0 };
    return {
      answer: { ...proven, certified: true },
      ...{ certificate: making.certificate, reason: null, leaves, checkSeconds }
    };
  }
}

/** The answer with the bound that is certified; what the solver proved of it stands. */
function withBound(told: AssignmentResult, certifiedBound: number): AssignmentResult {
  const objective = told.objective!;
  const bound = Math.max(told.bound ?? -Infinity, certifiedBound);
  const gap = Math.max(0, objective - bound) / Math.max(1, objective);
  return { ...told, bound, gap, certifiedBound };
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
