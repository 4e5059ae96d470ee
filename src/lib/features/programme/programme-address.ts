// Address of the programme page: filters, selected sheet, measure of the map, order of the sheets.
import { THEMES } from '$lib/model/pathway.ts';
import { ACTION_LEVELS, FUNDERS } from '$lib/model/service.ts';
import type { ProgrammeFilter } from '$lib/cube/programme-figures.ts';
import { addressCodec, param } from '$lib/session/kit/address-codec.ts';
import { among, oneOf, tableOrder, words } from '$lib/session/kit/address-kinds.ts';
import type { TableSort } from '$lib/ui/table/table-column.ts';

/** Measures that the map can show by commune. */
export const PROGRAMME_MEASURES = ['sheets', 'own', 'partners', 'meetings'] as const;
export type ProgrammeMeasure = (typeof PROGRAMME_MEASURES)[number];

export interface ProgrammeAddress extends ProgrammeFilter {
  /** Id of the selected sheet. */
  sheet: string | null;
  measure: ProgrammeMeasure;
  sort: TableSort | null;
}

export interface KnownProgramme {
  communes: readonly string[];
  sheets: readonly string[];
}

export const programmeAddress = addressCodec<ProgrammeAddress, KnownProgramme>({
  theme: param('theme', oneOf(THEMES), null),
  level: param('niveau', oneOf(ACTION_LEVELS), null),
  funder: param('financeur', oneOf(FUNDERS), null),
  commune: param('lieu', among('communes'), null),
  sheet: param('fiche', among('sheets'), null),
  measure: param(
    'indicateur',
    words({ sheets: 'fiches', own: 'euros', partners: 'partenaires', meetings: 'reunions' }),
    'sheets'
  ),
  sort: param('tri', tableOrder, null)
});
