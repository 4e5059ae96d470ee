// Plan files: who follows which school, under which settings. Never a count of children.
import type { Finding } from '../model/findings.ts';
import { isRecord, isText, shownValue } from '../model/documents/json.ts';
import type { Plan } from '../model/plan.ts';
import { tidyName } from '../model/scenario.ts';
import { parsePlanText, PLAN_FILE_LIMIT } from './plan-text.ts';

export { PLAN_FILE_LIMIT } from './plan-text.ts';

const FORMAT = 'maillage-plan';
const VERSION = 1;
/** Most names quoted from a long list. */
const QUOTED = 3;

/** Ids that a plan may refer to in the current territory. */
interface KnownPlan {
  /** SIREN */
  territory: string;
  schools: readonly string[];
  posts: readonly string[];
  coordinators: readonly string[];
}

export interface PlanFile {
  name: string;
  /** Milliseconds since 1970; null when the file does not give it. */
  made: number | null;
  plan: Plan;
  settings: Readonly<Record<string, string>>;
}

/** `plan` null: the file is refused, and the first finding gives the reason. */
export interface PlanFileRead {
  plan: PlanFile | null;
  findings: Finding[];
}

/** Text of the file, with its schools in order. */
export function writePlanFile(territory: string, { name, made, plan, settings }: PlanFile): string {
  const sorted = (table: Readonly<Record<string, string>>) =>
    Object.fromEntries(Object.entries(table).sort(([a], [b]) => (a < b ? -1 : 1)));
  const when = made === null ? {} : { made: new Date(made).toISOString() };
  const file = {
    format: FORMAT,
    version: VERSION,
    territory,
    name,
    ...when,
    settings: sorted(settings),
    schools: sorted(plan.referents),
    coordinators: sorted(plan.coordinators)
  };
  return `${JSON.stringify(file, null, 2)}\n`;
}

/**
 * Reads a plan file and checks it against the current territory. Never throws.
 * Unknown schools and posts are left out with a finding; a file of another territory or version is refused.
 */
export function readPlanFile(text: string, known: KnownPlan): PlanFileRead {
  const refused = (code: string, more: Partial<Finding> = {}): PlanFileRead => ({
    plan: null,
    findings: [{ code, severity: 'dropped', ...more }]
  });
  const parsed = parsePlanText(text);
  if ('refused' in parsed) return refused(parsed.refused, { expected: String(PLAN_FILE_LIMIT) });
  const { value } = parsed;
  if (!isRecord(value) || value.format !== FORMAT) return refused('plan-foreign');
  const { version, territory, name, made, settings = {}, schools, coordinators = {} } = value;
  if (version !== VERSION)
    return refused('plan-version', { found: shownValue(version), expected: String(VERSION) });
  if (territory !== known.territory)
    return refused('plan-territory', { found: shownValue(territory), expected: known.territory });
  for (const [column, table] of Object.entries({ schools, coordinators, settings })) {
    if (!isRecord(table)) return refused('plan-malformed', { column, found: shownValue(table) });
  }
  const findings: Finding[] = [];
  const referents = knownEntries(schools as Record<string, unknown>, known.schools, known.posts, {
    column: 'schools',
    key: 'plan-unknown-school',
    value: 'plan-unknown-post',
    findings
  });
  if (Object.keys(referents).length === 0) return refused('plan-no-school');
  const teams = knownEntries(coordinators as Record<string, unknown>, known.posts, known.coordinators, {
    column: 'coordinators',
    key: 'plan-unknown-post',
    value: 'plan-unknown-coordinator',
    findings
  });
  const time = isText(made) ? Date.parse(made) : NaN;
  return {
    plan: {
      name: isText(name) ? tidyName(name) : '',
      made: Number.isNaN(time) ? null : time,
      plan: { referents, coordinators: teams },
      settings: Object.fromEntries(
        Object.entries(settings as Record<string, unknown>).flatMap(([key, one]) =>
          isText(one) ? [[key, one]] : []
        )
      )
    },
    findings
  };
}

interface Codes {
  column: string;
  /** Codes of the findings for an unknown key, and for an unknown value. */
  key: string;
  value: string;
  findings: Finding[];
}

/** Entries of a table with a known key and value; one finding by cause, whatever the number of entries. */
function knownEntries(
  table: Readonly<Record<string, unknown>>,
  keys: readonly string[],
  values: readonly string[],
  { column, key, value, findings }: Codes
): Record<string, string> {
  const [knownKeys, knownValues] = [new Set(keys), new Set<unknown>(values)];
  const strangers: Record<'key' | 'value', string[]> = { key: [], value: [] };
  const lines = Object.entries(table).flatMap(([id, to]): [string, string][] => {
    if (!knownKeys.has(id)) strangers.key.push(shownValue(id));
    else if (!isText(to) || !knownValues.has(to)) strangers.value.push(shownValue(to));
    else return [[id, to]];
    return [];
  });
  for (const [code, names] of [
    [key, strangers.key],
    [value, strangers.value]
  ] as const) {
    const different = [...new Set(names)];
    const found = different.slice(0, QUOTED).join(', ') + (different.length > QUOTED ? '…' : '');
    if (names.length > 0)
      findings.push({ code, severity: 'doubtful', column, found, expected: String(names.length) });
  }
  return Object.fromEntries(lines);
}
