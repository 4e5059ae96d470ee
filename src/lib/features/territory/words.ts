// Words of Mon territoire: kinds and states of files, stages of the work.
import { isOfChildren } from '$lib/model/source-files.ts';
import type { BuildProgress } from '$lib/engines/territory-builder/index.ts';
import { sheetOfName } from '$lib/engines/import/index.ts';
import { shortDay } from '$lib/i18n/dates';
import { capitalised, integer } from '$lib/i18n/numbers';
import { formatName } from '$lib/i18n/format-names';
import { locale, localeTag } from '$lib/i18n/locale';
import { m } from '$lib/i18n/paraglide/messages.js';
import {
  isInternalOnly,
  type FileKind,
  type FileState,
  type FileYears,
  type ProjectFile
} from '$lib/session/territory/project-file';
import { isOutsidePublic } from '$lib/session/territory/list-copies';

const KINDS: Partial<Record<FileKind, () => string>> = {
  'graph-car': m.folder_kind_car,
  'graph-bike': m.folder_kind_bike,
  'graph-foot': m.folder_kind_foot,
  openstreetmap: m.folder_kind_openstreetmap,
  ground: m.folder_kind_basemap,
  basemap: m.folder_kind_basemap,
  logo: m.folder_kind_logo,
  calendar: m.folder_kind_calendar,
  'protected-counts': m.folder_kind_counts
};

/** `day` of the data of an extract, `YYYY-MM-DD`. */
export const kindWords = (kind: FileKind, date: string | null = null): string =>
  kind === 'openstreetmap' && date !== null
    ? m.folder_kind_openstreetmap_of({ date: shortDay(date) })
    : kindName(kind);

const kindName = (kind: FileKind): string =>
  KINDS[kind]?.() ?? capitalised(formatName(kind, locale() === 'fr' ? 'fr' : 'en'));

/** The name of a file; of a sheet of a workbook, « listes.xlsx, feuille « Écoles » ». */
export function fileWords(name: string): string {
  const sheet = sheetOfName(name);
  return sheet ? m.folder_sheet({ file: sheet.workbook, sheet: sheet.sheet }) : name;
}

const STATES: Record<FileState, () => string> = {
  reading: m.folder_state_reading,
  waiting: m.folder_state_waiting,
  matching: m.folder_state_matching,
  building: m.folder_state_building,
  protecting: m.folder_state_protecting,
  extracting: m.folder_state_extracting,
  used: m.folder_state_used,
  taken: m.folder_state_taken,
  outside: m.folder_state_outside,
  refused: m.folder_state_refused,
  stopped: m.folder_state_stopped
};

/** @param isRefused the territory could not be built with what was dropped last */
export function stateWords({ state, counts, content, kind }: ProjectFile, isRefused = false): string {
  if (state === 'waiting' && isRefused) return m.folder_state_left();
  if (state === 'waiting' && isOfChildren(kind)) return m.folder_state_waiting_cases();
  if (state === 'used' && content === null && isOutsidePublic(kind)) return m.folder_state_spared();
  if (state === 'used' && content === null && !isOfChildren(kind)) return m.folder_state_absent();
  if (state === 'used' && counts === null && isInternalOnly(kind)) return m.folder_state_internal();
  if (state === 'taken' && kind === 'openstreetmap') return m.folder_state_streets();
  // Rows of a case file that are aside are of a year that is counted otherwise, which is said.
  return state === 'used' && kind !== 'cases' && counts && counts.aside > 0
    ? m.folder_state_used_aside()
    : STATES[state]();
}

/** « encore 9 s », « encore 2 min » */
export const leftWords = (seconds: number): string =>
  seconds < 60
    ? m.folder_left_seconds({ shown: integer(seconds) })
    : m.folder_left_minutes({ shown: integer(Math.round(seconds / 60)) });

/** « 14:05 » */
export const clock = (at: number | Date): string =>
  new Date(at).toLocaleTimeString(localeTag(), { hour: '2-digit', minute: '2-digit' });

const STAGES: Record<BuildProgress['stage'], (progress: BuildProgress) => string> = {
  read: ({ file }) => m.folder_stage_read({ file: file ?? '' }),
  join: () => m.folder_stage_join(),
  times: () => m.folder_stage_times(),
  protect: () => m.folder_stage_protect(),
  write: () => m.folder_stage_write()
};

export const stageWords = (progress: BuildProgress): string => STAGES[progress.stage](progress);

/** « Années ajoutées : 2025-2026. Années laissées telles que publiées : 2024-2025. » */
export const yearsWords = ({ made, kept, replaced, same = [] }: FileYears): string =>
  [
    made.length > 0 ? m.folder_years_made({ years: made.join(', ') }) : '',
    kept.length > 0 && same.length === 0 ? m.folder_years_kept({ years: kept.join(', ') }) : '',
    same.length > 0 ? m.folder_years_same({ years: kept.join(', '), file: same.join(', ') }) : '',
    replaced.length > 0 ? m.folder_years_replaced({ years: replaced.join(', ') }) : ''
  ]
    .filter(Boolean)
    .join(' ');
