// « Ce que la mutualisation apporte »: from the files of a territory to sentences, tables, note and map, each figure with its range.
import { describe, expect, it } from 'vitest';
import { exportTable } from '../../../../../src/lib/export/columns.ts';
import { CoverageCube } from '../../../../../src/lib/cube/coverage.ts';
import type { Dashboard } from '../../../../../src/lib/cube/dashboard.ts';
import { demandAddress } from '../../../../../src/lib/features/demand/demand-address.ts';
import {
  poolingHypotheses,
  poolingSteps
} from '../../../../../src/lib/features/demand/pooling/calculations.ts';
import {
  poolingCommunesTable,
  figuresTable,
  poolingNote
} from '../../../../../src/lib/features/demand/pooling/pooling-files.ts';
import {
  DEFAULT_POOLING,
  poolingStepAddress,
  poolingAddress
} from '../../../../../src/lib/features/demand/pooling/pooling-settings.ts';
import {
  comparedFigures,
  nothingToCompare,
  poolingView
} from '../../../../../src/lib/features/demand/pooling/pooling-view.ts';
import {
  gainText,
  poolingSentences,
  rangeText
} from '../../../../../src/lib/features/demand/pooling/pooling-words.ts';
import { poolingSnapshotFromUrl } from '../../../../../src/lib/features/demand/pooling/snapshot.ts';
import { USUAL_ROAD } from '../../../../../src/lib/model/travel/travel-settings.ts';
import { smallDashboard } from '../../../../fixtures/dashboard.ts';
import { smallSplit } from '../../../../fixtures/service.ts';

const plain = (text: string) => text.replace(/[\s\u2060]+/gu, ' ').trim();
const viewOf = (dashboard: Dashboard = smallDashboard, file: typeof smallSplit | null = smallSplit) =>
  poolingView(new CoverageCube(dashboard), file, DEFAULT_POOLING, USUAL_ROAD);
const said = (view = viewOf()) => plain(poolingSentences(view).join(' '));

describe('the comparison', () => {
  it('counts the schools followed today, the work and the road as the page of sectors does', () => {
    // Two schools of Alpha and one of Le Bêta, of equal work: 4/3 and 2/3 of two posts, 1.4 and 0.7 by tenths.
    const { gain } = viewOf();
    expect(gain.communes.map(({ schools }) => schools)).toEqual([2, 1]);
    expect(gain.posts?.alone.central).toBe(2.1);
    expect(gain.posts?.pooled.central).toBe(2);
    // Each school is followed today from its own town hall: only the chaining of trips can change.
    expect(gain.road?.gain).toEqual({ low: 0, central: 0, high: 0 });
  });

  it('takes intercommunal sheets of several communes alone', () => {
    expect(viewOf().gain.purchases?.pooled.central).toBe(6000);
  });

  it('says the gain with its range, and no figure that cannot be computed', () => {
    // Led by the tenth of a post, then what rounding makes of it; the road has its own line.
    expect(said()).toMatch(
      /^Ensemble plutôt qu’en deux services communaux : <b>.*<\/b> pour suivre les mêmes écoles\. Si chaque commune arrondissait au demi-poste/
    );
    expect(said()).toContain('jusqu’à 0,5 poste de moins');
    expect(said()).not.toMatch(/trajet|route/);
    const without = viewOf(smallDashboard, null);
    expect(comparedFigures(without).map(({ figure }) => figure)).toEqual(['meetings', 'purchases']);
    expect(said(without)).toBe(
      'Les postes du service ne sont pas publiés : les postes, les écoles qu’ils suivraient et les trajets ne sont pas comparés.'
    );
  });

  it('has nothing to compare in one commune, or without a school', () => {
    const one = {
      ...smallDashboard,
      schools: smallDashboard.schools.filter(({ commune }) => commune === '10001')
    };
    expect(nothingToCompare(viewOf(one))).toBe('one-commune');
    const none = { ...smallDashboard, schools: [], actions: [], teams: [] };
    expect(nothingToCompare(viewOf(none))).toBe('no-school');
    expect(nothingToCompare(viewOf(none, null))).toBe('no-school');
    expect(nothingToCompare(viewOf())).toBeNull();
  });

  it('explains each figure: both sides, their difference, and what it takes for granted', () => {
    const view = viewOf();
    for (const { figure, compared } of comparedFigures(view)) {
      const steps = poolingSteps(figure, compared, view).map(({ name }) => name);
      expect(steps.slice(-3)).toEqual(['Chaque commune seule', 'Ensemble', 'Différence']);
      expect(poolingHypotheses(figure, view).length).toBeGreaterThan(1);
    }
  });
});

describe('a gain in words', () => {
  const words = (figure: Parameters<typeof gainText>[0], low: number, high: number) =>
    plain(gainText(figure, { low, high }));

  it('has both ends of its range', () => {
    expect(words('posts', 2, 3)).toBe('entre 2 et 3 postes de moins');
    expect(words('posts', 1.5, 1.5)).toBe('1,5 poste de moins');
    expect(words('schools', 6, 12)).toBe('entre 6 et 12 écoles de plus');
    expect(words('meetings', 0, 5)).toBe('jusqu’à 5 réunions de moins');
    expect(words('purchases', 0, 150_633)).toBe('jusqu’à 151 000 € de moins');
  });

  it('is a cost where it is one', () => {
    expect(words('road', -227, 116)).toBe('de 3 h 47 de plus à 1 h 56 de moins');
    expect(words('road', -120, -60)).toBe('entre 1 h et 2 h de plus');
    expect(words('road', -60, 0)).toBe('jusqu’à 1 h de plus');
    expect(words('schools', -2, -1)).toBe('entre 1 et 2 écoles de moins');
  });

  it('is nothing when what is shown is the same', () => {
    expect(words('road', -0.2, 0.3)).toBe('autant');
    expect(words('posts', 0, 0)).toBe('autant');
  });

  it('of travel is told as an estimate, and a range of one value is that value', () => {
    expect(plain(rangeText('road', { low: 60, central: 90, high: 120 }))).toBe('environ 1 h 30 (1 h à 2 h)');
    expect(plain(rangeText('posts', { low: 6, central: 6, high: 6 }))).toBe('6 postes');
  });
});

describe('a link', () => {
  it('keeps the hypotheses that the reader set, and nothing that is as usual', () => {
    const pooling = { steps: 1, spread: 0.2, fixedShare: 0, discount: 0.05 } as const;
    const address = { ...demandAddress.read(new URLSearchParams()), pooling };
    const link = demandAddress.write(address);
    expect(demandAddress.read(new URLSearchParams(link.toString())).pooling).toEqual(pooling);
    expect(demandAddress.write({ ...address, pooling: DEFAULT_POOLING }).toString()).toBe('');
  });

  it('that is wrong is read as usual', () => {
    const wrong = new URLSearchParams('postes-par=quarts&ecart=99&part-fixe=-1&remise=abc');
    expect(poolingAddress.read(wrong)).toEqual(DEFAULT_POOLING);
  });
});

describe('what leaves the page', () => {
  it('has the same figures as the page, from least to greatest', () => {
    const view = viewOf();
    const figures = exportTable(figuresTable(view));
    expect(figures.rows[0]?.slice(1, 10)).toEqual([1.8, 2.1, 2.3, 1.8, 2, 2.2, 0, 0.1, 0.1]);
    const communes = exportTable(poolingCommunesTable(view));
    expect(communes.rows.map((row) => row[1])).toEqual(['Alpha', 'Le Bêta']);
    for (const row of communes.rows) expect(row.length).toBe(communes.columns.length);
  });

  it('is a note with its hypotheses', () => {
    const note = poolingNote(viewOf(), new Date('2026-07-01'));
    expect(plain(note.lead)).toContain('jusqu’à 0,5 poste de moins');
    expect(note.sections.at(-1)?.paragraphs?.length).toBeGreaterThan(5);
  });

  it('is a step of a story: the posts of each commune alone on the map, the gains beside it', () => {
    const step = new URL(poolingStepAddress(DEFAULT_POOLING, USUAL_ROAD), 'http://site.invalid').searchParams;
    const snapshot = poolingSnapshotFromUrl(smallDashboard, smallSplit, step);
    expect(snapshot?.scene.areas.map(({ label }) => label)).toEqual(['1,4', '0,7']);
    expect(plain(snapshot?.figures[0]?.value ?? '')).toBe('jusqu’à 0,1 poste de moins');
    expect(poolingSnapshotFromUrl(smallDashboard, null, step)).toBeNull();
  });
});
