import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { MARK_PATTERN, paperMark, paperMarkOf } from '../../../../src/lib/session/kit/paper-mark';

/** The mark made apart: SHA-256 of the text in base 31, its twelve lowest digits, the lowest first. */
function markApart(text: string): string {
  const digest = createHash('sha256')
    .update(text.normalize('NFC').split(/\s+/v).join(' ').trim())
    .digest('hex');
  const letters = Array.from({ length: 12 }, (_, i) =>
    Number((BigInt(`0x${digest}`) / 31n ** BigInt(i)) % 31n)
  ).map((at) => '23456789ABCDEFGHJKMNPQRSTUVWXYZ'[at]);
  return [0, 4, 8].map((from) => letters.slice(from, from + 4).join('')).join('-');
}

const PAPER = ['Couverture 2025', 'Écoles suivies : 41', 'Enfants : 380', 'Collège Nord : protégé'];

describe('the mark of a paper', () => {
  it('is 12 characters that are not read for one another, and that the form takes as they are printed', () => {
    expect(paperMark(PAPER)).toMatch(/^([2-9A-HJKMNP-Z]{4}-){2}[2-9A-HJKMNP-Z]{4}$/);
    expect(paperMark(PAPER)).toMatch(new RegExp(`^${MARK_PATTERN}$`, 'v'));
    expect(paperMarkOf(paperMark(PAPER).toLowerCase().replaceAll('-', ' '))).toBe(paperMark(PAPER));
  });

  it('is another after each of 1,000 changes of a single figure', () => {
    const paper = (changed: number) =>
      Array.from(
        { length: 1000 },
        (_, line) => `École ${line} : ${line === changed ? line + 1 : line} enfants`
      );
    const marks = Array.from({ length: 1000 }, (_, line) => paperMark(paper(line)));
    expect(new Set([paperMark(paper(-1)), ...marks]).size).toBe(1001);
  });

  it('tells two papers of equal title and one different figure apart', () => {
    expect(paperMark(PAPER.with(2, 'Enfants : 381'))).not.toBe(paperMark(PAPER));
  });

  it('takes a protected value as the word that is read, which is neither zero nor empty', () => {
    const marks = ['protégé', '0', ''].map((value) => paperMark(PAPER.with(3, `Collège Nord : ${value}`)));
    expect(new Set(marks).size).toBe(3);
    expect(marks[0]).toBe(paperMark(PAPER));
  });

  it('is the one that code apart finds, of 1,000 texts', () => {
    for (let n = 0; n < 1000; n++) {
      const lines = [`Couverture ${n}`, n % 3 ? `protégé\u00A0: ${n * 7919}` : '', `${n / 7}\n\u202F%`];
      expect(paperMark(lines)).toBe(markApart(lines.join(' ')));
    }
  });

  it('is the same whatever the spaces, the lines and the way an accent is written', () => {
    const spaced = PAPER.map((line) => ` ${line.replaceAll(' ', '\u202F\u00A0')}\t`.normalize('NFD'));
    expect(paperMark(spaced)).toBe(paperMark(PAPER));
    expect(paperMark([PAPER.join('\n\n')])).toBe(paperMark(PAPER));
  });
});
