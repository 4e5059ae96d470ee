// The `@example` of each engine's front door says what is so. A line `EXPRESSION; // => JSON` is run, and its value compared with the JSON.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';

const LIB = resolve(import.meta.dirname, '../../../src/lib');
const doors = readdirSync(resolve(LIB, 'engines'))
  .map((engine) => `engines/${engine}/index.ts`)
  .filter((door) => existsSync(resolve(LIB, door)));

type Check = (value: unknown, json: string) => void;
type Run = (load: (specifier: string) => Promise<unknown>, check: Check) => Promise<void>;
const AsyncFunction = (async () => undefined).constructor as new (...text: string[]) => Run;

/** The code of each `@example`, without the comment's stars. */
const examplesOf = (text: string): string[] =>
  [...text.matchAll(/@example\s+\* ```ts\n([\s\S]*?)\n \* ```/g)].map(([, code]) =>
    code!.replaceAll(/^ \* ?/gm, '')
  );

/** Code whose imports go through `load` and whose `// =>` lines go through `check`. */
function compiled(code: string): Run {
  const wired = code
    .replaceAll(/^import (\{[^}]*\}) from '(.*)';$/gm, "const $1 = await load('$2');")
    .replaceAll(
      /^(.*?);? \/\/ => (.*)$/gm,
      (_, value: string, json: string) => `check(${value}, ${JSON.stringify(json)});`
    );
  const options = { target: ts.ScriptTarget.ES2022 };
  return new AsyncFunction('load', 'check', ts.transpile(wired, options));
}

/** `$lib/engines/NAME` is the engine's front door. */
const load = (specifier: string) => {
  const path = specifier.replace(/^\$lib/, LIB);
  return import(/* @vite-ignore */ path.endsWith('.ts') ? path : `${path}/index.ts`);
};

describe.each(doors)('the example of %s', (door) => {
  const examples = examplesOf(readFileSync(resolve(LIB, door), 'utf8'));

  it('is there, and compares at least one value', () => {
    expect(examples.length).toBeGreaterThan(0);
    for (const code of examples) expect(code).toContain('// => ');
  });

  it.each(examples)('gives the values that it says', async (code) => {
    let compared = 0;
    await compiled(code)(load, (value, json) => {
      expect(JSON.parse(JSON.stringify(value) ?? 'null')).toEqual(JSON.parse(json));
      compared++;
    });
    expect(compared).toBe(code.split('// => ').length - 1);
  });
});
