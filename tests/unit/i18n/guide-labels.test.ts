// What the guides quote of the site (« Enregistrer le fichier ») is still what the site says: a label that is renamed is renamed in the guides.
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

/** Formats for programs, and the list of words that are not written, quote no label. */
const OF_FORMATS = /^(certificat|certificat-protection|commandes|configuration|glossaire)\.md$/;
/** Quoted, but of a reader's file or of another site. */
const OF_OTHERS = ['Deployments', 'Releases', 'N° fiche', 'ULIS', 'Mme Durand', 'Jean Dupont'];

/** Blanks, figures and marks of emphasis differ between a message and what a reader sees. */
const plain = (text: string) =>
  text
    .replace(/<\/?\w+>|\{\w+\}|\d+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase();

const said = plain(
  readdirSync('messages')
    .map((folder) => readFileSync(`messages/${folder}/fr.json`, 'utf8'))
    .join(' ')
);
const quotes = readdirSync('docs')
  .filter((name) => name.endsWith('.md') && !OF_FORMATS.test(name))
  .flatMap((name) =>
    [...readFileSync(`docs/${name}`, 'utf8').matchAll(/«\s(\p{Lu}[^«»]{1,60}?)\s»/gu)].map(
      ([, label = '']) => ({
        name,
        label: label.replace(/\s+/g, ' ')
      })
    )
  )
  .filter(({ label }) => !OF_OTHERS.includes(label));

describe('the guides', () => {
  it('quote buttons, views and fields by the words that the site gives them', () => {
    expect(quotes.length).toBeGreaterThan(120);
    const parts = (label: string) => label.split('…').map(plain);
    expect(quotes.filter(({ label }) => !parts(label).every((part) => said.includes(part)))).toEqual([]);
  });
});
