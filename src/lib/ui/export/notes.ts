// What every note has: the service and the territory, the sources, the foot, the language; and how it is saved.
import type { Dashboard } from '$lib/cube/dashboard';
import type { Note } from '$lib/export/note';
import { saveFile } from '$lib/export/save-file';
import { day } from '$lib/i18n/dates';
import { locale } from '$lib/i18n/locale';
import { shortFingerprint } from '$lib/i18n/numbers';
import { m } from '$lib/i18n/paraglide/messages.js';
import { sourceLines } from '$lib/session/source-lines';

/** The foot of what leaves: territory, date, fingerprint of the data. @param date as written */
export const exportFoot = ({ territory, fingerprint }: Dashboard, date = day(new Date())): string =>
  m.catalogue_export_made({ territory: territory.name, date, fingerprint: shortFingerprint(fingerprint) });

/** « Réussite éducative · Valenciennes Métropole » */
export const serviceLine = ({ territory: { service, name } }: Dashboard): string => `${service} · ${name}`;

export const noteOf = (
  dashboard: Dashboard,
  content: Pick<Note, 'title' | 'lead' | 'sections'> & Partial<Note>
): Note => ({
  subtitle: serviceLine(dashboard),
  // The day and the fingerprint stand in the foot.
  sources: sourceLines(dashboard).slice(0, -1),
  foot: exportFoot(dashboard),
  language: locale() === 'fr' ? 'fr-FR' : 'en-GB',
  ...content
});

/** @param file without its extension @returns its name */
export async function saveNote(file: string, note: Note): Promise<string> {
  const { writeNote } = await import('$lib/export/note-docx');
  const name = `${file}.docx`;
  saveFile(name, await writeNote(note));
  return name;
}
