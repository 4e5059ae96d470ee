// A value can never become SQL, and what people read is what runs.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyOf, int, real, sql, text } from '../../../src/lib/tables/sql.ts';

describe('a question', () => {
  it('binds and casts every value', () => {
    const asked = sql`SELECT ${int(3)}, ${real(1.5)} FROM t WHERE a = ${'x'} AND b = ${true} AND c = ${text(null)}`;
    expect(asked.text).toBe(
      'SELECT ?::INTEGER, ?::DOUBLE FROM t WHERE a = ?::VARCHAR AND b = ?::BOOLEAN AND c = ?::VARCHAR'
    );
    expect(asked.values).toEqual([3, 1.5, 'x', true, null]);
    expect(asked.readable).toBe("SELECT 3, 1.5 FROM t WHERE a = 'x' AND b = true AND c = NULL");
  });

  it('splices fragments with their values in order', () => {
    const where = sql`a = ${'1'} AND b IN ${anyOf(['2', '3'])}`;
    const asked = sql`SELECT ${'0'} WHERE ${where} OR c = ${'4'}`;
    expect(asked.values).toEqual(['0', '1', '2', '3', '4']);
    expect(asked.text.match(/\?/g)).toHaveLength(5);
  });

  it('matches nothing for an empty list', () => {
    expect(sql`a IN ${anyOf([])}`.readable).toBe('a IN (NULL)');
  });

  it('keeps fragments under the line that receives them', () => {
    const inner = sql`
      one
        AND two`;
    expect(
      sql`
        WHERE
          ${inner}
        LIMIT 1`.readable
    ).toBe('WHERE\n  one\n    AND two\nLIMIT 1');
  });

  it('never lets a text out of its quotes', () => {
    fc.assert(
      fc.property(fc.string(), (value) => {
        const asked = sql`SELECT ${value}`;
        expect(asked.text).toBe('SELECT ?::VARCHAR');
        expect(asked.values).toEqual([value]);
      })
    );
    expect(sql`SELECT ${"l'école'; DROP TABLE schools"}`.readable).toBe(
      "SELECT 'l''école''; DROP TABLE schools'"
    );
  });
});
