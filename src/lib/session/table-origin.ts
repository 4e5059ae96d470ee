// Where a table of the territory that is shown comes from.
import type { Table } from '$lib/catalogue/table.ts';
import type { Dashboard, TableOrigin } from '$lib/cube/dashboard.ts';
import { m } from '$lib/i18n/paraglide/messages.js';

/** The catalogue describes the demonstration; another territory gives its own sources. */
export function tableOrigin(table: Table, { territory, origins }: Dashboard): TableOrigin {
  if (territory.demonstration) return table;
  return origins?.[table.name] ?? { source: m.catalogue_origin_none(), vintage: '–', licence: '–' };
}
