// The page from its figures: the sentences, the choices of the address, and what is said when something is not known.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { CoverageCube } from '$lib/cube/coverage.ts';
import type { Dashboard } from '$lib/cube/dashboard.ts';
import { parseDashboard } from '$lib/cube/read-dashboard.ts';
import { DEFAULT_DEMAND, demandAddress } from '$lib/features/demand/demand-address.ts';
import { childrenTable, communesTable, queueTable } from '$lib/features/demand/demand-files.ts';
import { demandNote } from '$lib/features/demand/demand-note.ts';
import { DemandState } from '$lib/features/demand/demand-state.svelte.ts';
import { queueSteps } from '$lib/features/demand/calculations.ts';
import { usableAssignmentFile } from '$lib/model/assignment/assignment-file.ts';
import { askedRoute } from '$lib/features/demand/route/asked-route.ts';
import { postsOf } from '$lib/features/demand/posts-of.ts';
import { demandSentences } from '$lib/features/demand/sentence.ts';
import { demandSnapshotFromUrl } from '$lib/features/demand/snapshot/snapshot.ts';
import { lastTest } from '$lib/features/demand/hypotheses.ts';
import { countedPosts } from '$lib/features/demand/words.ts';

const dashboard = parseDashboard(readFileSync('static/tables/dashboard.json', 'utf8'));
const stateOf = (changed: Partial<Dashboard> = {}, query = '') => {
  const changedDashboard = { ...dashboard, ...changed };
  const state = new DemandState(new CoverageCube(changedDashboard), postsOf(null, changedDashboard));
  state.read(new URLSearchParams(query));
  return state;
};
const said = (state: DemandState) =>
  demandSentences(state)
    .join(' ')
    .replace(/<\/?[a-z]+>/g, '')
    .replace(/[\u00a0\u202f]/g, ' ');

describe('the sentence', () => {
  it('gives a range with each figure', () => {
    const text = said(stateOf());
    expect(text).toMatch(/environ 410 enfants en 2026-2027, entre 355 et 450\./);
    expect(text).toContain('Les six postes sont au complet.');
    expect(text).toMatch(/Sans nouveau poste, environ 35 écoles attendront en 2029-2030, entre \d+ et \d+\./);
  });

  it('follows the choices', () => {
    expect(said(stateOf({}, 'hausse=nulle'))).toMatch(
      /^Si le nombre d’enfants n’évolue plus.*environ 380 enfants/
    );
    expect(said(stateOf({}, 'postes=0.5'))).toContain('Avec un demi-poste de plus chaque année');
    expect(said(stateOf({}, 'postes=1.5'))).toContain('Avec un poste et demi de plus chaque année');
    expect(said(stateOf({}, 'postes=-1'))).toMatch(/Avec un poste de moins chaque année, environ \d+ écoles/);
    expect(said(stateOf({}, 'postes=2'))).toMatch(
      /Avec deux postes de plus chaque année, aucune école ne devrait/
    );
  });

  it('says the same as its tables', () => {
    const state = stateOf();
    const next = childrenTable(state).rows.find(([year]) => year === '2026-2027')!;
    expect(next.slice(2)).toEqual([410, 355, 450]);
    expect(queueTable(state).rows.find(([, year]) => year === '2029-2030')![2]).toBe(35);
    expect(communesTable(state).rows).toHaveLength(
      dashboard.communes.filter((one) => one.intervention).length
    );
  });
});

describe('what is not known', () => {
  const years = dashboard.years.slice(-1);

  it('one year of data: no forecast, no flow, and the reason', () => {
    const text = said(stateOf({ years }));
    expect(text).toContain('Trois années entières d’effectifs publiés sont nécessaires');
    expect(text).toContain('Les dates des demandes des écoles ne sont pas connues');
    expect(text).not.toMatch(/\d/);
    expect(demandSnapshotFromUrl({ ...dashboard, years }, null, new URLSearchParams())).toBeNull();
  });

  it('everything protected: no forecast, the queue stays', () => {
    const pathways = Object.fromEntries(
      dashboard.years.map((year) => [
        year,
        Object.fromEntries(Object.keys(dashboard.pathways[year]!).map((zone) => [zone, [null]]))
      ])
    );
    const state = stateOf({ pathways });
    expect(said(state)).toMatch(/protégés ou inconnus : aucune prévision/);
    expect(said(state)).not.toContain('au complet');
    expect(said(state)).toContain('35 écoles');
    expect(communesTable(state).rows[0]!.at(-1)).toMatch(/protégés/);
  });

  it('no post, or no follow-up: the queue is not drawn, and says why', () => {
    expect(said(stateOf({ posts: { referents: 0, coordinators: 0 } }))).toContain(
      'Les postes de référent ne sont pas connus'
    );
    const schools = dashboard.schools.map((school) => ({
      ...school,
      status: 'outside' as const,
      followed_since: null,
      requested_since: null
    }));
    expect(stateOf({ schools }).saturation.staffing).toEqual([]);
  });

  it('a year in progress is left out of the forecast, and named', () => {
    const state = stateOf({ asOf: '2026-02' });
    expect(state.inProgress).toBe('2025-2026');
    expect(state.forecast.since).toBe('2024-2025');
    expect(state.next!.year).toBe('2025-2026');
  });
});

describe('what a post follows', () => {
  const file = usableAssignmentFile(readFileSync('static/graph/split.json', 'utf8'))!;
  const timed = (query: string) => {
    const state = new DemandState(new CoverageCube(dashboard), postsOf(file, dashboard));
    state.read(new URLSearchParams(query));
    return state;
  };
  const today = timed('').saturation.schoolsPerPost!.minutes!;

  it('is told by the number of schools or by the time of each: one moves the other', () => {
    const half = timed(`temps=${today.schoolToday / 2}`);
    expect(half.chosenSchools).toBeCloseTo(2 * (67 / 6), 9);
    const minutes = timed('ecoles=10').saturation.schoolsPerPost!.minutes!;
    expect(minutes.school * 10).toBeCloseTo(today.post, 9);
    expect([timed('').chosenSchools, timed('temps=9999').chosenSchools]).toEqual([null, null]);
  });

  it('is the work that Secteurs counts, and the capacity that the openings are given', () => {
    const years = ['2026-2027'] as const;
    const asked = (schoolsPerPost: number | null) =>
      askedRoute(file, dashboard, { years, posts: [6], growth: 0, stability: 0, schoolsPerPost }).route;
    const route = asked(null);
    expect(route.capacity).toBeCloseTo(today.post, 6);
    const longer = timed(`temps=${today.schoolToday * 1.25}`).chosenSchools;
    expect(asked(longer).capacity).toBeCloseTo(today.post / 1.25, 6);
  });

  it('a longer school: the sentence, the posts, the tables and the note say so', () => {
    const longer = timed(`temps=${Math.round(today.schoolToday) + 30}&postes=1`);
    const usual = timed('postes=1');
    expect(said(longer)).not.toBe(said(usual));
    expect(longer.saturation.stable!).toBeGreaterThan(usual.saturation.stable!);
    const waiting = (state: DemandState) => queueTable(state).rows.map((row) => row[2]);
    expect(waiting(longer)).not.toEqual(waiting(usual));
    const told = demandNote(longer, '27/11/2026').sections.flatMap(({ paragraphs = [] }) => paragraphs);
    expect(told.join(' ')).toMatch(/La charge d’une école passe de .* à .* par semaine/);
    expect(told.join(' ')).toMatch(/Il manque d’abord .* aux 67 écoles déjà suivies/);
    expect(queueSteps(longer)[1]!.formula).toMatch(/par semaine et par poste ÷ .* par école = /);
  });

  it('without the posts of the territory the time is not known, and changes nothing', () => {
    const state = stateOf({}, 'temps=300');
    expect(state.saturation.schoolsPerPost).toMatchObject({ value: 67 / 6, minutes: null });
  });
});

describe('the address', () => {
  it('holds what differs from the default, and comes back the same', () => {
    const address = {
      ...DEFAULT_DEMAND,
      growth: 'none',
      postsAYear: 0.5,
      schoolsPerPost: 12,
      years: 2
    } as const;
    const params = demandAddress.write(address);
    expect(params.toString()).toBe('hausse=nulle&postes=0.5&ecoles=12&ans=2');
    expect(demandAddress.read(params)).toEqual(address);
    const timed = { ...DEFAULT_DEMAND, minutesPerSchool: 150 };
    expect(demandAddress.write(timed).toString()).toBe('temps=150');
    expect(demandAddress.read(new URLSearchParams('temps=150'))).toEqual(timed);
    expect(demandAddress.write(demandAddress.read(new URLSearchParams('ecoles=12&temps=150'))).toString()).toBe('ecoles=12'); // prettier-ignore
    expect(demandAddress.write(demandAddress.read(new URLSearchParams())).toString()).toBe('');
  });

  it.each(['postes=7', 'ecoles=-1', 'ecoles=', 'hausse=x', 'ans=1e9', 'postes=NaN', 'temps=-4', 'temps=x'])(
    '%s: what cannot be is the default',
    (query) => {
      expect(demandAddress.write(demandAddress.read(new URLSearchParams(query))).toString()).toBe('');
    }
  );
});

it('each calculation ends with the figure that the page shows', () => {
  const formulas = queueSteps(stateOf()).map(({ formula }) => formula);
  expect(formulas).toEqual([
    '(5 + 4 + 7 + 8) écoles qui demandent pour la première fois ÷ 4 années = 6 par an',
    '67 écoles suivies ÷ 6 postes = 11,2 écoles par poste',
    '6 demandes par an ÷ 11,2 écoles par poste = 0,54 poste par an',
    '(11 écoles en attente + 3 × 6 demandes) ÷ 11,2 écoles par poste = 2,6 postes'
  ]);
});

it('posts agree with their figure', () => {
  expect([0.54, 1, 1.5, 2.3, 6].map(countedPosts)).toEqual([
    ...['0,54 poste', '1 poste', '1,5 poste', '2,3 postes', '6 postes']
  ]);
});

it('the method is tried on last year: what it would have announced, and what came', () => {
  expect(lastTest(stateOf())!.replace(/[\u00a0\u202f]/g, ' ')).toBe(
    'Un an plus tôt, la même méthode aurait annoncé environ 370 enfants pour 2025-2026, entre 315 et 405 ; il y en a eu 380.'
  );
});

it('the note and the step of a story bear the figures of the page', () => {
  const note = demandNote(stateOf(), '27/11/2026');
  expect(note.lead).toContain('410 enfants');
  expect(note.sections.map(({ heading }) => heading)).toContain('Prévision par commune');
  const snapshot = demandSnapshotFromUrl(dashboard, null, new URLSearchParams('postes=1'))!;
  expect(snapshot.figures.map(({ value }) => value)).toEqual(['355 à 450', '0 à 3', '0,54 par an']);
});
