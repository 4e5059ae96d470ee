// What stands under a map that leaves the site: its sources, the day, the data it was made of.
import { day } from '$lib/i18n/dates';
import { m } from '$lib/i18n/paraglide/messages.js';
import type { Dashboard } from '$lib/cube/dashboard';

/**
 * @param own the counts are those of a file that the reader has opened
 * @param files names of the reader's own files that stand in the place of the site's tables
 */
export function sourceLines(
  { territory, fingerprint }: Dashboard,
  own = false,
  files: readonly string[] = []
): string[] {
  return [
    `${territory.name}. ${m.council_source({ source: m.council_sources() })}`,
    ...(own ? [m.council_own_counts()] : territory.demonstration ? [m.council_synthetic()] : []),
    ...(files.length > 0 ? [m.catalogue_own_banner_text({ files: files.join(', ') })] : []),
    m.council_made({ date: day(new Date()), fingerprint: fingerprint.slice(0, 12) })
  ];
}
