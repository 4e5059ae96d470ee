// What components share in looks stands in the theme: no class there without a part that has it, few bodies of rules that components write again.
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { textsOf } from '../house/source-files.ts';

const STYLE = /<style[^>]*>([\s\S]*?)<\/style>/;
const parts = [...textsOf('src')].filter(([path]) => path.endsWith('.svelte'));
const styles = parts.map(([path, text]) => ({ path, css: STYLE.exec(text)?.[1]?.trim() ?? '' }));
const COMMENT = /\/\*[\s\S]*?\*\//g;

it.each(['layout.css', 'print.css'])('a page loads no class of %s that no part has', (file) => {
  const css = readFileSync(`src/lib/theme/${file}`, 'utf8').replace(COMMENT, '');
  const names = [...css.matchAll(/\.([a-z][\w-]*)[^{}]*\{/g)].map(([, name]) => name!);
  const words = new Set(parts.flatMap(([, text]) => text.replace(STYLE, '').match(/[\w-]+/g) ?? []));
  expect(names.length).toBeGreaterThan(0);
  expect(names.filter((name) => !words.has(name))).toEqual([]);
});

it('styles of components are 8,800 lines at most', () => {
  const lines = styles.filter(({ css }) => css !== '').map(({ css }) => css.split('\n').length);
  expect(lines.reduce((sum, count) => sum + count, 0)).toBeLessThanOrEqual(8800);
});

it('the same body of a rule stands in two components or more 150 times at most', () => {
  const owners = new Map<string, Set<string>>();
  for (const { path, css } of styles)
    for (const [, text] of css.replace(COMMENT, '').matchAll(/\{([^{}]*)\}/g)) {
      const body = text!.split(';').map((part) => part.trim().replace(/\s+/g, ' '));
      const key = body.filter(Boolean).toSorted().join('; ');
      if (key) owners.set(key, (owners.get(key) ?? new Set()).add(path));
    }
  expect([...owners.values()].filter(({ size }) => size > 1).length).toBeLessThanOrEqual(150);
});
