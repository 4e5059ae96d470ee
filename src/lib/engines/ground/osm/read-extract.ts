// Reads an OpenStreetMap extract in passes over the file: memory holds what lies in the box, and one block.
//
// 1. Points in the box, then the ways that touch it, then the relations of these: in the order of a sorted file.
// 2. Rings of surfaces that the first pass passed over, then the points outside of the box that surfaces need, and the next one of each
//    line that leaves it. Only the blocks whose ids may hold some are read again.
import { valueWord } from '../../../model/findings.ts';
import type {
  GroundBox,
  Extract,
  ExtractFile,
  ExtractRelation,
  ExtractTurn,
  ExtractWay,
  Tags
} from '../extract.ts';
import { OsmBlock } from './blocks.ts';
import { unpackedBlobs, type BlobPlace, type UnpackedBlob } from './blobs.ts';
import {
  NumberColumn,
  floats,
  hasBetween,
  IdSet,
  integers,
  mergedPoints,
  NO_POINTS,
  type Points
} from '../columns.ts';
import { extractHeader } from './header.ts';
import { GROUND_KEPT, ROADS_KEPT, type Kept } from './kept.ts';
import { readDensePoints, readPoint, type PointReading } from './points.ts';
import type { Cursor } from './protobuf.ts';
import { checkBox, extractRefusal } from './refusals.ts';
import { closes } from './rings.ts';
import { rawWay, readRelation, readWay, refsOf } from './ways.ts';

export interface ExtractOptions {
  /** What is read, degrees; the whole file without it. */
  box?: GroundBox;
  /** Must be covered by the extract; by default `box`, which may have a margin. */
  covered?: GroundBox;
  /** For graphs of roads alone: neither water nor land nor places. */
  roadsOnly?: boolean;
  signal?: AbortSignal;
  /** @param share from 0 to 1 */
  onProgress?: (share: number) => void;
}

/** Fields of a group, by what they hold. */
const POINT = 1;
const DENSE = 2;
const WAY = 3;
const RELATION = 4;

/** Ids of the points and of the ways that a block holds. */
interface Span {
  place: BlobPlace;
  points: [least: number, most: number];
  ways: [least: number, most: number];
}

/** Share of the work before the second pass. */
const FIRST_PASS = 0.6;

/**
 * Reads what the graphs of roads and the street map need.
 *
 * Surfaces whose rings do not close within the extract are left out and counted. A surface or a line that surrounds the box, or crosses it,
 * without a point of its own inside is not seen.
 *
 * @throws UnusableInput with the way on, when the file is none that can be read (see i18n/findings) or does not cover the box
 * @throws the signal's reason
 */
export async function readExtract(file: ExtractFile, options: ExtractOptions = {}): Promise<Extract> {
  const { box, signal } = options;
  const header = await extractHeader(file);
  if (box) checkBox(file, box, null);
  const covered = options.covered ?? box;
  if (covered) checkBox(file, covered, header.box);
  signal?.throwIfAborted();
  const reading = new Reading(file, box ?? null, options.roadsOnly ? ROADS_KEPT() : GROUND_KEPT(), options);
  await reading.firstPass();
  await reading.secondPass();
  options.onProgress?.(1);
  return { ...reading.result(), box: box ?? header.box ?? reading.bounds(), date: header.date };
}

class Reading {
  readonly #file: ExtractFile;
  readonly #kept: Kept;
  readonly #options: ExtractOptions;
  readonly #box: PointReading['box'];
  readonly #ids = new NumberColumn(floats);
  readonly #lon = new NumberColumn(integers);
  readonly #lat = new NumberColumn(integers);
  readonly #tagged = new Map<number, Tags>();
  readonly #spans: Span[] = [];
  readonly #ways: ExtractWay[] = [];
  /** By id: those that are kept, and those that may be rings. */
  readonly #candidates = new Map<number, ExtractWay>();
  readonly #memberWays = new Map<number, ExtractWay>();
  readonly #turns: ExtractTurn[] = [];
  #relations: ExtractRelation[] = [];
  /** Points of the box, once all are read. */
  #inside: IdSet | null = null;
  #missingPoints = 0;
  #openRelations = 0;
  #points: Points = NO_POINTS();
  #shown = 0;

  constructor(file: ExtractFile, box: GroundBox | null, kept: Kept, options: ExtractOptions) {
    this.#file = file;
    this.#kept = kept;
    this.#options = options;
    const units = box?.map((degrees) => Math.round(degrees * 1e7)) as
      [number, number, number, number] | undefined;
    this.#box = units ?? null;
  }

  async firstPass(): Promise<void> {
    /** Kind and id of the element before, to refuse a file that is not sorted. */
    let kind = 0;
    let last = -Infinity;
    const inOrder = (of: 1 | 2 | 3, id: number) => {
      if (of > kind) [kind, last] = [of, -Infinity];
      if (of < kind || id <= last) throw extractRefusal(this.#file, 'pbf-unsorted');
      last = id;
    };
    for await (const blob of unpackedBlobs(this.#file)) {
      const span: Span = { place: blob.place, points: [Infinity, -Infinity], ways: [Infinity, -Infinity] };
      const points: PointReading = {
        box: this.#box,
        seen: (id) => {
          inOrder(1, id);
          if (id < span.points[0]) span.points[0] = id;
          span.points[1] = id;
        },
        found: (id, lon, lat) => {
          this.#ids.push(id);
          this.#lon.push(lon);
          this.#lat.push(lat);
        },
        tags: {
          keys: this.#kept.pointKeys,
          kept: this.#kept.tagKeys,
          found: (id, tags) => {
            if (this.#kept.isPoint(tags)) this.#tagged.set(id, tags);
          }
        }
      };
      this.#elements(blob, (block, field, message) => {
        if (field === DENSE) readDensePoints(block, message, points);
        else if (field === POINT) readPoint(block, message, points);
        else if (field === WAY) {
          const raw = rawWay(message);
          inOrder(2, raw.id);
          if (raw.id < span.ways[0]) span.ways[0] = raw.id;
          span.ways[1] = raw.id;
          this.#way(block, raw);
        } else if (field === RELATION) {
          const { id, surface, turn } = readRelation(block, message, this.#kept);
          inOrder(3, id);
          if (turn) this.#turns.push(turn);
          if (surface && [...surface.outer, ...surface.inner].some((ring) => this.#candidates.has(ring)))
            this.#relations.push(surface);
        }
      });
      this.#spans.push(span);
      this.#progress((blob.place.end / this.#file.size) * FIRST_PASS);
    }
    this.#pointsOfBox();
    if (!this.#ways.some(({ tags }) => tags['highway'] !== undefined))
      throw extractRefusal(this.#file, 'pbf-no-road', { expected: 'highway=*' });
    for (const { outer, inner } of this.#relations)
      for (const ring of [...outer, ...inner]) {
        const way = this.#candidates.get(ring);
        if (way) this.#memberWays.set(ring, way);
      }
  }

  #pointsOfBox(): IdSet {
    return (this.#inside ??= new IdSet(this.#ids.take()));
  }

  #way(block: OsmBlock, raw: ReturnType<typeof rawWay>): void {
    const inside = this.#pointsOfBox();
    const read = readWay(block, raw, this.#kept, this.#box ? inside : null);
    if (!read) return;
    if (read.isKept) this.#ways.push(read.way);
    this.#candidates.set(read.way.id, read.way);
  }

  async secondPass(): Promise<void> {
    await this.#missingRings();
    this.#candidates.clear();
    const inside = this.#pointsOfBox();
    const used = new Uint8Array(inside.ids.length);
    const outside = new Set<number>();
    const need = (ref: number) => {
      const index = inside.indexOf(ref);
      if (index >= 0) used[index] = 1;
      else outside.add(ref);
    };
    for (const { refs, area } of this.#ways) {
      if (area || !this.#box) refs.forEach(need);
      else
        refs.forEach((ref, i) => {
          const index = inside.indexOf(ref);
          if (index < 0) return;
          used[index] = 1;
          if (i > 0) need(refs[i - 1]!);
          if (i + 1 < refs.length) need(refs[i + 1]!);
        });
    }
    for (const { refs } of this.#memberWays.values()) refs.forEach(need);
    for (const id of this.#tagged.keys()) need(id);
    const beyond = this.#box ? await this.#pointsBeyond(Float64Array.from(outside).sort()) : NO_POINTS();
    this.#missingPoints = outside.size - beyond.ids.length;
    const all = { ids: inside.ids, lon: this.#lon.take(), lat: this.#lat.take() };
    this.#points = mergedPoints(all, used, beyond);
    this.#keepClosed();
  }

  async #missingRings(): Promise<void> {
    const missing = new Set<number>();
    for (const { outer, inner } of this.#relations)
      for (const ring of [...outer, ...inner]) if (!this.#memberWays.has(ring)) missing.add(ring);
    const ascending = Float64Array.from(missing).sort();
    await this.#again(
      ({ ways }) => ways,
      ascending,
      (_, field, message) => {
        if (field !== WAY) return;
        const raw = rawWay(message);
        if (missing.has(raw.id))
          this.#memberWays.set(raw.id, { id: raw.id, refs: refsOf(raw), tags: {}, area: false });
      }
    );
  }

  async #pointsBeyond(ascending: Float64Array): Promise<Points> {
    const wanted = new IdSet(ascending);
    const [ids, lons, lats] = [
      new NumberColumn(floats),
      new NumberColumn(integers),
      new NumberColumn(integers)
    ];
    const points: PointReading = {
      box: null,
      seen: () => undefined,
      found: (id, lon, lat) => {
        if (wanted.indexOf(id) < 0) return;
        ids.push(id);
        lons.push(lon);
        lats.push(lat);
      }
    };
    await this.#again(
      ({ points: span }) => span,
      ascending,
      (block, field, message) => {
        if (field === DENSE) readDensePoints(block, message, points);
        else if (field === POINT) readPoint(block, message, points);
      }
    );
    return { ids: ids.take(), lon: lons.take(), lat: lats.take() };
  }

  /** Reads again the blocks that may hold one of these ids. */
  async #again(
    spanOf: (span: Span) => readonly [number, number],
    ascending: Float64Array,
    visit: (block: OsmBlock, field: number, message: Cursor) => void
  ): Promise<void> {
    const places = this.#spans.flatMap((span) =>
      hasBetween(ascending, ...spanOf(span)) ? [span.place] : []
    );
    for await (const blob of unpackedBlobs(this.#file, places)) {
      this.#elements(blob, visit);
      this.#progress(FIRST_PASS + (blob.place.end / this.#file.size) * (1 - FIRST_PASS));
    }
  }

  /** Elements of a block, each by its field; whatever is wrong there names the block. */
  #elements(
    { content, place }: UnpackedBlob,
    visit: (block: OsmBlock, field: number, message: Cursor) => void
  ): void {
    this.#options.signal?.throwIfAborted();
    try {
      const block = new OsmBlock(content);
      for (const group of block.groups)
        while (group.more) {
          const key = group.varint();
          if (key % 8 === 2) visit(block, Math.floor(key / 8), group.message());
          else group.skip(key % 8);
        }
    } catch (cause) {
      if (!(cause instanceof RangeError)) throw cause;
      throw extractRefusal(this.#file, 'pbf-damaged', { found: valueWord('block', place.number + 1) }, cause);
    }
  }

  #keepClosed(): void {
    const points = new IdSet(this.#points.ids);
    const located = (id: number) => points.indexOf(id) >= 0;
    const all = this.#relations;
    this.#relations = all.filter((relation) => closes(relation, this.#memberWays, located));
    this.#openRelations = all.length - this.#relations.length;
    const rings = new Set(this.#relations.flatMap(({ outer, inner }) => [...outer, ...inner]));
    for (const id of this.#memberWays.keys()) if (!rings.has(id)) this.#memberWays.delete(id);
  }

  #progress(share: number): void {
    if (share < this.#shown + 0.01) return;
    this.#shown = share;
    this.#options.onProgress?.(share);
  }

  result(): Omit<Extract, 'box' | 'date'> {
    const points = new IdSet(this.#points.ids);
    const pointTags = new Map([...this.#tagged].map(([id, tags]) => [points.indexOf(id), tags]));
    return {
      ...this.#points,
      pointTags,
      ways: this.#ways,
      relations: this.#relations,
      memberWays: this.#memberWays,
      turns: this.#turns,
      missing: { points: this.#missingPoints, relations: this.#openRelations }
    };
  }

  /** Of the points that are kept, degrees. */
  bounds(): GroundBox {
    const { lon, lat } = this.#points;
    const least = (values: Int32Array) => values.reduce((a, b) => Math.min(a, b), 1.8e9) / 1e7;
    const most = (values: Int32Array) => values.reduce((a, b) => Math.max(a, b), -1.8e9) / 1e7;
    return [least(lon), least(lat), most(lon), most(lat)];
  }
}
