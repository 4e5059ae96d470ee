// A query that never ends: the console gives it up, says why, and can run another.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { DatabaseState } from '../../../../src/lib/session/database.svelte.ts';
import { MOST_SECONDS } from '../../../../src/lib/tables/console.ts';
import { SqlConsole } from '../../../../src/lib/features/data/sql/sql-console.svelte.ts';

/** More than the time that a stop may take. */
const AFTER_MS = 4000;

function consoleOver(queryConsole: () => Promise<unknown>) {
  const restart = vi.fn();
  const database = { open: () => Promise.resolve({ queryConsole }), restart } as unknown as DatabaseState;
  return { sql: new SqlConsole(database), restart };
}

describe('a query that takes too long', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('is given up after the time limit, with the reason, and the engine is opened anew', async () => {
    const { sql, restart } = consoleOver(() => new Promise(() => undefined));
    const run = sql.run();
    await vi.advanceTimersByTimeAsync(MOST_SECONDS * 1000 - 1);
    expect(sql.busy).toBe(true);
    await vi.advanceTimersByTimeAsync(AFTER_MS);
    await run;
    expect(sql.busy).toBe(false);
    expect(sql.error?.fault).toBe('time');
    expect(restart).toHaveBeenCalledOnce();
  });

  it('is stopped by hand within the same time, and the next one is answered', async () => {
    const result = { columns: [], rows: [] };
    const query = vi.fn<() => Promise<unknown>>().mockImplementationOnce(() => new Promise(() => undefined));
    const { sql } = consoleOver(query.mockResolvedValue(result));
    const run = sql.run();
    await vi.advanceTimersByTimeAsync(10);
    sql.stop();
    await vi.advanceTimersByTimeAsync(AFTER_MS);
    await run;
    expect(sql.error?.fault).toBe('stopped');
    await sql.run();
    expect(sql.error).toBeNull();
    expect(sql.result).toBe(result);
  });
});
