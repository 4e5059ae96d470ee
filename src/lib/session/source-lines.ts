// Source lines under an exported map: sources, date, fingerprint of the data.
import { day } from '$lib/i18n/dates';
import { shortFingerprint } from '$lib/i18n/numbers';
import { m } from '$lib/i18n/paraglide/messages.js';
import type { Dashboard } from '$lib/cube/dashboard';

export function sourceLines({ territory, fingerprint }: Dashboard): string[] {
  return [
    `${territory.name}. ${m.council_source({ source: m.council_sources() })}`,
    ...(territory.demonstration ? [m.council_synthetic()] : []),
    m.council_made({ date: day(new Date()), fingerprint: shortFingerprint(fingerprint) })
  ];
}
