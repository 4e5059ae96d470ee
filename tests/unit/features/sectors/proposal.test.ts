// A plan that the search proposes is on screen, in every figure, until it is adopted or left; today's plan stays beside it.
import { beforeEach, describe, expect, it } from 'vitest';
import type { AssignmentResult } from '../../../../src/lib/model/plan.ts';
import { planChange } from '../../../../src/lib/features/sectors/compare/plan-change.ts';
import { sentenceParts } from '../../../../src/lib/features/sectors/sectors-sentence.ts';
import { changeWords, searchWords } from '../../../../src/lib/features/sectors/steps/step-words.ts';
import { SectorsState } from '../../../../src/lib/features/sectors/state/sectors-state.svelte.ts';
import { toResult } from '../../../../src/lib/workers/worker-call.ts';
import { smallDashboard } from '../../../fixtures/dashboard.ts';
import { stubWorkers } from '../../../fixtures/fake-worker.ts';
import { smallSplit } from '../../../fixtures/service.ts';

let answer: Partial<AssignmentResult>;

const moved = { '0000001A': 'Référent 1', '0000002B': 'Référent 2', '0000005E': 'Référent 2' };
const plain = (text: string) => text.replace(/[\s\u2060]+/gu, ' ').trim();
const sentence = (sectors: SectorsState, onPaper = false) =>
  plain(
    sentenceParts(sectors, { onPaper })
      .map(({ text }) => text)
      .join('')
  );

let sectors: SectorsState;
beforeEach(() => {
  answer = { assignment: moved };
  stubWorkers({
    solve: () =>
      toResult(() => ({
        status: 'optimal',
        objective: 100,
        seconds: 1,
        assignment: {},
        ...answer
      }))
  });
  sectors = new SectorsState(smallSplit, smallDashboard, () => '');
});

describe('a proposal of the search', () => {
  it('is the plan on screen, of its link and of its figures, and is no step of the history', async () => {
    expect(sentence(sectors)).toContain('C’est la répartition d’aujourd’hui.');
    await sectors.optimise(1);
    expect(sectors.isProposal).toBe(true);
    expect(sectors.plan.referents).toEqual(moved);
    expect(sectors.figures.referents.map(({ schools }) => schools)).toEqual([1, 2]);
    expect(sectors.todayFigures.referents.map(({ schools }) => schools)).toEqual([2, 1]);
    expect(sectors.steps.done).toEqual([]);
    expect([sectors.step, sectors.mapView]).toEqual(['compare', 'proposed']);
  });

  it('is adopted as one step, and undone as one', async () => {
    await sectors.optimise(1);
    sectors.adopt();
    expect([sectors.isProposal, sectors.steps.done.length]).toEqual([false, 1]);
    expect(sectors.plan.referents).toEqual(moved);
    sectors.undo();
    expect(sectors.plan.referents).toEqual(sectors.today.referents);
  });

  it('is left by undo, and by every move unchecked', async () => {
    await sectors.optimise(1);
    sectors.search.toggle(sectors.search.moves[0]!.id);
    expect(sectors.plan.referents).toEqual(sectors.today.referents);
    sectors.search.toggle(sectors.search.moves[0]!.id);
    expect(sectors.canUndo).toBe(true);
    sectors.undo();
    expect([sectors.isChanged, sectors.canUndo]).toEqual([false, false]);
  });

  it('is adopted with the school that is given by hand over it, in one step', async () => {
    await sectors.optimise(1);
    sectors.assign(['0000005E'], 'Référent 1');
    expect(sectors.isProposal).toBe(false);
    expect(sectors.plan.referents).toEqual({ ...moved, '0000005E': 'Référent 1' });
    sectors.undo();
    expect(sectors.plan.referents).toEqual(sectors.today.referents);
  });

  it('opens the step of the search where there is no plan, and says so', async () => {
    answer = { status: 'infeasible', objective: null, conflict: [] };
    await sectors.optimise(1);
    expect(sectors.step).toBe('search');
    expect(searchWords(sectors)).toBe('Aucun plan trouvé');
  });
});

describe('what a plan changes', () => {
  it('is said once: in the sentence, beside the map and in the step', async () => {
    await sectors.optimise(1);
    const change = planChange(sectors);
    expect(change).toMatchObject({ pupils: 137, schools: 3, allPupils: 411, teams: 0 });
    expect(plain(change.deviation.before)).toBe('33 %');
    expect(sentence(sectors)).toContain('l’écart le plus fort à la charge cible reste de 33 %');
    expect(sentence(sectors)).toMatch(
      /Les trajets (augmentent|diminuent) de ≈ \d+ min par semaine et 1 école change/
    );
    expect(sentence(sectors)).not.toContain('élèves');
    expect(sentence(sectors, true)).toContain('Ces écoles comptent 137 élèves.');
    expect(changeWords(sectors)).toBe('1 école change de référent');
  });

  it('tells a waiting school that gets a referent from those that change', () => {
    sectors.set({ withWaiting: true });
    sectors.assign(['0000003C'], 'Référent 2');
    expect(planChange(sectors)).toMatchObject({ pupils: 0, moved: [] });
    expect(changeWords(sectors)).toBe('1 école en attente reçoit un référent');
    expect(sentence(sectors)).toContain('1 école en attente reçoit un référent.');
  });

  it('adds up the road of a school alone as the solver counts it, and is unknown without a way', () => {
    const there = sectors.roadChangeOf(['0000001A'], 'Référent 1', 'Référent 2')!;
    expect(there).toBeGreaterThan(0);
    expect(sectors.roadChangeOf(['0000001A'], 'Référent 2', 'Référent 1')).toBeCloseTo(-there);
    const both = sectors.roadChangeOf(['0000001A', '0000002B'], 'Référent 1', 'Référent 2')!;
    expect(both).toBeCloseTo(there + sectors.roadChangeOf(['0000002B'], 'Référent 1', 'Référent 2')!);
    expect(sectors.roadChangeOf(['0000001A'], 'Référent 1', 'Référent 9')).toBeNull();
  });
});
