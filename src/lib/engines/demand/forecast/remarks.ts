// What a forecast leaves unsaid, and why: findings about its years and series.
import type { Finding } from '../../../model/findings.ts';
import { FEWEST_YEARS, type Forecast } from './forecast.ts';
import type { SeriesTable } from './series.ts';

/** Reasons of each absent forecast, and of a growth that leaves nothing; in the order of the table. */
export function forecastRemarks({ years }: Pick<SeriesTable, 'years'>, found: Forecast): Finding[] {
  const remarks: Finding[] = [];
  const add = (code: string, column: string, seen: string) =>
    remarks.push({ code, severity: 'note', column, found: seen });
  if (found.total.why === 'few-years')
    add('forecast-few-years', 'years', `${years.length} / ${FEWEST_YEARS}`);
  const hidden = found.series.filter(({ why }) => why === 'protected');
  if (found.total.why === 'protected') add('forecast-all-protected', 'series', String(found.series.length));
  else for (const { id } of hidden) add('forecast-protected', 'series', id);
  if (found.growth === -1) add('forecast-gone', 'series', '-100 %');
  return remarks;
}
