// The reader keeps what one that holds the whole file would keep, whatever the file's layout; it never hangs, and stops when asked to.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  extractHeader,
  readExtract,
  type GroundBox,
  type ExtractFile
} from '../../../../../src/lib/engines/ground/index.ts';
import { turnRule } from '../../../../../src/lib/engines/ground/roads/road-rules.ts';
import { UnusableInput } from '../../../../../src/lib/model/findings.ts';
import {
  pbfFile,
  type TestNode,
  type TestRelation,
  type TestWay
} from '../../../../fixtures/ground/osm-pbf.ts';
import { randomExtract, type RandomExtract } from '../../../../fixtures/ground/random-extract.ts';
import { damagedFiles } from '../../../../draws.ts';

const RUNS = { numRuns: damagedFiles() };
const KEYS = new Set(
  'barrier access motor_vehicle place name population amenity highway ref oneway natural landuse waterway'.split(
    ' '
  )
);
const keptTags = (tags: Record<string, string>) =>
  Object.fromEntries(Object.entries(tags).filter(([key]) => KEYS.has(key)));

const isWanted = ({ highway, natural, landuse, waterway }: Record<string, string>) =>
  [highway, natural, landuse, waterway].some((value) => value !== undefined);
const isArea = ({ tags, refs }: TestWay) =>
  refs.length > 3 &&
  refs[0] === refs.at(-1) &&
  (tags['natural'] === 'water' || tags['landuse'] !== undefined);

/** What is kept, said as simply as it can be. */
function naive({ nodes, ways, relations }: RandomExtract, box: GroundBox | null) {
  const place = new Map(nodes.map((node) => [node.id, node]));
  const units = (degrees: number) => Math.round(degrees * 1e7);
  const isInside = (id: number) => {
    const node = place.get(id);
    if (!node || !box) return node !== undefined;
    const [x, y] = [units(node.lon), units(node.lat)];
    return x >= units(box[0]) && x <= units(box[2]) && y >= units(box[1]) && y <= units(box[3]);
  };
  const touches = ({ refs }: TestWay) => (box ? refs.some(isInside) : refs.length > 0);
  const kept = ways.filter((way) => isWanted(way.tags) && touches(way));
  const wayOf = new Map(ways.map((way) => [way.id, way]));
  const isRing = (id: number) => {
    const way = wayOf.get(id);
    return way && touches(way) && way.tags['building'] === undefined;
  };
  const met = relations.filter(
    ({ tags, members }) =>
      tags['type'] === 'multipolygon' &&
      (tags['natural'] ?? tags['landuse']) !== undefined &&
      members.some(({ id }) => isRing(id))
  );
  const closes = (ids: number[]) => {
    const ends = ids.flatMap((id) => [wayOf.get(id)?.refs[0], wayOf.get(id)?.refs.at(-1)]);
    return (
      ids.every(
        (id) => (wayOf.get(id)?.refs.length ?? 0) > 1 && wayOf.get(id)!.refs.every((ref) => place.has(ref))
      ) && ends.every((end) => ends.filter((other) => other === end).length % 2 === 0)
    );
  };
  const rings = ({ members }: TestRelation, role: string) =>
    members.flatMap((member) => (member.role === role ? [member.id] : []));
  const closed = met.filter((one) => rings(one, 'outer').length > 0 && closes(rings(one, 'outer')) && closes(rings(one, 'inner'))); // prettier-ignore
  const tagged = nodes.filter(
    ({ id, tags }) =>
      isInside(id) &&
      tags &&
      ['barrier', 'access', 'motor_vehicle', 'place'].some((key) => tags[key] !== undefined)
  );
  const needed = new Set(tagged.map(({ id }) => id));
  for (const way of kept)
    way.refs.forEach((ref, i) => {
      const beside = [way.refs[i - 1], ref, way.refs[i + 1]];
      if (isArea(way) || !box || beside.some((one) => one !== undefined && isInside(one))) needed.add(ref);
    });
  for (const one of met)
    for (const { id } of one.members) for (const ref of wayOf.get(id)?.refs ?? []) needed.add(ref);
  const points = [...needed].filter((id) => place.has(id)).sort((a, b) => a - b);
  return {
    points: points.map((id) => [id, units(place.get(id)!.lon), units(place.get(id)!.lat)]),
    tags: tagged.map(({ id, tags }) => [id, keptTags(tags!)]),
    ways: kept.map((way) => [way.id, [...way.refs], keptTags(way.tags), isArea(way)]),
    relations: closed.map((one) => [one.id, keptTags(one.tags), rings(one, 'outer'), rings(one, 'inner')]),
    rings: [...new Set(closed.flatMap((one) => one.members.map(({ id }) => id)))].sort((a, b) => a - b),
    turns: relations.flatMap(({ tags, members: [from, via, to] }) => {
      const rule = turnRule(tags);
      return rule ? [[from!.id, via!.id, to!.id, rule === 'only']] : [];
    }),
    missing: [needed.size - points.length, met.length - closed.length]
  };
}

async function read(file: Blob, box: GroundBox | null) {
  const extract = await readExtract(file, box ? { box } : {});
  const { ids, lon, lat, pointTags, ways, relations, memberWays, turns, missing } = extract;
  return {
    points: Array.from(ids, (id, i) => [id, lon[i], lat[i]]),
    tags: [...pointTags].map(([point, tags]) => [ids[point], keptTags(tags)]),
    ways: ways.map(({ id, refs, tags, area }) => [id, Array.from(refs), tags, area]),
    relations: relations.map(({ id, tags, outer, inner }) => [id, keptTags(tags), outer, inner]),
    rings: [...memberWays.keys()].sort((a, b) => a - b),
    turns: turns.map(({ from, via, to, only }) => [from, via, to, only]),
    missing: [missing.points, missing.relations]
  };
}

const orFinding = (work: Promise<unknown>) =>
  work.catch((error: unknown) => {
    if (error instanceof UnusableInput) return error.finding.code;
    throw error;
  });

describe('an extract', () => {
  it('read by slices gives what one held whole gives, clipped or not, in any layout', async () => {
    await fc.assert(
      fc.asyncProperty(randomExtract, fc.boolean(), async (extract, clipped) => {
        const box = clipped ? extract.box : null;
        const expected = naive(extract, box);
        const found = await orFinding(read(new Blob([extract.file]), box));
        const hasRoad = expected.ways.some(
          ([, , tags]) => (tags as { highway?: string }).highway !== undefined
        );
        expect(found).toEqual(hasRoad ? expected : 'pbf-no-road');
      }),
      RUNS
    );
  });

  it('whose bytes were changed is read or refused with a finding, in time', async () => {
    const change = fc.record({ at: fc.nat(), value: fc.nat(255), cut: fc.integer({ min: 0, max: 20 }) });
    await fc.assert(
      fc.asyncProperty(
        randomExtract,
        fc.array(change, { minLength: 1, maxLength: 4 }),
        async (extract, changes) => {
          const bytes = extract.file.slice();
          for (const { at, value } of changes) bytes[at % bytes.length] = value;
          const [{ cut }] = changes as [(typeof changes)[0]];
          const file = new Blob([cut > 10 ? bytes.subarray(0, bytes.length - cut) : bytes]);
          await orFinding(readExtract(file, { box: extract.box }));
        }
      ),
      RUNS
    );
  });

  it('stops at any moment, with the reason that was given', async () => {
    await fc.assert(
      fc.asyncProperty(randomExtract, fc.nat(30), async (extract, moment) => {
        const stop = new AbortController();
        const reason = new Error('enough');
        const blob = new Blob([extract.file]);
        let slices = 0;
        const slice = (from: number, to: number) => {
          if (slices++ === moment % 4) stop.abort(reason);
          return blob.slice(from, to);
        };
        const onProgress = () => {
          if (moment > 15) stop.abort(reason);
        };
        const file: ExtractFile = { size: blob.size, slice };
        const end = await orFinding(
          readExtract(file, { box: extract.box, signal: stop.signal, onProgress })
        ).catch((error: unknown) => error);
        // Read to its end or refused before the stop came.
        if (end instanceof Error) expect(end).toBe(reason);
      }),
      RUNS
    );
  });
});

const NODES: TestNode[] = [
  { id: 1, lon: 3.1, lat: 50.1 },
  { id: 2, lon: 3.2, lat: 50.1 },
  { id: 3, lon: 3.9, lat: 50.1 },
  { id: 4, lon: 4.5, lat: 50.1 }
];
const ROAD: TestWay = { id: 1, refs: [1, 2, 3, 4], tags: { highway: 'primary' } };

describe('the header', () => {
  it('says what the extract covers, its date, and whether it is sorted', async () => {
    const box = [-61.9, -21.4, 55.85, 51.1] as const;
    const file = pbfFile([], {
      box,
      seconds: 1_764_201_600,
      optional: ['Has_Metadata', 'Sort.Type_then_ID']
    });
    expect(await extractHeader(new Blob([file]))).toEqual({ box, date: '2025-11-27', sorted: true });
    const bare = await extractHeader(new Blob([pbfFile([])]));
    expect(bare).toEqual({ box: null, date: null, sorted: false });
  });

  it('that asks for what is not read here is refused by name', async () => {
    const file = pbfFile([{ nodes: NODES, ways: [ROAD] }], {
      features: ['OsmSchema-V0.6', 'HistoricalInformation']
    });
    await expect(readExtract(new Blob([file]))).rejects.toMatchObject({
      finding: { code: 'pbf-feature', found: 'HistoricalInformation' }
    });
  });
});

describe('a block', () => {
  it.each(['lz4', 'zstd'] as const)('packed with %s is refused by name', async (packing) => {
    const file = new Blob([pbfFile([{ nodes: NODES, ways: [ROAD], packing }])]);
    await expect(readExtract(file)).rejects.toMatchObject({
      finding: { code: 'pbf-packing', found: packing }
    });
  });

  it('out of order is refused', async () => {
    const blocks = [{ ways: [ROAD] }, { nodes: NODES }];
    await expect(readExtract(new Blob([pbfFile(blocks)]))).rejects.toMatchObject({
      finding: { code: 'pbf-unsorted' }
    });
  });
});

it('a road that leaves the box is drawn to its first point beyond', async () => {
  const extract = await readExtract(new Blob([pbfFile([{ nodes: NODES, ways: [ROAD], dense: true }])]), {
    box: [3, 50, 3.5, 50.5]
  });
  expect(Array.from(extract.ids)).toEqual([1, 2, 3]);
});

it('a file of 2 GB is read without being held', async () => {
  const start = pbfFile([{ nodes: NODES, ways: [ROAD] }]);
  // Relations of nothing, 30 MB each: the same bytes stand again and again.
  const [first, all] = [pbfFile([]), pbfFile([{ padding: 30_000_000, packing: 'raw' }])];
  const again = all.subarray(first.length);
  const copies = 70;
  const size = start.length + copies * again.length;
  let largest = 0;
  const slice = (from: number, to: number) => {
    const bytes = new Uint8Array(Math.min(to, size) - from);
    largest = Math.max(largest, bytes.length);
    for (let at = 0; at < bytes.length;) {
      const place = from + at;
      const [part, inside] =
        place < start.length ? [start, place] : [again, (place - start.length) % again.length];
      const piece = part.subarray(inside, inside + bytes.length - at);
      bytes.set(piece, at);
      at += piece.length;
    }
    return { arrayBuffer: () => Promise.resolve(bytes.buffer) };
  };
  const extract = await readExtract({ size, slice });
  expect(size).toBeGreaterThan(2 ** 31 - 2 ** 26);
  expect(largest).toBeLessThan(32 * 2 ** 20);
  expect(extract.ways.length).toBe(1);
});
