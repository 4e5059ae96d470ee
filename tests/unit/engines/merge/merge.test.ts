// Two people change one territory: what each did alone is in the result, what both did otherwise is asked, and nothing is lost.
import { describe, expect, it } from 'vitest';
import {
  alteredEntries,
  applyMerge,
  mergedOrder,
  nextHistory,
  planMerge,
  unknownDecisions,
  type MergedFile,
  type MergeFile,
  type MergeSideName
} from '../../../../src/lib/engines/merge/index.ts';
import { pairs } from '../../../draws.ts';
import {
  factsOf,
  fileOf,
  FACTS,
  firstDraft,
  isAbout,
  pairOf,
  saved,
  type Draft,
  type Facts
} from './pairs.ts';

const PAIRS = Array.from({ length: pairs() }, (_, seed) => seed + 1);

/** The merged file, as the next merge reads it. */
function fileFrom(
  a: MergeFile,
  b: MergeFile,
  { config, kept, sources, releases, history }: MergedFile
): MergeFile {
  const of = { a, b };
  const named = new Map<string, MergeSideName>(sources);
  for (const [folder, side] of releases) named.set(`${folder}/cube.json`, side);
  return {
    config,
    kept,
    history,
    shownCounts: null,
    sources: [...named].flatMap(([name, side]) => of[side].sources.filter((one) => one.name === name))
  };
}

function merged(a: MergeFile, b: MergeFile, decisions: Record<string, MergeSideName> = {}) {
  const plan = planMerge(a, b);
  const result = applyMerge(plan, decisions, FACTS);
  return { plan, result, file: fileFrom(a, b, result) };
}

/** Whatever the order of objects' keys and of what has no order. */
const contentOf = (file: MergeFile): string =>
  JSON.stringify([
    sorted(file.config),
    Object.entries(file.kept)
      .sort()
      .map(([name, text]) => [name, sorted(JSON.parse(text))]),
    [...file.sources].sort((x, y) => (x.name < y.name ? -1 : 1))
  ]);
const sorted = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.entries(value)
    .sort(([x], [y]) => (x < y ? -1 : 1))
    .map(([key, one]) => [key, sorted(one)]);
};

const textOf = (facts: Facts) => [...facts].sort();
const names = (...all: Facts[]) => [...new Set(all.flatMap((facts) => [...facts.keys()]))];

describe('two files made from one save', () => {
  it('give what each person did alone, and ask about what both did otherwise: none is invented', () => {
    for (const seed of PAIRS) {
      const { base, a, b } = pairOf(seed);
      const { plan, file } = merged(a.file, b.file);
      expect(plan.ancestor).toBe(true);
      const [was, inA, inB] = [factsOf(fileOf(base, null)), factsOf(a.file), factsOf(b.file)];
      const result = factsOf(file);
      for (const name of names(was, inA, inB)) {
        const [x, y, z] = [was.get(name), inA.get(name), inB.get(name)];
        const asked = plan.proposals.filter((one) => isAbout(one, name));
        const about = `seed ${seed}, ${name}: ${x} -> ${y} | ${z}`;
        if (y === z) expect(result.get(name), about).toBe(y);
        else if (name.startsWith('exit')) expect(result.get(name), about).toBe('true');
        else if (asked.length > 0) expect(result.get(name), about).toBe(y);
        else if (x === z) expect(result.get(name), about).toBe(y);
        else if (x === y) expect(result.get(name), about).toBe(z);
        else expect.fail(`neither taken nor asked: ${about}`);
        const isConflict = y !== z && x !== y && x !== z;
        if (isConflict) expect(asked.length, about).toBeGreaterThan(0);
      }
      for (const one of plan.proposals) {
        const about = names(was, inA, inB).filter(
          (name) => isAbout(one, name) && inA.get(name) !== inB.get(name)
        );
        expect(about.length, `seed ${seed}: ${one.where} ${one.key}`).toBeGreaterThan(0);
      }
    }
  });

  it('ask about what both changed otherwise, and about nothing else', () => {
    let asked = 0;
    for (const seed of PAIRS) {
      const { base, a, b } = pairOf(seed, true);
      const [was, inA, inB] = [factsOf(fileOf(base, null)), factsOf(a.file), factsOf(b.file)];
      const met = names(was, inA, inB).filter((name) => {
        const [x, y, z] = [was.get(name), inA.get(name), inB.get(name)];
        return x !== y && x !== z && y !== z;
      });
      const { proposals } = planMerge(a.file, b.file);
      for (const one of proposals)
        expect(
          met.filter((name) => isAbout(one, name)),
          `seed ${seed}: ${one.where} ${one.key}`
        ).not.toEqual([]);
      for (const name of met) {
        const about = proposals.filter((one) => isAbout(one, name));
        expect(about.length, `seed ${seed}: ${name}`).toBe(1);
      }
      asked += proposals.length;
    }
    expect(asked).toBeGreaterThan(PAIRS.length / 4);
  });

  it('give the same content in either order when nothing is undecided, with the same ids', () => {
    for (const seed of PAIRS) {
      const { a, b } = pairOf(seed);
      const [one, other] = [planMerge(a.file, b.file), planMerge(b.file, a.file)];
      expect(one.proposals.map(({ id }) => id).sort()).toEqual(other.proposals.map(({ id }) => id).sort());
      expect(one.taken).toEqual({ a: other.taken.b, b: other.taken.a });
      for (const [index, choice] of (['a', 'b', 'mixed'] as const).entries()) {
        const sideOf = (at: number): MergeSideName =>
          choice === 'mixed' ? (at % 2 === index % 2 ? 'a' : 'b') : choice;
        const decided = Object.fromEntries(one.proposals.map(({ id }, at) => [id, sideOf(at)]));
        const turned = Object.fromEntries(
          Object.entries(decided).map(([id, side]) => [id, side === 'a' ? 'b' : 'a'] as const)
        );
        const [first, second] = [merged(a.file, b.file, decided), merged(b.file, a.file, turned)];
        expect(first.result.undecided).toBe(0);
        expect(contentOf(first.file), `seed ${seed} ${choice}`).toBe(contentOf(second.file));
        expect(first.result.history.saves.at(-1)).toBe(second.result.history.saves.at(-1));
        expect(first.result.history.keys).toEqual(second.result.history.keys);
      }
    }
  });

  it('hold the value that was chosen', () => {
    for (const seed of PAIRS) {
      const { a, b } = pairOf(seed);
      const plan = planMerge(a.file, b.file);
      for (const side of ['a', 'b'] as const) {
        const decided = Object.fromEntries(plan.proposals.map(({ id }) => [id, side]));
        const { file } = merged(a.file, b.file, decided);
        const [result, own] = [factsOf(file), factsOf((side === 'a' ? a : b).file)];
        for (const name of names(result, own))
          if (plan.proposals.some((one) => isAbout(one, name)) && !name.startsWith('exit'))
            expect(result.get(name), `seed ${seed} ${side} ${name}`).toBe(own.get(name));
      }
    }
  });

  it('count each key once: the same, taken, or asked', () => {
    for (const seed of PAIRS) {
      const { a, b } = pairOf(seed);
      const { same, taken, proposals, units } = planMerge(a.file, b.file);
      expect(same + taken.a + taken.b + proposals.length).toBe(units.length);
      expect(new Set(units.map(({ where, key }) => `${where} ${key}`)).size).toBe(units.length);
      expect(new Set(proposals.map(({ id }) => id)).size).toBe(proposals.length);
    }
  });

  it('ask no more about what is decided, whoever merges again', () => {
    for (const seed of PAIRS) {
      const { a, b } = pairOf(seed);
      const plan = planMerge(a.file, b.file);
      const decided = Object.fromEntries(
        plan.proposals.map(({ id }, at) => [id, at % 2 ? 'a' : 'b'] as const)
      );
      const { file } = merged(a.file, b.file, decided);
      for (const former of [a.file, b.file]) {
        const again = merged(file, former);
        expect(again.plan.proposals, `seed ${seed}`).toEqual([]);
        expect(contentOf(again.file), `seed ${seed}`).toBe(contentOf(file));
      }
    }
  });

  it('keep what is undecided until somebody answers: merged with the other again, it is asked again', () => {
    for (const seed of PAIRS) {
      const { a, b } = pairOf(seed);
      const { plan, result, file } = merged(a.file, b.file);
      expect(result.undecided).toBe(plan.proposals.length);
      const again = planMerge(file, b.file);
      expect(again.proposals.map(({ id }) => id).sort()).toEqual(plan.proposals.map(({ id }) => id).sort());
      const itself = merged(file, file);
      expect(itself.plan.proposals).toEqual([]);
      expect(itself.result.undecided).toBe(plan.proposals.length);
      expect(merged(file, a.file).result.undecided).toBe(plan.proposals.length);
    }
  });
});

describe('one file', () => {
  it('merged with itself has its own content, and is the same save', () => {
    for (const seed of PAIRS) {
      const { a } = pairOf(seed);
      const { plan, result, file } = merged(a.file, a.file);
      expect(plan.proposals).toEqual([]);
      expect(plan.taken).toEqual({ a: 0, b: 0 });
      expect(contentOf(file)).toBe(contentOf(a.file));
      expect(result.config).toEqual(a.file.config);
      expect(result.kept).toEqual(a.file.kept);
      expect(result.tablesOf).toEqual(['a', 'b']);
    }
  });

  it('merged with the save that it was made from is itself', () => {
    for (const seed of PAIRS) {
      const { base, a } = pairOf(seed);
      const first = saved(base, null);
      for (const [one, other] of [
        [a.file, first],
        [first, a.file]
      ] as const) {
        const { plan, file } = merged(one, other);
        expect(plan.proposals, `seed ${seed}`).toEqual([]);
        expect(textOf(factsOf(file)), `seed ${seed}`).toEqual(textOf(factsOf(a.file)));
      }
    }
  });
});

describe('files without a common save', () => {
  const changed = (change: (draft: Draft) => void): MergeFile => {
    const draft = firstDraft();
    change(draft);
    return fileOf(draft, null);
  };

  it('are asked about every difference, a key of one alone with null on the other side', () => {
    const a = changed((draft) => (draft.config.note = 'une note'));
    const b = changed((draft) => {
      draft.plans.pop();
      draft.config.contact = 'c@d.fr';
    });
    const { ancestor, taken, proposals } = planMerge(a, b);
    expect(ancestor).toBe(false);
    expect(taken).toEqual({ a: 0, b: 0 });
    expect(
      proposals.map(({ where, key, a: one, b: other }) => [where, key, one === null, other === null])
    ).toEqual([
      ['config', 'contact', false, false],
      ['config', 'note', false, true],
      ['plans', 'p2', false, true]
    ]);
  });

  it('of a former version have none even when they are the same, and nothing to ask then', () => {
    const file = changed(() => undefined);
    const { plan, result } = merged(file, structuredClone(file));
    expect(plan.ancestor).toBe(false);
    expect(plan.proposals).toEqual([]);
    expect(result.history.saves).toHaveLength(1);
  });
});

describe('three people', () => {
  it('have the same content in any order of merges when nothing conflicts', () => {
    const base = firstDraft();
    const { history } = saved(base, null);
    const person = (change: (draft: Draft) => void) => {
      const draft = structuredClone(base);
      change(draft);
      return saved(draft, history);
    };
    const a = person((draft) => (draft.plans[0]!.plan.referents['0590000A'] = 'R4'));
    const b = person((draft) => {
      draft.plans[0]!.plan.referents['0590001A'] = 'R4';
      draft.meetings[0]!.date = '2026-12-01';
    });
    const c = person((draft) => {
      draft.plans.splice(1, 1);
      draft.sources['postes.csv'] = 'h9';
    });
    const orders = [
      [a, b, c],
      [a, c, b],
      [b, a, c],
      [b, c, a],
      [c, a, b],
      [c, b, a]
    ] as const;
    const contents = orders.map(([x, y, z]) => {
      const first = merged(x, y);
      const last = merged(first.file, z);
      expect([first.plan.proposals, last.plan.proposals]).toEqual([[], []]);
      return contentOf(last.file);
    });
    expect(new Set(contents).size).toBe(1);
    expect(contents[0]).toContain('"R4"');
    expect(contents[0]).not.toContain('"p2"');
    expect(contents[0]).toContain('postes.csv');
  });
});

it('two corrections of rows alike but for the cell corrected, one by each, are both in the result', () => {
  const base = firstDraft();
  const { history } = saved(base, null);
  const person = (found: string, value: string) => {
    const draft = structuredClone(base);
    draft.corrections.push({ file: 'liste.csv', row: 5, column: 'uai', found, mark: 'm5', value });
    return saved(draft, history);
  };
  const { plan, file } = merged(person('0599001Z', '0599001N'), person('0599002Z', '0599002P'));
  expect(plan.proposals).toEqual([]);
  const { corrections } = file.config as unknown as Draft;
  expect(corrections.map(({ value }) => value)).toEqual(expect.arrayContaining(['0599001N', '0599002P']));
});

describe('protected counts', () => {
  it('are asked whenever two releases differ, even where one person alone changed them', () => {
    const base = { ...firstDraft(), release: 'cube 1' };
    const first = saved(base, null);
    const second = saved({ ...base, release: 'cube 2' }, first.history);
    const { plan, result } = merged(first, second);
    expect(plan.ancestor).toBe(true);
    expect(plan.proposals.map(({ where, key }) => [where, key])).toEqual([['releases', 'parcours']]);
    expect([...result.releases]).toEqual([['parcours', 'a']]);
    expect(result.protectedAs).toEqual(['a']);
    const { id } = plan.proposals[0]!;
    expect(merged(first, second, { [id]: 'b' }).result.protectedAs).toEqual(['b']);
  });

  it('never come from one file with the thresholds of the other', () => {
    const base = { ...firstDraft(), release: 'cube 1' };
    const first = saved(base, null);
    const low = saved({ ...base, release: 'cube 2' }, first.history);
    const raised = saved({ ...base, config: { ...base.config, thresholds: '20' } }, first.history);
    const plan = planMerge(raised, low);
    const decided = Object.fromEntries(plan.proposals.map(({ id }) => [id, 'b' as const]));
    expect(applyMerge(plan, decided, FACTS)).toMatchObject({ protectedAs: [], tablesOf: [] });
  });
});

describe('the saves of a file', () => {
  it('name nobody, keep no former value, and fold a removed plan in one key', () => {
    const base = firstDraft();
    const first = saved(base, null);
    const draft = structuredClone(base);
    draft.plans.pop();
    draft.config.contact = 'tres-ancienne@valeur.fr';
    const second = saved(draft, first.history);
    draft.config.contact = 'nouvelle@valeur.fr';
    const text = JSON.stringify(saved(draft, second.history).history);
    expect(text).not.toContain('valeur.fr');
    expect(Object.keys(second.history!.keys.plans!).filter((key) => key.startsWith('p2'))).toEqual(['p2']);
    expect(second.history!.saves).toHaveLength(2);
    expect(nextHistory(second, FACTS).saves).toEqual(second.history!.saves);
  });

  it('hold no value of anybody in their log, whatever was typed, corrected or merged', () => {
    const CANARY = 'Léa Canari';
    let entries = 0;
    for (const seed of PAIRS) {
      const { base, a, b } = pairOf(seed);
      const draft = structuredClone(base);
      draft.config.contact = draft.config.service = CANARY;
      draft.typed['free.1'] = CANARY;
      draft.exits.push({ day: '2026-11-01', reader: CANARY });
      draft.corrections.push({
        ...{ file: 'liste.csv', row: 4, column: 'Statut' },
        ...{ found: CANARY, mark: 'm9', value: CANARY }
      });
      draft.sessions.S1!.now.date = CANARY;
      const own = saved(draft, a.file.history);
      const { file } = merged(own, b.file);
      for (const { log, keys } of [own.history!, file.history!]) {
        expect(JSON.stringify([log, keys]), `seed ${seed}`).not.toContain('Canari');
        entries += log.length;
      }
    }
    expect(entries).toBeGreaterThan(PAIRS.length);
  });

  it('are a log of a year, in which an altered entry is told, and which a file for anyone is without', () => {
    const base = firstDraft();
    let file = saved(base, null);
    for (const contact of ['a', 'b', 'c']) {
      base.config.contact = contact;
      file = saved(base, file.history);
    }
    const { log } = file.history!;
    expect(log.map(({ changed }) => changed.config)).toEqual([expect.any(Number), 1, 1, 1]);
    expect(alteredEntries(log)).toEqual([]);
    const altered = log.map((entry, at) => (at === 1 ? { ...entry, by: 'R1' } : entry));
    expect(alteredEntries(altered)).toContain(log[1]!.save);
    const later = nextHistory(file, { ...FACTS, at: '2027-12-02 am' });
    expect(later.log).toEqual([]);
    base.config.profile = 'public';
    expect(saved(base, file.history).history!.log).toEqual([]);
  });

  it('are 500 at most', () => {
    const base = firstDraft();
    let { history } = saved({ ...base, plans: [], meetings: [] }, null);
    for (let save = 0; save < 505; save++)
      ({ history } = saved(
        { ...base, plans: [], meetings: [], config: { ...base.config, contact: `${save}` } },
        history
      ));
    expect(history!.saves).toHaveLength(500);
    expect(history!.log.length).toBeLessThanOrEqual(500);
  });
});

it('an unknown id is told, and applies nothing', () => {
  const { a, b } = pairOf(3);
  const plan = planMerge(a.file, b.file);
  expect(unknownDecisions(plan, { nobody: 'a' })).toEqual(['nobody']);
  expect(() => applyMerge(plan, { nobody: 'a' }, FACTS)).toThrow('nobody');
});

it('two orders are kept where they agree, and one order is found where they do not', () => {
  expect(mergedOrder(['b', 'a'], ['b', 'c'])).toEqual(['b', 'a', 'c']);
  expect(mergedOrder(['a', 'b'], ['b', 'a'])).toEqual(mergedOrder(['b', 'a'], ['a', 'b']));
  expect(mergedOrder(['z', 'a', 'm'], ['z', 'a', 'm'])).toEqual(['z', 'a', 'm']);
});
