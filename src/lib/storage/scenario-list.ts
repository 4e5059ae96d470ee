// Scenarios stored on this computer, at the reader's request only: their stored form.
import * as v from 'valibot';
import type { Scenario } from '../model/scenario.ts';
import { plansKey } from './carried.ts';
import { KeptList } from './kept-list.ts';
import { mergedList, Name, PlanSchema, Texts, Time } from './versioned.ts';

const Item = v.pipe(
  v.object({
    ...{ id: v.string(), name: Name, plan: PlanSchema, settings: Texts, made: Time, changed: Time },
    used: v.fallback(v.optional(Time), undefined)
  }),
  v.transform(({ used, ...item }): Scenario => ({
    ...{ ...item, name: item.name || item.id },
    ...(used !== undefined && { used })
  }))
);
export const SCENARIOS = mergedList('scenarios', Item);

/** Stored scenarios of one territory. @param territory `keptKeyOf` */
export const scenarioStore = (territory: string): KeptList<Scenario> =>
  new KeptList(plansKey(territory), SCENARIOS);
