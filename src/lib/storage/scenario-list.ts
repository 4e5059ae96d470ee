// Scenarios stored on this computer, at the reader's request only: their stored form.
import type { Scenario } from '../model/scenario.ts';
import { plansKey } from './carried.ts';
import { jsonName, jsonObject, jsonPlan, jsonText, jsonTexts, jsonTime } from './json-readers.ts';
import { KeptList } from './kept-list.ts';
import { mergedList } from './versioned.ts';

const stored = jsonObject<Omit<Scenario, 'used'>>({
  ...{ id: jsonText, name: jsonName, plan: jsonPlan, settings: jsonTexts },
  ...{ made: jsonTime, changed: jsonTime }
});
export const SCENARIOS = mergedList<Scenario>('scenarios', (value) => {
  const item = stored(value);
  const used = jsonTime((value as Scenario | null)?.used);
  return item && { ...item, name: item.name || item.id, ...(used !== undefined && { used }) };
});

/** Stored scenarios of one territory. @param territory `keptKeyOf` */
export const scenarioStore = (territory: string): KeptList<Scenario> =>
  new KeptList(plansKey(territory), SCENARIOS);
