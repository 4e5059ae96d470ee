// Address of the programme page: filters, selected sheet, order of the sheets.
import { THEMES } from '$lib/model/pathway.ts';
import { ACTION_LEVELS, FUNDERS } from '$lib/model/service.ts';
import type { ProgrammeFilter } from '$lib/cube/programme-figures.ts';
import { addressCodec, param } from '$lib/session/kit/address-codec.ts';
import { among, oneOf, tableOrder } from '$lib/session/kit/address-kinds.ts';
import type { TableSort } from '$lib/ui/table/table-column.ts';

export interface ProgrammeAddress extends ProgrammeFilter {
  /** Id of the selected sheet. */
  sheet: string | null;
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
  sort: param('tri', tableOrder, null)
});
