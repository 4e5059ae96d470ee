// A certificate is accepted when its claim is true and its proof whole, and never otherwise: every plan of tiny territories is tried, and
// a thousand falsified files.
import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { syntheticProblem } from '../../../fixtures/synthetic/assignment-problem.ts';
import { compileProblem } from '../../../../src/lib/engines/assignment/problem/compile-problem.ts';
import {
  checkCertificate,
  type Certificate,
  type Separator,
  type TreeNode
} from '../../../../src/lib/engines/proof/check-certificate.ts';
import { checkPlan } from '../../../../src/lib/engines/proof/check.ts';
import { makeCertificate } from '../../../../src/lib/engines/proof/make-certificate.ts';
import { solve } from '../../../../src/lib/engines/assignment/search/solve.ts';
import type { LinearSolver } from '../../../../src/lib/model/linear.ts';
import type { ProblemFile } from '../../../../src/lib/model/plan.ts';
import { bootHighs } from '../../../../src/lib/solver/highs.ts';
import { leastByTrial, tinyProblem } from '../../../fixtures/territory/tiny.ts';
import { draws } from '../../../draws.ts';

let solver: LinearSolver;
beforeAll(async () => {
  solver = await bootHighs();
});

const RUNS = draws();

type Claim = Certificate['claim'];
const bytes = (value: unknown) =>
  new TextEncoder().encode(typeof value === 'string' ? value : JSON.stringify(value));
const sha256 = (data: Uint8Array) => createHash('sha256').update(data).digest('hex');

const make = (file: ProblemFile, claim: Claim) => makeCertificate(solver, bytes(file), claim);

async function made(file: ProblemFile, claim: Claim): Promise<Certificate> {
  const making = await make(file, claim);
  if (making.status !== 'made') throw new Error(`certificate ${making.status}`);
  return making.certificate;
}

/** The certificate as a forger who knows the format would sign it, for this file. */
function signed({ digest: _, ...certificate }: Certificate, file: unknown): Certificate {
  const body = { ...certificate, problem: sha256(bytes(file)) };
  return { ...body, digest: sha256(bytes(body)) };
}

const verdict = (file: unknown, certificate: unknown) => checkCertificate(bytes(file), bytes(certificate));
const forged = (file: unknown, certificate: Certificate) => verdict(file, signed(certificate, file));

/** The optimum of a problem, solved once however many tests start from it. */
const optima = new Map<ProblemFile, { least: number; assignment: Int32Array }>();
function solved(file: ProblemFile) {
  const known = optima.get(file);
  if (known) return known;
  const { status, objective, assignment } = solve(solver, compileProblem(file));
  expect(status).toBe('optimal');
  const found = { least: objective!, assignment: assignment! };
  optima.set(file, found);
  return found;
}
const optimum = (file: ProblemFile) => solved(file).least;

/** The certificate of the optimum, written: a test reads it anew before it changes it. */
const texts = new Map<ProblemFile, string>();
async function certificateText(file: ProblemFile): Promise<string> {
  const text = texts.get(file) ?? JSON.stringify(await made(file, { atLeast: optimum(file) }));
  texts.set(file, text);
  return text;
}
const certificateOf = async (file: ProblemFile) => JSON.parse(await certificateText(file)) as Certificate;

const SHAPES = [
  { units: 26, referents: 6, tolerance: 0.2 },
  { units: 30, referents: 4, tolerance: 0.1, coordinators: 2 }
];
const files = SHAPES.flatMap((shape) => [3, 7].map((seed) => syntheticProblem(seed, shape)));
const [plain, other] = files as [ProblemFile, ProblemFile];

const isTrue = (claim: Claim, least: number | null) =>
  least === null || (claim !== 'infeasible' && claim.atLeast <= least);

/** All whole numbers of a certificate's tree, as places to change. */
function* numbersOf(node: TreeNode): Generator<{ list: number[]; at: number }> {
  for (const { prices, rows = [] } of node.steps ?? []) {
    for (const at of prices.keys()) yield { list: prices, at };
    for (const row of rows)
      yield* [
        { list: row, at: 0 },
        { list: row, at: 1 }
      ];
  }
  for (const child of node.children ?? []) {
    yield { list: child as unknown as number[], at: 0 };
    yield* numbersOf(child[1]);
  }
}

function* nodesOf(node: TreeNode): Generator<TreeNode> {
  yield node;
  for (const [, child] of node.children ?? []) yield* nodesOf(child);
}

describe('a certificate of a tiny territory', () => {
  it('is made and accepted for the optimum that trying every plan finds, and for infeasibility', async () => {
    const counts = { optimal: 0, infeasible: 0, branched: 0 };
    await fc.assert(
      fc.asyncProperty(tinyProblem, async (file) => {
        const least = leastByTrial(file);
        const claim: Claim = least === null ? 'infeasible' : { atLeast: least };
        const certificate = await made(file, claim);
        expect(await verdict(file, certificate)).toEqual({
          accepted: true,
          claim,
          leaves: expect.any(Number) as number,
          reason: null
        });
        counts[least === null ? 'infeasible' : 'optimal']++;
        if (certificate.tree.children) counts.branched++;
      }),
      { numRuns: RUNS, seed: 1 }
    );
    expect(Math.min(...Object.values(counts))).toBeGreaterThan(0);
  });

  it('is not made for a false claim: it is that of the least cost, with its plan; or a plan where none was said to be', async () => {
    await fc.assert(
      fc.asyncProperty(tinyProblem, fc.option(fc.integer({ min: 1, max: 50 })), async (file, more) => {
        const least = leastByTrial(file);
        fc.pre(least !== null);
        const making = await make(file, more === null ? 'infeasible' : { atLeast: least! + more });
        const status = more === null ? 'refuted' : 'made';
        if (making.status !== status || !('better' in making)) return expect(making.status).toBe(status);
        const { breaches, objective } = checkPlan(file, making.better!);
        expect(breaches).toEqual([]);
        if (making.status !== 'made') return;
        expect([objective, making.certificate.claim]).toEqual([least, { atLeast: least }]);
        expect(await verdict(file, making.certificate)).toMatchObject({ accepted: true });
      }),
      { numRuns: RUNS, seed: 2 }
    );
  });

  it('is accepted after any change only if what it then claims is true', async () => {
    let falsified = 0;
    const random = fc.record({ pick: fc.nat(), by: fc.integer({ min: -5000, max: 5000 }), what: fc.nat(5) });
    await fc.assert(
      fc.asyncProperty(
        tinyProblem,
        tinyProblem,
        fc.array(random, { minLength: 1, maxLength: 4 }),
        async (file, other, changes) => {
          const least = leastByTrial(file);
          const certificate = await made(file, least === null ? 'infeasible' : { atLeast: least });
          let given: ProblemFile = file;
          for (const { pick, by, what } of changes) {
            const numbers = [...numbersOf(certificate.tree)];
            const nodes = [...nodesOf(certificate.tree)];
            const node = nodes[pick % nodes.length]!;
            if (what === 0) certificate.claim = { atLeast: Math.max(0, (least ?? 0) + (by % 30)) };
            if (what === 1) certificate.claim = 'infeasible';
            if (what === 2 && numbers.length > 0)
              numbers[pick % numbers.length]!.list[numbers[pick % numbers.length]!.at]! += by;
            if (what === 3) delete node.steps;
            if (what === 4) node.children = node.children?.slice(1) ?? [];
            if (what === 5) given = other;
          }
          const { accepted } = await forged(given, certificate);
          const holds = isTrue(certificate.claim, given === file ? least : leastByTrial(given));
          if (!holds) falsified++;
          expect(accepted && !holds).toBe(false);
        }
      ),
      { numRuns: draws(3), seed: 3 }
    );
    expect(falsified).toBeGreaterThan(RUNS / 2);
  });
});

describe('a thousand falsified certificates', () => {
  it('are refused when anything was changed after signing: claim, multiplier, leaf, cost, rule', async () => {
    let tried = 0;
    for (const file of files) {
      const text = await certificateText(file);
      for (let k = 0; k < 125; k++) {
        const certificate = JSON.parse(text) as Certificate;
        const changed = structuredClone(file) as unknown as Record<string, never> & {
          units: { visits: number }[];
          tolerance: number;
        };
        const numbers = [...numbersOf(certificate.tree)];
        const nodes = [...nodesOf(certificate.tree)];
        const kind = k % 5;
        if (kind === 0) (certificate.claim as { atLeast: number }).atLeast += 1 + k;
        if (kind === 1)
          numbers[(k * 7919) % numbers.length]!.list[numbers[(k * 7919) % numbers.length]!.at]! += 1 + k;
        if (kind === 2) nodes[k % nodes.length]!.steps = [];
        if (kind === 3) changed.units[k % changed.units.length]!.visits += 0.01;
        if (kind === 4) changed.tolerance += 0.001 * (k + 1);
        expect(await verdict(changed, certificate)).toMatchObject({ accepted: false });
        tried++;
      }
    }
    expect(tried).toBe(500);
  });

  it('are refused when a forger signs them again for a claim that is false', async () => {
    let tried = 0;
    for (const file of files) {
      const { least, assignment } = solved(file);
      const text = await certificateText(file);
      for (let k = 0; k < 125; k++) {
        const certificate = JSON.parse(text) as Certificate;
        const changed = structuredClone(file) as {
          minutes: number[][];
          units: { visits: number }[];
        } & ProblemFile;
        const numbers = [...numbersOf(certificate.tree)];
        // The optimum itself costs less than what is claimed: by a higher claim, or by a shorter way to one of its units.
        if (k % 2 === 0) certificate.claim = { atLeast: least + 1 + (k % 9) };
        else {
          const i = changed.units.map(({ visits }, at) => [visits, at] as const).sort((a, b) => b[0] - a[0])[
            k % 5
          ]![1];
          const j = assignment[i]!;
          expect(changed.minutes[j]![i]).toBeGreaterThan(1);
          changed.minutes[j]![i]! -= 1;
        }
        for (let more = 0; more < k % 4; more++) {
          const { list, at } = numbers[(k * 7919 + more * 104729) % numbers.length]!;
          list[at]! += (k % 3 === 0 ? 1 : 1000) * (more - 2);
        }
        expect(await forged(changed, certificate)).toMatchObject({ accepted: false });
        tried++;
      }
    }
    expect(tried).toBe(500);
  });

  it('are refused with their reason: another problem, another version, cut short, beyond 2^53', async () => {
    const certificate = await certificateOf(plain);
    const reasonOf = async (file: unknown, given: unknown) => (await verdict(file, given)).reason;
    expect(await reasonOf(plain, certificate)).toBe(null);
    expect(await reasonOf(other, certificate)).toBe('other-problem');
    expect(await reasonOf({ ...plain }, { ...certificate, version: 2 })).toBe('other-version');
    expect(await reasonOf(plain, JSON.stringify(certificate).slice(0, -9))).toBe('unreadable-certificate');
    expect(await reasonOf(plain, '[]')).toBe('unreadable-certificate');
    expect(await reasonOf(plain, { ...certificate, claim: { atLeast: 1 } })).toBe('altered-certificate');
    const large = structuredClone(certificate);
    large.tree.steps![0]!.prices[0] = 2 ** 53;
    expect((await forged(plain, large)).reason).toBe('beyond-2^53');
    expect((await forged(plain, { ...certificate, claim: { atLeast: 2 ** 53 } })).reason).toBe('beyond-2^53');
    const heavy = { ...plain, units: plain.units.map((unit) => ({ ...unit, workload: 9e15 })) };
    expect((await forged(heavy, certificate)).reason).toBe('beyond-2^53');
  });
});

describe('a forger who bends the format', () => {
  const file = other;
  let certificate: Certificate;
  beforeAll(async () => {
    certificate = await certificateOf(file);
  });
  const lie = { atLeast: 1_000_000 };
  const zeros = new Array<number>(26).fill(0);
  const withTree = (tree: unknown) => forged(file, { ...certificate, claim: lie, tree: tree as TreeNode });

  it.each([
    ['prices for units that do not exist', { steps: [{ prices: [...zeros, 1e12] }] }],
    ['a branching unit that does not exist', { steps: [{ prices: zeros }], unit: 26, children: [] }],
    ['a branching unit between two', { steps: [{ prices: zeros }], unit: 0.5, children: [] }],
    ['a branching unit that is a word', { steps: [{ prices: zeros }], unit: '0', children: [] }],
    ['no branch at all', { steps: [{ prices: zeros }], unit: 0, children: [] }],
    [
      'branches without end',
      { steps: [], unit: 0, children: [0, 1, 2, 3, 4, 5].map((j) => [j, { steps: [] }]) }
    ],
    ['a row that does not exist', { steps: [{ prices: zeros, rows: [[99, 1e9]] }] }],
    ['a multiplier that is a word', { steps: [{ prices: zeros, rows: [[0, '1000000000']] }] }],
    ['a multiplier between two', { steps: [{ prices: zeros, rows: [[0, 1e9 + 0.5]] }] }],
    ['prices that are words', { steps: [{ prices: zeros.map(() => '9999') }] }],
    ['prices that are missing', { steps: [{}] }],
    ['nothing', null]
  ])('is refused %s', async (_, tree) => {
    expect(await withTree(tree)).toMatchObject({ accepted: false });
  });

  it.each([0, -256, 0.5, '256', null])('is refused a scale of %s', async (scale) => {
    expect(await forged(file, { ...certificate, scale: scale as number })).toMatchObject({ accepted: false });
  });

  it('is refused a scale below one: costs turned over, or none, prove what is false of any plan', async () => {
    const alone = { ...file, referents: file.referents.slice(0, 1), minutes: file.minutes.slice(0, 1) };
    const cost = optimum(alone);
    const signedFor = (scale: number, claim: Claim, problem: ProblemFile) =>
      forged(problem, { ...certificate, scale, claim, tree: { steps: [{ prices: zeros }] } });
    expect(await signedFor(1, { atLeast: cost }, alone)).toMatchObject({ accepted: true });
    const pinned: ProblemFile = { ...alone, pins: [['U001', 'R001']], apart: [['U001', 'U002']] };
    expect(await signedFor(1, 'infeasible', pinned)).toMatchObject({ accepted: true });
    for (const [scale, claim, problem] of [
      [-1, { atLeast: cost + 1000 }, alone],
      [-256, { atLeast: cost + 1000 }, alone],
      [0, 'infeasible', pinned]
    ] as const) {
      expect(await signedFor(scale, claim, problem)).toMatchObject({
        accepted: false,
        reason: 'unreadable-certificate'
      });
    }
  });

  it('is refused a separator of a unit without neighbour, which may be with any other', async () => {
    const units = ['alone', 'one', 'two'].map((id) => ({ id, workload: 60, visits: 1 }));
    const problem = {
      units,
      referents: [{ id: 'near' }, { id: 'far' }],
      minutes: [units.map(() => 1), units.map(() => 10)],
      tolerance: 1,
      contiguous: true,
      neighbours: [['one', 'two']]
    };
    const step = { prices: [20, 20, 20] };
    const claiming = (atLeast: number, ...separators: Separator[]) =>
      forged(problem, {
        ...{ ...certificate, scale: 1, claim: { atLeast }, separators },
        tree: { steps: [step], unit: 0, children: [] }
      });
    expect(await claiming(60)).toMatchObject({ accepted: true });
    for (const separator of [
      [0, 1, []],
      [1, 0, []]
    ] as Separator[])
      expect(await claiming(240, separator)).toMatchObject({ accepted: false, reason: 'not-a-separator' });
    // Both with neighbours, and no way between them: a separator that holds.
    const apart = { ...problem, neighbours: [['one', 'two'], ['alone', 'fourth']], units: [...units, { id: 'fourth', workload: 60, visits: 0 }] }; // prettier-ignore
    const prices = [20, 20, 20, 0];
    const honest = {
      ...certificate,
      scale: 1,
      claim: { atLeast: 240 },
      separators: [[0, 1, []]] as Separator[]
    };
    const tree = { steps: [{ prices }], unit: 0, children: [] };
    const minutes = [[1, 1, 1, 1], [10, 10, 10, 10]]; // prettier-ignore
    expect(await forged({ ...apart, minutes }, { ...honest, tree })).toMatchObject({ accepted: true });
  });

  it.each([{ atLeast: '1' }, { atLeast: null }, { atLeast: 0.5 }, {}, 'feasible', ''])(
    'is refused the claim %j',
    async (claim) => {
      expect(await forged(file, { ...certificate, claim: claim as Claim })).toMatchObject({
        accepted: false
      });
    }
  );

  it('is refused a problem whose figures are not figures', async () => {
    const [first, ...others] = file.units;
    const changes: unknown[] = [
      { tolerance: -0.5 },
      { tolerance: '0.2' },
      { soft: true },
      { units: [{ ...first, workload: -60 }, ...others] },
      { units: [{ ...first, workload: '60' }, ...others] },
      { units: [{ ...first, visits: '1' }, ...others] },
      { units: [{ ...first, id: others[0]!.id }, ...others] },
      { minutes: file.minutes.map((row) => row.map(String)) },
      { minutes: file.minutes.slice(1) },
      { stability: Math.PI },
      { referents: file.referents.map((one) => ({ ...one, fte: 0 })) },
      { units: [] }
    ];
    for (const change of changes) {
      expect(await forged({ ...file, ...(change as object) }, certificate)).toMatchObject({
        accepted: false
      });
    }
  });
});
