// What the keys of a page do, in the reader's language.
import { m } from './paraglide/messages.js';

/** Of a story on screen. */
export const deckKeyWords = (): { keys: string[]; does: string }[] => [
  { keys: ['→', '↓', m.shell_key_space()], does: m.council_key_next() },
  { keys: ['←', '↑'], does: m.council_key_previous() },
  { keys: [m.council_key_home(), m.council_key_end()], does: m.council_key_ends() },
  { keys: ['V'], does: m.council_key_live() },
  { keys: ['F'], does: m.council_key_fullscreen() },
  { keys: [m.shell_escape_key()], does: m.council_key_leave() }
];

/** Of the page of sectors. */
export const sectorKeyWords = (): { keys: string[]; does: string }[] => [
  { keys: ['1', '…', '9'], does: m.sectors_key_post() },
  { keys: ['[', ']'], does: m.sectors_key_radius() },
  { keys: ['Ctrl', m.sectors_key_click()], does: m.sectors_key_more() },
  { keys: ['Ctrl', 'Z'], does: m.sectors_key_undo() },
  { keys: ['Ctrl', 'Y'], does: m.sectors_key_redo() },
  { keys: [m.shell_escape_key()], does: m.sectors_key_lay() }
];
