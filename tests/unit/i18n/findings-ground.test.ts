// Whatever the readers of extracts and archives refuse is said in words, in both languages.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import {
  findingCodes,
  findingSentence,
  findingSentenceIn,
  wordsIn
} from '../../../src/lib/i18n/findings/findings.ts';

const FOLDER = 'src/lib/engines';
const codes = [
  ...new Set(
    readdirSync(FOLDER, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts'))
      .flatMap((name) => [
        ...readFileSync(join(FOLDER, name), 'utf8').matchAll(/'((?:pbf|ground)-[a-z-]+)'/g)
      ])
      .map(([, code]) => code!)
  )
].sort();

it('has words for every code, a way on with each, and no words for codes that are gone', () => {
  expect(codes.length).toBeGreaterThan(10);
  expect(
    findingCodes()
      .filter((code) => /^(?:pbf|ground)-/.test(code))
      .sort()
  ).toEqual(codes);
  // A note calls for nothing.
  expect(codes.filter((code) => !wordsIn('fr', code)?.fix)).toEqual(['ground-no-paper']);
});

it('says both boxes in words when an extract does not cover the territory', () => {
  const finding = {
    code: 'pbf-elsewhere',
    severity: 'dropped' as const,
    file: 'porto.osm.pbf',
    found: '-8.795 40.981 -8.358 41.399',
    expected: '3.3 50.2 3.7 50.5'
  };
  expect(findingSentence(finding)).toBe(
    'porto.osm.pbf : cet extrait ne couvre pas le territoire\u202f: il va de 8,80° O à 8,36° O et de 40,98° N à 41,40° N, ' +
      'le territoire de 3,30° E à 3,70° E et de 50,20° N à 50,50° N. Prenez l’extrait de la région où se trouve le territoire.'
  );
  expect(findingSentenceIn('en', finding)).toContain('from 8.80° W to 8.36° W');
});
