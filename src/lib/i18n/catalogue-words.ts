// What the catalogue says in the reader's language: what a row is, and the sources that the demonstration names.
import { locale } from './locale.ts';
import { m } from './paraglide/messages.js';
import { typeset } from './typeset.ts';

/** By table. */
const ROWS: Readonly<Record<string, () => string>> = {
  communes: m.catalogue_row_of_communes,
  qpvs: m.catalogue_row_of_qpvs,
  schools: m.catalogue_row_of_schools,
  pathways_cube: m.catalogue_row_of_pathways_cube,
  demand: m.catalogue_row_of_demand,
  service_years: m.catalogue_row_of_service_years,
  support_teams: m.catalogue_row_of_support_teams,
  staff: m.catalogue_row_of_staff,
  assignment: m.catalogue_row_of_assignment,
  actions: m.catalogue_row_of_actions,
  partners: m.catalogue_row_of_partners,
  correspondents: m.catalogue_row_of_correspondents
};
/** Sources and vintages that the files of the demonstration name, in French as every file names its own. */
const SOURCES = [
  m.catalogue_source_outlines,
  m.catalogue_source_neighbourhoods,
  m.catalogue_source_schools,
  m.catalogue_source_pathways,
  m.catalogue_source_fictitious,
  m.catalogue_source_perimeter,
  m.catalogue_source_school,
  m.catalogue_source_outlines_years,
  m.catalogue_source_pathways_years
];

const plain = (text: string) => text.replace(/[\u202f\u00a0]/g, ' ');

/** « une école ou un collège »; the table's own name where it has no words. */
export const rowWords = (table: string): string => ROWS[table]?.() ?? table;

/** A source or a vintage, in the reader's language; `lang` where it stays in French: that of another territory, said in its own words. */
export function catalogueSource(french: string): { text: string; lang: 'fr' | undefined } {
  if (locale() === 'fr') return { text: typeset(french), lang: undefined };
  const known = SOURCES.find((source) => plain(source({}, { locale: 'fr' })) === plain(french));
  return known ? { text: known(), lang: undefined } : { text: french, lang: 'fr' };
}
