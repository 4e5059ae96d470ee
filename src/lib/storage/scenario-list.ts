// Lists of scenarios: their stored form.
import { tidyName, type Scenario } from '../model/scenario.ts';
import type { MergedList } from './merged-list.ts';

/** Of the stored form, which is versioned JSON. */
const VERSION = 1;

type Unknown = Readonly<Record<string, unknown>>;
const isObject = (value: unknown): value is Unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isText = (value: unknown): value is string => typeof value === 'string';
const LATEST = 8.64e15;
const isTime = (value: unknown): value is number =>
  Number.isSafeInteger(value) && (value as number) >= 0 && (value as number) <= LATEST;
const isTable = <Value>(value: unknown, is: (one: unknown) => one is Value): value is Record<string, Value> =>
  isObject(value) && Object.values(value).every(is);

function scenarioOf(value: unknown): Scenario | null {
  if (!isObject(value) || !isObject(value.plan)) return null;
  const { id, name, settings, made, changed } = value;
  const { referents, coordinators } = value.plan;
  if (!isText(id) || !isText(name) || !isTime(made) || !isTime(changed)) return null;
  if (!isTable(referents, isText) || !isTable(coordinators, isText) || !isTable(settings, isText))
    return null;
  return { id, name: tidyName(name) || id, plan: { referents, coordinators }, settings, made, changed };
}

export const writeScenarios = ({ items, gone }: MergedList<Scenario>): string =>
  JSON.stringify({ version: VERSION, scenarios: items, gone });

/** List of a stored text, validated since others may have changed it; null when it is damaged or of another version. */
export function readScenarios(text: string): MergedList<Scenario> | null {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    // Not valid JSON: reported by the caller.
    return null;
  }
  if (!isObject(value) || value.version !== VERSION || !Array.isArray(value.scenarios)) return null;
  if (!isTable(value.gone, isTime)) return null;
  const scenarios = value.scenarios.map(scenarioOf);
  return scenarios.includes(null)
    ? null
    : { items: scenarios.filter((one) => one !== null), gone: value.gone };
}
