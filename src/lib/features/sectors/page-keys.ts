// Keys of the page of sectors.
import type { KeyLine, PageKeys } from '$lib/pages/record.ts';
import { m } from '$lib/i18n/paraglide/messages.js';

/** Those of the map, which a sheet over it shows. */
export const sectorKeyWords = (): KeyLine[] => [
  { keys: ['1', '…', '9'], does: m.sectors_key_post() },
  { keys: ['[', ']'], does: m.sectors_key_radius() },
  { keys: ['Ctrl', m.sectors_key_click()], does: m.sectors_key_more() },
  { keys: ['Ctrl', 'Z'], does: m.sectors_key_undo() },
  { keys: ['Ctrl', 'Y'], does: m.sectors_key_redo() },
  { keys: [m.shell_escape_key()], does: m.sectors_key_lay() }
];

const keys: PageKeys = {
  '/secteurs': () => [...sectorKeyWords(), { keys: ['Alt'], does: m.sectors_key_alt() }]
};
export default keys;
