// The walks of src/README.md are those of the code: each file is there, and tied by an import to an earlier one of its walk.
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { importsOf } from './source-files.ts';

const readme = readFileSync('src/README.md', 'utf8');
const part = readme.slice(readme.indexOf('## Eight walks'), readme.indexOf('## Names'));
const walks = part
  .split(/\n- \*\*/)
  .slice(1)
  .map((text) => ({
    name: text.slice(0, text.indexOf('**')),
    count: Number(/\((\d+) files/.exec(text)?.[1]),
    files: [...text.matchAll(/`([^`]+\.(?:ts|svelte|csv))`/g)].map(([, file]) =>
      /^(?:src|scripts|data)\//.test(file!) ? file! : `src/lib/${file}`
    )
  }));

describe('a walk of src/README.md', () => {
  it('is one of eight', () => expect(walks).toHaveLength(8));

  it.each(walks)('$name: every file is there, each once, as many as are told', ({ files, count }) => {
    expect(files.filter((file) => !existsSync(file))).toEqual([]);
    expect(new Set(files).size).toBe(files.length);
    expect(files.length).toBe(count);
  });

  it.each(walks)('$name: each file is tied to an earlier one', ({ files }) => {
    const code = files.filter((file) => !file.endsWith('.csv'));
    const imports = new Map(code.map((file) => [file, importsOf(file, readFileSync(file, 'utf8'))]));
    const alone = code.slice(1).filter((file, at) => {
      const earlier = code.slice(0, at + 1);
      return !earlier.some(
        (other) => imports.get(other)!.includes(file) || imports.get(file)!.includes(other)
      );
    });
    expect(alone).toEqual([]);
  });
});
