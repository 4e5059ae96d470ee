// A plan as a file to open again, on this computer or on another.
import { saveFile } from '$lib/export/save-file';
import { m } from '$lib/i18n/paraglide/messages.js';
import { slugOf } from '$lib/model/unaccented.ts';
import type { KeptYears } from '$lib/figures/calendar/kept-years.svelte.ts';

/** @param id null for the plan on screen @returns name of the file */
export function savePlanFile(years: KeptYears, id: string | null): string {
  const plan = id === null ? undefined : years.shelf.find(id);
  const slug = slugOf(plan?.name ?? '');
  const year = plan?.year ?? years.meetings.year.year;
  const name = `${[m.meetings_file_name(), 'plan', year, slug].filter(Boolean).join('-')}.json`;
  saveFile(name, new Blob([years.file(id)], { type: 'application/json' }));
  return name;
}
