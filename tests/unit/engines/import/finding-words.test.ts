// Whatever is found has words in French: what was seen, where, and how to fix it.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  findingCodes,
  findingPlace,
  findingSentence,
  findingSummary,
  wordsIn
} from '../../../../src/lib/i18n/findings/findings.ts';
import { messageKeys } from '../../../../src/lib/i18n/findings/say.ts';

const FOLDERS = ['model', 'engines', 'export', 'storage', 'session', 'workers', 'features']
  .map((folder) => `src/lib/${folder}`)
  .concat('scripts/territory', 'scripts/graph');

/** Texts of a folder's files, those below it too. */
const textsOf = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => readFileSync(join(folder, name), 'utf8'));

function codesOf(folder: string): string[] {
  const sources = textsOf(folder);
  const direct = sources.flatMap((text) => [...text.matchAll(/\bcode: '([a-z][a-z0-9-]+)'/g)]);
  const passed = sources.flatMap((text) => [
    ...text.matchAll(/(?:findings|wrong|doubt|#note|#duplicate)\((?:\w+, )?'([a-z0-9-]+)'/g)
  ]);
  return [...direct, ...passed].map((match) => match[1]!);
}

describe('words of findings', () => {
  it('exist for every code that an importer or a build can give', () => {
    const codes = new Set(FOLDERS.flatMap(codesOf));
    expect(codes.size).toBeGreaterThan(30);
    for (const code of codes) expect(findingCodes()).toContain(code);
  });

  it('exist for no code that nothing gives', () => {
    const all = FOLDERS.flatMap(textsOf).join();
    for (const code of findingCodes()) expect(all, code).toContain(`'${code}'`);
  });

  it('are no message that nothing names', () => {
    const text = textsOf('src/lib/i18n/findings').join();
    const ofCodes = new Set(
      findingCodes().flatMap((code) =>
        ['', '_title', '_fix'].map((end) => `finding_${code.replace(/-/g, '_')}${end}`)
      )
    );
    const starts = [...text.matchAll(/`(\w+_)\$\{/g)]
      .map(([, start]) => start!)
      .filter((start) => start !== 'finding_');
    const unused = messageKeys().filter(
      (key) => !ofCodes.has(key) && !text.includes(key) && !starts.some((start) => key.startsWith(start))
    );
    expect(unused).toEqual([]);
  });

  it('make a sentence with a place, whatever is known of it', () => {
    for (const code of findingCodes()) {
      const bare = findingSentence({ code, severity: 'dropped' });
      const full = findingSentence({
        code,
        severity: 'dropped',
        file: 'a.csv',
        row: 3,
        column: 'uai',
        found: 'x y',
        expected: 'z'
      });
      expect(full).toMatch(/^a\.csv, ligne 3, colonne « uai » : .+\.$/);
      for (const sentence of [bare, full]) expect(sentence).not.toMatch(/undefined|null|NaN/);
    }
  });

  it('never end on a word that calls for another: an empty cell is said to be empty', () => {
    for (const language of ['fr', 'en'] as const)
      for (const code of findingCodes())
        for (const found of ['', undefined]) {
          const finding = {
            code,
            severity: 'dropped',
            expected: 'z',
            ...(found === '' && { found })
          } as const;
          expect(wordsIn(language, code)?.what(finding), code).not.toMatch(
            /\b(?:trouvé|found)\s*(?:$|[.,;])/
          );
        }
  });

  it('say it as a colleague would', () => {
    expect(findingSentence({ code: 'duplicate-uai', severity: 'dropped', file: 'ips.csv', row: 8, column: 'uai', found: '0590001F', expected: '2' })).toBe(
      'ips.csv, ligne 8, colonne « uai » : l’établissement « 0590001F » figure déjà plus haut (2) ; la première ligne est gardée. Retirez la ligne en trop.'
    ); // prettier-ignore
    expect(findingPlace({ code: '', severity: 'note', file: 'c.geojson', row: 2 })).toBe(
      'c.geojson, objet 2'
    );
    expect(findingPlace({ code: '', severity: 'note', file: 'listes.xlsx#Écoles', row: 2 })).toBe(
      'listes.xlsx, feuille « Écoles », ligne 2'
    );
    expect(findingSentence({ code: 'new-code', severity: 'note', found: 'x' })).toBe(
      'remarque « new-code » (x).'
    );
  });

  it('are summed up by code, the gravest first, counts of rows added up', () => {
    const outside = { code: 'school-outside-epci', severity: 'note' } as const;
    expect(
      findingSummary([
        { ...outside, found: '29623' },
        { ...outside, found: '6857' },
        { code: 'bad-uai', severity: 'dropped' },
        { code: 'bad-uai', severity: 'dropped' }
      ])
    ).toEqual([
      '2 × numéro UAI incorrect (ligne écartée)',
      '36\u202f480 × lignes d’établissements hors du territoire, laissées de côté (pour information)'
    ]);
  });
});
