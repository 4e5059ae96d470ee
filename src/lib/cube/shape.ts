// What a territory is made of, for the words and the parts of pages: one commune or several.
import type { Dashboard } from './dashboard.ts';

/** INSEE codes of the communes of intervention, in the order of the data. */
export const servedCommunes = ({ communes }: Pick<Dashboard, 'communes'>): string[] =>
  communes.filter(({ intervention }) => intervention).map(({ code }) => code);

/** One commune: its places are its neighbourhoods, and nothing is told commune by commune. */
export const isOneCommune = (dashboard: Pick<Dashboard, 'communes'>): boolean =>
  servedCommunes(dashboard).length === 1;

/** The zones that tables and maps compare: communes, or in one commune its neighbourhoods, where it has any. */
export function zoneKindOf(dashboard: Pick<Dashboard, 'communes' | 'qpvs'>): 'commune' | 'qpv' {
  return isOneCommune(dashboard) && dashboard.qpvs.length > 0 ? 'qpv' : 'commune';
}
