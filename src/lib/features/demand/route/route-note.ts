// The route as a Word note, with the words of the page.
import { noteTable } from '$lib/export/columns.ts';
import { m } from '$lib/i18n/paraglide/messages.js';
import { otherRoad } from '$lib/figures/road-words.ts';
import { noteOf, saveNote, serviceLine } from '$lib/ui/export/notes.ts';
import { openingsTable, yearsTable } from './route-files.ts';
import type { RouteState } from './route-state.svelte.ts';
import { missingPlanWords, proofWords, titleWords } from './route-words.ts';

/** @param lead the sentences above the maps */
export async function saveRouteNote(route: RouteState, lead: string): Promise<void> {
  await route.sampleTours();
  const { dashboard } = route;
  const { territory } = dashboard;
  const note = noteOf(dashboard, {
    title: titleWords(route.route.waiting.length),
    subtitle: `${serviceLine(dashboard)}. ${m.note_draft()}`,
    lead,
    sections: [
      {
        heading: m.route_file_years_title(),
        paragraphs: missingPlanWords(route),
        table: noteTable(yearsTable(route))
      },
      {
        heading: m.route_calendar(),
        paragraphs: [m.route_calendar_note()],
        table: noteTable(openingsTable(route))
      }
    ],
    sources: [
      ...proofWords(route),
      m.route_capacity_note(),
      ...otherRoad(route.road),
      ...(territory.demonstration ? [m.route_synthetic()] : [])
    ]
  });
  await saveNote(m.route_file_years(), note);
}
