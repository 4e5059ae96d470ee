// What can be undone, kept for a reload: told again it gives the same plan; what others wrote there is borne.
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Move, Plan } from '../../../src/lib/model/plan.ts';
import { undoHistory } from '../../../src/lib/storage/kept-here.ts';
import { applyMoves, diffPlans, invertMoves } from '../../../src/lib/model/assignment/plan-moves.ts';
import { History } from '../../../src/lib/session/kit/history.svelte.ts';
import { draws } from '../../draws.ts';

const store = new Map<string, string>();
const session = new Proxy({} as Storage, {
  get: (_, key) =>
    ({
      getItem: (name: string) => store.get(name) ?? null,
      setItem: (name: string, text: string) => void store.set(name, text),
      removeItem: (name: string) => void store.delete(name)
    })[String(key)],
  ownKeys: () => [...store.keys()],
  getOwnPropertyDescriptor: () => ({ enumerable: true, configurable: true })
});
beforeEach(() => {
  store.clear();
  vi.stubGlobal('sessionStorage', session);
});
afterEach(() => vi.unstubAllGlobals());

const readHistory = (text: string) => {
  store.set('maillage.undo.1', text);
  return undoHistory.read('1');
};

const TODAY: Plan = { referents: { a: 'r1', b: 'r2' }, coordinators: { r1: 'c1' } };
const plan: fc.Arbitrary<Plan> = fc.record({
  referents: fc.dictionary(fc.constantFrom('a', 'b'), fc.constantFrom('r1', 'r2')),
  coordinators: fc.dictionary(fc.constant('r1'), fc.constantFrom('c1', 'c2'))
});

/** A plan and its history, as the page Secteurs has them. */
class Planned {
  readonly history = new History<readonly Move[]>();
  plan = TODAY;

  change(to: Plan): void {
    const moves = diffPlans(this.plan, to);
    if (moves.length > 0) this.history.remember(moves);
    this.plan = applyMoves(this.plan, moves);
  }

  undo(): void {
    this.plan = applyMoves(this.plan, invertMoves(this.history.undo() ?? []));
  }

  redo(): void {
    this.plan = applyMoves(this.plan, this.history.redo() ?? []);
  }
}

describe('what can be undone, kept for a reload', () => {
  it('told again from today, it gives the plan on screen, and undoes and redoes alike', () => {
    fc.assert(
      fc.property(fc.array(plan, { maxLength: 5 }), fc.nat(3), (plans, back) => {
        const page = new Planned();
        for (const next of plans) page.change(next);
        for (let i = 0; i < back; i++) page.undo();
        undoHistory.keep({ done: page.history.done, undone: page.history.undone }, '1');
        const kept = undoHistory.read('1')!;
        const again = new Planned();
        again.history.reset(kept.done, kept.undone);
        again.plan = applyMoves(TODAY, kept.done.flat());
        expect(again.plan).toEqual(page.plan);
        for (const one of [page, again]) one.redo();
        expect(again.plan).toEqual(page.plan);
        while (again.history.canUndo) again.undo();
        expect(again.plan).toEqual(TODAY);
      }),
      { numRuns: draws() }
    );
  });

  it('is none when damaged, of another version, or of another territory', () => {
    undoHistory.keep({ done: [], undone: [] }, '1');
    expect(undoHistory.read('2')).toBeNull();
    expect(readHistory('{"version":9,"done":[],"undone":[]}')).toBeNull();
    expect(readHistory('{"version":1,"done":[[{"kind":"x"}]],"undone":[]}')).toBeNull();
    fc.assert(fc.property(fc.oneof(fc.string(), fc.json()), (text) => void readHistory(text)));
  });

  it('is forgotten when asked, and where there is no room', () => {
    undoHistory.keep({ done: [], undone: [] }, '1');
    undoHistory.keep(null, '1');
    expect(undoHistory.read('1')).toBeNull();
    undoHistory.keep({ done: [], undone: [] }, '1');
    store.set('another', 'kept');
    undoHistory.forget();
    expect([...store.keys()]).toEqual(['another']);
    undoHistory.keep({ done: [], undone: [] }, '1');
    vi.stubGlobal('sessionStorage', { ...session, getItem: session.getItem.bind(session), removeItem: session.removeItem.bind(session), setItem: () => { throw new Error('full'); } }); // prettier-ignore
    undoHistory.keep({ done: [], undone: [] }, '1');
    expect(undoHistory.read('1')).toBeNull();
  });
});
