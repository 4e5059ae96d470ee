// Differences planted over the answers of the survey that stand one under the other, or that share a year: the gate lets none leave.
import { describe, expect, test } from 'vitest';
import { exitGate, PUBLIC_K } from '../../../../../src/lib/engines/disclosure/index.ts';
import { bootHighs } from '../../../../../src/lib/solver/highs.ts';
import { SurveyAttacker } from '../../../../fixtures/survey/attacker.ts';
import { PLANT_NAMES, plantedAt, plantedWorld } from '../../../../fixtures/survey/plants.ts';
import { leavesWorld, refusedForNothing } from '../../../../fixtures/survey/judge.ts';
import { LAST, toldOf, YEAR } from '../../../../fixtures/survey/worlds.ts';

/** Of each difference; all the draws find 200 of them and more. */
const DRAWS = process.env['SOAK'] ? 5 : 1;
const solver = await bootHighs();

describe('nobody finds', () => {
  test.each(PLANT_NAMES)('%s', (name) => {
    for (let draw = 0; draw < DRAWS; draw++) {
      const world = plantedWorld(plantedAt(name, draw));
      const where = `draw ${draw}: ${JSON.stringify(world.figures)}`;
      const attacker = new SurveyAttacker(solver, world.years, PUBLIC_K);
      expect(attacker.finds(world.read, world.figures.flatMap(toldOf)), where).not.toEqual([]);
      const { verdicts } = exitGate(solver, world);
      expect(
        verdicts.map(({ status }) => status),
        where
      ).toContain('refused');
      expect(attacker.finds(world.read, leavesWorld(world, verdicts)), where).toEqual([]);
      expect(refusedForNothing(attacker, world, verdicts), where).toEqual([]);
    }
  });
});

test('what left and denies what is taken for granted of two years stops no other figure', () => {
  // 120 of 100 children would have stayed.
  const world = plantedWorld({
    last: { 'children.total': 100 },
    now: { 'children.total': 160, 'children.before': 120, 'children.new': 40, 'children.girls': 80 },
    left: { now: ['children.before'] },
    ask: ['children.girls']
  });
  expect(exitGate(solver, world).verdicts.map(({ status }) => status)).toEqual(['passes']);
});

test('two years that one release adds up are audited together as well', () => {
  const world = plantedWorld(plantedAt('those who left between two years, by those who stay', 0));
  const [last, now] = world.cubes.map(({ cells }) => cells[0]!.value!) as [number, number];
  const [{ dimensions, ...cube }] = world.cubes as [(typeof world.cubes)[0]];
  const added = {
    ...cube,
    years: [LAST, YEAR],
    dimensions: [{ name: 'year', trees: [{ ALL: { [LAST]: {}, [YEAR]: {} } }] }, ...dimensions],
    cells: [
      { key: ['ALL', 'ALL'], value: last + now },
      { key: [LAST, 'ALL'], value: last },
      { key: [YEAR, 'ALL'], value: now }
    ]
  };
  expect(exitGate(solver, { ...world, cubes: [added] }).verdicts).toMatchObject([{ status: 'refused' }]);
});
