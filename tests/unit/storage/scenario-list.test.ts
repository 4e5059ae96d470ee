// Scenarios kept on this computer: two tabs never lose one another's, and what is damaged is never taken for a list.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { freeName, tidyName, type Scenario } from '../../../src/lib/model/scenario.ts';
import { mergeLists, type MergedList } from '../../../src/lib/storage/merged-list.ts';
import { SCENARIOS } from '../../../src/lib/storage/scenario-list.ts';
import { draws } from '../../draws.ts';

const scenario = (id: string, changed = 1, name = id): Scenario => ({
  ...{ id, name, made: 1, changed, settings: {} },
  plan: { referents: { '0590001A': 'Référent 1' }, coordinators: {} }
});
const list = (items: Scenario[], gone: Record<string, number> = {}): MergedList<Scenario> => ({
  items,
  gone
});
const names = ({ items }: MergedList<Scenario>) => items.map(({ name }) => name);

describe('two tabs', () => {
  it('keep what each of them saved', () => {
    expect(names(mergeLists(list([scenario('a')]), list([scenario('b')])))).toEqual(['a', 'b']);
  });
  it('keep the last of two names', () => {
    const [old, now] = [list([scenario('a', 1, 'avant')]), list([scenario('a', 2, 'après')])];
    expect(names(mergeLists(now, old))).toEqual(['après']);
    expect(names(mergeLists(old, now))).toEqual(['après']);
  });
  it('do not bring back what one of them deleted, until it is undone', () => {
    const deleted = list([], { a: 5 });
    expect(names(mergeLists(list([scenario('a', 5)]), deleted))).toEqual([]);
    expect(names(mergeLists(list([scenario('a', 6)]), deleted))).toEqual(['a']);
  });

  const anyScenario = fc
    .tuple(fc.constantFrom('a', 'b', 'c', '__proto__'), fc.nat(6), fc.constantFrom('x', 'y'))
    .map(([id, changed, name]) => scenario(id, changed, name));
  const anyShelf = fc
    .tuple(fc.array(anyScenario, { maxLength: 5 }), fc.dictionary(fc.constantFrom('a', 'b', 'c'), fc.nat(6)))
    .map(([scenarios, gone]) => list(scenarios, gone));

  it('come to the same list in whatever order they tell one another', () => {
    fc.assert(
      fc.property(anyShelf, anyShelf, anyShelf, (a, b, c) => {
        const left = mergeLists(mergeLists(a, b), c);
        expect(left).toEqual(mergeLists(c, mergeLists(b, a)));
        expect(mergeLists(left, a)).toEqual(left);
        expect(mergeLists(left, left)).toEqual(left);
      }),
      { numRuns: draws() }
    );
  });
});

describe('the kept text', () => {
  it('gives the list back', () => {
    const kept = list([scenario('a'), scenario('b', 3)], { c: 4 });
    expect(SCENARIOS.read(SCENARIOS.write(kept))).toEqual(kept);
  });
  it('is read as earlier versions wrote it', () => {
    const text = `{"version":1,"scenarios":[${JSON.stringify(scenario('a'))}],"gone":{"b":2}}`;
    expect(SCENARIOS.read(text)).toEqual(list([scenario('a')], { b: 2 }));
    expect(SCENARIOS.write(list([scenario('a')], { b: 2 }))).toBe(text);
  });
  it('is refused when it is damaged, of another version, or holds what is no scenario', () => {
    const whole = SCENARIOS.write(list([scenario('a')]));
    const other = whole.replace('"version":1', '"version":2');
    for (const text of [
      '',
      'null',
      '[]',
      whole.slice(0, -3),
      other,
      whole.replace('"made":1', '"made":1e300')
    ])
      expect(SCENARIOS.read(text)).toBeNull();
    expect(SCENARIOS.read(SCENARIOS.write(list([])))).toEqual(list([]));
  });
});

describe('a name', () => {
  it('is one line, not too long, and never taken twice', () => {
    expect(tidyName('  un\n plan ')).toBe('un plan');
    expect(tidyName('x'.repeat(500))).toHaveLength(80);
    expect(freeName('Plan', [{ name: 'Plan' }, { name: 'Plan (2)' }])).toBe('Plan (3)');
  });
});
