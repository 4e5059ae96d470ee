// The day that the figures are of, said once: school year, day of reference, and the year that follows it, which is not counted.
import { isWhole } from '$lib/cube/school-flows.ts';
import { latestYear, referenceMonth, type Dashboard } from '$lib/cube/dashboard.ts';
import { referenceDay } from '$lib/i18n/dates.ts';
import { m } from '$lib/i18n/paraglide/messages.js';
import { schoolYear, startYear, type SchoolYear } from '$lib/model/school-year.ts';

/** One year, or the two that are compared; marked with `<b>`. */
export function situationWords(
  dashboard: Pick<Dashboard, 'years' | 'asOf' | 'schools' | 'pathways' | 'origins'>,
  from: SchoolYear,
  to: SchoolYear = from
): string {
  if (!isCounted(dashboard))
    return m.situation_open_data({
      year: to,
      files: dashboard.origins?.['schools']?.vintage ?? m.shell_unknown()
    });
  const dayOf = (year: SchoolYear) => referenceDay(referenceMonth(dashboard, year));
  const said =
    from === to
      ? m.situation_year({ year: from, date: dayOf(from) })
      : m.situation_years({ from, to, first: dayOf(from), last: dayOf(to) });
  return to === latestYear(dashboard) ? said + uncountedWords(dashboard) : said;
}

/** The service has given a list: of the schools that it follows, or of children. */
const isCounted = ({ schools, pathways }: Pick<Dashboard, 'schools' | 'pathways'>): boolean =>
  Object.keys(pathways).length > 0 ||
  schools.some(({ status }) => status === 'followed' || status === 'waiting');

/** That the school year after the last one is not counted; nothing while the last is under way. */
export function uncountedWords(dashboard: Pick<Dashboard, 'years' | 'asOf'>): string {
  const last = latestYear(dashboard);
  return isWhole(dashboard, last) ? m.situation_uncounted({ year: schoolYear(startYear(last) + 1) }) : '';
}
