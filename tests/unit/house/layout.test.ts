// The house stays as src/README.md says: floors, sizes of folders, one name for one concept.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { FLOORS, HOLDS, OWNERS } from '../../../eslint.boundaries.js';
import { withFloors } from '../../../scripts/floors.mjs';

const GENERATED = '/paraglide/';
const filesOf = (folder: string) =>
  readdirSync(folder, { recursive: true, withFileTypes: true, encoding: 'utf8' })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
const files = filesOf('src/lib').filter((path) => !path.includes(GENERATED));

/** Two files on purpose: HiGHS and the address of its code; a worker and its protocol, whose clients stand together. */
const SMALL = new Set(['src/lib/solver', 'src/lib/workers/build', 'src/lib/workers/ground']);
const MOST = 25;
const FEWEST = 3;

describe('floors', () => {
  it('src/README.md tells the import rules that lint applies', () => {
    const readme = readFileSync('src/README.md', 'utf8');
    expect(withFloors(readme)).toBe(readme);
  });

  it('every folder of src/lib has a floor', () => {
    const unknown = files
      .map((path) => dirname(path).slice('src/lib/'.length))
      .filter((folder) => !Object.keys(FLOORS).some((floor) => `${folder}/`.startsWith(`${floor}/`)));
    expect([...new Set(unknown)]).toEqual([]);
  });

  it('every folder that a rule names is there', () => {
    const known = Object.keys(FLOORS);
    expect(Object.values(FLOORS).flatMap((may) => may.filter((other) => !known.includes(other)))).toEqual([]);
    expect(Object.keys(HOLDS).filter((name) => name !== 'features' && !known.includes(name))).toEqual([]);
    expect(OWNERS.filter((name) => !known.includes(name))).toEqual([]);
    for (const name of known) expect(existsSync(`src/lib/${name}`), name).toBe(true);
  });

  it('no permission is unused', () => {
    const floorOf = (path: string) =>
      Object.keys(FLOORS)
        .filter((floor) => path.startsWith(`src/lib/${floor}/`))
        .sort((one, other) => other.length - one.length)[0] ?? null;
    const used = new Set<string>();
    for (const file of files.filter((path) => /\.(?:ts|svelte)$/.test(path))) {
      for (const [, specifier] of readFileSync(file, 'utf8').matchAll(
        /(?:from|import)\s*\(?\s*'((?:\.|\$lib\/)[^']+)'/g
      )) {
        const path = specifier!.startsWith('$lib/')
          ? join('src/lib', specifier!.slice(5))
          : join(dirname(file), specifier!);
        used.add(`${floorOf(file)} -> ${floorOf(`${path}/`)}`);
      }
    }
    const unused = Object.entries(FLOORS)
      .flatMap(([floor, may]) =>
        may
          // A feature may import every floor below it, and what takes views away: only its other permissions are counted.
          .filter(
            (other) =>
              !floor.startsWith('features/') || (other.startsWith('features/') && other !== 'features/share')
          )
          .map((other) => `${floor} -> ${other}`)
      )
      .filter((one) => !used.has(one));
    expect(unused).toEqual([]);
  });
});

describe('folders', () => {
  const sizesOf = (paths: readonly string[]) => {
    const sizes = new Map<string, number>();
    for (const path of paths) sizes.set(dirname(path), (sizes.get(dirname(path)) ?? 0) + 1);
    return sizes;
  };
  const sizes = sizesOf(files);

  it(`hold ${MOST} files at most, those of scripts too`, () => {
    const all = [...sizes, ...sizesOf(filesOf('scripts')), ...sizesOf(filesOf('bench'))];
    expect(all.filter(([, count]) => count > MOST)).toEqual([]);
  });

  it(`hold ${FEWEST} files at least, unless they hold sub-folders or are named as small`, () => {
    const parents = new Set([...sizes.keys()].map((folder) => dirname(folder)));
    const few = [...sizes].filter(
      ([folder, count]) => count < FEWEST && !parents.has(folder) && !SMALL.has(folder)
    );
    expect(few).toEqual([]);
  });
});

describe('names', () => {
  /** Words that src/README.md bans, as they stand in file names and exported identifiers. */
  const BANNED =
    /(?:^|[^a-z])(?:drawn|ink|told|trailing|doubts?|breath|crow|mend|unsealed|sealed|lean|written|stage-?view|material)(?:$|[^a-z])/;
  const words = (name: string) => name.replace(/([a-z0-9])([A-Z])/g, '$1-$2').toLowerCase();

  it('no file bears a banned word', () => {
    expect(files.filter((path) => BANNED.test(words(basename(path))))).toEqual([]);
  });

  it('no exported identifier bears a banned word', () => {
    const EXPORTED =
      /export (?:declare )?(?:async )?(?:const|let|function\*?|class|interface|type|enum) (?:\[)?([A-Za-z_$][\w$]*(?:, [\w$]+)*)/g;
    const found = files
      .filter((path) => /\.(?:ts|svelte)$/.test(path))
      .flatMap((path) =>
        [...readFileSync(path, 'utf8').matchAll(EXPORTED)].flatMap(([, names]) =>
          names!
            .split(', ')
            .filter((name) => BANNED.test(words(name)))
            .map((name) => `${path}: ${name}`)
        )
      );
    expect(found).toEqual([]);
  });
});
