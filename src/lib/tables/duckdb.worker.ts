// The engine's own worker. It loses the failure of its WebAssembly file in a promise nobody holds: tell the page.
import '@duckdb/duckdb-wasm/dist/duckdb-browser-eh.worker.js';

addEventListener('unhandledrejection', (event) => reportError(event.reason));
