import { paraglideVitePlugin } from '@inlang/paraglide-js';
import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vitest/config';
import { listWorkerFiles } from './scripts/site-files.mjs';
import { admitService, serviceOrigin } from './scripts/site-policy.mjs';

export default defineConfig({
  plugins: [
    paraglideVitePlugin({
      project: './project.inlang',
      outdir: './src/lib/i18n/paraglide',
      strategy: ['globalVariable', 'baseLocale']
    }),
    sveltekit(),
    listWorkerFiles(),
    admitService(serviceOrigin(`${process.env['MAILLAGE_ASSETS'] ?? 'static'}/graph/service.json`))
  ],
  worker: { format: 'es' },
  build: {
    rolldownOptions: {
      output: {
        // Some forty small files hold a first visit up: what every page needs comes in two.
        codeSplitting: {
          groups: [
            { name: 'svelte', test: /node_modules\/(svelte|esm-env|clsx|@sveltejs\/kit)\// },
            {
              name: 'frame',
              test: /src\/lib\/(i18n\/(?!paraglide)|model|state|theme|ui\/[A-Za-z]+\.)/,
              minShareCount: 3
            }
          ]
        }
      }
    }
  },
  optimizeDeps: { include: ['highs'] },
  test: {
    include: ['tests/{unit,queries,published,charts}/**/*.test.ts'],
    environment: 'node',
    testTimeout: 60_000,
    hookTimeout: 60_000,
    maxWorkers: 2
  }
});
