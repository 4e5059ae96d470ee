// Whose ground is shown: said wherever it is.
import { m } from '$lib/i18n/paraglide/messages.js';
import type { Ground } from '$lib/model/ground.ts';

/** « © contributeurs OpenStreetMap », « Tracés généralisés », or the credit of an operator's map. */
export function groundCredit({ source, credit }: Ground): string {
  if (credit) return credit;
  if (source === 'generalised') return m.map_ground_generalised();
  return source === 'openstreetmap' ? m.map_ground_osm() : '';
}
