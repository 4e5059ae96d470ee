// Promises of the decision in use: what was decided is what every page reads, after a reload or by a link, and nothing of it is lost unasked.
import fc from 'fast-check';
import { afterAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { todayPlan, type AssignmentFile } from '../../../../src/lib/model/assignment/assignment-file.ts';
import { outdatedPlan } from '../../../../src/lib/model/assignment/outdated-plan.ts';
import { planCode, readPlanCode } from '../../../../src/lib/model/assignment/plan-code.ts';
import { Decision } from '../../../../src/lib/session/decision/decision.svelte.ts';
import { USUAL_ROAD } from '../../../../src/lib/model/travel/travel-settings.ts';
import { withoutDecision } from '../../../../src/lib/session/decision/decision-link.ts';
import { splitName } from '../../../../src/lib/session/decision/split-words.ts';
import {
  calendarKey,
  carriedOf,
  carry,
  decisionKey,
  plansKey,
  takeCarried
} from '../../../../src/lib/storage/carried.ts';
import { readDecision } from '../../../../src/lib/storage/kept-decision.ts';

const TERRITORY = { siren: '245901160', demonstration: false };
const DASHBOARD = { territory: TERRITORY, communes: [{ code: '59014' }], qpvs: [{ code: 'QN05901M' }] };
const uais = ['0590001A', '0590002B', '0590003C'];

function fileOf(count: number): AssignmentFile {
  const posts = Array.from({ length: count }, (_, at) => ({
    ...{ id: `Référent ${at + 1}`, fte: 1, base: '59014', coordinator: `Coordination ${1 + (at % 2)}` }
  }));
  return {
    ...{ version: 4, roads: {}, tripScale: 1, times: {}, territory: TERRITORY.siren, bases: [] },
    ...{ minutes: [], neighbours: [], posts },
    assignment: Object.fromEntries(uais.map((uai, at) => [uai, posts[at % count]!.id])),
    schools: uais.map((uai) => ({ uai, pupils: 137, meetings: 0, waiting: false }))
  };
}
const FILE = fileOf(3);
const PLAN = { ...todayPlan(FILE), referents: { ...FILE.assignment, '0590001A': 'Référent 3' } };

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
const opened = () => new Decision({ dashboard: DASHBOARD, loadFile: () => Promise.resolve(FILE) });
const restored = () => {
  const decision = opened();
  decision.restore();
  return decision;
};

/** A tab that knows nothing yet. */
function newTab(): void {
  vi.stubGlobal('sessionStorage', memory());
  vi.stubGlobal('localStorage', memory());
  vi.stubGlobal('addEventListener', () => {});
  for (const key of [decisionKey, calendarKey, plansKey]) carry(key(TERRITORY.siren), null);
}
beforeEach(newTab);
afterAll(() => {
  newTab();
  vi.unstubAllGlobals();
});

describe('the decision in use', () => {
  it('made for fewer schools than today’s says so, with those that it gives no referent', () => {
    const decision = restored();
    decision.adopt({ plan: PLAN, settings: {} });
    const grown = { ...FILE, schools: [...FILE.schools, { ...FILE.schools[0]!, uai: '0590004D' }] };
    expect(outdatedPlan(FILE, decision.split!.plan)).toBeNull();
    expect(outdatedPlan(grown, decision.split!.plan)).toEqual({ madeFor: 3, now: 4, without: ['0590004D'] });
    const waits = { ...grown, schools: grown.schools.map((one, at) => ({ ...one, waiting: at === 3 })) };
    expect(outdatedPlan(waits, decision.split!.plan)).toBeNull();
  });

  it('made for schools or posts that are gone says so', () => {
    const fewer = { ...FILE, schools: FILE.schools.slice(1) };
    expect(outdatedPlan(fewer, PLAN)).toEqual({ madeFor: 3, now: 2, without: [] });
    const { posts } = fileOf(2);
    expect(outdatedPlan({ ...FILE, posts }, PLAN)).toMatchObject({
      madeFor: 3,
      now: 3,
      without: [uais[0], uais[2]]
    });
  });

  it('is the répartition of today until another is adopted, and again when it is taken back', () => {
    const decision = restored();
    expect(decision.planOf(FILE)).toEqual(todayPlan(FILE));
    decision.adopt({ plan: PLAN, settings: {} });
    expect(decision.planOf(FILE)).toEqual(PLAN);
    expect(decision.planOf(FILE)).toBe(decision.planOf(FILE));
    expect(decision.unsaved).toEqual(['split']);
    expect(splitName(decision.split)).toBe('proposée, non enregistrée');
    decision.revert();
    expect(splitName(decision.split)).toBe('aujourd’hui');
    expect(decision.planOf(FILE)).toEqual(todayPlan(FILE));
    expect(decision.unsaved).toEqual([]);
  });

  it('comes back after a reload, whole', () => {
    const decision = restored();
    decision.choosePlace({ kind: 'commune', code: '59014' });
    decision.chooseYear('2024-2025');
    decision.adopt({ plan: PLAN, settings: { tolerance: '15' } });
    decision.askPosts(1.5);
    const again = restored();
    expect(again.place).toEqual({ kind: 'commune', code: '59014' });
    expect(again.year).toBe('2024-2025');
    expect(again.split).toEqual({ plan: PLAN, settings: { tolerance: '15' }, name: '', saved: false });
    expect(again.means).toEqual({ posts: 1.5 });
    expect(again.unsaved).toEqual(['split', 'means']);
  });

  it('keeps what a page has chosen before the tab was read again', () => {
    restored().choosePlace({ kind: 'commune', code: '59014' });
    const decision = opened();
    decision.choosePlace({ kind: 'commune', code: '59606' });
    decision.restore();
    expect(decision.place?.code).toBe('59606');
    expect(restored().place?.code).toBe('59606');
  });

  it('is nothing to lose once saved, and something again once changed', () => {
    const decision = restored();
    decision.adopt({ plan: PLAN, settings: {} });
    const one = decision.save(' Rentrée ')!;
    expect(decision.split).toMatchObject({ name: 'Rentrée', saved: true });
    expect(decision.unsaved).toEqual([]);
    decision.adopt({ plan: todayPlan(FILE), settings: {}, name: 'Rentrée' });
    expect(decision.unsaved).toEqual(['split']);
    decision.take(one.id);
    expect(decision.split).toMatchObject({ plan: PLAN, name: 'Rentrée', saved: true });
  });

  it('saved as decided is in use in a new tab and the next day, said with its date; taken back, it is no more, and a link wins', async () => {
    const anotherTab = () => {
      vi.stubGlobal('sessionStorage', memory());
      for (const key of [decisionKey, calendarKey, plansKey]) carry(key(TERRITORY.siren), null);
      return restored();
    };
    const decision = restored();
    decision.adopt({ plan: PLAN, settings: { tolerance: '15' } });
    decision.save('Rentrée');
    const next = anotherTab();
    expect(next.planOf(FILE)).toEqual(PLAN);
    expect(next.split).toMatchObject({ name: 'Rentrée', saved: true, settings: { tolerance: '15' } });
    expect(next.unsaved).toEqual([]);
    expect(next.resumed?.used).toBeGreaterThan(0);
    expect(restored().resumed, 'a reload says it no more').toBeNull();

    const linked = anotherTab();
    const other = { ...PLAN, referents: { ...PLAN.referents, '0590002B': 'Référent 1' } };
    await linked.arrive(new URL(`https://pre.fr/secteurs/?repartition=${planCode(FILE, other)}`));
    expect([linked.planOf(FILE), linked.resumed]).toEqual([other, null]);

    anotherTab().revert();
    expect(anotherTab().split).toBeNull();
  });

  it('goes with the file of the territory, the calendar inside the service alone', () => {
    const decision = restored();
    const year = { year: '2026-2027', preset: 'balanced' as const, plan: [], locked: [], absences: [] };
    decision.adopt({ plan: PLAN, settings: {} });
    decision.useCalendar({ settings: { priorite: 'route' }, plan: { ...year, cancelled: [] } });
    const file = carriedOf(TERRITORY.siren, 'internal');
    expect(JSON.stringify(carriedOf(TERRITORY.siren, 'public'))).not.toContain('2026-2027');
    newTab();
    expect(restored().calendar).toBeNull();
    takeCarried(file);
    const opened = restored();
    expect(opened.planOf(FILE)).toEqual(PLAN);
    expect(opened.calendar?.plan.year).toBe('2026-2027');
  });

  it('holds an absence until it ends, after a reload and in the internal file, never in a link nor a public site', () => {
    const decision = restored();
    const absence = { post: 'Référent 2', from: '2098-11-02', to: '2098-11-20' };
    decision.declareAbsence(absence);
    expect(restored().absence).toEqual(absence);
    expect(String(decision.inLink(new URLSearchParams(), FILE))).toBe('');
    expect(JSON.stringify(carriedOf(TERRITORY.siren, 'public'))).not.toContain('2098-11');
    const file = carriedOf(TERRITORY.siren, 'internal');
    newTab();
    expect(restored().absence).toBeNull();
    takeCarried(file);
    expect(restored().absence).toEqual(absence);
    restored().declareAbsence({ ...absence, from: '2020-11-02', to: '2020-11-20' });
    expect(restored().absence, 'it has ended').toBeNull();
  });

  it('goes from a tab to another by a link', async () => {
    const one = restored();
    one.adopt({ plan: PLAN, settings: {} });
    one.askPosts(2);
    const params = one.inLink(new URLSearchParams('lieu=59014'), FILE);
    expect(params.get('lieu')).toBe('59014');
    newTab();
    const other = restored();
    const link = new URL(`https://pre.fr/reunions/?${params}`);
    expect(await other.arrive(link)).toBe(true);
    expect(withoutDecision(link).href).toBe('https://pre.fr/reunions/?lieu=59014');
    expect(other.planOf(FILE)).toEqual(PLAN);
    expect(other.means).toEqual({ posts: 2 });
    expect(other.unsaved).not.toContain('split');
  });

  it('holds the outings, parking and peak hour of the road, on every page, after a reload and by a link', async () => {
    const road = { outings: 3, parkingMinutes: 5, peak: 1.3, homeMetres: 800 };
    const one = restored();
    one.chooseFilters(new URLSearchParams('sorties=3&stationnement=5&pointe=1.3&rayon=800'), ['road']);
    expect(one.road).toEqual(road);
    expect(restored().road).toEqual(road);
    expect(String(one.followed(new URLSearchParams(), ['road']))).toBe(
      'sorties=3&stationnement=5&pointe=1.3&rayon=800'
    );
    expect(String(one.followed(new URLSearchParams('pointe=1.5'), ['road']))).toBe('pointe=1.5');
    const params = one.inLink(new URLSearchParams(), FILE);
    newTab();
    const other = restored();
    const link = new URL(`https://pre.fr/secteurs/?${params}`);
    expect(await other.arrive(link)).toBe(true);
    expect(other.road).toEqual(road);
    expect(withoutDecision(link).search).toBe('');
    expect(withoutDecision(new URL(`https://pre.fr/deplacements/?${params}`)).search).toBe(`?${params}`);
    other.chooseFilters(new URLSearchParams(), ['road']);
    expect(other.road).toEqual(USUAL_ROAD);
    expect(String(other.inLink(new URLSearchParams(), FILE))).toBe('');
    await other.arrive(new URL('https://pre.fr/secteurs/?pointe=9&sorties=x'));
    expect(other.road).toEqual({ ...USUAL_ROAD, peak: 2 });
  });

  it('is read from the links of former versions, and stays where a link is of another territory', async () => {
    const decision = restored();
    await decision.arrive(new URL(`https://pre.fr/secteurs/#plan=${planCode(FILE, PLAN)}`));
    expect(decision.planOf(FILE)).toEqual(PLAN);
    await decision.arrive(new URL('https://pre.fr/secteurs/?repartition=200093201.000.000'));
    expect(decision.foreign).toBe(true);
    expect(decision.planOf(FILE)).toEqual(PLAN);
    await decision.arrive(new URL(`https://pre.fr/secteurs/?repartition=${planCode(FILE, todayPlan(FILE))}`));
    expect([decision.foreign, decision.split]).toEqual([false, null]);
    expect(await decision.arrive(new URL('https://pre.fr/secteurs/?lieu=59014#tenant'))).toBe(false);
  });

  it('knows the places of its territory alone', () => {
    const decision = opened();
    expect(decision.placeOf('59014')).toEqual({ kind: 'commune', code: '59014' });
    expect(decision.placeOf('QN05901M')).toEqual({ kind: 'qpv', code: 'QN05901M' });
    expect([decision.placeOf('75056'), decision.placeOf(null)]).toEqual([null, null]);
  });

  it('gives the filters in use to the page that is opened, but where its link has its own', () => {
    const decision = restored();
    decision.choosePlace({ kind: 'commune', code: '59014' });
    decision.chooseYear('2024-2025');
    const both = ['place', 'year'] as const;
    expect(decision.followed(new URLSearchParams(), both).toString()).toBe('lieu=59014&annee=2024-2025');
    expect(decision.followed(new URLSearchParams('lieu=59606'), both).get('lieu')).toBe('59606');
    expect(decision.followed(new URLSearchParams(), ['place']).toString()).toBe('lieu=59014');
    decision.chooseFilters(new URLSearchParams(), ['year']);
    expect([decision.place?.code, decision.year]).toEqual(['59014', null]);
  });

  it('asks for no post after a reload where none was asked', () => {
    expect(readDecision('{"version":1,"means":null}')?.means).toBeNull();
    const decision = restored();
    decision.choosePlace({ kind: 'commune', code: '59014' });
    expect(restored().means).toBeNull();
    expect(restored().unsaved).toEqual([]);
  });

  it('leaves out of a plan the schools and posts that the territory no longer has', () => {
    const decision = restored();
    decision.adopt({ plan: PLAN, settings: {} });
    const fewer = { ...fileOf(2), schools: FILE.schools.slice(0, 2) };
    expect(decision.planOf(fewer).referents).toEqual({ '0590002B': 'Référent 2' });
  });

  it('is read from any text without a fault', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => void readDecision(text)),
      { seed: 30 }
    );
    expect(readDecision('{"version":1,"means":{"posts":0.3},"year":"2024-2026"}')).toMatchObject({
      ...{ means: null, year: null, split: null }
    });
  });

  it('is written in a code that reads back, however many posts there are', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 80 }), fc.infiniteStream(fc.nat()), (count, random) => {
        const file = fileOf(count);
        const referents = Object.fromEntries(
          uais.flatMap((uai) => {
            const at = random.next().value % (count + 1);
            return at < count ? [[uai, file.posts[at]!.id]] : [];
          })
        );
        const plan = { referents, coordinators: todayPlan(file).coordinators };
        expect(readPlanCode(file, planCode(file, plan))).toEqual(plan);
      }),
      { seed: 30 }
    );
  });
});
