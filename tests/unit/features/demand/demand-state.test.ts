// The page from its figures: the sentences, the years side by side, the choices of the address, and what is said when something is not known.
import { readFileSync } from 'node:fs';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { CoverageCube } from '$lib/cube/coverage.ts';
import type { Dashboard } from '$lib/cube/dashboard.ts';
import { parseDashboard } from '$lib/cube/read-dashboard.ts';
import { exportTable } from '$lib/export/columns.ts';
import { writeNote } from '$lib/export/note-docx.ts';
import { communesWords } from '$lib/features/demand/communes-words.ts';
import { DEFAULT_DEMAND, demandAddress } from '$lib/features/demand/demand-address.ts';
import { communesTable, meansTable } from '$lib/features/demand/demand-files.ts';
import { demandNote, meansSentences } from '$lib/features/demand/demand-note.ts';
import { DemandState } from '$lib/features/demand/demand-state.svelte.ts';
import { lastTest } from '$lib/features/demand/hypotheses.ts';
import { meansYears } from '$lib/features/demand/means-years.ts';
import { childrenSentence, whyNoForecast } from '$lib/features/demand/sentence.ts';
import { demandSnapshotFromUrl } from '$lib/features/demand/snapshot/snapshot.ts';
import { meansOfAddress } from '$lib/figures/means-of-address.ts';
import { usableAssignmentFile } from '$lib/model/assignment/assignment-file.ts';

const dashboard = parseDashboard(readFileSync('static/tables/dashboard.json', 'utf8'));
const file = usableAssignmentFile(readFileSync('static/graph/split.json', 'utf8'))!;
const TODAY = '2026-11-29';
const stateOf = (changed: Partial<Dashboard> = {}, query = '') => {
  const state = new DemandState(new CoverageCube({ ...dashboard, ...changed }));
  state.read(new URLSearchParams(query));
  return state;
};
const meansOf = (query = '', changed: Partial<Dashboard> = {}) =>
  meansOfAddress(new CoverageCube({ ...dashboard, ...changed }), file, new URLSearchParams(query), TODAY);
const plain = (text: string) => text.replace(/<\/?[a-z]+>/g, '').replace(/[\u00a0\u202f]/g, ' ');
const said = (state: DemandState, query = '') => plain(meansSentences(state, meansOf(query)).join(' '));

describe('the sentence', () => {
  it('says what to ask for, by when, at what cost, and the children with their range', () => {
    const text = said(stateOf());
    expect(text).toMatch(
      /^Pour suivre les onze écoles : [\d,]+ postes? d’ici 20\d\d-20\d\d, [\d ]+ € par an \(hypothèse(?: : [\d ]+ € par poste)?\)\./
    );
    expect(text).toMatch(
      /En 2028-2029, le service accompagnerait environ \d+ enfants, entre \d+ et \d+, huit années sur dix\./
    );
    expect(text).toMatch(
      /à 63,3 enfants par poste comme aujourd’hui, 7 postes en suivraient environ 445\. Il manquerait environ 30 places en 2026-2027, 25 en 2027-2028, 10 en 2028-2029, dans la marge de la prévision\./
    );
  });

  it('follows the posts asked: fewer leave schools waiting, none leaves those that no post of today has room for', () => {
    expect(said(stateOf(), 'postes=0.5')).toMatch(/^Avec un demi-poste de plus .* attendent encore\./);
    expect(said(stateOf(), 'postes=0')).toMatch(
      /^Sans nouveau poste, \S+ des onze écoles seront suivies à la rentrée 2027, par des référents qui ont de la place ; \S+ attendent encore\./
    );
  });

  it('says the same as the table, the note and the step of a story', () => {
    const [state, means] = [stateOf(), meansOf()];
    const last = exportTable(meansTable(state, meansYears(state, means))).rows.at(-1)!;
    const { posts, by, cost } = means.view.answer!;
    expect(said(state)).toContain(`d’ici ${by}`);
    expect(last.at(-1)).toBe(cost);
    expect(last.at(5)).toBe(6 + posts);
    expect(last.at(7)).toBe(0);
    const loads = { posts: [{ id: 'REF-1', deviation: -0.35 }], tolerance: 0.1, withRoad: true };
    const note = demandNote(state, { ...means, loads }, '29/11/2026');
    expect(plain(note.lead)).toBe(said(state));
    expect(note.sections.map(({ heading }) => heading)).toContain('Prévision par commune');
    expect(note.sections.flatMap(({ paragraphs = [] }) => paragraphs).map(plain)).toContain(
      'Un poste sur un est nettement en dessous de sa part équitable, route comprise : Référent 1 de 35 %.'
    );
    const figures = demandSnapshotFromUrl(dashboard, file, new URLSearchParams())!.figures.map(
      ({ value }) => value
    );
    expect(figures.map(plain)).toContain(plain(`${(cost ?? 0) / 1000} 000 €`));
  });
});

describe('the note for the council', () => {
  const means = meansOf('postes=1.5');
  const note = demandNote(stateOf(), { ...means, loads: null }, '29/11/2026');
  const sectionOf = (heading: string) => {
    const { table, paragraphs = [] } = note.sections.find((one) => one.heading === heading)!;
    return { rows: table!.rows.map((cells) => cells.map(plain)), paragraphs: paragraphs.map(plain) };
  };

  it('names each school that waits, when it asked, when it opens and with which post, as the page does', () => {
    const { rows } = sectionOf('Qui attend, qui ouvre');
    const lines = new Map(means.chosen!.lines.map((line) => [line.id, line]));
    expect(rows).toHaveLength(11);
    means.view.queue.forEach(({ school }, at) => {
      const [rank, name, asked, from, post] = rows[at]!;
      const { opens, follower } = lines.get(school.uai)!;
      expect(Number(rank)).toBe(at + 1);
      expect(name).toContain(school.name);
      expect(asked).toContain(school.requested_since!.slice(0, 4));
      expect(from).toBe(opens === null ? 'attend encore' : `rentrée ${opens.slice(0, 4)}`);
      expect(post).toMatch(follower === null ? /^–$/ : /^Référent \d+$|poste/);
    });
  });

  it('adds up what the posts cost, each amount in euros, and marks the hypothesis', () => {
    const { rows, paragraphs } = sectionOf('Ce que coûtent les postes demandés');
    const euros = (text: string) => Number(text.replace(/ |€/g, ''));
    const costs = rows.map((cells) => cells.at(-1)!);
    for (const cost of costs) expect(cost).toMatch(/^[\d ]+ €$/);
    const total = costs.slice(0, -1).reduce((sum, cost) => sum + euros(cost), 0);
    expect(euros(costs.at(-1)!)).toBe(total);
    expect(total).toBe(26_000 + 52_000 + 78_000);
    expect(paragraphs.join(' ')).toContain('26 000 € + 52 000 € + 78 000 € = 156 000 € (hypothèse');
  });

  it('has no fingerprint in its text, nor how far off the method fell beside another', () => {
    const text = [note.lead, ...note.sources, ...note.sections.flatMap(({ paragraphs = [] }) => paragraphs)];
    expect(text.join(' ')).not.toMatch(/[\da-f]{10}|même effectif que l’an dernier/);
  });

  it('tells the picture in words, and puts it in the file', async () => {
    const bytes = new Uint8Array([137, 80, 78, 71]);
    const drawn = demandNote(stateOf(), { ...means, loads: null }, '29/11/2026', {
      ...{ bytes, width: 1200, height: 800 }
    });
    const files = unzipSync(new Uint8Array(await (await writeNote(drawn)).arrayBuffer()));
    expect(Object.keys(files).filter((name) => /media\/.*png$/.test(name))).toHaveLength(1);
    expect(strFromU8(files['word/document.xml']!)).toMatch(/descr="[^"]*Écoles en attente[^"]*2025-2026 11/);
  });
});

describe('the years side by side', () => {
  it('have the posts of each year that tells them and none of the others, and the year in progress opens nothing', () => {
    const years = meansYears(stateOf(), meansOf());
    expect(years.map(({ year }) => year)).toEqual([
      ...dashboard.years,
      ...['2026-2027', '2027-2028', '2028-2029']
    ]);
    expect(years.slice(0, 6).map(({ posts }) => posts)).toEqual([null, null, null, null, 6, 6]);
    // What no source tells of a year is not known, and is no hypothesis.
    expect(years.slice(0, 5).map(({ budget }) => budget)).toEqual([null, null, null, null, 692_734]);
    expect(years[5]).toMatchObject({ followed: 67, waiting: 11, added: 0 });
    for (const { followed, waiting } of years.slice(4)) expect(followed! + waiting!).toBe(78);
  });
});

describe('what is not known', () => {
  const years = dashboard.years.slice(-1);

  it('one year of data: no forecast, and the reason', () => {
    expect(childrenSentence(stateOf({ years }), meansOf('', { years }))).toBe('');
    expect(whyNoForecast(stateOf({ years }))).toContain('Trois années entières');
  });

  it('everything protected: no forecast, the openings stay', () => {
    const pathways = Object.fromEntries(
      dashboard.years.map((year) => [
        year,
        Object.fromEntries(Object.keys(dashboard.pathways[year]!).map((zone) => [zone, [null]]))
      ])
    );
    const state = stateOf({ pathways });
    expect(whyNoForecast(state)).toMatch(/protégés ou inconnus/);
    expect(said(state)).toMatch(/^Pour suivre les onze écoles/);
    expect(exportTable(communesTable(state)).rows[0]!.at(-1)).toMatch(/protégés/);
    expect(communesWords(state)).toBeNull();
  });

  it('a commune that is protected today has no forecast, and the others add up with the total', () => {
    const state = stateOf();
    for (const { counts, next } of state.figures.communes)
      if (counts.at(-1)!.value === null) expect(next).toBeNull();
    const shown = state.figures.communes.reduce((sum, { next }) => sum + (next?.[0]?.value ?? 0), 0);
    expect(shown).toBeLessThanOrEqual(state.figures.next!.value + 1e-6);
  });

  it('no post: nothing is asked', () => {
    const posts = { referents: 0, coordinators: 0 };
    const cube = new CoverageCube({ ...dashboard, posts });
    const means = meansOfAddress(cube, null, new URLSearchParams(), TODAY);
    expect([means.chosen, means.view.answer]).toEqual([null, null]);
    expect(meansYears(stateOf({ posts }), means).at(-1)).toMatchObject({
      posts: null,
      waiting: null,
      added: null
    });
  });

  it('a year in progress is left out of the forecast, and named', () => {
    const state = stateOf({ asOf: '2026-02' });
    expect(state.figures.inProgress).toBe('2025-2026');
    expect(state.figures.forecast.since).toBe('2024-2025');
    expect(state.figures.next!.year).toBe('2025-2026');
  });
});

describe('the address', () => {
  it('holds what differs from the default, and comes back the same', () => {
    const address = { ...DEFAULT_DEMAND, growth: 'none' } as const;
    const params = demandAddress.write(address);
    expect(params.toString()).toBe('hausse=nulle');
    expect(demandAddress.read(params)).toEqual(address);
  });

  it.each(['ecoles=12&temps=150&ans=2', 'hausse=x', 'postes-par=x'])(
    '%s: what was, or cannot be, opens the page as it is',
    (query) => {
      expect(demandAddress.write(demandAddress.read(new URLSearchParams(query))).toString()).toBe('');
    }
  );
});

it('the method is tried on last year: what it would have announced, and what came', () => {
  expect(lastTest(stateOf())!.replace(/[\u00a0\u202f]/g, ' ')).toBe(
    'Un an plus tôt, la même méthode aurait annoncé environ 370 enfants pour 2025-2026, entre 315 et 405 ; il y en a eu 380.'
  );
});
