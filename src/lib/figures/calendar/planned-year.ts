// The calendar of a school year without its page: for what another page says of its meetings.
import type { Dashboard } from '$lib/cube/dashboard.ts';
import type { Decision } from '$lib/session/decision/decision.svelte.ts';
import type { KeptYear } from '$lib/storage/meeting-plan.ts';
import { loadMeetings } from './load-meetings.ts';
import { CalendarYear } from './calendar-year.svelte.ts';
import { firstPlans } from './first-plans.ts';
import { KeptYears } from './kept-years.svelte.ts';

interface PlannedYearSources {
  dashboard: Dashboard;
  decided: Decision;
  fetcher: typeof fetch;
}

/**
 * The one that Réunions would show: in use, as it was left, else planned anew. Nothing is put in use.
 * @returns null where the meetings of the year are not known, or have no plan
 * @throws when the files of meetings cannot be read
 */
export async function plannedYear(
  year: string,
  { dashboard, decided, fetcher }: PlannedYearSources
): Promise<KeptYear | null> {
  const { file, ...data } = await loadMeetings(fetcher);
  const meetings = file && new CalendarYear(dashboard, { ...data, file }, firstPlans(decided));
  if (!meetings?.years.some((one) => one.year === year)) return null;
  meetings.changeYear(year);
  const years = new KeptYears(meetings, decided);
  years.shelf.restore()();
  years.open();
  await meetings.opened;
  return meetings.plan.length > 0 ? meetings.kept : null;
}
