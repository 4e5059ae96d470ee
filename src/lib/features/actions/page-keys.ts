// Keys of the page of actions.
import { m } from '$lib/i18n/paraglide/messages.js';
import type { PageKeys } from '$lib/pages/record.ts';

const keys: PageKeys = {
  '/actions': () => [
    { keys: ['←', '→'], does: m.actions_key_along() },
    { keys: ['↑', '↓'], does: m.actions_key_across() },
    { keys: ['Ctrl', 'Z'], does: m.actions_key_undo() }
  ]
};
export default keys;
