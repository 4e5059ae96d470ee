// The unit tests over a source in which one fault is put as it is read: no file is ever changed. No page is drawn: neither Svelte nor
// the messages are compiled anew.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { defineConfig } from 'vitest/config';
import { readMessagesInOne } from '../../scripts/site/messages-in-one.mjs';
import { mutated, type Mutant } from './mutants.ts';

const ROOT = join(import.meta.dirname, '../..');
const { path, mutant } = JSON.parse(process.env['MUTANT'] ?? '{}') as { path?: string; mutant?: Mutant };
const target = path === undefined ? null : join(ROOT, path);

export default defineConfig({
  root: ROOT,
  resolve: { alias: { $lib: join(ROOT, 'src/lib') } },
  plugins: [
    readMessagesInOne(),
    {
      name: 'mutant',
      enforce: 'pre',
      load: (id) =>
        id.split('?')[0] === target && mutant ? mutated(readFileSync(target, 'utf8'), mutant) : null
    }
  ],
  test: {
    include: ['tests/{unit,published}/**/*.test.ts'],
    setupFiles: 'tests/property-seed.ts',
    environment: 'node',
    // A test that a loaded machine makes long is not left out: a fault that keeps one from ending is told by its whole length.
    testTimeout: 300_000,
    hookTimeout: 300_000,
    maxWorkers: 2,
    isolate: false,
    restoreMocks: true,
    unstubGlobals: true
  }
});
