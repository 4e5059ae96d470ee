// The table of the page to take away: queue and calendar, line by line.
import { WAITING_CRITERIA } from '$lib/cube/waiting';
import { numberColumn, rounded, tableOf, textColumn } from '$lib/export/columns';
import type { ExportTable } from '$lib/export/table';
import type { OpeningsState } from '$lib/figures/openings-state.svelte';
import { exceptionWords, followerName, reachWords } from '$lib/figures/openings-words';
import { m } from '$lib/i18n/paraglide/messages.js';
import { kindName } from '$lib/i18n/terms';
import { CRITERION_NAMES } from './criteria';
import type { WaitingRow } from './waiting-rows';
import { tripMinutes } from '$lib/model/travel/travel-times.ts';

export function waitingTable(
  rows: readonly WaitingRow[],
  { view, asked }: Pick<OpeningsState, 'view' | 'asked'>,
  year: string
): ExportTable {
  const ranks = new Map(view.queue.map(({ school }, at) => [school.uai, at + 1]));
  const table = tableOf({ name: `ecoles-en-attente-${year}`, title: m.waiting_list() }, rows, [
    numberColumn(m.waiting_col_rank(), ({ rank }: WaitingRow) => rank),
    textColumn('UAI', ({ row }) => row.school.uai),
    textColumn(m.waiting_col_school(), ({ row }) => row.school.name),
    textColumn(m.coverage_col_kind(), ({ row }) => kindName(row.school.kind)),
    textColumn(m.waiting_col_commune(), ({ row }) => row.commune),
    textColumn(m.waiting_col_asked(), ({ row }) => row.school.requested_since),
    numberColumn(m.waiting_col_months(), ({ row }) => row.months),
    textColumn(m.waiting_col_opens(), ({ line }) => (line ? (line.opens ?? m.waiting_still()) : null)),
    textColumn(m.waiting_col_post(), ({ line }) =>
      line?.follower && view.hasPosts ? followerName(line.follower, asked) : null
    ),
    textColumn(m.waiting_col_reach(), ({ line }) => (line && view.hasPosts ? reachWords(line) : null)),
    textColumn(m.waiting_col_exception(), ({ line }) =>
      line?.exception ? exceptionWords(line.exception, view, (id) => ranks.get(id) ?? 0) : null
    ),
    numberColumn(m.waiting_col_pupils(), ({ row }) => row.school.pupils),
    textColumn(m.waiting_col_rep(), ({ row }) => row.school.rep),
    numberColumn(m.waiting_col_ips(), ({ row }) => row.school.ips),
    textColumn(m.waiting_col_qpv(), ({ row }) => row.qpv),
    numberColumn(m.waiting_col_drive(), ({ row }) => row.access && tripMinutes(row.access.seconds)),
    numberColumn(m.waiting_col_score(), ({ row }) => rounded(row.score, 1)),
    ...WAITING_CRITERIA.map((criterion) =>
      numberColumn(CRITERION_NAMES[criterion](), ({ row }: WaitingRow) => rounded(row.points[criterion], 1))
    )
  ]);
  return {
    ...table,
    geometry: rows.map(
      ({
        row: {
          school: { lon, lat }
        }
      }) => (lon === null || lat === null ? null : { type: 'Point', coordinates: [lon, lat] })
    )
  };
}
