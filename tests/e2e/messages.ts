// The words of the interface by the names of their messages, so that a test follows when they change. A file a message: loading all of them takes longer than a test.
import { createRequire } from 'node:module';
import type { m as All } from '../../src/lib/i18n/paraglide/messages.js';

const compiled = createRequire(import.meta.url);

/** Messages in French; `m.name({}, { locale: 'en' })` in English. */
export const m = new Proxy({} as typeof All, {
  get: (_, name: string) =>
    (compiled(`../../src/lib/i18n/paraglide/messages/${name}.js`) as Record<string, unknown>)[name]
});
