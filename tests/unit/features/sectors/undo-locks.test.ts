// Undo and locks on the page Secteurs: undoing gives the plan back, and leaves locked posts and pinned schools as they are.
import { describe, expect, it, vi } from 'vitest';
import type { AssignmentFile } from '../../../../src/lib/model/assignment/assignment-file.ts';
import { Scenarios } from '../../../../src/lib/features/sectors/state/scenarios.svelte.ts';
import { SectorsState } from '../../../../src/lib/features/sectors/state/sectors-state.svelte.ts';
import { Decision } from '../../../../src/lib/session/decision/decision.svelte.ts';
import { smallDashboard } from '../../../fixtures/dashboard.ts';

const [first, second, third] = smallDashboard.schools.map(({ uai }) => uai) as [string, string, string];
const FILE: AssignmentFile = {
  version: 4,
  territory: smallDashboard.territory.siren,
  posts: ['Référent 1', 'Référent 2', 'Référent 3'].map((id) => ({
    id,
    fte: 1,
    base: '10001',
    coordinator: null
  })),
  schools: [first, second, third].map((uai) => ({ uai, pupils: 100, meetings: 2, waiting: false })),
  assignment: { [first]: 'Référent 1', [second]: 'Référent 2', [third]: 'Référent 3' },
  bases: ['10001'],
  times: { car: 'schematic' },
  minutes: [[5, 6, 7]],
  roads: {},
  tripScale: 1,
  neighbours: []
};
const NAMING = { together: 'ensemble', all: 'tout' } as unknown as ConstructorParameters<
  typeof SectorsState
>[2];
const opened = () => new SectorsState(FILE, smallDashboard, NAMING);

describe('undo', () => {
  it('takes back the last change alone after a reload, nothing being stored on the computer', () => {
    const store = new Map<string, string>();
    vi.stubGlobal('sessionStorage', {
      getItem: (key: string) => store.get(key) ?? null,
      setItem: (key: string, text: string) => void store.set(key, text),
      removeItem: (key: string) => void store.delete(key)
    });
    vi.stubGlobal('addEventListener', () => undefined);
    const loaded = () => {
      const decision = new Decision({ dashboard: smallDashboard });
      decision.restore();
      const sectors = new SectorsState(FILE, smallDashboard, NAMING, decision);
      sectors.followDecision();
      const all = new Scenarios(sectors);
      all.restore();
      return { sectors, all };
    };
    const before = loaded();
    before.sectors.assign([first], 'Référent 2');
    before.sectors.assign([second], 'Référent 3');
    before.all.storeHistory();
    const { sectors } = loaded();
    sectors.undo();
    expect(sectors.plan.referents).toEqual({ ...FILE.assignment, [first]: 'Référent 2' });
    sectors.undo();
    expect(sectors.plan.referents).toEqual(FILE.assignment);
  });

  it('gives the plan back and keeps what was locked and pinned since', () => {
    const sectors = opened();
    sectors.assign([first], 'Référent 2');
    sectors.ruling.toggleLock('Référent 3');
    sectors.ruling.togglePin([second]);
    sectors.undo();
    expect(sectors.plan.referents).toEqual(FILE.assignment);
    expect(sectors.rules).toMatchObject({ locked: ['Référent 3'], pinned: [second] });
    sectors.redo();
    expect(sectors.plan.referents[first]).toBe('Référent 2');
    expect(sectors.rules).toMatchObject({ locked: ['Référent 3'], pinned: [second] });
  });

  it('of a move made before the lock still undoes it: a lock holds for what is done after it', () => {
    const sectors = opened();
    sectors.assign([first], 'Référent 2');
    sectors.ruling.toggleLock('Référent 2');
    sectors.assign([first, second], 'Référent 1');
    sectors.assign([third], 'Référent 2');
    expect(sectors.plan.referents).toEqual({ ...FILE.assignment, [first]: 'Référent 2' });
    expect(sectors.steps.done).toHaveLength(1);
    sectors.undo();
    expect(sectors.plan.referents).toEqual(FILE.assignment);
    expect(sectors.rules.locked).toEqual(['Référent 2']);
    expect(sectors.canUndo).toBe(false);
  });

  it('of what a lock refused is nothing: no empty step stands between two moves', () => {
    const sectors = opened();
    sectors.ruling.lockAll(true);
    sectors.assign([first], 'Référent 2');
    expect(sectors.canUndo).toBe(false);
    sectors.ruling.lockAll(false);
    sectors.ruling.togglePin([first]);
    sectors.assign([first], 'Référent 2');
    expect(sectors.canUndo).toBe(false);
    sectors.assign([second], 'Référent 1');
    sectors.undo();
    expect(sectors.plan.referents).toEqual(FILE.assignment);
    expect(sectors.rules.pinned).toEqual([first]);
  });
});
