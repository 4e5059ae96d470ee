// Keys of the page of a week.
import { m } from '$lib/i18n/paraglide/messages.js';
import type { PageKeys } from '$lib/pages/record.ts';

const keys: PageKeys = {
  '/semaine': () => [
    { keys: ['←'], does: m.week_before() },
    { keys: ['→'], does: m.week_after() }
  ]
};
export default keys;
