// What the keys of a story on screen do, for the sheet of keys.
import { m } from '$lib/i18n/paraglide/messages.js';

export const deckKeyWords = (): { keys: string[]; does: string }[] => [
  { keys: ['→', '↓', m.shell_key_space()], does: m.council_key_next() },
  { keys: ['←', '↑'], does: m.council_key_previous() },
  { keys: [m.council_key_home(), m.council_key_end()], does: m.council_key_ends() },
  { keys: ['V'], does: m.council_key_live() },
  { keys: ['F'], does: m.council_key_fullscreen() },
  { keys: [m.shell_escape_key()], does: m.council_key_leave() }
];
