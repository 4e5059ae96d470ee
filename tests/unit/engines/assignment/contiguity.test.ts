// Sectors in one piece: the demonstration gets them, tiny territories get the best plan that trying every plan finds, and the checker, the
// certificate and the search agree on what one piece is.
import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { demonstrationProblem } from '../../../fixtures/synthetic/demonstration-problem.ts';
import { connectedComponents } from '../../../../src/lib/engines/assignment/problem/balance.ts';
import {
  assignmentOf,
  compileProblem,
  namedAssignment
} from '../../../../src/lib/engines/assignment/problem/compile-problem.ts';
import {
  checkCertificate,
  type Certificate,
  type Separator
} from '../../../../src/lib/engines/proof/check-certificate.ts';
import { checkPlan, checkResult } from '../../../../src/lib/engines/proof/check.ts';
import { certify } from '../../../../src/lib/engines/proof/certify.ts';
import { makeCertificate } from '../../../../src/lib/engines/proof/make-certificate.ts';
import { separatorsOfShares } from '../../../../src/lib/engines/assignment/problem/contiguity.ts';
import { resultOfPlan } from '../../../../src/lib/engines/assignment/quick-plan.ts';
import { heuristic } from '../../../../src/lib/engines/assignment/search/heuristic.ts';
import { SearchState } from '../../../../src/lib/engines/assignment/search/search-state.ts';
import { blocksOf } from '../../../../src/lib/engines/assignment/search/blocks.ts';
import { solveAssignment } from '../../../../src/lib/engines/assignment/solve-assignment.ts';
import { solve } from '../../../../src/lib/engines/assignment/search/solve.ts';
import type { LinearSolver } from '../../../../src/lib/model/linear.ts';
import type { ProblemFile } from '../../../../src/lib/model/plan.ts';
import { bootHighs } from '../../../../src/lib/solver/highs.ts';
import { everyPlan, tinyProblem } from '../../../fixtures/territory/tiny.ts';
import { draws } from '../../../draws.ts';

let solver: LinearSolver;
beforeAll(async () => {
  solver = await bootHighs();
});

const RUNS = draws();
const connectedProblem = tinyProblem.map((file): ProblemFile => ({ ...file, contiguous: true }));
const bytes = (value: unknown) => new TextEncoder().encode(JSON.stringify(value));
const sha256 = (data: Uint8Array) => createHash('sha256').update(data).digest('hex');

/** Names merged until no pair of neighbours of one sector is apart: by another way than the checker's and the engine's. */
function isInOnePiece({ units, neighbours }: ProblemFile, plan: Readonly<Record<string, string>>): boolean {
  const name = new Map(units.map(({ id }) => [id, id]));
  for (let again = true; again;) {
    again = false;
    for (const [a, b] of neighbours) {
      const [one, other] = [name.get(a)!, name.get(b)!];
      if (plan[a] !== plan[b] || one === other) continue;
      for (const [id, own] of name) if (own === one) name.set(id, other);
      again = true;
    }
  }
  const touching = units.filter(({ id }) => neighbours.some((pair) => pair.includes(id)));
  const pieces = new Set(touching.map(({ id }) => `${plan[id]} ${name.get(id)}`));
  return pieces.size === new Set(touching.map(({ id }) => plan[id])).size;
}

/** The least objective over plans that keep every other rule and are in one piece. */
function leastInOnePiece(file: ProblemFile): number | null {
  let least: number | null = null;
  for (const plan of everyPlan(file)) {
    const { breaches, objective } = checkPlan({ ...file, contiguous: false }, plan);
    if (breaches.length === 0 && isInOnePiece(file, plan)) least = Math.min(least ?? Infinity, objective);
  }
  return least;
}

const demonstration = demonstrationProblem();

describe.skipIf(demonstration === null)('the demonstration', () => {
  it('has a plan with each sector in one piece at a deviation of 0.1, and so at any wider one', () => {
    const file = { ...demonstration!.problem, tolerance: 0.1, contiguous: true };
    const found = solveAssignment(solver, file, { seconds: 3 });
    expect(['optimal', 'feasible']).toContain(found.status);
    expect(checkResult(file, found)).toEqual([]);
    const problem = compileProblem(file);
    const pieces = connectedComponents(problem, assignmentOf(problem, found.assignment));
    expect(pieces.map((list) => list.length)).toEqual(file.referents.map(() => 1));
  });
});

describe('a tiny territory whose sectors must be in one piece', () => {
  it('gets the best such plan that trying every plan finds, or none where there is none', () => {
    const counts = { optimal: 0, infeasible: 0, dearer: 0 };
    fc.assert(
      fc.property(connectedProblem, fc.boolean(), (file, quick) => {
        const least = leastInOnePiece(file);
        const problem = compileProblem(file);
        const found = solve(solver, problem, { effort: 8000, start: quick ? 'heuristic' : 'none' });
        expect([found.status, found.objective]).toEqual([least === null ? 'infeasible' : 'optimal', least]);
        counts[least === null ? 'infeasible' : 'optimal']++;
        const free = solve(solver, compileProblem({ ...file, contiguous: false }), { effort: 8000 });
        if (free.objective !== null && free.objective !== least) counts.dearer++;
      }),
      { numRuns: RUNS, seed: 11 }
    );
    expect(Math.min(...Object.values(counts))).toBeGreaterThan(3);
  });

  it('gets plans from the heuristic that are, and counts of pieces that stay right after any moves', () => {
    fc.assert(
      fc.property(
        connectedProblem,
        fc.array(fc.tuple(fc.nat(), fc.nat()), { maxLength: 30 }),
        (file, moves) => {
          const problem = compileProblem(file);
          const blocks = blocksOf(problem);
          if (blocks === null) return;
          const plan = heuristic(problem, { effort: 4000 });
          if (plan?.feasible) {
            const named = Object.fromEntries(
              problem.units.map((id, i) => [id, problem.referents[plan.assignment[i]!]!])
            );
            expect(isInOnePiece(file, named)).toBe(true);
          }
          const state = new SearchState(
            problem,
            blocks,
            blocks.choices.map(([first]) => first!)
          );
          for (const [b, k] of moves) {
            const open = blocks.choices[b % blocks.members.length]!;
            const to = open[k % open.length]!;
            if (state.at[b % blocks.members.length] !== to) state.shift(b % blocks.members.length, to);
          }
          expect(state.broken).toBe(new SearchState(problem, blocks, state.at).broken);
        }
      ),
      { numRuns: RUNS, seed: 12 }
    );
  });

  it('is judged by the checker as trying every way between its units does', () => {
    let [one, several] = [0, 0];
    fc.assert(
      fc.property(connectedProblem, fc.nat(), (file, pick) => {
        const plans = [...everyPlan(file)];
        const plan = plans[pick % plans.length]!;
        fc.pre(file.units.every(({ id }, i) => file.minutes[file.referents.findIndex((r) => r.id === plan[id])]![i] !== null)); // prettier-ignore
        const apart = checkPlan(file, plan).breaches.filter(({ rule }) => rule.rule === 'contiguous');
        expect(apart.length === 0).toBe(isInOnePiece(file, plan));
        if (apart.length === 0) one++;
        else several++;
      }),
      { numRuns: draws(3), seed: 13 }
    );
    expect(Math.min(one, several)).toBeGreaterThan(3);
  });

  it('has its certificate, and never one for a claim that is false', async () => {
    let separated = 0;
    await fc.assert(
      fc.asyncProperty(connectedProblem, async (file) => {
        const least = leastInOnePiece(file);
        const claim = least === null ? ('infeasible' as const) : { atLeast: least };
        const making = await makeCertificate(solver, bytes(file), claim);
        if (making.status !== 'made') throw new Error(making.status);
        const { certificate } = making;
        expect(await checkCertificate(bytes(file), bytes(certificate))).toMatchObject({
          accepted: true,
          claim
        });
        if (certificate.separators) separated++;
        if (least === null) return;
        const lowered = await makeCertificate(solver, bytes(file), { atLeast: least + 1 });
        if (lowered.status !== 'made' || !lowered.better) throw new Error(lowered.status);
        expect(checkPlan(file, lowered.better)).toMatchObject({ breaches: [], objective: least });
        expect(lowered.certificate.claim).toEqual({ atLeast: least });
      }),
      { numRuns: RUNS, seed: 14 }
    );
    expect(separated).toBeGreaterThan(3);
  });
});

describe('a certificate that time was too short for', () => {
  it('is one of a bound that no plan in one piece is under, accepted by the checker, and the answer says so', async () => {
    const counts = { bounded: 0, proven: 0 };
    await fc.assert(
      fc.asyncProperty(connectedProblem, fc.integer({ min: 1, max: 60 }), async (file, most) => {
        const least = leastInOnePiece(file);
        fc.pre(least !== null);
        const problem = compileProblem(file);
        const plan = heuristic(problem, { effort: 400 });
        fc.pre(plan?.feasible === true);
        const found = resultOfPlan(file, namedAssignment(problem, plan!.assignment));
        let polls = 0;
        const stop = () => ++polls > most;
        const { answer, certificate, reason } = await certify(solver, bytes(file), file, found, { stop });
        expect(checkResult(file, answer)).toEqual([]);
        expect(answer.objective).toBeGreaterThanOrEqual(least!);
        if (certificate === null) return;
        expect(await checkCertificate(bytes(file), bytes(certificate))).toMatchObject({ accepted: true });
        const proven = answer.certified ? answer.bound : answer.certifiedBound;
        expect(certificate.claim).toEqual({ atLeast: proven });
        expect(proven).toBeLessThanOrEqual(least!);
        expect([answer.certified, answer.status]).toEqual(
          reason === null ? [true, 'optimal'] : [false, 'feasible']
        );
        if (answer.certified) expect(answer.objective).toBe(least);
        counts[answer.certified ? 'proven' : 'bounded']++;
      }),
      { numRuns: RUNS, seed: 15 }
    );
    expect(Math.min(...Object.values(counts))).toBeGreaterThan(3);
  });
});

describe('a solution in fractions', () => {
  it('breaks only separators that part two units, and that it misses', () => {
    let broken = 0;
    fc.assert(
      fc.property(
        connectedProblem,
        fc.array(fc.constantFrom(0, 0, 0.5, 1), { minLength: 64, maxLength: 64 }),
        (file, shares) => {
          const { n, m, neighbours } = compileProblem(file);
          const share = (i: number, j: number) => shares[(i * m + j) % shares.length]!;
          const all = Float64Array.from({ length: n * m }, (_, at) => share(Math.floor(at / m), at % m));
          for (const { units, between } of separatorsOfShares({ n, m, neighbours }, all)) {
            const [a, b] = units;
            const reached = new Set([a]);
            for (const i of reached) for (const v of neighbours[i]!) if (!between.includes(v)) reached.add(v);
            expect(reached.has(b)).toBe(false);
            const missed = Array.from({ length: m }, (_, j) =>
              between.reduce((sum, s) => sum - share(s, j), share(a, j) + share(b, j) - 1)
            );
            expect(Math.max(...missed)).toBeGreaterThan(0.01);
            broken++;
          }
        }
      ),
      { numRuns: RUNS, seed: 16 }
    );
    expect(broken).toBeGreaterThan(3);
  });
});

describe('a forger of separators', () => {
  // A street of five schools, each touching the next; the ends are cheaper together.
  const street: ProblemFile = {
    units: [0, 1, 2, 3, 4].map((i) => ({ id: `u${i}`, workload: 10, pupils: 1, visits: 1 })),
    referents: [
      { id: 'r0', fte: 1 },
      { id: 'r1', fte: 1 }
    ],
    minutes: [[1, 9, 9, 9, 2], [9, 1, 1, 1, 9]], // prettier-ignore
    neighbours: [['u0', 'u1'], ['u1', 'u2'], ['u2', 'u3'], ['u3', 'u4']], // prettier-ignore
    ...{ tolerance: 0.7, soft: false, pins: [], apart: [], together: [], contiguous: true },
    ...{ maxPupilsMoved: null, stability: 0, coordinatorTolerance: null }
  };
  const forged = async (separators: unknown, file = street) => {
    const making = await makeCertificate(solver, bytes(file), { atLeast: leastInOnePiece(file)! });
    if (making.status !== 'made') throw new Error(making.status);
    const { version, claim, problem, scale, tree } = making.certificate;
    const body = { version, claim, problem, scale, separators, tree };
    return checkCertificate(bytes(file), bytes({ ...body, digest: sha256(bytes(body)) }));
  };

  it.each([
    ['a way goes round it', [0, 4, []]],
    ['it does not stand between', [0, 2, [3]]],
    ['it holds one of the two', [0, 4, [0, 2]]],
    ['the two touch', [0, 1, []]],
    ['a unit does not exist', [0, 5, [2]]],
    ['a unit is a word', [0, '4', [2]]],
    ['there is one unit', [2, 2, [1, 3]]]
  ])('is refused one when %s', async (_, separator) => {
    expect(await forged([separator])).toMatchObject({ accepted: false });
  });

  it('is refused any for a problem that does not ask for one piece, or for a unit that touches no other', async () => {
    const making = await makeCertificate(solver, bytes(street), { atLeast: leastInOnePiece(street)! });
    const { separators } = (making as { certificate: Certificate }).certificate;
    expect(separators!.length).toBeGreaterThan(0);
    const free = { ...street, contiguous: false };
    const body = { ...(making as { certificate: Certificate }).certificate, problem: sha256(bytes(free)) };
    const { digest: _, ...rest } = body;
    expect(
      await checkCertificate(bytes(free), bytes({ ...rest, digest: sha256(bytes(rest)) }))
    ).toMatchObject({
      accepted: false,
      reason: 'not-a-separator'
    });
    const alone: ProblemFile = { ...street, neighbours: street.neighbours.slice(1) };
    expect((await forged([[0, 4, []] satisfies Separator], alone)).reason).toBe('not-a-separator');
  });
});

describe('rules that leave no plan in one piece', () => {
  it('are answered with the schools that are exempted, by name, and no more than needed', () => {
    // u4 is pinned beyond a sector that u1 to u3, pinned, make: it cannot touch u0.
    const file: ProblemFile = {
      units: [0, 1, 2, 3, 4].map((i) => ({ id: `u${i}`, workload: 10, pupils: 1, visits: 1 })),
      referents: [
        { id: 'r0', fte: 1 },
        { id: 'r1', fte: 1 }
      ],
      minutes: [[1, 9, 9, 9, 2], [9, 1, 1, 1, 9]], // prettier-ignore
      neighbours: [['u0', 'u1'], ['u1', 'u2'], ['u2', 'u3'], ['u3', 'u4']], // prettier-ignore
      pins: [['u0', 'r0'], ['u4', 'r0'], ['u2', 'r1']], // prettier-ignore
      ...{ tolerance: 0.5, soft: false, apart: [], together: [], contiguous: true },
      ...{ maxPupilsMoved: null, stability: 0, coordinatorTolerance: null }
    };
    const found = solveAssignment(solver, file, { seconds: 5 });
    expect(found.status).toBe('infeasible');
    expect(checkResult(file, found)).toEqual([]);
    expect(found.conflict).toContainEqual({ rule: 'contiguous', unit: null });
    expect(found.relaxed!.dropped).toHaveLength(1);
    const { relaxed } = found;
    expect(checkResult(file, { ...found, relaxed: { ...relaxed!, dropped: [] } })).not.toEqual([]);
  });

  it('leave out schools that touch no other, and are kept by all others', () => {
    const [file] = fc.sample(connectedProblem, { numRuns: 1, seed: 3 }) as [ProblemFile];
    const lone = { ...file, neighbours: [] };
    const plan = Object.fromEntries(lone.units.map(({ id }, i) => [id, lone.referents[i % 2]!.id]));
    expect(checkPlan(lone, plan).breaches.some(({ rule }) => rule.rule === 'contiguous')).toBe(false);
  });
});
