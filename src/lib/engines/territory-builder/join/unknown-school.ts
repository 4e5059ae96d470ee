// What is known of a school before any list has spoken.
import type { School } from '../../../model/school.ts';

/** What no list gives: positions, QPV and work of the service come later. */
export const UNKNOWN = {
  qpv: null,
  group: null,
  network: null,
  rep: null,
  pupils: null,
  pupils_quality: 'official',
  ips: null,
  lon: null,
  lat: null,
  position_quality: null,
  status: 'outside',
  followed_since: null,
  requested_since: null,
  team: null
} satisfies Partial<School>;

/** `0590271Z` -> `59`; Corsica had one number for each half of today's two départements. */
export function departementOfUai(uai: string): string {
  const number = uai.slice(0, 3);
  const corsica: Record<string, string> = { '620': '2A', '720': '2B' };
  return corsica[number] ?? number.replace(/^0/, '');
}
