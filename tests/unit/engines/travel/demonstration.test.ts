// The demonstration can be travelled: every school is reached, on roads and lines that say that they are schematic or fictitious.
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { demoRoadMatrix, demoTravel, writeDemoTravel } from '../../../../scripts/graph/demo-travel.ts';
import { readSchematic } from '../../../../scripts/graph/schematic.ts';
import { decodeGraph } from '../../../../src/lib/engines/travel/graph/graph-file.ts';
import { matrixFromJson } from '../../../../src/lib/engines/travel/matrix-json.ts';
import { NO_ROUTE } from '../../../../src/lib/model/travel/travel-times.ts';
import { readGtfs } from '../../../../src/lib/engines/travel/transit/gtfs.ts';

const demo = await demoTravel('.');
const { places, graphs, timetable, transit } = demo;
const matrices = {
  car: await demoRoadMatrix(graphs.car, places),
  bike: await demoRoadMatrix(graphs.bike, places),
  foot: await demoRoadMatrix(graphs.foot, places),
  transit
};

describe('the demonstration', () => {
  it('has a way between every two schools and towns, by car, bicycle and on foot', () => {
    expect(places.length).toBe(readSchematic('.').places.length);
    for (const matrix of [matrices.car, matrices.bike, matrices.foot]) {
      expect([...matrix.seconds].filter((seconds) => seconds === NO_ROUTE)).toEqual([]);
      expect([...matrix.metres!].filter((metres) => metres === NO_ROUTE)).toEqual([]);
    }
  });

  it('crosses the territory in plausible times', () => {
    const at = (id: string) => places.findIndex((place) => place.id === id);
    const minutes = (mode: keyof typeof matrices, from: string, to: string) =>
      matrices[mode].seconds[at(from) * places.length + at(to)]! / 60;
    // Valenciennes - Condé-sur-l'Escaut: 11.4 km as the crow flies.
    expect(minutes('car', '59606', '59153')).toBeGreaterThan(11);
    expect(minutes('car', '59606', '59153')).toBeLessThan(24);
    expect(minutes('bike', '59606', '59153')).toBeGreaterThan(minutes('car', '59606', '59153'));
    expect(minutes('foot', '59606', '59153')).toBeGreaterThan(minutes('bike', '59606', '59153'));
    // Valenciennes - Anzin: 2.1 km.
    expect(minutes('car', '59606', '59014')).toBeLessThan(6);
    expect(minutes('transit', '59606', '59014')).toBeLessThan(20);
  });

  it('is never slower by its lines than on foot', () => {
    const slower = [...transit.seconds].filter((seconds, cell) => seconds > matrices.foot.seconds[cell]!);
    expect(slower).toEqual([]);
  });

  it('says that its roads are schematic and its lines fictitious', () => {
    expect(decodeGraph(graphs.car).meta.schematic).toBe(true);
    expect(matrices.car.meta.engine).toContain('schematic');
    const feed = readGtfs(timetable);
    expect(feed.publisher).toContain('fictif');
    expect(feed.stops.every(({ name }) => name.includes('(fictif)'))).toBe(true);
    expect(feed.findings).toEqual([]);
    expect(transit.meta.engine).toContain('fictif');
  });

  it('reaches most places by its lines', () => {
    const { seconds } = transit;
    expect(seconds.filter((value) => value !== NO_ROUTE).length / seconds.length).toBeGreaterThan(0.6);
  });

  it('is written the same way twice', async () => {
    const again = await demoTravel('.');
    expect([again.timetable, again.graphs.bike]).toEqual([timetable, graphs.bike]);
  });

  it('ships four small files, and nothing that the page does not load', () => {
    const out = mkdtempSync(join(tmpdir(), 'travel-'));
    writeDemoTravel(demo, out);
    expect(readdirSync(out).sort()).toEqual(['bike.bin', 'car.bin', 'foot.bin', 'matrix-transit.json']);
    const shipped = readFileSync(join(out, 'matrix-transit.json'));
    expect(brotliCompressSync(shipped).length).toBeLessThan(30_000);
    expect(matrixFromJson(JSON.parse(shipped.toString())).matrix.seconds).toEqual(transit.seconds);
    rmSync(out, { recursive: true });
  });
});
