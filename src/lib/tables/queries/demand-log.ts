// Requests by month, and schools waiting at its end.
import type { Month } from '../../model/school-year.ts';
import type { Database } from '../database.ts';
import { namedQuery, sql, type Query } from '../sql.ts';

export interface DemandMonth {
  month: Month;
  requests: number;
  waiting: number;
}

export const demandLogQuery: Query<DemandMonth> = namedQuery(
  'demand-log',
  sql`
    SELECT month, sum(requests) AS requests, sum(waiting) AS waiting
    FROM demand
    GROUP BY month
    ORDER BY month`
);

/** Oldest month first. */
export function demandLog(database: Database): Promise<DemandMonth[]> {
  return database.query(demandLogQuery);
}
