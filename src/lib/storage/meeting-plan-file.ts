// Files of a year of meetings: dates, what is fixed, absences declared by function. They stay in the service.
import type { Finding } from '../model/findings.ts';
import { isRecord, isText, shownValue } from '../model/documents/json.ts';
import type { KeptYear } from './meeting-plan.ts';
import { tidyName } from '../model/scenario.ts';
import { jsonMeetingYear, unreadPart } from './meeting-plan-list.ts';
import { parsePlanText, PLAN_FILE_LIMIT } from './plan-text.ts';

const FORMAT = 'maillage-reunions';
const VERSION = 1;

export interface MeetingPlanFile {
  name: string;
  /** Milliseconds since 1970; null when the file does not give it. */
  made: number | null;
  year: KeptYear;
}

/** Text of the file. @param territory SIREN */
export function writeMeetingPlan(territory: string, { name, made, year }: MeetingPlanFile): string {
  const { plan, locked, absences, cancelled, convened, preset } = year;
  const file = {
    format: FORMAT,
    version: VERSION,
    territory,
    name,
    ...(made !== null && { made: new Date(made).toISOString() }),
    year: year.year,
    preset,
    plan,
    locked,
    absences,
    cancelled,
    ...(convened && { convened })
  };
  return `${JSON.stringify(file, null, 1)}\n`;
}

/** Reads such a file; what its teams and days are now is looked at by the page. Never throws. @param territory SIREN */
export function readMeetingPlan(
  text: string,
  territory: string
): { file: MeetingPlanFile } | { refused: Finding } {
  const refused = (code: string, more: Partial<Finding> = {}) => ({
    refused: { code, severity: 'dropped', ...more } satisfies Finding
  });
  const parsed = parsePlanText(text);
  if ('refused' in parsed) return refused(parsed.refused, { expected: String(PLAN_FILE_LIMIT) });
  const { value } = parsed;
  if (!isRecord(value) || value.format !== FORMAT) return refused('meeting-plan-foreign');
  if (value.version !== VERSION)
    return refused('plan-version', { found: shownValue(value.version), expected: String(VERSION) });
  if (value.territory !== territory)
    return refused('plan-territory', { found: shownValue(value.territory), expected: territory });
  const year = jsonMeetingYear(value);
  if (!year) {
    const column = unreadPart(value) ?? '';
    return refused('meeting-plan-malformed', { column, found: shownValue(value[column]) });
  }
  const time = isText(value.made) ? Date.parse(value.made) : NaN;
  return {
    file: {
      name: isText(value.name) ? tidyName(value.name) : '',
      made: Number.isNaN(time) ? null : time,
      year
    }
  };
}
