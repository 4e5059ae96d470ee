// Engines answer in values and codes, whose words are in i18n; what they export says what it is.
import { describe, expect, it } from 'vitest';
import { textsOf } from './source-files.ts';

const engineOf = (path: string) => /^src\/lib\/engines\/([\w-]+)\//.exec(path)?.[1];

/** Engine -> what is found in its files. */
function foundIn(find: (path: string, text: string) => string[]): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const [path, text] of textsOf('src/lib/engines')) {
    const engine = engineOf(path);
    if (engine) found.set(engine, [...(found.get(engine) ?? []), ...find(path, text)]);
  }
  return found;
}

function expectAtMost(found: ReadonlyMap<string, readonly string[]>, most: Record<string, number>): void {
  for (const [engine, places] of found)
    expect(places.length, `${engine}: ${places.join('\n')}`).toBeLessThanOrEqual(most[engine] ?? 0);
  expect(Object.keys(most).filter((engine) => (found.get(engine) ?? []).length === 0)).toEqual([]);
}

describe('an engine', () => {
  /** Literals in French. Of `import`, most are the headers and words that files of others have. To be lowered, never raised. */
  const FRENCH = { import: 120, 'territory-builder': 79 };
  /** Exported values without a comment above. To be lowered, never raised. */
  const UNTOLD = {
    assignment: 2,
    demand: 1,
    disclosure: 11,
    ground: 14,
    import: 39,
    meetings: 8,
    proof: 2,
    'territory-builder': 22,
    travel: 5
  };

  it('has no French text of its own', () => {
    const LITERAL = /'((?:[^'\\\n]|\\.)*)'|`((?:[^`\\]|\\.)*)`/g;
    const COMMENT = /\/\*[\s\S]*?\*\/|(^|\s)\/\/[^\n]*/g;
    const ACCENTED = /[éèêëàâîïôùûçœÉÈÀ«»’]/;
    const found = foundIn((path, text) =>
      [...text.replace(COMMENT, '$1').matchAll(LITERAL)]
        .map(([, quoted, template]) => quoted ?? template ?? '')
        // The name of a service, the same in every language.
        .filter((words) => ACCENTED.test(words.replace('Géoplateforme', '')))
        .map((words) => `${path}: ${words.slice(0, 60)}`)
    );
    expectAtMost(found, FRENCH);
  });

  it('says what each value that it exports is', () => {
    const EXPORTED = /^export (?:async )?(?:function\*?|const|class) (\w+)/;
    const found = foundIn((path, text) => {
      const lines = text.split('\n');
      return lines.flatMap((line, at) => {
        const [, name] = EXPORTED.exec(line) ?? [];
        return name && !lines[at - 1]?.trim().endsWith('*/') ? [`${path}: ${name}`] : [];
      });
    });
    expectAtMost(found, UNTOLD);
  });
});
