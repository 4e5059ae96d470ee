// The programme as files that a spreadsheet opens: the sheets under the filters, and the partners.
import { toCsv, type CsvColumn } from '$lib/export/csv';
import { actionLevelName, categoryName, funderName } from '$lib/i18n/programme-terms';
import { m } from '$lib/i18n/paraglide/messages.js';
import { themeName } from '$lib/i18n/terms';
import type { Partners, Sheet } from '$lib/cube/programme';
import { FUNDERS } from '$lib/model/service';
import type { ProgrammeState } from '$lib/state/programme.svelte';

export function sheetsCsv({ sheets, cube }: ProgrammeState): string {
  const columns: CsvColumn<Sheet>[] = [
    { header: m.programme_col_sheet(), value: ({ id }) => id },
    { header: m.programme_col_title(), value: ({ title }) => title },
    { header: m.programme_level(), value: ({ level }) => actionLevelName(level) },
    { header: m.coverage_theme(), value: ({ theme }) => theme && themeName(theme) },
    {
      header: m.programme_col_communes(),
      value: ({ communes }) => communes.map((code) => cube.nameOf(code)).join(', ')
    },
    { header: m.programme_col_cost(), value: ({ cost_euros }) => cost_euros },
    ...FUNDERS.map((funder) => ({
      header: funderName(funder),
      value: ({ funders }: Sheet) => funders[funder]
    }))
  ];
  return toCsv(sheets, columns);
}

export function partnersCsv({ partners, cube }: ProgrammeState): string {
  const columns: CsvColumn<Partners>[] = [
    { header: m.programme_col_commune(), value: ({ commune }) => cube.nameOf(commune) },
    { header: 'INSEE', value: ({ commune }) => commune },
    { header: m.programme_partners(), value: ({ category }) => categoryName(category) },
    { header: m.programme_total(), value: ({ count }) => count }
  ];
  return toCsv(partners, columns);
}
