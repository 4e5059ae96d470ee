// The front door of an engine is short: what it offers is read at once. A page that imports one name of it does not load the rest of the engine:
// no module behind it has side effects.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { build, type Rolldown } from 'vite';
import { expect, it } from 'vitest';

const ENGINES = resolve(import.meta.dirname, '../../../src/lib/engines');
/** The builder composes libraries that do something when loaded; its worker, the shell and Mon territoire alone import it. */
const WHOLE = ['territory-builder'];
const all = readdirSync(ENGINES).filter((engine) => existsSync(resolve(ENGINES, engine, 'index.ts')));
const doors = all.filter((engine) => !WHOLE.includes(engine));

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

/** Values and types. */
const MOST_NAMES = 45;

it.each(all)(`%s: at most ${MOST_NAMES} names`, (engine) => {
  const door = readFileSync(resolve(ENGINES, engine, 'index.ts'), 'utf8');
  expect(door).not.toMatch(/^export \*/m);
  const listed = [...door.matchAll(/^export (?:type )?\{([^}]*)\}/gm)].flatMap(([, names]) =>
    names!.split(',').filter((name) => name.trim() !== '')
  );
  const declared = door.match(/^export (?:async )?(?:const|function|class|interface|type \w)/gm) ?? [];
  expect(listed.length + declared.length).toBeLessThanOrEqual(MOST_NAMES);
});
