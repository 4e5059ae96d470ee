// The same list under a new name: its sums are not doubled, and it is said.
import { beforeAll, describe, expect, it } from 'vitest';
import { buildTerritory, readConfig } from '../../../../src/lib/engines/territory-builder/index.ts';
import type { BuildInput } from '../../../../src/lib/engines/territory-builder/build-territory.ts';
import { findingCodes, findingSentence } from '../../../../src/lib/i18n/findings/findings.ts';
import { UnusableInput } from '../../../../src/lib/model/findings.ts';
import type { LinearSolver } from '../../../../src/lib/model/linear.ts';
import { bootHighs } from '../../../../src/lib/solver/highs.ts';
import { keptReference } from '../../../../scripts/territory/reference.ts';
import { SMALL_CONFIG, smallSources } from '../../../fixtures/territory/small.ts';

let solver: LinearSolver;
let sources: Map<string, Uint8Array>;
let reference: BuildInput['reference'];
beforeAll(async () => {
  solver = await bootHighs();
  sources = smallSources(solver);
  reference = await keptReference();
});

const NEW = 'actions-2025 v2.csv';
const HEAD = 'fiche;titre;niveau;theme;communes;cout';
const sheet = (id: string, cost: number) => `${id};Lire ensemble;communal;parentalité;59350;${cost}`;

async function build(lines: readonly string[], config: object = {}) {
  const text = `${[HEAD, ...lines].join('\n')}\n`;
  const files = new Map([...sources, [NEW, new TextEncoder().encode(text)]]);
  const bare = { pathways: [], travel: undefined, basemap: undefined, logo: undefined };
  const read = readConfig({ ...SMALL_CONFIG, ...bare, actions: ['actions.csv', NEW], ...config });
  if ('faults' in read) throw new Error(read.faults.join());
  const built = await buildTerritory({
    config: read.config,
    open: async (name) => {
      const bytes = files.get(name);
      if (!bytes) throw new UnusableInput({ code: 'missing-file', severity: 'dropped', file: name });
      return { name, bytes };
    },
    reference,
    today: '2026-06',
    solver: async () => solver
  });
  const { findings, balances, rows } = built;
  const [year] = rows.serviceYears;
  return {
    costs: rows.actions.map(({ id, cost_euros }) => [id, cost_euros]),
    budget: year?.budget_euros,
    told: findings.filter(({ code }) => code === 'same-identifiers' || code === 'rows-superseded'),
    balances: balances.filter(({ file }) => file.startsWith('actions'))
  };
}

describe('a list under a new name that has the identifiers of another', () => {
  it('is counted once, as the later file has it, and the reader is told', async () => {
    const { costs, budget, told, balances } = await build([sheet('fa 1', 1300), sheet('FA-2', 200)]);
    expect(costs).toEqual([['fa 1', 1300], ['FA-2', 200]]); // prettier-ignore
    expect(budget).toBe(1500);
    expect(told).toMatchObject([
      { code: 'same-identifiers', file: NEW, found: '1', expected: 'actions.csv' },
      { code: 'rows-superseded', file: 'actions.csv', found: '1' }
    ]);
    for (const finding of told) {
      expect(findingCodes()).toContain(finding.code);
      expect(findingSentence(finding)).not.toContain('undefined');
    }
    expect(balances.map(({ used, aside }) => [used, aside])).toEqual([[0, 1], [2, 0]]); // prettier-ignore
  });

  it('stands beside the other when the folder says that both count', async () => {
    const { budget, told } = await build([sheet('FA-1', 1300)], { both: [['actions.csv', NEW]] });
    expect([budget, told]).toEqual([2500.5, []]);
  });

  it('of other identifiers adds to it, and nothing is asked', async () => {
    const { budget, told } = await build([sheet('FA-7', 100)]);
    expect([budget, told]).toEqual([1300.5, []]);
  });
});
