// The two files of a proof are told apart by what they hold: in any order, under any name.
import { describe, expect, it } from 'vitest';
import {
  kindOf,
  NO_FILES,
  withFiles
} from '../../../../../src/lib/features/sectors/proof/certificate-files.ts';

const file = (name: string, content: unknown) => ({
  name,
  bytes: new TextEncoder().encode(typeof content === 'string' ? content : JSON.stringify(content))
});
const problem = file('a.json', { units: [], referents: [], minutes: [] });
const certificate = file('b.json', { version: 1, claim: 'infeasible', problem: '', scale: 1, tree: {} });

describe('the files given to be checked', () => {
  it('are paired whichever comes first, at once or one after the other', () => {
    for (const files of [
      [problem, certificate],
      [certificate, problem]
    ]) {
      expect(withFiles(NO_FILES, files)).toEqual({ problem, certificate, refused: [] });
      const one = withFiles(NO_FILES, files.slice(0, 1));
      expect(withFiles(one, files.slice(1))).toEqual({ problem, certificate, refused: [] });
    }
  });

  it('are told to be cut short, or to be something else, and do not take the place of a good one', () => {
    const text = new TextDecoder().decode(certificate.bytes);
    expect(kindOf(file('b.json', text.slice(0, -3)))).toBe('cut');
    for (const other of ['', 'units', '3', 'null', '[]', '{}', '{"units": []}', '{"cells": []}'])
      expect(kindOf(file('x', other)), other).toBe('other');
    const pair = withFiles(NO_FILES, [problem, certificate]);
    const after = withFiles(pair, [file('c.json', text.slice(0, 9)), file('d.csv', 'a;b')]);
    expect(after).toMatchObject({ problem, certificate });
    expect(after.refused).toEqual([{ name: 'c.json', kind: 'cut' }, { name: 'd.csv', kind: 'other' }]); // prettier-ignore
  });

  it('are replaced by a newer file of the same kind', () => {
    const newer = file('new.json', { units: [1], referents: [], minutes: [] });
    expect(withFiles(withFiles(NO_FILES, [problem]), [newer]).problem).toBe(newer);
  });
});
