// Words of Mon territoire: kinds and states of files, stages of the work.
import type { BuildProgress } from '$lib/engines/build/index.ts';
import { capitalised } from '$lib/i18n/numbers';
import { formatName } from '$lib/i18n/format-names';
import { locale, localeTag } from '$lib/i18n/locale';
import { m } from '$lib/i18n/paraglide/messages.js';
import type { FileKind, FileState, ProjectFile } from '$lib/session/territory/project-file';

const KINDS: Partial<Record<FileKind, () => string>> = {
  'graph-car': m.folder_kind_car,
  'graph-bike': m.folder_kind_bike,
  'graph-foot': m.folder_kind_foot,
  ground: m.folder_kind_basemap,
  basemap: m.folder_kind_basemap,
  logo: m.folder_kind_logo,
  'protected-counts': m.folder_kind_counts
};

export const kindWords = (kind: FileKind): string =>
  KINDS[kind]?.() ?? capitalised(formatName(kind, locale() === 'fr' ? 'fr' : 'en'));

const STATES: Record<FileState, () => string> = {
  reading: m.folder_state_reading,
  waiting: m.folder_state_waiting,
  matching: m.folder_state_matching,
  building: m.folder_state_building,
  protecting: m.folder_state_protecting,
  used: m.folder_state_used,
  taken: m.folder_state_taken,
  outside: m.folder_state_outside,
  refused: m.folder_state_refused,
  stopped: m.folder_state_stopped
};

export function stateWords({ state, counts, content, kind }: ProjectFile): string {
  if (state === 'used' && content === null && kind !== 'cases') return m.folder_state_absent();
  return state === 'used' && counts && counts.aside > 0 ? m.folder_state_used_aside() : STATES[state]();
}

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
