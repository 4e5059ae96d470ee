import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vitest/config';
import { useStrippedEngine } from './scripts/site/strip-wasm-exports.mjs';
import { useLeanTypeface } from './scripts/site/lean-typeface.mjs';
import { chunkGroups } from './scripts/site/chunks.mjs';
import { setReaderApart } from './scripts/site/reader-chunks.mjs';
import { readMessagesInOne } from './scripts/site/messages-in-one.mjs';
import { messagesAsTheyAre } from './scripts/site/messages-plugin.mjs';
import { staticStyles } from './scripts/site/static-styles.mjs';
import { usePlural } from './scripts/site/plurals.mjs';

export default defineConfig({
  plugins: [
    // Tests read what `npm run sync` compiled: written anew by one run, the modules would be missing for another beside it.
    process.env['VITEST'] ? readMessagesInOne() : messagesAsTheyAre(),
    usePlural(),
    useStrippedEngine(),
    useLeanTypeface(),
    sveltekit(),
    setReaderApart(),
    staticStyles()
  ],
  worker: { format: 'es' },
  build: {
    // `light-dark()` as it is (Chromium 123, Firefox 120, Safari 17.5): a rewritten one would not follow a part's own color-scheme.
    cssTarget: ['chrome123', 'firefox120', 'safari17.5'],
    modulePreload: {
      // The page's HTML names these two already, or never needs them: looking for their files again holds a first visit up.
      resolveDependencies: (file, deps) =>
        /\/nodes\/[01]\./.test(file) ? deps.filter((dep) => dep.endsWith('.css')) : deps
    }
  },
  // For the browser alone: the pages are written by the server's own build, as its modules stand.
  environments: {
    client: {
      build: { rolldownOptions: { output: { codeSplitting: { groups: chunkGroups(import.meta.dirname) } } } }
    }
  },
  // The decoder finds its WebAssembly beside itself.
  optimizeDeps: { include: ['highs'], exclude: ['brotli-dec-wasm'] },
  test: {
    include: ['tests/{unit,queries,published}/**/*.test.ts'],
    setupFiles: 'tests/property-seed.ts',
    environment: 'node',
    // Against what never ends, on the slowest machine.
    testTimeout: 300_000,
    hookTimeout: 300_000,
    maxWorkers: 2,
    // Files share a worker, where modules are read once: what a test replaces is put back after it.
    isolate: false,
    restoreMocks: true,
    // What is written to the console goes straight out: a warning that comes as the last file ends would otherwise be sent through a
    // channel that is closing, and end the run with an error of no test.
    disableConsoleIntercept: true,
    unstubGlobals: true
  }
});
