// What the page of the programme adds up: totals, flows, gaps, cost for a child.
import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { missingThemes, publicProgramme } from '../../../../src/lib/cube/public-programme.ts';
import { CoverageCube } from '../../../../src/lib/cube/coverage.ts';
import type { Programme } from '../../../../src/lib/cube/programme.ts';
import { isEmptyProgramme, parseProgramme } from '../../../../src/lib/cube/programme.ts';
import {
  costPerChild,
  NO_FILTER,
  flowsOf,
  formRows,
  ownEuros,
  sheetsUnder,
  themeRows,
  totalOf
} from '../../../../src/lib/cube/programme-figures.ts';
import { flowDiagram, roomFor, type FlowNode } from '../../../../src/lib/features/programme/flow-diagram.ts';
import { THEMES } from '../../../../src/lib/model/pathway.ts';
import { ACTION_LEVELS, FUNDERS } from '../../../../src/lib/model/service.ts';
import { programmeAddress } from '../../../../src/lib/features/programme/programme-address.ts';
import { ProgrammeState } from '../../../../src/lib/features/programme/programme-state.svelte.ts';
import { smallDashboard } from '../../../fixtures/dashboard.ts';
import { smallProgramme } from '../../../fixtures/programme.ts';
import { draws } from '../../../draws.ts';

const sum = (values: readonly (number | null)[]) =>
  values.reduce<number>((total, value) => total + (value ?? NaN), 0);
const whole = (value: number) => ({ value, unknown: 0 });
const codes = ['10001', '10002'];
const shipped = 'static/tables/programme.json';
const cube = new CoverageCube(smallDashboard);
const stateAt = (query: string) => {
  const state = new ProgrammeState(smallProgramme, () => cube);
  state.read(new URLSearchParams(query));
  return state;
};

describe('the sheets', () => {
  it('are those that the filters leave, with the euros of one funder when it is chosen', () => {
    const under = (part: object) => sheetsUnder(smallProgramme, { ...NO_FILTER, ...part });
    expect(under({}).map(({ id }) => id)).toEqual(['A', 'B', 'C', 'D']);
    expect(under({ theme: 'parentalite' }).map(({ id }) => id)).toEqual(['B', 'D']);
    expect(under({ commune: '10002' }).map(({ id }) => id)).toEqual(['A', 'B']);
    expect(under({ funder: 'communes' }).map(({ id }) => id)).toEqual(['C', 'D']);
    expect(totalOf(under({})).value).toBe(1600);
    expect(totalOf(under({ funder: 'communes' }), 'communes').value).toBe(180);
  });

  it('give a commune the cost of its own sheets alone', () => {
    expect(ownEuros(smallProgramme.actions, '10001').value).toBe(300);
    expect(ownEuros(smallProgramme.actions, '10002').value).toBe(0);
  });

  it('are counted once for the whole territory, whatever commune is chosen, with the teams of the key figures', () => {
    for (const query of ['', 'commune=10002']) {
      const { territory, communes } = stateAt(query);
      expect(territory).toMatchObject({
        ...{ sheets: whole(4), teams: whole(smallProgramme.teams.length), own: whole(300) }
      });
      expect(territory.sheets.value).toBeLessThan(sum(communes.map(({ sheets }) => sheets.value)));
      expect(territory.shared).toBe(
        smallProgramme.actions.filter(({ communes: reached }) => reached.length !== 1).length
      );
    }
  });

  it('leave a theme without action where there is none', () => {
    const rows = themeRows(smallProgramme, codes, NO_FILTER);
    expect(rows[0]?.cells.find(({ theme }) => theme === 'parentalite')).toMatchObject({ own: 1, shared: 1 });
    expect(rows[0]?.missing).toEqual(['expression-orale', 'estime-de-soi', 'culture-sport']);
    expect(rows[1]?.missing).toContain('sante');
    const communal = themeRows(smallProgramme, codes, { level: 'communal', funder: null });
    expect(communal[1]?.missing).toEqual([...THEMES]);
  });

  it('never say that a theme has none where an action on it does not tell its communes', () => {
    const sheet = { ...smallProgramme.actions[0]!, id: 'X', theme: 'culture-sport' as const, communes: [] };
    const programme = { ...smallProgramme, actions: [...smallProgramme.actions, sheet] };
    const [first] = themeRows(programme, codes, NO_FILTER);
    expect(first!.missing).toEqual(['expression-orale', 'estime-de-soi']);
    expect(first!.cells.find(({ theme }) => theme === 'culture-sport')).toMatchObject({
      own: 0,
      unsure: 1
    });
    expect(missingThemes(publicProgramme(programme), '99999')).not.toContain('culture-sport');
    const untold = { ...sheet, theme: null, level: 'communal' as const };
    expect(themeRows({ ...programme, actions: [untold] }, codes, NO_FILTER)[0]!.missing).toEqual([]);
    const engineering = { ...untold, level: 'ingenierie' as const };
    expect(themeRows({ ...programme, actions: [engineering] }, codes, NO_FILTER)[0]!.missing).toEqual([
      ...THEMES
    ]);
  });
});

describe('the money', () => {
  it('shows what no known funder pays, unless an amount is unknown', () => {
    const [sheet] = smallProgramme.actions;
    const of = (cost_euros: number | null, funders: object) => ({ ...sheet!, cost_euros, funders });
    const unfunded = (one: ReturnType<typeof of>) =>
      flowsOf([one]).flatMap(({ funder, euros }) => (funder === 'unknown' ? euros : []));
    expect(unfunded(of(100, { etat: 25.5 }))).toEqual([74.5]);
    expect(unfunded(of(100, {}))).toEqual([100]);
    expect(
      [of(100, { etat: 99.5 }), of(100, { etat: 120 }), of(100, { etat: 60, caf: null }), of(null, {})].map(
        unfunded
      )
    ).toEqual([[], [], [], []]);
    expect(flowsOf([of(100, { etat: 25 })], 'etat')).toHaveLength(1);
  });

  it('flows from funders to themes without losing a euro, whatever the filter', () => {
    const filters = fc.record({
      theme: fc.constantFrom(null, ...THEMES),
      level: fc.constantFrom(null, ...ACTION_LEVELS),
      funder: fc.constantFrom(null, ...FUNDERS),
      commune: fc.constantFrom(null, ...codes)
    });
    fc.assert(
      fc.property(filters, fc.integer({ min: 280, max: 1200 }), (filter, width) => {
        const sheets = sheetsUnder(smallProgramme, filter);
        const flows = flowsOf(sheets, filter.funder);
        expect(sum(flows.map(({ euros }) => euros))).toBe(totalOf(sheets, filter.funder).value);
        const { nodes, bands } = flowDiagram(flows, { width, height: 430 });
        const funders = nodes.filter(({ id }) => id.startsWith('funder/'));
        expect(sum(funders.map(({ euros }) => euros))).toBe(totalOf(sheets, filter.funder).value);
        for (const { d, width: band } of bands) {
          expect(d).not.toMatch(/NaN|undefined/);
          expect(band).toBeGreaterThan(0);
        }
      }),
      { numRuns: draws() }
    );
  });

  it('grows by what its names need when they take more lines, and only then', () => {
    const node = (column: number, y: number) => ({ column, y, height: 20 }) as FlowNode;
    const nodes = [node(0, 0), node(1, 5), node(0, 40), node(1, 45)];
    expect(roomFor(nodes, [24, 24, 24, 24])).toBe(1);
    expect(roomFor(nodes, [])).toBe(1);
    expect(roomFor(nodes, [67, 24, 67, 24])).toBe(1.5);
  });

  it('is told for a child from a published count only', () => {
    expect(costPerChild(whole(840), { value: 42, status: 'published' }).value).toBe(20);
    expect(costPerChild(whole(840), { value: null, status: 'suppressed' })).toEqual({
      value: null,
      status: 'suppressed'
    });
    expect(costPerChild(whole(840), { value: null, status: 'absent' }).status).toBe('absent');
    expect(costPerChild(whole(840), { value: 0, status: 'published' }).status).toBe('absent');
    const state = stateAt('');
    expect(state.perChild.value).toBe(1600 / 42);
    // One cost per child: a commune chosen does not change it.
    expect(stateAt('lieu=10002').perChild.value).toBe(1600 / 42);
  });
});

describe('the state', () => {
  it('reads its address and writes it back, and ignores what it does not know', () => {
    const query = 'theme=sante&niveau=communal&financeur=etat&lieu=10001&fiche=C&tri=-cost';
    expect(stateAt(query).write().toString()).toBe(query);
    expect(stateAt(`${query}&indicateur=euros`).write().toString()).toBe(query);
    expect(stateAt('theme=x&niveau=y&lieu=99999&fiche=Z&tri=%3Cb%3E').write().toString()).toBe('');
    const known = { communes: codes, sheets: ['A'] };
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.string()), (words) => {
        const read = programmeAddress.read(new URLSearchParams(words), known);
        expect(programmeAddress.read(programmeAddress.write(read, known), known)).toEqual(read);
      }),
      { numRuns: draws() }
    );
  });

  it('gives each commune its correspondent, its partners and no class where there is nothing', () => {
    const [alpha, beta] = stateAt('niveau=communal').communes;
    expect(alpha).toMatchObject({
      partners: whole(3),
      correspondent: true,
      sheets: whole(2),
      own: whole(300)
    });
    expect(beta).toMatchObject({ partners: whole(1), correspondent: false, sheets: whole(0), own: whole(0) });
    const state = stateAt('niveau=communal');
    expect(state.classOf(beta!)).toBeNull();
  });
});

describe('the file', () => {
  it('is refused when it is of another version', () => {
    expect(() => parseProgramme('{"version":0}')).toThrow(/version 1/);
    expect(
      isEmptyProgramme({ ...smallProgramme, teams: [], actions: [], partners: [], correspondents: [] })
    ).toBe(true);
  });

  it.skipIf(!existsSync(shipped))('of the demonstration meets the totals of the service', () => {
    const programme = JSON.parse(readFileSync(shipped, 'utf8')) as Programme;
    expect(programme.teams).toHaveLength(27);
    expect(sum(programme.teams.map(({ meetings }) => meetings))).toBe(110);
    expect(programme.actions).toHaveLength(30);
    expect(totalOf(programme.actions).value).toBe(692_734);
    expect(sum(flowsOf(programme.actions).map(({ euros }) => euros))).toBe(692_734);
    expect(sum(programme.partners.map(({ count }) => count))).toBe(300);
  });
});

describe('the figures of a commune', () => {
  it('tell its own cost apart from the shared one, with what each is counted over', async () => {
    const { programmeFigures } =
      await import('../../../../src/lib/features/programme/programme-figure-words.ts');
    const state = stateAt('lieu=10001');
    const figures = programmeFigures(state);
    const own = state.own('10001');
    expect(own.total.value + own.sharedTotal.value).toBe(state.total.value);
    expect(figures.cost.label).toBe('Coût des actions propres à la commune');
    expect(figures.cost.value?.replace(/\s/g, ' ')).toBe('300 €');
    expect(figures.cost.remark).toMatch(/partagée.* non répartis/);
    expect(figures.gaps).toMatchObject({
      label: 'Thèmes sans action dans la commune',
      value: String(state.matrix.find(({ commune }) => commune === '10001')!.missing.length),
      base: 'sur 5 thèmes'
    });
    expect(programmeFigures(stateAt('')).gaps.base).toBe('sur 2');
  });
});

describe('the forms of actions', () => {
  const of = (told: Record<string, object>) =>
    smallProgramme.actions.map((sheet) => ({ ...sheet, ...told[sheet.id] }));

  it('are counted with their cost and places, every sheet in one row, unknown never 0', () => {
    const sheets = of({
      B: { form: 'collective', places: 30 },
      C: { form: 'individuelle' },
      D: { form: 'collective' }
    });
    expect(formRows(sheets)).toEqual([
      { form: 'individuelle', sheets: 1, cost: whole(200), places: { value: 0, unknown: 1 } },
      { form: 'collective', sheets: 2, cost: whole(400), places: { value: 30, unknown: 1 } },
      { form: null, sheets: 1, cost: whole(1000), places: { value: 0, unknown: 1 } }
    ]);
  });

  it('are no row at all where no sheet says its form, under any filter', () => {
    expect(stateAt('').forms).toEqual([]);
    const actions = of({ C: { form: 'individuelle' } });
    const formsAt = (query: string) => {
      const state = new ProgrammeState({ ...smallProgramme, actions }, () => cube);
      state.read(new URLSearchParams(query));
      return state.forms.map(({ form }) => form);
    };
    expect(formsAt('')).toEqual(['individuelle', null]);
    expect(formsAt('theme=parentalite')).toEqual([null]);
  });
});
