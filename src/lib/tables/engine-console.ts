// The console's connection to the engine's worker. A statement runs in slices, so that it can be stopped between two of them.
import type { AsyncDuckDBConnection } from '@duckdb/duckdb-wasm';
import type { ConsoleConnection } from './console.ts';

type Guard = <Value>(call: Promise<Value>) => Promise<Value>;

/** @param guarded races a call against a crash of the engine */
export function openEngineConsole(connection: AsyncDuckDBConnection, guarded: Guard): ConsoleConnection {
  return {
    check: async (text) => {
      const statement = await guarded(connection.prepare(text));
      await guarded(statement.close());
    },
    send: (text, signal) =>
      connection.useUnsafe(async (engine, id) => {
        let header: Uint8Array | null = await guarded(engine.startPendingQuery(id, text, false));
        while (!header) {
          if (signal.aborted) {
            await guarded(engine.cancelPendingQuery(id));
            throw signal.reason;
          }
          header = await guarded(engine.pollPendingQuery(id));
        }
        return pieces(header, () => guarded(engine.fetchQueryResults(id)));
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
