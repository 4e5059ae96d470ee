// Scenarios stored on this computer, at the reader's request only.
import type { Scenario } from '../model/scenario.ts';
import { plansKey } from './carried.ts';
import { forgetDecisions } from './kept-decision.ts';
import { forgetHistories } from './kept-history.ts';
import { countKept, forgetKept, KeptList, type ListForm } from './kept-list.ts';
import { readScenarios, writeScenarios } from './scenario-list.ts';

const FORM: ListForm<Scenario> = { write: writeScenarios, read: readScenarios };

/** Number of scenarios stored, all territories together. */
export const keptPlans = (): number => countKept(plansKey(''), FORM);

/** Deletes the scenarios of all territories, the undo histories and the decisions of this tab. */
export function forgetPlans(): void {
  forgetHistories();
  forgetDecisions();
  forgetKept(plansKey(''));
}

/** Stored scenarios of one territory. @param territory SIREN */
export const scenarioStore = (territory: string): KeptList<Scenario> =>
  new KeptList(plansKey(territory), FORM);
