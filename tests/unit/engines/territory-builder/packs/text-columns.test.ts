// Columns of packs are found again as they were written, whatever they hold; a damaged one is refused.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  BadColumn,
  readMaybe,
  readNames,
  readNumbers,
  readPlaces,
  readSteps,
  readUais,
  writeMaybe,
  writeNames,
  writeNumbers,
  writePlaces,
  writeSteps,
  writeUais
} from '../../../../../src/lib/engines/territory-builder/packs/text-columns.ts';
import { UAIS } from '../../../../fixtures/import/files.ts';

const whole = fc.oneof(fc.nat(200), fc.nat(100_000), fc.nat(999_999_999));
const readOrRefused = (read: (text: string) => unknown, text: string) => {
  try {
    read(text);
  } catch (error) {
    expect(error).toBeInstanceOf(BadColumn);
  }
};

describe('a column of a pack', () => {
  it('gives back its numbers, small or large, of any sign, known or not', () => {
    fc.assert(
      fc.property(fc.array(whole), fc.array(fc.boolean()), (values, signs) => {
        const signed = values.map((value, at) => (signs[at] ? -value : value) + 0);
        const some = values.map((value, at) => (signs[at] ? null : value));
        expect(readNumbers(writeNumbers(values))).toEqual(values);
        expect(readSteps(writeSteps(signed))).toEqual(signed);
        expect(readMaybe(writeMaybe(some))).toEqual(some);
      })
    );
    expect(readMaybe(writeMaybe([89.5, null, 110.4], 10), 10)).toEqual([89.5, null, 110.4]);
  });

  it('gives back its degrees to a metre', () => {
    const degrees = fc.option(fc.double({ min: -180, max: 180, noNaN: true }));
    fc.assert(
      fc.property(fc.array(degrees), (values) => {
        const found = readPlaces(writePlaces(values));
        expect(found).toHaveLength(values.length);
        found.forEach((value, at) => {
          expect(value === null).toBe(values[at] === null);
          expect(Math.abs((value ?? 0) - (values[at] ?? 0))).toBeLessThanOrEqual(0.000_005_1);
        });
      })
    );
  });

  it('gives back its names and its UAI', () => {
    const names = [
      'Lille',
      'Lillebonne',
      'Lillers',
      '',
      'Marcq-en-Barœul',
      "L'Haÿ-les-Roses",
      'Paris 1er Arrondissement'
    ];
    expect(readNames(writeNames(names))).toEqual(names);
    expect(() => writeNames(['a#b'])).toThrow(BadColumn);
    const letters = fc.string({ unit: fc.constantFrom('a', 'b', 'é', '-', "'", ' ', 'Z') });
    fc.assert(
      fc.property(fc.array(letters), (some) => {
        expect(readNames(writeNames(some))).toEqual(some);
      })
    );
    expect(readUais(writeUais(UAIS))).toEqual([...UAIS]);
  });

  it('that is damaged is refused, never read as something else than a column', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        for (const read of [readNumbers, readSteps, readNames, readPlaces]) readOrRefused(read, text);
      })
    );
    expect(() => readNumbers('é')).toThrow(BadColumn);
    expect(() => readNumbers('~')).toThrow(BadColumn);
  });
});
