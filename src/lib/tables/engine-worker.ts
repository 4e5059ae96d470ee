// Worker of the engine. Started before the engine's client is loaded, so that it fetches the engine's file at once,
// by far the largest of the site.
import scriptUrl from '@duckdb/duckdb-wasm/dist/duckdb-browser-eh.worker.js?url';
import engineUrl from '@duckdb/duckdb-wasm/dist/duckdb-eh.wasm?url';

export interface EngineWorker {
  worker: Worker;
  /** Address of the engine's WebAssembly file, compressed. */
  file: string;
  /** Resolves when the worker is ready, or rejects when its script cannot be loaded. */
  ready: Promise<void>;
}

export function startEngineWorker(): EngineWorker {
  // Files that the page's code refers to are cached for offline use: their addresses are passed to the worker in its name.
  const [script = '', file = ''] = [scriptUrl, engineUrl].map((url) => new URL(url, document.baseURI).href);
  const worker = new Worker(new URL('./duckdb.worker.ts', import.meta.url), {
    type: 'module',
    name: `${script} ${file}`
  });
  const ready = new Promise<void>((resolve, reject) => {
    worker.addEventListener('message', () => resolve(), { once: true });
    worker.addEventListener('error', (event) => {
      event.preventDefault();
      reject(new Error(event.message ?? 'no worker script'));
    });
  });
  // The error reaches those who wait for `ready`.
  ready.catch(() => undefined);
  return { worker, file, ready };
}
