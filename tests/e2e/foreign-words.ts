// Words of the site's own territory that no page of the second one may say.
import { readFileSync } from 'node:fs';
import type { TerritoryFiles } from '../../src/lib/model/territory-files.ts';
import { filesIn, secondTerritory } from './second-territory.ts';

const text = (bytes: Uint8Array | undefined) => new TextDecoder().decode(bytes);

/** Every word or sentence of the data, in the JSON files of a territory. */
function wordsOf(files: TerritoryFiles): Set<string> {
  const words = new Set<string>();
  const look = (value: unknown): void => {
    if (typeof value === 'string') words.add(value);
    else if (Array.isArray(value)) value.forEach(look);
    else if (value !== null && typeof value === 'object') {
      Object.keys(value).forEach((key) => words.add(key));
      Object.values(value).forEach(look);
    }
  };
  for (const name of ['dashboard', 'programme', 'portraits', 'manifest', 'catalogue'])
    look(JSON.parse(text(files.get(`tables/${name}.json`))));
  for (const name of ['graph/team.json', 'graph/split.json']) look(JSON.parse(text(files.get(name))));
  return words;
}

const escaped = (word: string) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** @returns what finds them in a content: each once */
export async function foreignWords(): Promise<(content: string) => string[]> {
  const known = wordsOf((await secondTerritory()).files);
  // Words of the product itself, its themes or formats, are in its messages.
  const product = ['fr', 'en'].flatMap((language) =>
    ['catalogue', 'coverage', 'programme', 'pages', 'portraits', 'council'].map((folder) =>
      readFileSync(`messages/${folder}/${language}.json`, 'utf8')
    )
  );
  const foreign = [...wordsOf(filesIn('static'))].filter(
    (word) =>
      word.length >= 4 &&
      !/^\d{4}-\d{2}(-\d{2}|\d{2})?$/.test(word) &&
      // Names of columns, themes, formats.
      !/^[a-z][a-z_-]+$/.test(word) &&
      !known.has(word) &&
      !product.some((messages) => messages.includes(word))
  );
  if (foreign.length < 300) throw new Error(`${foreign.length} words alone tell the two territories apart`);
  const pattern = new RegExp(
    `(?<![\\p{L}\\d.,/_-])(?:${foreign
      .sort((a, b) => b.length - a.length)
      .map(escaped)
      .join('|')})(?![\\p{L}\\d_])`,
    'gu'
  );
  return (content) => [...new Set(content.match(pattern) ?? [])];
}
