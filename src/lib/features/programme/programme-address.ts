// Address of the programme page: filters, selected sheet, measure of the map, order of the sheets.
import { THEMES } from '$lib/model/pathway.ts';
import { ACTION_LEVELS, FUNDERS } from '$lib/model/service.ts';
import { NO_FILTER, type ProgrammeFilter } from '$lib/cube/programme-figures.ts';
import { oneOf, readSort, writeSort } from '$lib/session/address-params.ts';
import type { TableSort } from '$lib/ui/table/table-column.ts';

/** Measures that the map can show by commune. */
export const PROGRAMME_MEASURES = ['sheets', 'own', 'partners', 'meetings'] as const;
export type ProgrammeMeasure = (typeof PROGRAMME_MEASURES)[number];
const MEASURE_WORDS: Record<ProgrammeMeasure, string> = {
  sheets: 'fiches',
  own: 'euros',
  partners: 'partenaires',
  meetings: 'reunions'
};

export interface ProgrammeAddress extends ProgrammeFilter {
  /** Id of the selected sheet. */
  sheet: string | null;
  measure: ProgrammeMeasure;
  sort: TableSort | null;
}

interface KnownProgramme {
  communes: readonly string[];
  sheets: readonly string[];
}

export const startAddress = (): ProgrammeAddress => ({
  ...NO_FILTER,
  sheet: null,
  measure: 'sheets',
  sort: null
});

export function readProgrammeAddress(params: URLSearchParams, known: KnownProgramme): ProgrammeAddress {
  return {
    theme: oneOf(params.get('theme'), THEMES),
    level: oneOf(params.get('niveau'), ACTION_LEVELS),
    funder: oneOf(params.get('financeur'), FUNDERS),
    commune: oneOf(params.get('lieu'), known.communes),
    sheet: oneOf(params.get('fiche'), known.sheets),
    measure:
      PROGRAMME_MEASURES.find((measure) => MEASURE_WORDS[measure] === params.get('indicateur')) ?? 'sheets',
    sort: readSort(params)
  };
}

export function writeProgrammeAddress(address: ProgrammeAddress): URLSearchParams {
  const params = new URLSearchParams();
  const { theme, level, funder, commune, sheet, measure, sort } = address;
  const words = { theme, niveau: level, financeur: funder, lieu: commune, fiche: sheet };
  for (const [word, value] of Object.entries(words)) if (value !== null) params.set(word, value);
  if (measure !== 'sheets') params.set('indicateur', MEASURE_WORDS[measure]);
  writeSort(params, sort);
  return params;
}
