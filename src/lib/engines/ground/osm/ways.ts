// The ways and relations of a block.
import { turnRule } from '../roads/road-rules.ts';
import type { ExtractRelation, ExtractTurn, ExtractWay } from '../extract.ts';
import { EMPTY, type OsmBlock } from './blocks.ts';
import type { IdSet } from '../columns.ts';
import type { Kept } from './kept.ts';
import { hasMarked } from './points.ts';
import { readSums, type Cursor } from './protobuf.ts';

interface RawWay {
  id: number;
  keys: Cursor;
  values: Cursor;
  refs: Cursor;
}

/** @param message a `Way` */
export function rawWay(message: Cursor): RawWay {
  const way: RawWay = { id: 0, keys: EMPTY, values: EMPTY, refs: EMPTY };
  while (message.more) {
    const key = message.varint();
    if (key === 8) way.id = message.varint();
    else if (key === 18) way.keys = message.message();
    else if (key === 26) way.values = message.message();
    else if (key === 66) way.refs = message.message();
    else message.skip(key % 8);
  }
  return way;
}

let scratch = new Float64Array(1024);

/** Puts the ids of the points of a way in `scratch`. @returns how many there are */
function readRefs({ refs }: RawWay): number {
  if (refs.end - refs.at > scratch.length) scratch = new Float64Array(refs.end - refs.at);
  return readSums(refs, scratch);
}

/** Ids of the points of a way. */
export const refsOf = (raw: RawWay): Float64Array => {
  const count = readRefs(raw);
  return scratch.slice(0, count);
};

function touches(inside: IdSet, count: number): boolean {
  for (let i = 0; i < count; i++) if (inside.indexOf(scratch[i]!) >= 0) return true;
  return false;
}

/**
 * A way that is kept, or that may be a ring of a surface; null for the others.
 * @param inside points of which it must have one; null: it need not
 */
export function readWay(
  block: OsmBlock,
  raw: RawWay,
  kept: Kept,
  inside: IdSet | null
): { way: ExtractWay; isKept: boolean } | null {
  const wanted = hasMarked(raw.keys, block.strings.marks(kept.wayKeys));
  if (!wanted && (!kept.hasSurfaces || hasMarked(raw.keys, block.strings.marks(kept.neverRings))))
    return null;
  const count = readRefs(raw);
  if (count === 0 || (inside && !touches(inside, count))) return null;
  const refs = scratch.slice(0, count);
  const tags = wanted ? block.tags(raw.keys, raw.values, block.strings.marks(kept.tagKeys)) : {};
  const isKept = wanted && kept.isWay(tags);
  const isClosed = count > 3 && refs[0] === refs[count - 1];
  return { way: { id: raw.id, refs, tags, area: isKept && isClosed && kept.isArea(tags) }, isKept };
}

const MEMBER_WAY = 1;
const MEMBER_POINT = 0;

interface Member {
  id: number;
  role: string;
  kind: number;
}

/** @param message a `Relation` */
export function readRelation(
  block: OsmBlock,
  message: Cursor,
  kept: Kept
): { id: number; surface: ExtractRelation | null; turn: ExtractTurn | null } {
  let id = 0;
  let [keys, values, roles, members, kinds] = [EMPTY, EMPTY, EMPTY, EMPTY, EMPTY];
  while (message.more) {
    const key = message.varint();
    if (key === 8) id = message.varint();
    else if (key === 18) keys = message.message();
    else if (key === 26) values = message.message();
    else if (key === 66) roles = message.message();
    else if (key === 74) members = message.message();
    else if (key === 82) kinds = message.message();
    else message.skip(key % 8);
  }
  const none = { id, surface: null, turn: null };
  const tags = block.tags(keys, values, block.strings.marks(kept.tagKeys));
  const isSurface = kept.isSurface(tags);
  const rule = isSurface ? undefined : turnRule(tags);
  if (!isSurface && !rule) return none;
  const list: Member[] = [];
  let member = 0;
  while (members.more) {
    member += members.zigzag();
    list.push({ id: member, role: block.strings.get(roles.varint()), kind: kinds.varint() });
  }
  if (rule) return { ...none, turn: turnOf(list, rule === 'only') };
  const rings = list.filter(({ kind }) => kind === MEMBER_WAY);
  const idsOf = (inner: boolean) =>
    rings.flatMap(({ id: ring, role }) => ((role === 'inner') === inner ? [ring] : []));
  return { ...none, surface: { id, tags, outer: idsOf(false), inner: idsOf(true) } };
}

/** The turn of a rule over one point; none for the rules over ways. */
function turnOf(members: readonly Member[], only: boolean): ExtractTurn | null {
  const idsOf = (role: string, kind: number) =>
    members.flatMap((member) => (member.role === role && member.kind === kind ? [member.id] : []));
  const [via, ...otherVia] = idsOf('via', MEMBER_POINT);
  const [from, ...otherFrom] = idsOf('from', MEMBER_WAY);
  const [to, ...otherTo] = idsOf('to', MEMBER_WAY);
  if (via === undefined || from === undefined || to === undefined) return null;
  const others = otherVia.length + otherFrom.length + otherTo.length + idsOf('via', MEMBER_WAY).length;
  return others > 0 ? null : { from, to, via, only };
}
