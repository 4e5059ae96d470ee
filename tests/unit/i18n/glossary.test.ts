// One term for one notion: docs/glossaire.md lists the words that no French text of the interface uses.
import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

type Message = string | { match: Record<string, string> }[];

const plain = (text: string) =>
  text
    .replace(/<\/?[a-z]+>/g, '')
    .replace(/[\u00a0\u202f\u2009]/g, ' ')
    .toLowerCase();

const texts = readdirSync('messages').flatMap((folder) =>
  Object.entries(
    JSON.parse(readFileSync(`messages/${folder}/fr.json`, 'utf8')) as Record<string, Message>
  ).flatMap(([key, message]) =>
    (typeof message === 'string' ? [message] : message.flatMap(({ match }) => Object.values(match))).map(
      (text) => ({ key, text: plain(text) })
    )
  )
);

const rows = readFileSync('docs/glossaire.md', 'utf8')
  .split('\n')
  .filter((line) => line.startsWith('| ') && !line.startsWith('| Terme') && !line.startsWith('| ---'))
  .map((line) => line.split('|').slice(1, -1))
  .map(([term = '', meaning = '', banned = '']) => ({
    term: plain(term.trim()),
    meaning: meaning.trim(),
    banned: banned
      .split(/, (?!\{)/)
      .map((word) => plain(word.trim()))
      .filter(Boolean)
  }));

describe('the glossary', () => {
  it('gives each term a meaning, once', () => {
    expect(rows.length).toBeGreaterThan(15);
    expect(rows.filter(({ meaning }) => meaning === '')).toEqual([]);
    expect(new Set(rows.map(({ term }) => term)).size).toBe(rows.length);
  });

  it.each(rows.map(({ term, banned }) => [term, banned] as const))(
    '« %s » is used by the interface, and none of its other names',
    (term, banned) => {
      const head = term.split(' ')[0]!;
      expect(texts.some(({ text }) => text.includes(head))).toBe(true);
      const found = texts.filter(({ text }) => banned.some((word) => text.includes(word)));
      expect(found).toEqual([]);
    }
  );
});
