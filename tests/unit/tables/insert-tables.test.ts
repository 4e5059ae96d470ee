// What an engine that refuses a table, or dies, does to the others.
import { describe, expect, it } from 'vitest';
import { tableNamed } from '../../../src/lib/catalogue/tables.ts';
import type { Connection } from '../../../src/lib/tables/connection.ts';
import { insertTables, type Fetched } from '../../../src/lib/tables/load-tables.ts';
import { asTableError, TableError } from '../../../src/lib/tables/table-error.ts';

const fetched: Fetched[] = ['communes', 'demand', 'staff'].map((name) => ({
  table: tableNamed(name),
  rows: 1,
  stream: new Uint8Array()
}));

function engineThat(insert: Connection['insert']): { connection: Connection; ran: string[] } {
  const ran: string[] = [];
  const run = async (text: string) => {
    ran.push(text);
    return undefined as never;
  };
  const openConsole = () => Promise.reject(new Error('no console'));
  return { connection: { run, insert, openConsole, close: async () => undefined }, ran };
}

describe('an engine', () => {
  it('that refuses a table keeps the others, and no half of the refused one', async () => {
    const { connection, ran } = engineThat(async (name) => {
      if (name === 'demand') throw new Error('Invalid Input Error');
    });
    const { done, problems } = await insertTables(connection, fetched);
    expect(done.map(({ name }) => name)).toEqual(['communes', 'staff']);
    expect(problems).toMatchObject([
      { code: 'table-rejected', table: 'demand', found: 'Invalid Input Error' }
    ]);
    expect(ran).toEqual(['DROP TABLE IF EXISTS "demand"']);
  });

  it('that runs out of memory stops there, and says at which table', async () => {
    const { connection } = engineThat(async (name) => {
      if (name === 'demand') throw new RangeError('WebAssembly.Memory(): could not allocate memory');
    });
    await expect(insertTables(connection, fetched)).rejects.toMatchObject({
      code: 'out-of-memory',
      table: 'demand'
    });
  });

  it('that is lost is not asked again', async () => {
    let asked = 0;
    const { connection } = engineThat(async () => {
      asked += 1;
      throw new TableError('engine-failed');
    });
    await expect(insertTables(connection, fetched)).rejects.toMatchObject({ code: 'engine-failed' });
    expect(asked).toBe(1);
  });
});

describe('an exhausted memory', () => {
  it.each([
    'Out of Memory Error: failed to allocate block of size 256.0 KiB',
    'Uncaught RangeError: WebAssembly.Memory(): could not allocate memory',
    'Aborted(OOM)',
    'RangeError: Array buffer allocation failed',
    'WebAssembly.instantiate(): Out of memory: Cannot allocate Wasm memory for new instance'
  ])('is known by the words of each browser: %s', (message) => {
    expect(asTableError(new Error(message), 'engine-failed').code).toBe('out-of-memory');
  });

  it('is not seen where there is none', () => {
    expect(asTableError(new Error('Failed to fetch'), 'engine-unreachable').code).toBe('engine-unreachable');
  });
});
