// A dropped file looked at whole: its rows add up, what is left to say is proposed, and what was said counts.
import { describe, expect, it } from 'vitest';
import {
  droppedBytes,
  FORMATS,
  inspectFile,
  matchColumn,
  matchValue
} from '../../../../../src/lib/engines/import/index.ts';
import { textFile, UAIS } from '../../../../fixtures/import/files.ts';
import { SAMPLES } from '../../../../fixtures/import/samples.ts';

const [A, B] = UAIS;
const LIST = textFile(
  'e.csv',
  `Code établissement;statut;depuis\n${A};suivie;2024-2025\n${B};au choix;jadis\nx;suivie;\n`
);
const inspect = (source: Parameters<typeof droppedBytes>[0], options?: Parameters<typeof inspectFile>[1]) =>
  inspectFile(droppedBytes(source), options);

describe('a dropped file', () => {
  it('of any format has its rows counted, and nothing left to say', async () => {
    for (const { id } of FORMATS) {
      const { format, counts, proposed, doubtful } = await inspect(SAMPLES[id]);
      expect([id, format, proposed?.missing, proposed?.values, doubtful]).toEqual([id, id, [], [], []]);
      expect(counts!.kept! + counts!.dropped!).toBe(counts!.read);
      expect(counts!.kept, id).toBeGreaterThan(0);
    }
  });

  it('with a header of its own waits for it, its rows counted', async () => {
    const { known, format, counts, proposed } = await inspect(LIST);
    expect([known.kind, format]).toEqual(['near', 'followed-schools']);
    expect(counts).toMatchObject({ read: 3, kept: null, dropped: null });
    expect(proposed!.columns[0]).toMatchObject({ header: 'Code établissement', asked: true });
  });

  it('is read once its header and words are matched, its rows in doubt put right', async () => {
    let matches = matchColumn({}, 'followed-schools', 'Code établissement', 'uai');
    matches = matchValue(matches, 'followed-schools', 'status', 'au choix', 'waiting');
    const first = await inspect(LIST, { matches });
    expect(first.counts).toEqual({ read: 3, kept: 2, dropped: 1, doubtful: 1 });
    expect(first.doubtful).toMatchObject([
      { row: 3, column: 'depuis', found: 'jadis' },
      { row: 4, column: 'Code établissement', found: 'x' }
    ]);
    const { findings: _, ...seen } = first.doubtful[0]!;
    const second = await inspect(LIST, { matches, corrections: [{ ...seen, value: '2020-2021' }] });
    expect(second.counts).toMatchObject({ kept: 2, doubtful: 0 });
  });

  it('that keeps no row says why, row by row', async () => {
    const { counts, findings } = await inspect(textFile('e.csv', 'uai;statut\nx;suivie\n'));
    expect(counts).toMatchObject({ read: 1, kept: 0, dropped: 1 });
    expect(findings.map(({ code }) => code)).toEqual(['bad-uai', 'no-usable-row']);
  });

  it('of no use is a value with its reason', async () => {
    const { known, counts, findings } = await inspect(textFile('x.html', '<!doctype html>'));
    expect([known.kind, counts, findings[0]?.code]).toEqual(['unknown', null, 'web-page']);
  });
});
