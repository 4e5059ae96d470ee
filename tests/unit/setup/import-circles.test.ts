// The lint rule on circles of imports, run on made-up modules.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import circles from '../../../eslint.circles.js';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'circles-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** What the rule says of `first` among modules of these names and texts. */
function reported(name: string, modules: Record<string, string>, first: string): string[] {
  const path = (file: string) => join(folder, `${name}-${file}`);
  for (const [file, text] of Object.entries(modules)) {
    writeFileSync(path(file), text.replaceAll('./', `./${name}-`));
  }
  const ways: string[] = [];
  const report = ({ data }: { data: { way: string } }) =>
    ways.push(data.way.replaceAll(/[^ ]*circles-\w+\/\w+-/g, ''));
  circles.rules['no-circle'].create({ filename: path(first), report }).Program({});
  return ways;
}

it.each([
  [
    'plain',
    { 'a.ts': "import { b } from './b';", 'b.ts': "export * from './a.ts';" },
    'a.ts -> b.ts -> a.ts'
  ],
  [
    'page',
    { 'a.ts': "import B from './B.svelte';", 'B.svelte': "<script>\n  import './a';\n</script>" },
    'a.ts -> B.svelte -> a.ts'
  ],
  [
    'lines',
    {
      'a.ts': "import {\n  one,\n  type Two\n} from './b';",
      'b.ts': "const c = await import('./c.svelte');",
      'c.svelte.ts': "import a from './a';"
    },
    'a.ts -> b.ts -> c.svelte.ts -> a.ts'
  ]
])('modules that import each other are refused, with the way round: %s', (name, modules, way) => {
  expect(reported(name, modules as Record<string, string>, 'a.ts')).toEqual([way]);
});

it('types make no circle, nor do libraries', () => {
  const modules = {
    'a.ts': "import type { B } from './b';\nimport { type C } from './c';\nimport { d } from 'svelte';",
    'b.ts': "import { a } from './a';",
    'c.ts': "export { a } from './a';"
  };
  expect(reported('types', modules, 'a.ts')).toEqual([]);
});
