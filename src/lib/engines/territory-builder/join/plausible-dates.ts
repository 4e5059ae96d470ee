// Dates that a service's list cannot mean: before the programme could exist, or beyond the next school year.
import type { Finding } from '../../../model/findings.ts';
import { schoolYear, schoolYearOf, startYear, type Month } from '../../../model/school-year.ts';
import { formatColumns } from '../../import/index.ts';
import type { Sources } from '../sources/sources.ts';

/** Educational priority as services know it begins in 1999; the programme in 2005. */
const FIRST = schoolYear(1999);

/** The sources without those dates, each a finding: the school is kept, the dated note is left out. */
export function plausibleDates(sources: Sources, today: Month): { sources: Sources; findings: Finding[] } {
  const last = schoolYear(startYear(schoolYearOf(today)) + 1);
  const findings: Finding[] = [];
  const isPlausible = (year: string) => year >= FIRST && year <= last;
  const followed = sources.followed.map((row) => {
    const { file, line, followed_since: since, requested_since: asked } = row;
    const tell = (column: string | undefined, found: string) =>
      findings.push({ code: 'implausible-date', severity: 'doubtful', file, row: line, column, found });
    const wrongSince = since !== null && !isPlausible(since);
    const wrongAsked = asked !== null && !isPlausible(schoolYearOf(asked));
    if (wrongSince) tell(formatColumns().followed.since[0], since);
    if (wrongAsked) tell(formatColumns().followed.requested[0], asked);
    return wrongSince || wrongAsked
      ? { ...row, ...(wrongSince && { followed_since: null }), ...(wrongAsked && { requested_since: null }) }
      : row;
  });
  const milestones = sources.milestones.filter(({ file, line: row, month: found }) => {
    if (isPlausible(schoolYearOf(found))) return true;
    const column = formatColumns().milestones.date[0];
    findings.push({ code: 'implausible-date', severity: 'dropped', file, row, column, found });
    return false;
  });
  return { sources: { ...sources, followed, milestones }, findings };
}
