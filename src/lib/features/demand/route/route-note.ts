// The route as a Word note, with the words of the page.
import { saveFile } from '$lib/export/save-file.ts';
import { day, shortMonth } from '$lib/i18n/dates.ts';
import { locale } from '$lib/i18n/locale.ts';
import { euros, integer } from '$lib/i18n/numbers.ts';
import { m } from '$lib/i18n/paraglide/messages.js';
import { otherRoad } from '$lib/figures/road-words.ts';
import { postsText } from '$lib/figures/openings-words.ts';
import { openingRows } from './route-files.ts';
import type { RouteState } from './route-state.svelte.ts';
import { missingPlanWords, proofWords, roadText, titleWords } from './route-words.ts';

/** @param lead the sentences above the maps */
export async function saveRouteNote(route: RouteState, lead: string): Promise<void> {
  const [{ writeNote }] = await Promise.all([import('$lib/export/note-docx.ts'), route.sampleTours()]);
  const { dashboard, columns } = route;
  const { territory } = dashboard;
  const right = { align: 'right' } as const;
  const note = {
    title: titleWords(route.route.waiting.length),
    subtitle: `${territory.service} · ${territory.name}. ${m.note_draft()}`,
    lead,
    sections: [
      {
        heading: m.route_file_years_title(),
        paragraphs: missingPlanWords(route),
        table: {
          columns: [
            { label: m.demand_col_year(), width: 1.5 },
            { label: m.route_row_posts(), ...right },
            { label: m.route_compare_followed(), ...right },
            { label: m.route_compare_waiting(), ...right },
            { label: m.route_compare_moved(), ...right },
            { label: m.route_compare_road(), width: 1.5, ...right },
            { label: m.route_note_cost(), width: 1.5, ...right }
          ],
          rows: columns.map((one) => [
            one.label,
            postsText(one.posts),
            integer(one.followed),
            integer(one.waiting.length),
            one.moved === null ? '–' : integer(one.moved),
            roadText(one),
            one.cost === null ? '–' : euros(one.cost)
          ])
        }
      },
      {
        heading: m.route_calendar(),
        paragraphs: [m.route_calendar_note()],
        table: {
          columns: [
            { label: m.route_col_school(), width: 4 },
            { label: m.sectors_col_commune(), width: 3 },
            { label: m.route_col_request(), width: 1.5 },
            { label: m.route_col_opening(), width: 1.5 },
            { label: m.route_col_post(), width: 1.5 }
          ],
          rows: openingRows(route).map(({ name, commune, requested, year, post }) => [
            name,
            commune,
            requested ? shortMonth(requested) : '–',
            year ?? m.route_no_year(),
            post ?? '–'
          ])
        }
      }
    ],
    sources: [
      ...proofWords(route),
      m.route_capacity_note(),
      ...otherRoad(route.road),
      ...(territory.demonstration ? [m.route_synthetic()] : [])
    ],
    foot: m.route_note_foot({
      territory: territory.name,
      day: day(new Date()),
      data: dashboard.fingerprint.slice(0, 12)
    }),
    language: locale() === 'fr' ? 'fr-FR' : 'en-GB'
  } as const;
  saveFile(`${m.route_file_years()}.docx`, await writeNote(note));
}
