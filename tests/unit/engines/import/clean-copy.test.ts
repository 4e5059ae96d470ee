// The copy of a list that a folder keeps: it is read as the list was, without what the list had of persons.
import { describe, expect, it } from 'vitest';
import {
  cleanCopy,
  formatNamed,
  FORMATS,
  importExpected,
  openFile
} from '../../../../src/lib/engines/import/index.ts';
import type { FormatId, SourceFile } from '../../../../src/lib/model/source-files.ts';
import type { Correction } from '../../../../src/lib/model/correction.ts';
import { SAMPLES } from '../../../fixtures/import/samples.ts';
import { textFile } from '../../../fixtures/import/files.ts';

const NO_READING = { matches: {}, corrections: [] };
const text = (bytes: Uint8Array | null) => bytes && new TextDecoder().decode(bytes);
const copied = (source: SourceFile, id: FormatId, isPublic = true, corrections: Correction[] = []) =>
  cleanCopy(source, id, { isPublic, reading: { matches: {}, corrections } });
const rowsOf = async (source: SourceFile, id: FormatId) => importExpected(await openFile(source), id).rows;

describe('the copy of each format', () => {
  const kept = FORMATS.filter(({ origin }) => origin !== 'confidential');
  it.each(kept.map(({ id }) => id))('%s: gives the rows of the file, and itself again', async (id) => {
    const source = SAMPLES[id];
    const bytes = await copied(source, id, false);
    expect(bytes).not.toBeNull();
    const copy = { name: source.name, bytes: bytes! };
    expect(await rowsOf(copy, id)).toEqual(await rowsOf(source, id));
    expect(text(await copied(copy, id, false))).toBe(text(bytes));
  });

  it('is never made of cases, nor of posts, members, absences and rooms for the public', async () => {
    for (const id of ['cases', 'visits', 'staff', 'team-members', 'availabilities', 'rooms'] as const)
      expect(await copied(SAMPLES[id], id), id).toBeNull();
    expect(formatNamed('cases').origin).toBe('confidential');
  });
});

describe('the copy of a list with names', () => {
  const list = textFile(
    'suivies.csv',
    [
      'Écoles du PRE;;;;',
      '',
      'UAI;Statut;Suivie depuis;Référent;Directrice;Observations',
      '0590001F;suivie;2021-2022;Camille Dupont;Sandrine Lefebvre;"Voir Mme Kowalski',
      'au 06 12 34 56 78"',
      '0590002G;suivie;20222023;Zoé Martin;Jeanne Petit;',
      'Lucas Durand;suivie;2022-2023;;;'
    ].join('\n')
  );

  it('has the columns and rows that are read, at their lines; no name, no post and no unread column', async () => {
    const bytes = await copied(list, 'followed-schools');
    expect(text(bytes)!.split('\n').filter(Boolean)).toEqual([
      'UAI;Statut;Suivie depuis',
      '0590001F;suivie;2021-2022',
      '0590002G;suivie;20222023'
    ]);
    const lines = async (source: SourceFile) =>
      (await openFile(source)).records.map(({ line, cells }) => `${line} ${cells[0]}`);
    expect(await lines({ name: list.name, bytes: bytes! })).toEqual((await lines(list)).slice(0, 2));
  });

  it('has the values that were put right, and the correction says nothing more', async () => {
    const correction: Correction = {
      ...{ file: 'suivies.csv', row: 6, column: 'Suivie depuis' },
      ...{ found: '20222023', value: '2022-2023' }
    };
    const bytes = await copied(list, 'followed-schools', true, [correction]);
    expect(text(bytes)).toContain('0590002G;suivie;2022-2023');
    const table = await openFile({ name: list.name, bytes: bytes! });
    const { findings } = importExpected(table, 'followed-schools', {
      ...NO_READING,
      corrections: [correction]
    });
    expect(findings.map(({ code }) => code)).toEqual([]);
  });

  it('is not kept for the service where posts are told by names: a code could be guessed', async () => {
    expect(await copied(list, 'followed-schools', false)).toBeNull();
  });
});
