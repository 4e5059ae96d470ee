// The lint rules on imports: circles, on made-up modules; floors, on the files that stand.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import imports from '../../../eslint.imports.js';

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
  imports.rules['no-circle'].create({ filename: path(first), report }).Program({});
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

describe('a floor', () => {
  /** What the rule says of these imports, in a file of the repository. */
  function refused(file: string, ...sources: readonly string[]): string[] {
    const found: string[] = [];
    const report = ({ data }: { data: { why: string } }) => found.push(data.why);
    const look = imports.rules.floors.create({ filename: resolve(file), report });
    for (const value of sources) look.ImportDeclaration({ source: { value } });
    return found;
  }

  it('imports itself, the floors of its rule, and libraries', () => {
    const sources = ['./lists.ts', '../model/years.ts', '$lib/model/findings.ts', 'svelte', 'node:fs'];
    expect(refused('src/lib/i18n/terms.ts', ...sources)).toEqual([]);
    expect(refused('tests/unit/anything.test.ts', '$lib/i18n/terms', '../../scripts/shell.ts')).toEqual([]);
  });

  it.each([
    ['src/lib/model/findings.ts', '$lib/i18n/terms.ts', 'model may not import i18n'],
    ['src/lib/model/findings.ts', '../i18n/terms', 'model may not import i18n'],
    ['src/lib/engines/travel/index.ts', '../route/index.ts', 'engines/travel may not import engines/route'],
    ['src/routes/+page.ts', '$lib/engines/route/index.ts', 'src/routes may not import engines/route'],
    ['scripts/shell.ts', '../tests/property-seed.ts', 'scripts may not import tests'],
    ['src/service-worker/index.ts', '$lib/i18n/terms.ts', 'src/service-worker may not import i18n']
  ])('refuses what its rule does not name: %s, %s', (file, source, why) => {
    expect(refused(file, source)).toEqual([why]);
  });
});
