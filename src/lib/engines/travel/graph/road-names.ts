// Names and numbers of the roads of a graph: from the ways of a network to parts of links, and to the columns of the graph file.
import type { RoadWay, RoadName } from '../../../model/travel/road-network.ts';
import type { LinkPart } from './links.ts';
import { NAME_STEPS, type RoadGraph, type RoadNames } from './road-graph.ts';
import type { VarintReader, VarintWriter } from './varint.ts';

/** Roads that a link may name by how recently they were named; older ones, by their place in the table. */
const RECENT = 120;
/** Codes of a part without a name, and of the road of the table that no part has named yet. */
const NAMELESS = 0;
const NEXT = 1;
const FIRST_KNOWN = 2;

/** Whether two roads go by one number, or by one name where neither has a number. */
export const isSameRoad = (a: RoadName, b: RoadName): boolean =>
  a.ref === b.ref && (a.ref !== null || a.name === b.name);

/** A text on one line, null when empty; the first of several, which sources part with semicolons. */
const lineOf = (text: string | undefined): string | null =>
  text?.split(';')[0]!.replace(/\s+/gu, ' ').trim() || null;

/** Text of a road in the file: its name, and its number after a tab. */
const textOf = ({ name, ref }: RoadName): string => (ref === null ? (name ?? '') : `${name ?? ''}\t${ref}`);

function roadOf(text: string): RoadName {
  const [name, ref, ...more] = text.split('\t');
  if (more.length > 0 || !(name || ref)) throw new RangeError('a road without a name');
  return { name: name || null, ref: ref || null };
}

/** Joins parts of one road that follow each other. */
function joined(parts: readonly { road: string; metres: number }[]) {
  const joint: { road: string; metres: number }[] = [];
  for (const { road, metres } of parts) {
    const last = joint[joint.length - 1];
    if (last?.road === road) last.metres += metres;
    else joint.push({ road, metres });
  }
  return joint;
}

/**
 * Names of links; undefined where no way has any.
 *
 * @param links parts of each link, on the ways of the network
 */
export function namesOf(
  links: readonly (readonly LinkPart[])[],
  ways: readonly Pick<RoadWay, 'name' | 'ref'>[]
): RoadNames | undefined {
  const textOfWay = ways.map(({ name, ref }) => textOf({ name: lineOf(name), ref: lineOf(ref) }));
  const start = [0];
  const texts: string[] = [];
  const end: number[] = [];
  for (const parts of links) {
    const all = joined(parts.map(({ way, metres }) => ({ road: textOfWay[way]!, metres })));
    const total = all.reduce((sum, { metres }) => sum + metres, 0);
    let before = 0;
    let walked = 0;
    all.forEach(({ road, metres }, i) => {
      walked += metres;
      const step = i === all.length - 1 ? NAME_STEPS : Math.round((walked / total) * NAME_STEPS);
      // Shorter than a step: left to the parts beside it.
      if (!(step > before) || (step === NAME_STEPS && i < all.length - 1)) return;
      texts.push(road);
      end.push((before = step));
    });
    start.push(texts.length);
  }
  const places = new Map<string, number>();
  for (const part of codedParts(start)) {
    const text = texts[part]!;
    if (text !== '' && !places.has(text)) places.set(text, places.size + 1);
  }
  if (places.size === 0) return undefined;
  return {
    table: [...places.keys()].map(roadOf),
    start: Uint32Array.from(start),
    road: Uint32Array.from(texts, (text) => places.get(text) ?? 0),
    end: Uint8Array.from(end)
  };
}

/** Parts in the order of the file: the first of every link, then the further ones. */
function* codedParts(start: ArrayLike<number>): Generator<number> {
  for (let l = 0; l + 1 < start.length; l++) yield start[l]!;
  for (let l = 0; l + 1 < start.length; l++)
    for (let part = start[l]! + 1; part < start[l + 1]!; part++) yield part;
}

/**
 * Codes of roads: small for those of the links at the same junctions, then for those named lately (move-to-front). Both sides of the file
 * code the same parts in the same order.
 */
class RoadCodes {
  readonly #recent: number[] = [];
  readonly #at = new Map<number, number[]>();
  #named = 0;

  /** @param ends junctions of the link */
  code(road: number, ends: readonly [number, number]): number {
    if (road === 0) return NAMELESS;
    let code = FIRST_KNOWN;
    for (const known of this.#known(ends)) {
      if (known === road) break;
      code++;
    }
    const isKnown = this.#recent.includes(road) || ends.some((node) => this.#at.get(node)?.includes(road));
    if (!isKnown) code = road > this.#named ? NEXT : code + road;
    this.#note(road, ends);
    return code;
  }

  /** @throws {RangeError} for the code of no road */
  road(code: number, ends: readonly [number, number]): number {
    if (code === NAMELESS) return 0;
    let road = code === NEXT ? this.#named + 1 : 0;
    let left = code - FIRST_KNOWN;
    if (road === 0) {
      for (const known of this.#known(ends)) {
        if (left === 0) road = known;
        if (left-- === 0) break;
      }
      if (road === 0) road = left;
      if (road < 1) throw new RangeError('a road outside the table');
    }
    this.#note(road, ends);
    return road;
  }

  /** Roads of the links at the same junctions, then those named lately; each once. */
  *#known(ends: readonly [number, number]): Generator<number> {
    const near: number[] = [];
    for (const node of ends)
      for (const road of this.#at.get(node) ?? [])
        if (!near.includes(road)) {
          near.push(road);
          yield road;
        }
    for (const road of this.#recent) if (!near.includes(road)) yield road;
  }

  #note(road: number, ends: readonly [number, number]): void {
    this.#named = Math.max(this.#named, road);
    for (const node of ends) {
      const roads = this.#at.get(node);
      if (roads) roads.push(road);
      else this.#at.set(node, [road]);
    }
    const place = this.#recent.indexOf(road);
    if (place >= 0) this.#recent.splice(place, 1);
    this.#recent.unshift(road);
    if (this.#recent.length > RECENT) this.#recent.pop();
  }
}

/** Writes the table, then the first part of every link, then the few further parts. */
export function writeRoadNames(
  body: VarintWriter,
  { from, to, names }: Pick<RoadGraph, 'from' | 'to' | 'names'>
): void {
  body.unsigned(names?.table.length ?? 0);
  if (!names) return;
  const { table, start, road, end } = names;
  const text = new TextEncoder().encode(table.map(textOf).join('\n'));
  body.unsigned(text.length);
  body.raw(text);
  const codes = new RoadCodes();
  const links = from.length;
  const codeOf = (part: number, l: number) => codes.code(road[part]!, [from[l]!, to[l]!]);
  for (let l = 0; l < links; l++) body.unsigned(codeOf(start[l]!, l));
  body.unsigned(road.length - links);
  let previous = 0;
  for (let l = 0; l < links; l++) {
    for (let part = start[l]! + 1; part < start[l + 1]!; part++) {
      body.unsigned(l - previous);
      body.unsigned(end[part - 1]!);
      body.unsigned(codeOf(part, l));
      previous = l;
    }
  }
}

/** @throws {RangeError} when what is read are no names of such links. */
export function readRoadNames(
  reader: VarintReader,
  { from, to }: Pick<RoadGraph, 'from' | 'to'>
): RoadNames | undefined {
  const links = from.length;
  const count = reader.unsigned();
  if (count === 0) return undefined;
  const bytes = reader.raw(reader.unsigned());
  const lines = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes).split('\n');
  if (lines.length !== count) throw new RangeError('names');
  const table = lines.map(roadOf);
  const codes = new RoadCodes();
  const roadOfPart = (l: number): number => {
    const road = codes.road(reader.unsigned(), [from[l]!, to[l]!]);
    if (road < 0 || road > count) throw new RangeError('a road outside the table');
    return road;
  };
  const first = Uint32Array.from({ length: links }, (_, l) => roadOfPart(l));
  const more = reader.unsigned();
  if (more > reader.left) throw new RangeError('parts');
  const further: { link: number; begins: number; road: number }[] = [];
  for (let i = 0, link = 0; i < more; i++) {
    link += reader.unsigned();
    const begins = reader.unsigned();
    const last = further[i - 1];
    const after = last?.link === link ? last.begins : 0;
    if (link >= links || begins <= after || begins >= NAME_STEPS)
      throw new RangeError('a part outside its link');
    further.push({ link, begins, road: roadOfPart(link) });
  }
  const start = new Uint32Array(links + 1);
  const road = new Uint32Array(links + more);
  const end = new Uint8Array(links + more).fill(NAME_STEPS);
  let part = 0;
  let next = 0;
  for (let l = 0; l < links; l++) {
    road[part++] = first[l]!;
    for (; further[next]?.link === l; next++) {
      end[part - 1] = further[next]!.begins;
      road[part++] = further[next]!.road;
    }
    start[l + 1] = part;
  }
  return { table, start, road, end };
}
