// What the reader kept, merged list by list: a text that one of the files has as it is, or one written from the keys.
import { isRecordOf, isText, isTime } from '../../model/documents/json.ts';
import type { Json } from '../../model/documents/save-history.ts';
import type { ResultKeys } from './merged-config.ts';
import {
  ACTION_SESSION,
  ACTIONS,
  documentOf,
  isOfKept,
  ITEM_LISTS,
  KEPT_LISTS,
  listOfKept,
  OF_ITSELF,
  REMOVED,
  WHOLE,
  type KeptListName
} from './file-keys.ts';
import type { Hashes } from './history.ts';
import type { MergePlan } from './plan-merge.ts';
import { isAsIn, rebuilt } from './rebuild.ts';

/** List -> its JSON text; a list that nothing is left of is absent. */
export function mergedKept(
  plan: MergePlan,
  keys: ResultKeys,
  hashes: Hashes
): Partial<Record<KeptListName, string>> {
  return Object.fromEntries(
    KEPT_LISTS.flatMap((name) => {
      const text = textOf(name, plan, keys, hashes);
      return text === undefined ? [] : [[name, text]];
    })
  );
}

function textOf(name: KeptListName, plan: MergePlan, keys: ResultKeys, hashes: Hashes): string | undefined {
  const sides = [plan.a, plan.b];
  const texts = sides.map(({ file }) => file.kept[name]);
  if (texts[0] === texts[1]) return texts[0];
  const where = listOfKept(name);
  const isOwn = (key: string) => isOfKept(name, key);
  const like = sides.filter((side) => isAsIn(where, hashes, side.hashes, isOwn));
  if (like.length === 1) return like[0]!.file.kept[name];
  const own = new Map([...keys.get(where)!].filter(([key]) => isOwn(key)));
  const whole = own.get(name === 'actions' ? ACTIONS : WHOLE);
  if (isText(whole)) return whole;
  const documents = texts.map(documentOf);
  const [first, second] = documents;
  // Empty in one of the files, and nothing in the result: it is as that one has it.
  const isEmpty = sides.some((side, at) => documents[at] && ![...side.hashes.get(where)!.keys()].some(isOwn));
  if (own.size === 0 && !isEmpty) return undefined;
  const document = { ...second, ...first };
  const itself = Object.fromEntries(
    OF_ITSELF.flatMap((key) => (document[key] === undefined ? [] : [[key, document[key]]]))
  );
  const value = rebuilt(own, { a: plan.a.keys[where], b: plan.b.keys[where] }, isOwn);
  if (name === 'actions') return JSON.stringify({ ...itself, ...actionsOf(value) });
  const list = ITEM_LISTS[name];
  if (list === undefined) {
    const body = name === 'sessions' ? (value as { story?: Json }).story : value;
    return JSON.stringify({ ...itself, ...(body as object) });
  }
  const { items, gone } = withoutRevived(value as readonly Item[], [first?.gone, second?.gone]);
  return JSON.stringify({ ...itself, [list]: items, gone });
}

/** Sessions of actions by id, and what is kept beside. */
function actionsOf(value: Json) {
  const { [ACTIONS]: beside = {}, ...all } = value as Readonly<
    Record<string, Readonly<Record<string, Json>>>
  >;
  const byId = Object.entries(all).map(([key, one]) => [key.slice(ACTION_SESSION.length), one] as const);
  const edits = byId.flatMap(([id, one]) => {
    const edit = one[REMOVED] === true ? one.edit : one;
    return edit === undefined ? [] : [[id, edit] as const];
  });
  const removed = byId.flatMap(([id, one]) => (one[REMOVED] === true ? [[id, true] as const] : []));
  return { sessions: Object.fromEntries(edits), [REMOVED]: Object.fromEntries(removed), ...beside };
}

type Item = Readonly<Record<string, Json>> & { id: string };

/** Items, and when others were removed: one that stays was changed after its removal. */
function withoutRevived(items: readonly Item[], lists: readonly (Json | undefined)[]) {
  const gone = new Map<string, number>();
  for (const list of lists)
    if (isRecordOf(list, isTime))
      for (const [id, at] of Object.entries(list)) gone.set(id, Math.max(at, gone.get(id) ?? 0));
  const stay = items.map((item) => {
    const removed = gone.get(item.id);
    if (removed === undefined) return item;
    gone.delete(item.id);
    return { ...item, changed: Math.max(Number(item.changed ?? 0), removed + 1) };
  });
  return { items: stay, gone: Object.fromEntries([...gone].sort(([x], [y]) => (x < y ? -1 : 1))) };
}
