// Keys of a story on screen.
import type { PageKeys } from '$lib/pages/record.ts';
import { m } from '$lib/i18n/paraglide/messages.js';

const keys: PageKeys = {
  '/seance': () => [
    { keys: ['→', '↓', m.shell_key_space()], does: m.council_key_next() },
    { keys: ['←', '↑'], does: m.council_key_previous() },
    { keys: [m.council_key_home(), m.council_key_end()], does: m.council_key_ends() },
    { keys: ['V'], does: m.council_key_live() },
    { keys: ['F'], does: m.council_key_fullscreen() },
    { keys: [m.shell_escape_key()], does: m.council_key_leave() }
  ]
};
export default keys;
