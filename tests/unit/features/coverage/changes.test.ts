// Two years compared: what is counted, what is never computed, and the text that says it.
import { existsSync, readFileSync } from 'node:fs';
import { exportTable } from '../../../../src/lib/export/columns.ts';
import { describe, expect, it } from 'vitest';
import { changesBetween, compareCounts } from '../../../../src/lib/cube/changes.ts';
import { CoverageCube } from '../../../../src/lib/cube/coverage.ts';
import { keyFigures } from '../../../../src/lib/cube/figures.ts';
import type { Dashboard } from '../../../../src/lib/cube/dashboard.ts';
import { changeLegend, changeScene } from '../../../../src/lib/features/coverage/changes/changes-scene.ts';
import { Comparison } from '../../../../src/lib/features/coverage/changes/comparison.svelte.ts';
import { CoverageState } from '../../../../src/lib/features/coverage/coverage-state.svelte.ts';
import { tableCsv } from '../../../../src/lib/export/table.ts';
import { placesTable } from '../../../../src/lib/features/coverage/changes/changes-files.ts';
import {
  changeOpening,
  changeText,
  yearText
} from '../../../../src/lib/features/coverage/changes/change-text.ts';
import { SiteData } from '../../../../src/lib/session/site-data.svelte.ts';
import { smallDashboard } from '../../../fixtures/dashboard.ts';

const cube = new CoverageCube(smallDashboard);
/** The comparison that a link opens. */
function comparedBy(query: string, dashboard = smallDashboard): Comparison {
  const coverage = new CoverageState(new SiteData(dashboard));
  coverage.read(new URLSearchParams(`moment=evolution&${query}`));
  return new Comparison(coverage);
}
const nameOf = (code: string) => cube.nameOf(code);
const published = (value: number) => ({ value, status: 'published' as const });
const hidden = { value: null, status: 'suppressed' as const };
const absent = { value: null, status: 'absent' as const };
const spoken = (text: string) => text.replace(/<\/?b>/g, '').replace(/[\u202f\u00a0]/g, ' ');

describe('a difference', () => {
  it('is made of two published counts, and of nothing else', () => {
    expect(compareCounts(published(12), published(30)).difference).toEqual({ value: 18, why: null });
    for (const other of [published(12), published(0), absent, hidden]) {
      expect(compareCounts(hidden, other).difference).toEqual({ value: null, why: 'protected' });
      expect(compareCounts(other, hidden).difference).toEqual({ value: null, why: 'protected' });
    }
    expect(compareCounts(absent, published(3)).difference).toEqual({ value: null, why: 'absent' });
  });
});

describe('two years of schools without a date', () => {
  const schools = smallDashboard.schools.map((school) => ({
    ...school,
    followed_since: null,
    requested_since: null
  }));
  const undated = new CoverageCube({ ...smallDashboard, schools });

  it('are not compared: nothing is won, kept or lost by a date that nobody knows', () => {
    const changes = changesBetween(undated, '2024-2025', '2025-2026');
    expect(changes.followed).toEqual({
      before: absent,
      after: published(3),
      difference: { value: null, why: 'absent' }
    });
    expect(changes.waiting.difference).toEqual({ value: null, why: 'absent' });
    expect([changes.gained, changes.lost]).toEqual([[], []]);
    expect(changes.zones.every(({ followed }) => followed.before.value === null || followed.before.value === 0)).toBe(true); // prettier-ignore
    const text = changeText(changes, nameOf).map(spoken).join(' ');
    expect(text).toContain('le nombre d’écoles suivies n’est pas comparable : la date de début de certaines n’est pas connue'); // prettier-ignore
    expect(text).toContain('Le nombre d’écoles en attente n’est pas comparable');
  });

  it('have figures of the last year, and neither a change nor a curve before it', () => {
    const filter = { year: '2025-2026', level: 'ALL', theme: 'ALL', place: null } as const;
    for (const figure of keyFigures(undated, filter).slice(0, 2)) {
      expect(figure.count.value).toBeGreaterThan(0);
      expect(figure.change).toBeNull();
      expect(figure.series.map(({ value }) => value)).toEqual([null, figure.count.value]);
    }
    expect(keyFigures(cube, filter)[0]!.change).toBe(1);
  });
});

describe('two years', () => {
  const changes = changesBetween(cube, '2024-2025', '2025-2026');

  it('name the schools won and those newly waiting', () => {
    expect(changes.gained.map(({ uai }) => uai)).toEqual(['0000002B']);
    expect(changes.newlyWaiting.map(({ uai }) => uai)).toEqual(['0000003C']);
    expect(changes.lost).toEqual([]);
    expect(changes.followed.difference.value).toBe(1);
    expect(changes.teams.difference.value).toBe(1);
  });

  it('never compare a protected place, in the figures, on the map, in the file or in the text', () => {
    const beta = changes.zones.find(({ ref }) => ref.code === '10002');
    expect(beta?.children.difference).toEqual({ value: null, why: 'protected' });
    const state = comparedBy('indicateur=enfants&lieu=10002');
    expect(state.ofZone('10002')?.difference.value).toBeNull();
    const area = changeScene(state).areas.find(({ ref }) => ref.code === '10002');
    expect(area).toMatchObject({ class: null, protected: true, label: 'non comparable' });
    expect(area?.description).not.toMatch(/\d/);
    const line = tableCsv(exportTable(placesTable(state)))
      .split('\r\n')
      .find((one) => one.startsWith('10002'));
    expect(line).toContain('donnée protégée');
    expect(line).toContain('non comparable');
    const text = changeText(state.changes, nameOf).map(spoken);
    expect(text.join(' ')).toContain('n’est pas comparable : un des deux effectifs est protégé');
  });

  it('make a text with right plurals and articles, and no cause', () => {
    const text = changeText(changes, nameOf).map(spoken);
    expect(text[0]).toBe(
      'Entre 2024-2025 et 2025-2026, sur l’ensemble du territoire, le nombre d’écoles suivies passe de 2 à 3, soit une de plus.'
    );
    expect(text[1]).toBe('Une école commence à être suivie : l’école 0000002B (Alpha).');
    expect(text.join(' ')).toContain('Le nombre d’enfants accompagnés passe de 30 à 42 (+12).');
    expect(text.join(' ')).not.toMatch(/grâce|parce|car |en raison|undefined|NaN|null/);
    const there = changeText(
      changesBetween(cube, '2024-2025', '2025-2026', { kind: 'commune', code: '10002' }),
      nameOf
    ).map(spoken);
    expect(there[0]).toContain('au Bêta, le nombre d’écoles suivies reste de 1');
    const same = changeText(changesBetween(cube, '2025-2026', '2025-2026'), nameOf).map(spoken);
    expect(same.join(' ')).toContain('reste de 3');
    expect(same.join(' ')).toContain('autant qu’à la fin de 2025-2026');
  });

  it('close the sum of the queue in front of the reader', () => {
    const text = changeText(changes, nameOf).map(spoken);
    expect(text.find((one) => one.includes('en attente à la fin'))).toBe(
      'Deux écoles sont en attente à la fin de 2025-2026 : deux à la fin de 2024-2025, plus une qui a demandé l’appui du service, moins une désormais suivie.'
    );
    expect(text.join(' ')).toContain('de 9 000 € à 10 000 € (+1 000 €)');
    const year = yearText(changes, nameOf).map(spoken);
    expect(year.join(' ')).toContain('de 9 000 € à 10 000 €');
    expect(year.join(' ')).toContain(
      'Une école a demandé l’appui du service : 5 l’ont demandé en tout, contre 4 à la fin de 2024-2025.'
    );
  });

  it('say above the tables the schools and the queue alone, and count requests as the sentence does', () => {
    const opening = changeOpening(changes, nameOf).map(spoken);
    expect(opening).toEqual([changeText(changes, nameOf)[0], opening[1]].map((one) => spoken(one!)));
    expect(opening[1]).toContain('plus une qui a demandé l’appui du service');
    const { asking, followed, waiting } = changes;
    expect([asking.before.value, asking.after.value]).toEqual([4, 5]);
    expect(asking.difference.value).toBe(followed.difference.value! + waiting.difference.value!);
  });

  it('read an address in either order and ignore a year without data', () => {
    const reversed = comparedBy('de=2025-2026&annee=2024-2025');
    expect([reversed.changes.from, reversed.changes.to]).toEqual(['2024-2025', '2025-2026']);
    const unknown = comparedBy('de=1999-2000&annee=n%27importe&lieu=99999&vue=quartiers');
    expect(unknown.coverage.write().toString()).toBe('moment=evolution&vue=quartiers');
    expect(changeLegend(unknown).length).toBeGreaterThan(0);
    const first = comparedBy('annee=2024-2025');
    expect([first.changes.from, first.changes.to]).toEqual(['2024-2025', '2024-2025']);
  });

  it('leave a level and a theme behind, keep place and year, and are one choice of the page', () => {
    const { coverage } = comparedBy('');
    coverage.change({ moment: 'now', level: 'maternelle', theme: 'sante', year: '2024-2025' });
    coverage.change({ moment: 'change', place: { kind: 'commune', code: '10001' } });
    expect(coverage.write().toString()).toBe('moment=evolution&annee=2024-2025&lieu=10001');
    coverage.change({ from: '2025-2026' });
    expect([coverage.from, coverage.address.year]).toEqual(['2024-2025', '2025-2026']);
    coverage.clear();
    expect(coverage.write().toString()).toBe('moment=evolution');
  });
});

const shipped = 'static/tables/dashboard.json';
describe.skipIf(!existsSync(shipped))('the demonstration', () => {
  it('is told for every pair of years and every place without a hole in a sentence', () => {
    const dashboard = JSON.parse(readFileSync(shipped, 'utf8')) as Dashboard;
    const whole = new CoverageCube(dashboard);
    const places = [
      null,
      ...dashboard.communes
        .filter(({ intervention }) => intervention)
        .map(({ code }) => ({ kind: 'commune' as const, code })),
      ...dashboard.qpvs.map(({ code }) => ({ kind: 'qpv' as const, code }))
    ];
    for (const from of dashboard.years) {
      for (const place of places) {
        const changes = changesBetween(whole, from, dashboard.years.at(-1)!, place);
        const text = changeText(changes, (code) => whole.nameOf(code)).join(' ');
        expect(text, `${from} ${place?.code}`).not.toMatch(/undefined|null|NaN|\{|\}| {2}|\.\./);
        const moved = changes.waiting.difference.value !== 0;
        expect(text.includes('l’attente passe de'), `${from} ${place?.code}`).toBe(moved);
        const { queue } = changes;
        expect(queue, `${from} ${place?.code}`).not.toBeNull();
        const { before, asked, opened, returned, withdrawn, after, asking } = queue!;
        expect(before + asked - opened + returned - withdrawn).toBe(after);
        expect(asking.before + asked - withdrawn).toBe(asking.after);
        if (changes.children.difference.why === 'protected') expect(text).toContain('pas comparable');
      }
    }
  });
});

/** The small territory as one commune, none of whose neighbourhoods has a perimeter. */
const oneCommune = (network: string | null) =>
  comparedBy('', {
    ...smallDashboard,
    communes: smallDashboard.communes.slice(0, 1),
    qpvs: smallDashboard.qpvs.map((qpv) => ({ ...qpv, geometry_quality: 'none' as const })),
    schools: smallDashboard.schools.map((school) => ({
      ...school,
      commune: smallDashboard.communes[0]!.code,
      group: null,
      network,
      rep: network === null ? null : 'REP'
    }))
  });

it('one commune is compared by its REP networks, its children by neighbourhood, and never by itself alone', () => {
  const networks = oneCommune('0599999Z');
  expect(networks.coverage.zoneKind).toBe('group');
  expect(networks.changes.zones.map(({ name }) => name)).toEqual(['REP 0599999Z']);
  expect(networks.hasZones).toBe(true);
  networks.coverage.change({ changed: 'children' });
  expect(networks.coverage.zoneKind).toBe('qpv');
  expect(new Set(networks.changes.zones.map(({ ref }) => ref.kind))).toEqual(new Set(['qpv']));
  const bare = oneCommune(null);
  expect(bare.coverage.zoneKind).toBe('commune');
  expect(bare.hasZones).toBe(false);
});

it('a year in which nothing moved says nothing', () => {
  const year = smallDashboard.years.at(-1)!;
  expect(yearText(changesBetween(cube, year, year), (code) => code)).toEqual([]);
});
