// Keys of a portrait.
import type { PageKeys } from '$lib/pages/record.ts';
import { m } from '$lib/i18n/paraglide/messages.js';

const keys: PageKeys = { '/territoires/[code]': () => [{ keys: ['←', '→'], does: m.portrait_keys() }] };
export default keys;
