// Every text of the interface, read as an editor reads it: typography of each language, and the same blanks to fill in both.
import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { sentenceFor } from '../../../src/lib/i18n/findings/finding-reader.ts';
import { findingCodes } from '../../../src/lib/i18n/findings/findings.ts';

const FOLDER = 'messages';
type Message = string | { declarations: string[]; match: Record<string, string> }[];

interface Text {
  key: string;
  text: string;
}

const folders = readdirSync(FOLDER);
const messagesOf = (folder: string, language: 'fr' | 'en') =>
  Object.entries(
    JSON.parse(readFileSync(`${FOLDER}/${folder}/${language}.json`, 'utf8')) as Record<string, Message>
  ).filter(([key]) => key !== '$schema');
const variants = (message: Message): string[] =>
  typeof message === 'string' ? [message] : message.flatMap(({ match }) => Object.values(match));
/** Sentences of findings are written with plain spaces, as commands print them: they are read as a page says them, below. */
const typesetFolders = folders.filter((folder) => folder !== 'findings');
const textsOf = (language: 'fr' | 'en'): Text[] =>
  typesetFolders.flatMap((folder) =>
    messagesOf(folder, language).flatMap(([key, message]) => variants(message).map((text) => ({ key, text })))
  );

/** What is not prose: tags, commands, addresses; a blank counts as a word. */
const prose = (text: string) =>
  text
    .replace(/<\/?[a-z]+>/g, '')
    .replace(/https?:\/\/\S+/g, '')
    .replace(/npm run [a-z]+(?: --)?|--[a-z]+|[A-Z]{4,}(?:, [A-Z]{4,})*|\b[a-z]+\.json\b/g, 'x')
    .replace(/\{[a-zA-Z]+\}/g, 'x');

/** What is wrong with a French text; empty when nothing is. */
export function frenchFaults(text: string): string[] {
  const read = prose(text);
  const rules: [string, RegExp][] = [
    ['straight apostrophe', /'/],
    // « ; » and « (% » and « (…, ?) » show the sign itself.
    [
      'narrow space before ; : ! ?',
      /(?<![\u202f\u00a0 (]|^)[;!?]|(?<![\u202f\u00a0 \d])\u003a(?=\s|$)|[ \u00a0\u2009][:!?](?=[\s.]|$)|[ \u2009\u00a0];(?!\u00a0»)/
    ],
    ['narrow space before %', /(?<=[\dx])(?:[ \u00a0\u2009]?)%/],
    ['no-break space inside « »', /«(?!\u00a0)|(?<!\u00a0)»/],
    ['English quotation marks', /[“”"]/],
    ['three dots', /\.\.\./],
    ['hyphen for a minus', /(?:^|\s)-\d/],
    ['unit parted from its number', /(?<=\d) (?:min|h|km|€|ko|Mo|%)(?![\p{L}])|(?<=[\dx]) €/u],
    ['thousands parted from their number', /(?<=\d) \d{3}(?!\d)/],
    ['capital without its accent', /\b(?:Ecole|Etat|Evolution|Equipe|Eleve|Echap|Etape|A la)/],
    ['elision', /\b[Dd]e (?=[aeiouyéèêàâîôAEIOUÉÈÊÀÂÎÔ])(?!(?:ouistiti|oui|onze|yaourt))\p{L}/u],
    ['word of English', /\b(?:the|and|of|with|your|this|school|waiting|followed|data(?!\)))\b/i],
    ['two spaces', / {2}/]
  ];
  return rules.filter(([, rule]) => rule.test(read)).map(([name]) => name);
}

/** What is wrong with an English text; empty when nothing is. */
export function englishFaults(text: string): string[] {
  const read = prose(text);
  const rules: [string, RegExp][] = [
    ['straight apostrophe', /'/],
    ['straight quotation marks', /"/],
    ['French quotation marks', /[«»]/],
    ['space before ; : ! ? %', /(?<!,)[\s\u00a0\u202f](?:[:;!?](?=\s|$)|%(?!\s+of))/],
    ['narrow no-break space', /\u202f/],
    ['decimal comma', /\d,\d{1,2}(?!\d)/],
    ['three dots', /\.\.\./],
    ['hyphen for a minus', /(?:^|\s)-\d/],
    [
      'word of French',
      /\b(?:le|les|des|du|une|un|et|est|sont|pour|dans|avec|sur|aux?|écoles?|élèves?|enfants?|quartiers?|fichiers?|lignes?|année|référents?|suivies?|attente|postes?)\b/i
    ],
    ['a word of another list', /\b(?:referents?|case workers?|first-degree|children followed|on line)\b/i],
    ['two spaces', / {2}/]
  ];
  return rules.filter(([, rule]) => rule.test(read)).map(([name]) => name);
}

/** Texts that list the codes of a column, as they stand in its files. */
const OF_CODES = new Set(['meaning_schools_status', 'meaning_pathways_cube_zone_kind', 'meaning_staff_role']);

/** Texts that hold French on purpose: the other language's name, proper names. */
const FRENCH_ON_PURPOSE = new Set([
  'shell_language',
  'shell_language_name',
  'access_appeal_text',
  'catalogue_export_note',
  'data_format_level',
  'data_format_theme'
]);

const blanks = (message: Message): string[] =>
  [...new Set(variants(message).flatMap((text) => text.match(/\{[a-zA-Z]+\}/g) ?? []))].sort();
const tags = (text: string): string[] => [...new Set(text.match(/<[a-z]+>/g) ?? [])].sort();

describe('the messages', () => {
  it('are the same in both languages, with the same blanks and the same tags', () => {
    for (const folder of folders) {
      const english = new Map(messagesOf(folder, 'en'));
      const french = messagesOf(folder, 'fr');
      expect([...english.keys()].sort(), folder).toEqual(french.map(([key]) => key).sort());
      for (const [key, message] of french) {
        const twin = english.get(key)!;
        expect(blanks(twin), key).toEqual(blanks(message));
        expect(tags(variants(twin).join('')), key).toEqual(tags(variants(message).join('')));
      }
    }
  });

  it('are written as French is', () => {
    const faults = textsOf('fr')
      .filter(({ key }) => key !== 'shell_language' && key !== 'shell_language_name' && !OF_CODES.has(key))
      .flatMap(({ key, text }) => frenchFaults(text).map((fault) => `${key}, ${fault}: ${text}`));
    expect(faults).toEqual([]);
  });

  it('are written as English is', () => {
    const faults = textsOf('en')
      .filter(({ key }) => !FRENCH_ON_PURPOSE.has(key) && !OF_CODES.has(key))
      .flatMap(({ key, text }) => englishFaults(text).map((fault) => `${key}, ${fault}: ${text}`));
    expect(faults).toEqual([]);
  });

  it('leave no text empty, and none with a space at its end but for a list', () => {
    for (const language of ['fr', 'en'] as const) {
      for (const { key, text } of textsOf(language)) {
        expect(text, key).not.toBe('');
        if (key !== 'portrait_row_waiting' && key !== 'portrait_colon')
          expect(text, key).toBe(text.trimEnd());
      }
    }
  });
});

describe('the findings in French, as a page says them', () => {
  it('are written as the messages are', () => {
    const known = { file: 'a.csv', row: 3, column: 'uai', found: '4', expected: '9' };
    const faults = findingCodes().flatMap((code) => {
      const told = sentenceFor({ code, severity: 'dropped', ...known });
      // Keys and values of a JSON file stay as they are typed.
      const plain = told.replace(/\{ .*\}|\[\{.*\}\]|"[^"]*"(?::\s"[^"]*")?/g, 'x');
      return frenchFaults(plain).map((fault) => `${code}, ${fault}: ${told}`);
    });
    expect(faults).toEqual([]);
  });
});

describe('the editor', () => {
  it.each([
    ["l'école", 'straight apostrophe'],
    ['Quoi ?', 'narrow space before ; : ! ?'],
    ['Source\u00a0: INSEE', 'narrow space before ; : ! ?'],
    ['oui; non', 'narrow space before ; : ! ?'],
    ['12 %', 'narrow space before %'],
    ['« mot »', 'no-break space inside « »'],
    ['« mot »', 'no-break space inside « »'],
    ['de Anzin', 'elision'],
    ['Ecole', 'capital without its accent'],
    ['12 min', 'unit parted from its number'],
    ['your data', 'word of English']
  ])('sees what is wrong in « %s »', (text, fault) => {
    expect(frenchFaults(text)).toContain(fault);
  });

  it.each([
    ['“a” ; b', 'space before ; : ! ? %'],
    ['12 %', 'space before ; : ! ? %'],
    ['1,5 km', 'decimal comma'],
    ['« word »', 'French quotation marks'],
    ["the school's", 'straight apostrophe'],
    ['Schools en attente', 'word of French'],
    ['two referents', 'a word of another list']
  ])('sees what is wrong in “%s”', (text, fault) => {
    expect(englishFaults(text)).toContain(fault);
  });

  it('lets good texts be', () => {
    const french =
      'À Anzin\u202f: 12,5\u202f% des écoles\u202f; «\u00a0protégé\u00a0», 1\u202f000 élèves, à 14:30.';
    expect(frenchFaults(french)).toEqual([]);
    expect(englishFaults('In Anzin: 12.5% of schools; “protected”, 1,000 pupils.')).toEqual([]);
  });
});
