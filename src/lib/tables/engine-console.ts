// The console's connection to the engine's worker. A statement runs in slices, so that it can be stopped between two of them.
import type { AsyncDuckDBConnection } from '@duckdb/duckdb-wasm';
import type { ConsoleConnection } from './console.ts';

type Answered = <Answer>(answer: Promise<Answer>) => Promise<Answer>;

/** @param answered races a call against a crash of the engine */
export function consoleOver(connection: AsyncDuckDBConnection, answered: Answered): ConsoleConnection {
  return {
    check: async (text) => {
      const statement = await answered(connection.prepare(text));
      await answered(statement.close());
    },
    send: (text, signal) =>
      connection.useUnsafe(async (engine, id) => {
        let header: Uint8Array | null = await answered(engine.startPendingQuery(id, text, false));
        while (!header) {
          if (signal.aborted) {
            await answered(engine.cancelPendingQuery(id));
            throw signal.reason;
          }
          header = await answered(engine.pollPendingQuery(id));
        }
        return pieces(header, () => answered(engine.fetchQueryResults(id)));
      })
  };
}

async function* pieces(
  header: Uint8Array,
  next: () => Promise<Uint8Array | null>
): AsyncGenerator<Uint8Array> {
  yield header;
  for (let piece = await next(); piece && piece.byteLength > 0; piece = await next()) yield piece;
}
