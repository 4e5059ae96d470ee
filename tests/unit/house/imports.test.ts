// Imports between files: folders beside each other go one way, and a small file with one importer is part of it.
import { dirname } from 'node:path';
import { describe, expect, it } from 'vitest';
import { circlesOf, importsOf, textsOf } from './source-files.ts';

const texts = textsOf('src');
const inLib = [...texts.keys()].filter((path) => path.startsWith('src/lib/'));

describe('folders beside each other', () => {
  it('import each other in one direction', () => {
    /** Folder, then the two children of the way between two files; what is imported. */
    const ways = new Map<string, string>();
    const circles = new Map<string, string[]>();
    for (const file of inLib)
      for (const imported of importsOf(file, texts.get(file)!, { types: false })) {
        const [from, to] = [dirname(file).split('/'), dirname(imported).split('/')];
        const at = from.findIndex((name, index) => name !== to[index]);
        if (at < 0 || to[at] === undefined || to[0] !== 'src') continue;
        const folder = from.slice(0, at).join('/');
        const way = (one: string, other: string) => `${folder}: ${one} -> ${other}`;
        ways.set(way(from[at]!, to[at]), `${file} imports ${imported}`);
        const back = ways.get(way(to[at], from[at]!));
        if (back)
          circles.set(`${folder}: ${[from[at]!, to[at]].sort().join(', ')}`, [
            back,
            `${file} imports ${imported}`
          ]);
      }
    expect(Object.fromEntries(circles)).toEqual({});
  });
});

describe('files that need one another, for their types alone', () => {
  it('are three circles at most, of three files at most', () => {
    const imported = new Map(
      inLib.map((file) => [file, importsOf(file, texts.get(file)!, { among: inLib })])
    );
    const circles = circlesOf(imported);
    expect(circles.filter((files) => files.length > 3)).toEqual([]);
    expect(circles.slice(3)).toEqual([]);
  });
});

describe('a file of src/lib', () => {
  const importers = new Map<string, Set<string>>();
  for (const [file, text] of texts)
    for (const imported of importsOf(file, text, { among: texts.keys() }))
      importers.set(imported, (importers.get(imported) ?? new Set()).add(file));
  const modules = inLib.filter((path) => path.endsWith('.ts'));
  /** The front door of an engine holds nothing: no file becomes part of it. */
  const DOOR = /^src\/lib\/engines\/[^/]+\/index\.ts$/;
  const withOne = modules.filter((path) => {
    const [one, ...others] = importers.get(path) ?? [];
    return one !== undefined && others.length === 0 && !DOOR.test(one);
  });
  const FEWEST_LINES = 25;
  /** To be merged, never added to. */
  const SMALL = [
    'tables/engine-size',
    'tables/lock',
    'map/geometry/simplified-shapes',
    'map/ground/parts',
    'ui/table/table-keys',
    'workers/disclosure/case-lists',
    'workers/disclosure/case-summary',
    'workers/publish/check-cube',
    'engines/territory-builder/ground/margin',
    'engines/territory-builder/write/csv',
    'engines/territory-builder/write/manifest',
    'engines/territory-builder/write/programme',
    'features/demand/route/open-route'
  ].map((path) => `src/lib/${path}.ts`);
  /** To be lowered. */
  const MOST_WITH_ONE = 0.34;

  it(`that one other imports has ${FEWEST_LINES} lines at least, or is part of it`, () => {
    const small = withOne.filter((path) => texts.get(path)!.split('\n').length <= FEWEST_LINES);
    // A worker is a file of its own, and so is its client; a page's part is found by its name.
    const found = small.filter(
      (path) => !/\.worker\.ts$|^src\/lib\/workers\/\w+\/client\.ts$|\/page-\w+\.ts$/.test(path)
    );
    expect(found.filter((path) => !SMALL.includes(path))).toEqual([]);
    expect(
      SMALL.filter((path) => !found.includes(path)),
      'merged: take it off the list'
    ).toEqual([]);
  });

  it('has more than one importer, most of the time', () => {
    expect(withOne.length / modules.length).toBeLessThanOrEqual(MOST_WITH_ONE);
  });
});
