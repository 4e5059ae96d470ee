// What a répartition keeps together, in the service's own words.
import { describe, expect, it } from 'vitest';
import { offeredCriteria, toggledCriteria } from '../../../../../src/lib/features/sectors/search/criteria.ts';
import { SectorsState } from '../../../../../src/lib/features/sectors/state/sectors-state.svelte.ts';
import { criterionName, namingOf } from '../../../../../src/lib/features/sectors/words.ts';
import { smallDashboard } from '../../../../fixtures/dashboard.ts';
import { smallSplit } from '../../../../fixtures/service.ts';

const sectors = () => new SectorsState(smallSplit, smallDashboard, () => '');

describe('criteria', () => {
  it('add up, « par groupe scolaire » with « par niveau scolaire »; school by school stands alone', () => {
    const state = sectors();
    for (const criterion of ['group', 'level'] as const)
      state.set({ criteria: toggledCriteria(state, criterion) });
    expect(state.settings.criteria).toEqual(['group', 'level']);
    expect(state.settings.criteria.map(criterionName)).toEqual([
      'par groupe scolaire',
      'par niveau scolaire'
    ]);
    state.set({ criteria: toggledCriteria(state, 'school') });
    expect(state.settings.criteria).toEqual(['school']);
    state.set({ criteria: toggledCriteria(state, 'school') });
    expect(state.settings.criteria).toEqual(['school']);
  });

  it('that schools do not differ by are not offered', () => {
    const state = sectors();
    const offered = offeredCriteria({
      settings: state.settings,
      schools: state.schools.map((school) => ({
        ...school,
        commune: '59001',
        group: null,
        network: null,
        qpv: null
      }))
    });
    expect(offered).toEqual(['level', 'school']);
  });
});

it('a network whose head stands in another commune is not taken for the schools of none', () => {
  const dashboard = {
    ...smallDashboard,
    schools: smallDashboard.schools.map((school) => ({
      ...school,
      network: '9710661S',
      rep: 'REP+' as const
    }))
  };
  const naming = namingOf(dashboard);
  expect(naming('network', '9710661S')).toBe('REP+ 9710661S');
  expect(naming('network', null)).toBe('hors réseau');
});
