// The least and greatest value of a hidden count, asked one after the other of the same models.
import { beforeAll, describe, expect, it } from 'vitest';
import { attackerBounds } from '../../../../src/lib/engines/disclosure/attack/attacker-bounds.ts';
import { AttackerModel } from '../../../../src/lib/engines/disclosure/attack/attacker-model.ts';
import { buildSystem } from '../../../../src/lib/engines/disclosure/table-system.ts';
import type { LinearSolver } from '../../../../src/lib/model/linear.ts';
import { bootHighs } from '../../../../src/lib/solver/highs.ts';
import { twoWay } from '../../../fixtures/disclosure/tables.ts';

let solver: LinearSolver;
beforeAll(async () => {
  solver = await bootHighs();
});

describe('a whole-number end that may stop early', () => {
  const hidden = ['r1 c1', 'r1 c2', 'r2 c1', 'r2 c2'];
  const system = buildSystem([
    twoWay(
      [
        [3, 8, 20],
        [9, 2, 20],
        [30, 30, 30]
      ],
      hidden,
      5
    )
  ]);
  const cellAt = (row: string, column: string) =>
    system.find([system.axes[0]!.find(0, row)!, system.axes[1]!.find(0, column)!])!;

  it('stops for one count, and never for the difference of two, which no single bound could cap', () => {
    const attack = new AttackerModel(solver, system, attackerBounds(system));
    const [one, other] = [cellAt('r1', 'c1'), cellAt('r1', 'c2')];
    expect(attack.optimise({ plus: one }, 'max', true, 5).value).toBe(5);
    expect(attack.optimise({ plus: one, minus: other }, 'max', true, 5).value).toBe(11);
    expect(attack.optimise({ plus: one, minus: other }, 'min', true, -5).value).toBe(-9);
    // What follows is not cut short by a stop asked before.
    expect(attack.optimise({ plus: one }, 'max', true).value).toBe(11);
    expect(attack.optimise({ plus: one }, 'min', true).value).toBe(1);
    attack.dispose();
  });
});
