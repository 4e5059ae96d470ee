// The demonstration can be travelled: every school is reached, on roads and lines that say that they are schematic or fictitious.
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeDemoTravel } from '../../../scripts/graph/demo-travel.ts';
import { readSchematic } from '../../../scripts/graph/schematic.ts';
import { decodeGraph } from '../../../src/lib/travel/graph-file.ts';
import { matrixFromJson } from '../../../src/lib/travel/matrix-json.ts';
import { NO_WAY } from '../../../src/lib/travel/port.ts';
import { readGtfs } from '../../../src/lib/travel/transit/gtfs.ts';

const out = mkdtempSync(join(tmpdir(), 'travel-'));
const read = (name: string) => readFileSync(join(out, name));
const matrixOf = (mode: string) => matrixFromJson(JSON.parse(read(`matrix-${mode}.json`).toString()));

beforeAll(async () => {
  await writeDemoTravel('.', out);
});
afterAll(() => rmSync(out, { recursive: true }));

describe('the demonstration', () => {
  it('has a way between every two schools and towns, by car, bicycle and on foot', () => {
    for (const mode of ['car', 'bike', 'foot']) {
      const { matrix, points } = matrixOf(mode);
      expect(points.length).toBe(readSchematic('.').places.length);
      expect([...matrix.seconds].filter((seconds) => seconds === NO_WAY)).toEqual([]);
      expect([...matrix.metres!].filter((metres) => metres === NO_WAY)).toEqual([]);
    }
  });

  it('crosses the territory in plausible times', () => {
    const minutes = (mode: string, from: string, to: string) => {
      const { matrix, points } = matrixOf(mode);
      const at = (id: string) => points.findIndex((point) => point.id === id);
      return matrix.seconds[at(from) * points.length + at(to)]! / 60;
    };
    // Valenciennes - Condé-sur-l'Escaut: 11.4 km as the crow flies.
    expect(minutes('car', '59606', '59153')).toBeGreaterThan(11);
    expect(minutes('car', '59606', '59153')).toBeLessThan(24);
    expect(minutes('bike', '59606', '59153')).toBeGreaterThan(minutes('car', '59606', '59153'));
    expect(minutes('foot', '59606', '59153')).toBeGreaterThan(minutes('bike', '59606', '59153'));
    // Valenciennes - Anzin: 2.1 km.
    expect(minutes('car', '59606', '59014')).toBeLessThan(6);
    expect(minutes('transit', '59606', '59014')).toBeLessThan(20);
  });

  it('says that its roads are schematic and its lines fictitious', () => {
    expect(decodeGraph(new Uint8Array(read('car.bin'))).meta.schematic).toBe(true);
    expect(matrixOf('car').matrix.meta.engine).toContain('schematic');
    const feed = readGtfs(new Uint8Array(read('transit.zip')));
    expect(feed.publisher).toContain('fictif');
    expect(feed.stops.every(({ name }) => name.includes('(fictif)'))).toBe(true);
    expect(feed.findings).toEqual([]);
    expect(matrixOf('transit').matrix.meta.engine).toContain('fictif');
  });

  it('reaches most places by its lines', () => {
    const { seconds } = matrixOf('transit').matrix;
    expect(seconds.filter((value) => value !== NO_WAY).length / seconds.length).toBeGreaterThan(0.6);
  });

  it('is written the same way twice', async () => {
    const before = read('transit.zip');
    const graph = read('bike.bin');
    await writeDemoTravel('.', out);
    expect(read('transit.zip').equals(before) && read('bike.bin').equals(graph)).toBe(true);
  });

  it('keeps to 60 kB a matrix and 1.5 MB in all, compressed', () => {
    // On foot figures are the largest.
    expect(brotliCompressSync(read('matrix-foot.json')).length).toBeLessThan(60_000);
    expect(statSync(join(out, 'transit.zip')).size).toBeLessThan(300_000);
  });
});
