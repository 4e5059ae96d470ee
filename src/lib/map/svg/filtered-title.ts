// The title of a map that stands alone, and what must be said beside it.
import { m } from '$lib/i18n/paraglide/messages.js';

/** A title that tells its filters: a map alone has no page around it to say them. */
export const filteredTitle = (title: string, filters: readonly (string | null)[]): string =>
  [title, ...filters.filter((filter) => filter !== null)].join(' · ');

/** The link asked for years that are not known: the title tells the one that is drawn. */
export const yearCaution = (missing: readonly string[]): { caution?: string } =>
  missing.length > 0 ? { caution: m.year_unknown({ years: missing.join(', ') }) } : {};
