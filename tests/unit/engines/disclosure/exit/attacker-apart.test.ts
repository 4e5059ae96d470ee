// Services drawn at random: what the gate lets out gives nothing away to an attacker that shares no code with it, and it withholds nothing in vain.
import { expect, test } from 'vitest';
import { exitGate, PUBLIC_K } from '../../../../../src/lib/engines/disclosure/index.ts';
import { bootHighs } from '../../../../../src/lib/solver/highs.ts';
import { SurveyAttacker } from '../../../../fixtures/survey/attacker.ts';
import { leavesWorld, refusedForNothing } from '../../../../fixtures/survey/judge.ts';
import { worldAt } from '../../../../fixtures/survey/worlds.ts';

const WORLDS = process.env['SOAK'] ? Math.max(1000, Number(process.env['SOAK'])) : 40;
const solver = await bootHighs();

test(
  `${WORLDS} services give nothing away by what may leave, and keep nothing in vain`,
  () => {
    const seen = { passes: 0, refused: 0, contradicts: 0, honest: 0 };
    for (let seed = 1; seed <= WORLDS; seed++) {
      const world = worldAt(seed);
      const { verdicts } = exitGate(solver, world);
      const attacker = new SurveyAttacker(solver, world.years, PUBLIC_K);
      const where = `service ${seed}: ${JSON.stringify({ read: world.read, figures: world.figures })}`;
      expect(attacker.finds(world.read, leavesWorld(world, verdicts)), where).toEqual([]);
      expect(refusedForNothing(attacker, world, verdicts), where).toEqual([]);
      verdicts.forEach(({ status }, i) => {
        seen[status]++;
        if (status === 'refused' && world.figures[i]!.value >= PUBLIC_K) seen.honest++;
      });
    }
    if (process.env['SOAK']) process.stderr.write(`${WORLDS} services: ${JSON.stringify(seen)}\n`);
    expect(seen.contradicts).toBe(0);
    expect(Math.min(seen.passes, seen.refused, seen.honest)).toBeGreaterThan(WORLDS / 10);
  },
  WORLDS * 15_000
);
