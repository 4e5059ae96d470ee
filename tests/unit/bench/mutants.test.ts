// The faults that the mutation run puts into a source: each changes one thing, and texts and types are left alone.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { mutantsOf, mutated } from '../../../bench/mutation/mutants.ts';
import { partNames, sourcesOf, testsOf } from '../../../bench/mutation/related-tests.ts';

const variants = (source: string) => mutantsOf(source).map((mutant) => mutated(source, mutant));

describe('a fault', () => {
  it.each([
    ['a < b', ['a <= b', 'a < (b) + 1']],
    ['a === b', ['a !== b']],
    ['a && b', ['a', 'b']],
    ['if (a) b();', ['if (true) b();', 'if (false) b();']],
    ['a * b', ['a / b']],
    ['Math.max(0, a)', ['Math.min(0, a)']],
    ['`${a}` + b', []],
    ["a + ' km'", []],
    ['let a: 1 | 2;', []]
  ])('in %s', (source, expected) => {
    expect(variants(source)).toEqual(expected);
  });

  it('is told with its line', () => {
    expect(mutantsOf('const a = 1;\nconst b = a - 2;')).toMatchObject([{ line: 2, before: '-', after: '+' }]);
  });
});

it('the tests of an engine are those that reach it without another process', () => {
  const tests = testsOf('demand');
  const paths = tests.map(({ path }) => path);
  expect(paths).toContain('tests/unit/engines/demand/forecast.test.ts');
  expect(paths).toContain('tests/unit/engines/demand/commands.test.ts');
  const started = testsOf('territory-builder').filter(({ path }) =>
    readFileSync(path, 'utf8').includes('child_process')
  );
  expect(started).toEqual([]);
  const forecast = tests.find(({ path }) => path.endsWith('/forecast.test.ts'))!;
  expect(forecast.reaches.has('src/lib/engines/demand/forecast/growth.ts')).toBe(true);
});

it('what is published, what leaves, what is personal and what is proven each have a score of their own', () => {
  const parts = ['proof', 'disclosure', 'exit', 'personal', 'cards', 'report'];
  expect(partNames()).toEqual(expect.arrayContaining(parts));
  for (const part of parts) {
    expect(sourcesOf(part).length, part).toBeGreaterThan(0);
    expect(testsOf(part).length, part).toBeGreaterThan(0);
  }
  const all = partNames().flatMap(sourcesOf);
  expect(new Set(all).size).toBe(all.length);
});
