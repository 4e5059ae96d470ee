// A question that never ends: the console gives it up, says why, and can be asked again.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { DatabaseState } from '../../../src/lib/session/database.svelte.ts';
import { MOST_SECONDS } from '../../../src/lib/tables/console.ts';
import { SqlConsole } from '../../../src/lib/features/data/sql/sql-console.svelte.ts';

/** More than the patience that follows a stop. */
const AFTER_MS = 4000;

function consoleOver(ask: () => Promise<unknown>) {
  const restart = vi.fn();
  const database = { open: () => Promise.resolve({ ask }), restart } as unknown as DatabaseState;
  return { sql: new SqlConsole(database), restart };
}

describe('a question that takes too long', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('is given up after the time limit, with the reason, and the engine is opened anew', async () => {
    const { sql, restart } = consoleOver(() => new Promise(() => undefined));
    const asked = sql.run();
    await vi.advanceTimersByTimeAsync(MOST_SECONDS * 1000 - 1);
    expect(sql.phase).toBe('running');
    await vi.advanceTimersByTimeAsync(AFTER_MS);
    await asked;
    expect(sql.phase).toBe('failed');
    expect(sql.fault?.code).toBe('time');
    expect(restart).toHaveBeenCalledOnce();
  });

  it('is stopped by hand within the same patience, and the next one is answered', async () => {
    const answer = { columns: [], rows: [] };
    const ask = vi.fn<() => Promise<unknown>>().mockImplementationOnce(() => new Promise(() => undefined));
    const { sql } = consoleOver(ask.mockResolvedValue(answer));
    const asked = sql.run();
    await vi.advanceTimersByTimeAsync(10);
    sql.stop();
    await vi.advanceTimersByTimeAsync(AFTER_MS);
    await asked;
    expect(sql.fault?.code).toBe('stopped');
    await sql.run();
    expect(sql.phase).toBe('done');
    expect(sql.answer).toBe(answer);
  });
});
