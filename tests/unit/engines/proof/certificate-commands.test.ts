// npm run split --certificate and npm run check: a certificate beside the answer, accepted or refused without a solver.
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { check } from '../../../../scripts/check.ts';
import { split } from '../../../../scripts/split.ts';
import { runIn } from '../../../fixtures/command.ts';
import { syntheticProblem } from '../../../fixtures/synthetic/assignment-problem.ts';
import type { Certificate } from '../../../../src/lib/engines/proof/check-certificate.ts';
import type { AssignmentResult } from '../../../../src/lib/model/plan.ts';

const folder = mkdtempSync(join(tmpdir(), 'certificate-'));
const at = (name: string) => join(folder, name);
const file = syntheticProblem(7, { units: 26, referents: 6, tolerance: 0.2 });

const COMMANDS = { split, check };
const run = (name: keyof typeof COMMANDS, ...args: string[]) => runIn(COMMANDS[name], ...args);

/**
 * Trios that must not share one of three referents, the first of whom is much nearer: the solver proves the optimum at once by its cliques, while
 * a certificate, which weighs pairs, has to branch on every trio.
 */
const trios = 24;
const parted = {
  units: Array.from({ length: 3 * trios }, (_, i) => ({ id: `U${i}`, workload: 60, pupils: 1, visits: 1 })),
  referents: ['near', 'far', 'farther'].map((id) => ({ id })),
  minutes: [1, 40, 43].map((way) => Array.from({ length: 3 * trios }, (_, i) => way + (i % 7))),
  tolerance: 1,
  apart: Array.from({ length: trios }, (_, t) => [0, 1, 2].map((k) => [`U${3 * t + k}`, `U${3 * t + ((k + 1) % 3)}`])).flat() // prettier-ignore
};

beforeAll(() => {
  writeFileSync(at('parted.json'), JSON.stringify(parted));
  writeFileSync(at('good.json'), `\uFEFF${JSON.stringify(file, null, 2)}`);
  const pins = [['U001', 'R001'], ['U001', 'R002']]; // prettier-ignore
  writeFileSync(at('contradiction.json'), JSON.stringify({ ...file, pins }));
  writeFileSync(at('soft.json'), JSON.stringify({ ...file, soft: true }));
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('npm run split -- --certificate, then npm run check', () => {
  it('certify an optimum', async () => {
    const split = await run('split', at('good.json'), '--certificate', at('good.certificate.json'));
    const { certified, objective } = JSON.parse(split.stdout) as AssignmentResult;
    expect([split.status, certified]).toEqual([0, true]);
    const { version, claim, scale } = JSON.parse(
      readFileSync(at('good.certificate.json'), 'utf8')
    ) as Certificate;
    expect([version, claim, scale]).toEqual([1, { atLeast: objective }, 256]);
    const { status, stdout } = await run('check', at('good.json'), at('good.certificate.json'));
    const leaves = expect.any(Number) as number;
    expect([status, JSON.parse(stdout)]).toEqual([0, { accepted: true, claim, leaves, reason: null }]);
  });

  it('certify that no plan exists', async () => {
    const split = await run('split', at('contradiction.json'), '--certificate', at('none.certificate.json'));
    expect([split.status, (JSON.parse(split.stdout) as AssignmentResult).certified]).toEqual([1, true]);
    const { status, stdout } = await run('check', at('contradiction.json'), at('none.certificate.json'));
    expect([status, JSON.parse(stdout)]).toMatchObject([0, { accepted: true, claim: 'infeasible' }]);
  });

  it('give the optimum that the solver proved, its bound and the certified one, when time is too short for its certificate', async () => {
    const certificate = at('parted.certificate.json');
    const given = await run('split', at('parted.json'), '--seconds', '2', '--certificate', certificate);
    expect([given.status, given.lines.at(-2)]).toEqual([
      0,
      'Pas de certificat de l’optimum : le temps donné n’a pas suffi. Augmentez --seconds.'
    ]);
    const answer = JSON.parse(given.stdout) as AssignmentResult;
    expect(Object.keys(answer.assignment)).toHaveLength(parted.units.length);
    expect(answer).toMatchObject({ status: 'optimal', bound: answer.objective, gap: 0, certified: false });
    const { status, stdout } = await run('check', at('parted.json'), certificate);
    const claim = { atLeast: answer.certifiedBound };
    expect([status, JSON.parse(stdout)]).toMatchObject([0, { accepted: true, claim }]);
    expect(answer.certifiedBound).toBeLessThan(answer.objective!);
  });

  it('say when there is no certificate, and write none', async () => {
    const { status, stdout, lines } = await run(
      'split',
      at('soft.json'),
      '--certificate',
      at('soft.certificate.json')
    );
    expect([status, (JSON.parse(stdout) as AssignmentResult).certified]).toEqual([0, false]);
    expect(lines.at(-1)).toContain('Pas de certificat : les dépassements de charge');
    expect(existsSync(at('soft.certificate.json'))).toBe(false);
  });

  it('end with 1 and a reason when the certificate is of another problem, raised, or of another version', async () => {
    const text = readFileSync(at('good.certificate.json'), 'utf8');
    const of = async (name: string, changed: string, problem = 'good.json') => {
      writeFileSync(at(name), changed);
      const { status, stdout, lines } = await run('check', at(problem), at(name));
      return [status, (JSON.parse(stdout) as { reason: string }).reason, lines.length];
    };
    expect(await of('other.json', text, 'contradiction.json')).toEqual([1, 'other-problem', 1]);
    expect(await of('raised.json', text.replace(/("atLeast":\d+)/, '$10'))).toEqual([
      1,
      'altered-certificate',
      1
    ]);
    expect(await of('next.json', text.replace('"version":1', '"version":2'))).toEqual([
      1,
      'other-version',
      1
    ]);
  });

  it('end with 2 and one line when a file cannot be read', async () => {
    writeFileSync(at('cut.json'), readFileSync(at('good.certificate.json'), 'utf8').slice(0, -20));
    for (const name of ['cut.json', 'good.json', 'nowhere.json']) {
      const { status, stdout, lines } = await run('check', at('good.json'), at(name));
      expect([status, stdout, lines.length]).toEqual([2, '', 1]);
      expect(lines[0]).toContain(name);
    }
  });
});
