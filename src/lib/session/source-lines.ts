// Source lines under an exported map: sources, date, fingerprint of the data.
import { day } from '$lib/i18n/dates';
import { m } from '$lib/i18n/paraglide/messages.js';
import type { Dashboard } from '$lib/cube/dashboard';

/**
 * @param own the counts are those of a reader's own file
 * @param files names of the reader's own files that override the site's tables
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
