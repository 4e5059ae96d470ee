// What is read of an OpenStreetMap extract: everything that graphs of roads and the street map need, clipped to a box.

/** A file that is read by slices: a `Blob` of the page, or what the shell opens. */
export interface ExtractFile {
  size: number;
  name?: string;
  slice(from: number, to: number): { arrayBuffer(): Promise<ArrayBuffer> };
  /** A quicker way than the browsers' own to open zlib data, of `size` bytes once open; an error when they are not. */
  inflate?(zlib: Uint8Array, size: number): Promise<Uint8Array>;
}

export type Tags = Readonly<Record<string, string>>;

/** [west, south, east, north], degrees WGS84; never across the antimeridian. */
export type GroundBox = readonly [west: number, south: number, east: number, north: number];

/** Ids are those of OpenStreetMap: whole numbers beyond 2^32, held as doubles. */
export interface ExtractWay {
  id: number;
  /** Ids of its points, in order; a point that the extract lacks has no position. */
  refs: Float64Array;
  tags: Tags;
  /** Closed, and its tags speak of a surface. */
  area: boolean;
}

/** A surface whose rings are ways: `memberWays` holds those that the extract has. */
export interface ExtractRelation {
  id: number;
  tags: Tags;
  outer: readonly number[];
  inner: readonly number[];
}

/** A rule of turns at one point (`type=restriction`). */
export interface ExtractTurn {
  /** Ids of ways. */
  from: number;
  to: number;
  /** Id of the point. */
  via: number;
  only: boolean;
}

export interface Extract {
  box: GroundBox;
  /** Date of the data, `YYYY-MM-DD`; null when the file does not say. */
  date: string | null;
  /** Ids of the points, ascending; positions in units of 1e-7 degree, in the same order. */
  ids: Float64Array;
  lon: Int32Array;
  lat: Int32Array;
  /** Tags of the points that have a meaning of their own, by index in `ids`. */
  pointTags: ReadonlyMap<number, Tags>;
  ways: readonly ExtractWay[];
  relations: readonly ExtractRelation[];
  memberWays: ReadonlyMap<number, ExtractWay>;
  turns: readonly ExtractTurn[];
  /** Left out: points that ways name and the file lacks, relations whose rings do not close. */
  missing: { points: number; relations: number };
}

/** Where the point of an id lies, [longitude, latitude] in degrees; null when the extract lacks it. */
export function positionFinder({ ids, lon, lat }: Extract): (id: number) => [number, number] | null {
  return (id) => {
    let [low, high] = [0, ids.length - 1];
    while (low <= high) {
      const middle = (low + high) >>> 1;
      const found = ids[middle]!;
      if (found === id) return [lon[middle]! / 1e7, lat[middle]! / 1e7];
      if (found < id) low = middle + 1;
      else high = middle - 1;
    }
    return null;
  };
}
