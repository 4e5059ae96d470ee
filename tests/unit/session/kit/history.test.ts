// Undo and redo of a page: whatever was done comes back in order, and a new step forgets what was undone.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { History } from '../../../../src/lib/session/kit/history.svelte.ts';
import { draws } from '../../../draws.ts';

/** A page that shows a number, every change of which can be undone. */
class Page {
  shown = 0;
  readonly history = new History<number>();

  change(to: number, label: string): void {
    this.history.remember(this.shown, label);
    this.shown = to;
  }

  undo(): void {
    this.shown = this.history.undo(this.shown) ?? this.shown;
  }

  redo(): void {
    this.shown = this.history.redo(this.shown) ?? this.shown;
  }
}

describe('undo and redo', () => {
  it('show what was there before and after each step, with its label', () => {
    const page = new Page();
    page.change(1, 'one');
    page.change(2, 'two');
    expect([page.history.lastLabel, page.history.canUndo, page.history.canRedo]).toEqual([
      'two',
      true,
      false
    ]);
    page.undo();
    expect([page.shown, page.history.lastLabel, page.history.canRedo]).toEqual([1, 'one', true]);
    page.undo();
    page.undo();
    expect([page.shown, page.history.lastLabel, page.history.canUndo]).toEqual([0, null, false]);
    page.redo();
    page.redo();
    page.redo();
    expect([page.shown, page.history.lastLabel, page.history.canRedo]).toEqual([2, 'two', false]);
    page.undo();
    expect(page.shown).toBe(1);
  });

  it('forget what was undone once something else is done', () => {
    const page = new Page();
    page.change(1, 'one');
    page.undo();
    page.change(3, 'three');
    page.redo();
    expect([page.shown, page.history.canRedo]).toEqual([3, false]);
  });

  it('bring every state back, in any order of steps', () => {
    fc.assert(
      fc.property(fc.array(fc.option(fc.nat(9), { nil: null }), { maxLength: 12 }), (acts) => {
        const page = new Page();
        let states = [0];
        for (const act of acts) {
          if (act === null) {
            page.undo();
            states = states.length > 1 ? states.slice(0, -1) : states;
          } else {
            page.change(act, '');
            states = [...states, act];
          }
          expect(page.shown).toBe(states.at(-1));
        }
      }),
      { numRuns: draws() }
    );
  });

  it('keep the latest steps only, where there is a bound', () => {
    const history = new History<number>(2);
    for (const step of [1, 2, 3]) history.remember(step);
    expect(history.done).toEqual([2, 3]);
  });

  it('keep a step that can be reversed by itself as it is', () => {
    const history = new History<string>();
    history.remember('a to b');
    expect(history.undo()).toBe('a to b');
    expect([history.done, history.undone]).toEqual([[], ['a to b']]);
    expect(history.redo()).toBe('a to b');
    expect([history.done, history.undone]).toEqual([['a to b'], []]);
  });

  it('drop a step that changed nothing, and begin again from those of another visit', () => {
    const history = new History<number>();
    history.remember(1);
    expect([history.drop(), history.drop(), history.canUndo]).toEqual([1, null, false]);
    history.reset([1, 2], [3]);
    expect([history.done, history.undone, history.undo()]).toEqual([[1, 2], [3], 2]);
    history.reset();
    expect([history.canUndo, history.canRedo]).toEqual([false, false]);
  });
});
