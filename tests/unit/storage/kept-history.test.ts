// What can be undone, kept for a reload: told again it gives the same plan; what others wrote there is borne.
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Move, Plan } from '../../../src/lib/model/plan.ts';
import { forgetHistories, forgetHistory, keepHistory, keptHistory, readHistory } from '../../../src/lib/storage/kept-history.ts'; // prettier-ignore
import { historyOf, redo, replayed, step, undo } from '../../../src/lib/model/assignment/plan-moves.ts';

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

const TODAY: Plan = { referents: { a: 'r1', b: 'r2' }, coordinators: { r1: 'c1' } };
const move = fc.record<Move>({
  kind: fc.constantFrom('unit', 'referent'),
  id: fc.constantFrom('a', 'b', 'r1'),
  from: fc.constantFrom('r1', 'r2', null),
  to: fc.constantFrom('r1', 'r2', null)
});

/** Moves from where each stands. */
function real(plan: Plan, moves: readonly Move[]): Move[] {
  const seen = new Set<string>();
  return moves.flatMap((one) => {
    const table = one.kind === 'unit' ? plan.referents : plan.coordinators;
    const first = !seen.has(one.kind + one.id);
    seen.add(one.kind + one.id);
    return first ? [{ ...one, from: table[one.id] ?? null }] : [];
  });
}

describe('what can be undone, kept for a reload', () => {
  it('told again from today, it gives the plan on screen, and undoes and redoes alike', () => {
    fc.assert(
      fc.property(fc.array(fc.array(move, { maxLength: 3 }), { maxLength: 5 }), fc.nat(3), (steps, back) => {
        let history = steps.reduce((sofar, moves) => step(sofar, real(sofar.plan, moves)), historyOf(TODAY));
        for (let i = 0; i < back; i++) history = undo(history);
        keepHistory('1', { link: '#x', done: history.done, undone: history.undone });
        const kept = keptHistory('1')!;
        const again = replayed(TODAY, kept);
        expect(kept.link).toBe('#x');
        expect(again).toEqual(history);
        expect(redo(again)).toEqual(redo(history));
      }),
      { numRuns: 100 }
    );
  });

  it('is none when damaged, of another version, or of another territory', () => {
    keepHistory('1', { link: '', done: [], undone: [] });
    expect(keptHistory('2')).toBeNull();
    expect(readHistory('{"version":9,"link":"","done":[],"undone":[]}')).toBeNull();
    expect(readHistory('{"version":1,"link":"","done":[[{"kind":"x"}]],"undone":[]}')).toBeNull();
    fc.assert(fc.property(fc.oneof(fc.string(), fc.json()), (text) => void readHistory(text)));
  });

  it('is forgotten when asked, and where there is no room', () => {
    keepHistory('1', { link: '', done: [], undone: [] });
    forgetHistory('1');
    expect(keptHistory('1')).toBeNull();
    keepHistory('1', { link: '', done: [], undone: [] });
    store.set('another', 'kept');
    forgetHistories();
    expect([...store.keys()]).toEqual(['another']);
    keepHistory('1', { link: '', done: [], undone: [] });
    vi.stubGlobal('sessionStorage', { ...session, getItem: session.getItem.bind(session), removeItem: session.removeItem.bind(session), setItem: () => { throw new Error('full'); } }); // prettier-ignore
    keepHistory('1', { link: '', done: [], undone: [] });
    expect(keptHistory('1')).toBeNull();
  });
});
