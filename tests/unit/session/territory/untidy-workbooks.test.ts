// Twenty workbooks as services keep them, dropped whole: what the pages say is the truth, or is short of rows that are told; no row goes in silence, no name
// stays.
import { describe, expect, it } from 'vitest';
import { PRES } from '../../../fixtures/untidy/service.ts';
import { verdictOf, type Verdict } from '../../../fixtures/untidy/verdict.ts';
import { WAYS } from '../../../fixtures/untidy/ways.ts';
import { untidy } from '../../../fixtures/untidy/workbooks.ts';

/** One workbook a PRE in the verdict, each in another way; all of them in the long runs. */
const books = PRES.flatMap((key, pre) =>
  WAYS.flatMap((way, at) => (process.env['SOAK'] || at === pre % WAYS.length ? [{ key, pre, way }] : []))
);

const wrong = ({ figures }: Verdict) =>
  Object.entries(figures).flatMap(([name, { is, ...sides }]) => (is === 'wrong' ? [[name, sides]] : []));
const marked = ({ figures }: Verdict) =>
  Object.entries(figures).flatMap(([name, { is }]) => (is === 'marked' ? [name] : []));

describe('an untidy workbook', () => {
  it.each(books)(
    'of $key in the way « $way » says the truth, or what it is short of',
    async ({ pre, way }) => {
      const verdict = await verdictOf(untidy(pre, way));
      if (process.env['SOAK'])
        process.stderr.write(
          `${PRES[pre]} ${way}: ${verdict.guess}; short of: ${marked(verdict).join(', ')}\n`
        );
      expect(wrong(verdict)).toEqual([]);
      expect(verdict.silent).toEqual([]);
      expect(verdict.leaks).toEqual([]);
      expect(verdict.guess).not.toBe('wrong');
    }
  );
});
