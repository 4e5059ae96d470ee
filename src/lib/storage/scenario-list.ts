// Lists of scenarios: their stored form.
import { isRecord, isRecordOf, isText, isTime, parsedJson } from '../model/documents/json.ts';
import { tidyName, type Scenario } from '../model/scenario.ts';
import type { MergedList } from './merged-list.ts';

/** Of the stored form, which is versioned JSON. */
const VERSION = 1;

function scenarioOf(value: unknown): Scenario | null {
  if (!isRecord(value) || !isRecord(value.plan)) return null;
  const { id, name, settings, made, changed, used } = value;
  const { referents, coordinators } = value.plan;
  if (!isText(id) || !isText(name) || !isTime(made) || !isTime(changed)) return null;
  if (!isRecordOf(referents, isText) || !isRecordOf(coordinators, isText) || !isRecordOf(settings, isText))
    return null;
  const plan = { referents, coordinators };
  return { id, name: tidyName(name) || id, plan, settings, made, changed, ...(isTime(used) && { used }) };
}

export const writeScenarios = ({ items, gone }: MergedList<Scenario>): string =>
  JSON.stringify({ version: VERSION, scenarios: items, gone });

/** List of a stored text, validated since others may have changed it; null when it is damaged or of another version. */
export function readScenarios(text: string): MergedList<Scenario> | null {
  const value = parsedJson(text);
  if (!isRecord(value) || value.version !== VERSION || !Array.isArray(value.scenarios)) return null;
  if (!isRecordOf(value.gone, isTime)) return null;
  const scenarios = value.scenarios.map(scenarioOf);
  return scenarios.includes(null)
    ? null
    : { items: scenarios.filter((one) => one !== null), gone: value.gone };
}
