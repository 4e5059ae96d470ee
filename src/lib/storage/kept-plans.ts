// Scenarios stored on this computer, at the reader's request only.
import { NO_SCENARIOS, type ScenarioList } from '../model/scenario.ts';
import { plansKey } from './carried.ts';
import { forgetHistories } from './kept-history.ts';
import { countKept, forgetKept, KeptList, type ListForm, type StoredList } from './kept-list.ts';
import { mergeScenarios, readScenarios, sameScenarios, writeScenarios } from './scenario-list.ts';

export type StoredScenarios = StoredList<ScenarioList>;

const FORM: ListForm<ScenarioList> = {
  write: writeScenarios,
  read: readScenarios,
  merge: mergeScenarios,
  isSame: sameScenarios,
  count: ({ scenarios }) => scenarios.length,
  none: NO_SCENARIOS
};

/** Number of scenarios stored, all territories together. */
export const keptPlans = (): number => countKept(plansKey(''), FORM);

/** Deletes the scenarios of all territories, and the undo histories of this tab. */
export function forgetPlans(): void {
  forgetHistories();
  forgetKept(plansKey(''));
}

/** Stored scenarios of one territory. */
export class KeptPlans extends KeptList<ScenarioList> {
  /** @param territory SIREN */
  constructor(territory: string) {
    super(plansKey(territory), FORM);
  }
}
