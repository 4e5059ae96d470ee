// Whatever the travel engine refuses or leaves out is said in words, in both languages.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { findingCodes, findingSentence, findingSentenceIn } from '../../../src/lib/i18n/findings/findings.ts';

const CODE = /'((?:graph|gtfs|matrix|points|team)-[a-z-]+)'/g;
const sources = ['src/lib/engines/travel', 'src/lib/workers', 'scripts/graph'].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => readFileSync(join(folder, name), 'utf8'))
);
const codes = [
  ...new Set(sources.flatMap((text) => [...text.matchAll(CODE)].map(([, code]) => code!)))
].sort();

it('has words for every code', () => {
  expect(codes.length).toBeGreaterThan(15);
  expect(codes.filter((code) => !findingCodes().includes(code))).toEqual([]);
});

it('says what was found, what was expected and what to do', () => {
  const finding = {
    code: 'graph-truncated',
    severity: 'dropped' as const,
    file: 'car.bin',
    found: '40 o',
    expected: '2 501 o'
  };
  expect(findingSentence(finding)).toBe(
    'car.bin : graphe incomplet\u202f: trouvé 40 o, attendu 2 501 o. Copiez-le de nouveau, ou déposez l’extrait OpenStreetMap.'
  );
  expect(findingSentenceIn('en', finding)).toBe(
    'car.bin: graph cut short: found 40 o, expected 2 501 o. Copy it again, or drop the OpenStreetMap extract.'
  );
});
