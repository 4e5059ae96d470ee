// A page that imports one name of an engine's front door does not load the rest of the engine: no module behind it has side effects.
import { existsSync, readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { build, type Rolldown } from 'vite';
import { expect, it } from 'vitest';

const ENGINES = resolve(import.meta.dirname, '../../../src/lib/engines');
/** The builder composes libraries that do something when loaded; its worker, the shell and Mon territoire alone import it. */
const WHOLE = ['territory-builder'];
const doors = readdirSync(ENGINES).filter(
  (engine) => existsSync(resolve(ENGINES, engine, 'index.ts')) && !WHOLE.includes(engine)
);

it.each(doors)('%s: importing its front door alone bundles no code', async (engine) => {
  const bundle = (await build({
    configFile: false,
    logLevel: 'silent',
    build: {
      write: false,
      minify: false,
      rolldownOptions: { input: 'entry' }
    },
    plugins: [
      {
        name: 'entry',
        resolveId: (id) => (id === 'entry' ? '\0entry' : null),
        load: (id) =>
          id === '\0entry' ? `import ${JSON.stringify(resolve(ENGINES, engine, 'index.ts'))};` : null
      }
    ]
  })) as Rolldown.RolldownOutput;
  const code = bundle.output.map((file) => (file.type === 'chunk' ? file.code : '')).join('');
  expect(code.replaceAll(/^\/\/.*$/gm, '').trim()).toBe('');
});
