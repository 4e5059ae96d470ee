// Whatever a service said of its files, rows and reasons add up, and nothing else than what was said changes.
import fc from 'fast-check';
import * as v from 'valibot';
import { expect, it } from 'vitest';
import {
  FORMATS,
  importExpected,
  MatchesSchema,
  openFile,
  proposeMatches
} from '../../../../../src/lib/engines/import/index.ts';
import { recogniseNear } from '../../../../../src/lib/engines/import/matching/recognise-near.ts';
import type { FormatId } from '../../../../../src/lib/model/source-files.ts';
import { findingCodes } from '../../../../../src/lib/i18n/findings/findings.ts';
import type { Correction } from '../../../../../src/lib/model/correction.ts';
import { UnusableInput } from '../../../../../src/lib/model/findings.ts';
import { droppedOf } from '../../../../fixtures/import/files.ts';
import { SAMPLES } from '../../../../fixtures/import/samples.ts';
import { draws } from '../../../../draws.ts';

const tables = new Map(
  await Promise.all(FORMATS.map(async ({ id }) => [id, await openFile(SAMPLES[id])] as const))
);
const ids = FORMATS.map(({ id }) => id);

/** Matches, and corrections of the sample of a format: of its own headers, values and columns, or of nothing that it has. */
const said = fc.constantFrom<FormatId>(...ids).chain((id) => {
  const table = tables.get(id)!;
  const column = fc.constantFrom(
    ...Object.keys(FORMATS.find((one) => one.id === id)!.importer.columns),
    'constructor'
  );
  const header = fc.constantFrom(...table.header, 'N° fiche', '', '__proto__');
  const value = fc.constantFrom(...table.records.flatMap(({ cells }) => cells), 'ULIS', '');
  const ours = fc.oneof(
    fc.constant(null),
    fc.constantFrom('elementaire', 'followed', 'communal', '0590001F', '')
  );
  const matches = fc.record({
    columns: fc.dictionary(column, fc.array(header, { maxLength: 2 }), { maxKeys: 3 }),
    ignored: fc.array(header, { maxLength: 2 }),
    values: fc.dictionary(column, fc.dictionary(value, ours, { maxKeys: 3 }), { maxKeys: 3 })
  });
  const corrections = fc.array(
    fc.record({
      file: fc.constant(table.name),
      row: fc.integer({ min: 1, max: 4 }),
      column: header,
      found: value,
      value
    }),
    { maxLength: 3 }
  ) as fc.Arbitrary<Correction[]>;
  return fc.record({ id: fc.constant(id), matches, corrections });
});

it('reading as a service said ends with rows and reasons that add up, or a refusal with words', () => {
  fc.assert(
    fc.property(said, ({ id, matches: one, corrections }) => {
      const matches = v.parse(MatchesSchema, JSON.parse(JSON.stringify({ [id]: one })));
      const table = tables.get(id)!;
      const before = JSON.stringify(table);
      expect(recogniseNear(table, matches).every(({ score }) => score >= 0 && score <= 1)).toBe(true);
      expect(proposeMatches(table, id, matches).format).toBe(id);
      try {
        const imported = importExpected(table, id, { matches, corrections });
        expect(imported.rows.length + droppedOf(imported).length).toBe(imported.read);
        for (const { code } of imported.findings) expect(findingCodes()).toContain(code);
      } catch (error) {
        if (!(error instanceof UnusableInput)) throw error;
        expect(findingCodes()).toContain(error.finding.code);
      }
      // The table, shared with others, is as it was.
      expect(JSON.stringify(table)).toBe(before);
    }),
    { numRuns: draws() }
  );
});

it('saying nothing changes nothing', () => {
  for (const id of ids) {
    const table = tables.get(id)!;
    expect(importExpected(table, id, { matches: {}, corrections: [] })).toEqual(importExpected(table, id));
  }
});
