// The typeface that the site serves: the same bytes at each build, every weight that styles ask for.
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { leanTypeface, WEIGHTS } from '../../../../scripts/site/lean-typeface.mjs';

const SOURCE = '@fontsource-variable/radio-canada/files/radio-canada-latin-wght-normal.woff2';
const source = readFileSync(createRequire(import.meta.url).resolve(SOURCE));
const STYLES = join(import.meta.dirname, '../../../../src');

describe('the typeface', () => {
  it('is the same at each build, and a fifth smaller than its source', async () => {
    const [one, other] = [await leanTypeface(source), await leanTypeface(source)];
    expect(Buffer.from(one).equals(Buffer.from(other))).toBe(true);
    expect(one.length).toBeLessThan(source.length * 0.8);
  });

  it('has every weight that a style of the site asks for', () => {
    const files = readdirSync(STYLES, { recursive: true, encoding: 'utf8' }).filter((name) =>
      /\.(css|svelte)$/.test(name)
    );
    const asked = files.flatMap((name) =>
      [
        ...readFileSync(join(STYLES, name), 'utf8').matchAll(
          /(?:font-weight|--w-\w+): (\d+|bolder|lighter)(?: (\d+))?/g
        )
      ]
        .flatMap(([, from = '', to = from]) => [from, to])
        .map((weight) => (weight === 'lighter' ? 300 : weight === 'bolder' ? WEIGHTS.max : Number(weight)))
    );
    expect(asked.length).toBeGreaterThan(20);
    expect(Math.min(...asked)).toBeGreaterThanOrEqual(WEIGHTS.min);
    expect(Math.max(...asked)).toBeLessThanOrEqual(WEIGHTS.max);
  });
});
