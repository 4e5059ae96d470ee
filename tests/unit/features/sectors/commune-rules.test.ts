// A commune by its own criteria, on the page: chosen, undone, back to the whole territory, kept by link and file, said on paper and in files.
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { exportTable } from '../../../../src/lib/export/columns.ts';
import { annexRules } from '../../../../src/lib/features/sectors/annex/annex-words.ts';
import { tableCsv } from '../../../../src/lib/export/table.ts';
import { assignmentTable } from '../../../../src/lib/features/sectors/files/sectors-files.ts';
import { planRemark } from '../../../../src/lib/features/sectors/plan-remark.ts';
import { ruleWords } from '../../../../src/lib/features/sectors/search/rule-words.ts';
import { openPlanFile } from '../../../../src/lib/features/sectors/state/plan-import.ts';
import { SectorsState } from '../../../../src/lib/features/sectors/state/sectors-state.svelte.ts';
import { namingOf } from '../../../../src/lib/features/sectors/words.ts';
import { Decision } from '../../../../src/lib/session/decision/decision.svelte.ts';
import { writePlanFile } from '../../../../src/lib/storage/assignment-file.ts';
import { carriedOf, leaveCarried, takeCarried } from '../../../../src/lib/storage/carried.ts';
import { keptKeyOf } from '../../../../src/lib/storage/kept-key.ts';
import { smallDashboard } from '../../../fixtures/dashboard.ts';
import { smallSplit } from '../../../fixtures/service.ts';

/** Storage of a tab, or of the computer: its keys are its own properties. */
function memory(): Storage {
  const store: Record<string, unknown> = {};
  const hidden = (value: unknown) => ({ value, enumerable: false });
  Object.defineProperties(store, {
    getItem: hidden((key: string) => store[key] ?? null),
    setItem: hidden((key: string, text: string) => void (store[key] = text)),
    removeItem: hidden((key: string) => void delete store[key])
  });
  return store as unknown as Storage;
}
const KEY = keptKeyOf(smallDashboard.territory);
function newTab(): void {
  vi.stubGlobal('sessionStorage', memory());
  vi.stubGlobal('localStorage', memory());
  vi.stubGlobal('addEventListener', () => undefined);
}
function leave(): void {
  newTab();
  leaveCarried(KEY, {});
}
beforeEach(leave);

function opened(query = ''): SectorsState {
  const decision = new Decision({ dashboard: smallDashboard, loadFile: () => Promise.resolve(smallSplit) });
  decision.restore();
  const state = new SectorsState(smallSplit, smallDashboard, namingOf(smallDashboard), decision);
  state.read(new URLSearchParams(query));
  return state;
}
const rowOf = ({ communes }: SectorsState, code = '10001') => communes.rows.find((row) => row.code === code)!;
const own = ({ settings }: SectorsState) => settings.communeCriteria;
const names = ({ units }: SectorsState) => units.map(({ name }) => name);

describe('a commune by its own criteria', () => {
  it('changes its units alone; each change is undone and done again; one press brings it back to the whole territory', () => {
    const state = opened();
    const before = names(state);
    expect(rowOf(state)).toMatchObject({ name: 'Alpha', own: null, schools: 2, units: 2 });
    state.communes.toggle(rowOf(state), 'commune');
    expect(own(state)).toEqual({ '10001': ['commune'] });
    expect(names(state)).toEqual(['École 0000005E', 'Alpha']);
    expect(rowOf(state).units).toBe(1);
    state.communes.toggle(rowOf(state), 'level');
    expect(own(state)).toEqual({ '10001': ['level'] });
    expect(names(state)).toContainEqual(expect.stringMatching(/^Alpha · maternelle$/i));
    state.communes.undo();
    expect(own(state)).toEqual({ '10001': ['commune'] });
    state.communes.redo();
    expect(own(state)).toEqual({ '10001': ['level'] });
    state.communes.follow(rowOf(state));
    expect(own(state)).toEqual({});
    expect(names(state)).toEqual(before);
    expect(state.communes.canUndo).toBe(true);
  });

  it('is offered what its schools can be told apart by: a part of it once one is drawn, and no more once it is removed', () => {
    const state = opened();
    expect(rowOf(state).offered).toEqual(['commune', 'qpv', 'level', 'school']);
    expect(rowOf(state, '10002').offered).toEqual(['commune', 'level', 'school']);
    state.ties.addPart('Gare', ['0000002B']);
    expect(rowOf(state).offered).toContain('part');
    expect(rowOf(state, '10002').offered).not.toContain('part');
    state.set({ criteria: ['school'] });
    state.communes.toggle(rowOf(state), 'part');
    expect(names(state)).toContain('Alpha · Gare');
    state.ties.removePart(state.settings.parts[0]!);
    expect(own(state)).toEqual({});
  });

  it('is kept by a link; what a link asks and is not known here is left out and told', async () => {
    const state = opened();
    state.communes.toggle(rowOf(state), 'level');
    const link = String(state.write());
    expect(link).toContain('communes=10001*niveau');
    const other = opened(link);
    expect(own(other)).toEqual(own(state));
    expect(other.communes.findings).toEqual([]);
    const odd = opened('communes=99999*niveau~10001*partie.niveau&mesure=heures&tenant=oui');
    expect(own(odd)).toEqual({ '10001': ['level'] });
    const [told] = await Promise.all(odd.communes.findings.map(planRemark));
    expect(told).toContain('99999*niveau, 10001*partie');
  });

  it('is in the file of the territory and in that of a répartition, under the code of the commune', async () => {
    const state = opened();
    state.communes.toggle(rowOf(state), 'level');
    state.assign(['0000001A'], 'Référent 2');
    const file = carriedOf(KEY, 'public');
    leave();
    expect(own(opened())).toEqual({});
    takeCarried(file);
    expect(own(opened())).toEqual({ '10001': ['level'] });
    const { plan, settings } = state.decision.split!;
    const text = writePlanFile(smallSplit.territory, { name: 'Essai', made: 0, plan, settings });
    const read = await openPlanFile(new File([text], 'essai.json'), smallSplit);
    expect(read.findings).toEqual([]);
    expect(read.plan!.settings).toEqual(settings);
  });

  it('is said on paper, in the notes and in the table to take away; not a word where all follow the whole territory', () => {
    const state = opened();
    const [rules, table] = [annexRules(state), tableCsv(exportTable(assignmentTable(state)))];
    state.communes.toggle(rowOf(state), 'level');
    const [more, wider] = [annexRules(state), tableCsv(exportTable(assignmentTable(state)))];
    expect(more.filter((rule) => !rules.includes(rule))).toEqual([expect.stringMatching(/^Alpha.: par niveau scolaire$/)]); // prettier-ignore
    expect(wider).toContain('par niveau scolaire');
    expect(table).not.toContain('niveau');
  });

  it('is named where schools to keep apart contradict it', () => {
    const state = opened();
    state.communes.toggle(rowOf(state), 'commune');
    state.ties.add('apart', ['0000001A', '0000002B']);
    expect(state.ties.list[0]!.joined).toBe('Alpha');
    const nameOf = (id: string) => state.units.find((unit) => unit.id === id)?.name ?? id;
    const [unit] = state.units.filter(({ schools }) => schools.includes('0000001A'));
    expect(ruleWords({ rule: 'assigned', unit: unit!.id }, nameOf)).toContain('Alpha');
  });
});
