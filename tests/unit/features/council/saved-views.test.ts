// A saved view of sectors or of travel is a step of a story: it is drawn, and opens, as it was saved.
import { describe, expect, it } from 'vitest';
import {
  snapshotFromUrl,
  computeSnapshot,
  type SnapshotSources
} from '../../../../src/lib/features/council/page-views.ts';
import { liveAddress, readStoryAddress, writeStoryAddress } from '../../../../src/lib/pages/story.ts';
import { readStoryFile, writeStoryFile } from '../../../../src/lib/storage/story-file.ts';
import { TravelViews } from '../../../../src/lib/features/travel/travel-views.svelte.ts';
import type { SectorScene } from '../../../../src/lib/features/sectors/map/sector-scene.ts';
import { SectorsState } from '../../../../src/lib/features/sectors/state/sectors-state.svelte.ts';
import { defaultStory } from '../../../../src/lib/features/council/default-story.ts';
import { planFragment } from '../../../../src/lib/session/decision/sectors-address.ts';
import type { TravelClient } from '../../../../src/lib/workers/travel/client.ts';
import type { TeamRequest } from '../../../../src/lib/workers/travel/protocol.ts';
import type { TravelScene } from '../../../../src/lib/features/travel/map/travel-scene.ts';
import { smallDashboard } from '../../../fixtures/dashboard.ts';
import { smallSectors, smallSplit, smallTeam } from '../../../fixtures/service.ts';

const square = (side: number) => [[[3.5 - side, 50.3], [3.5 + side, 50.3], [3.5, 50.3 + side], [3.5 - side, 50.3]]]; // prettier-ignore
const band = (minutes: number) => ({
  seconds: minutes * 60,
  area: { type: 'MultiPolygon' as const, coordinates: [square(minutes / 100)] }
});
const asked: string[] = [];
const plain = (texts: readonly string[] = []) => texts.map((text) => text.replace(/[\s\u2060]+/gu, ' '));
/** Answers as the worker would, at once. */
const client = {
  around: (origin: string, { mode }: { mode: string }) => {
    asked.push(`${origin} ${mode}`);
    return Promise.resolve({ areas: [5, 10].map(band), seconds: new Map([['0000001A', 240]]) });
  },
  team: () => Promise.resolve({ team: smallTeam.team, meta: smallTeam.meta }),
  stop: () => undefined
} as unknown as TravelClient;

const sources: SnapshotSources = {
  ...{ dashboard: smallDashboard, programme: null, assignment: smallSplit, outlines: smallSectors },
  computers: { '/deplacements': new TravelViews(smallDashboard, smallTeam, () => '', { client }) }
};

function proposed(): SectorsState {
  const split = new SectorsState(smallSplit, smallDashboard, () => '');
  split.assign(['0000002B'], 'Référent 2');
  return split;
}

describe('a view of sectors', () => {
  const address = `/secteurs?mesure=heures#${planFragment(smallSplit, proposed().plan)}`;

  it('keeps its plan and its choices in the address, in the file, and on the way to the live page', () => {
    const found = readStoryAddress(`https://ville.fr/maillage${address}`, '/maillage');
    expect(found && writeStoryAddress(found)).toBe(address);
    expect(liveAddress(address, 3)).toBe(address.replace('#', '&seance=3#'));
    expect(liveAddress('/ecoles', 3)).toBe('/ecoles?seance=3');
    const story = { title: '', steps: [{ address, title: 'Secteurs', text: '' }] };
    expect(readStoryFile(writeStoryFile('200000001', story), '200000001').story).toEqual(story);
  });

  it('takes a fragment that is no plan off, and leaves it on no other page', () => {
    for (const text of ['/secteurs#<script>', '/secteurs#plan', '/ecoles#plan=1.2.3']) {
      const found = readStoryAddress(text);
      expect(found && writeStoryAddress(found), text).not.toContain('#');
    }
  });

  it('holds no count of pupils', () => {
    expect(address).not.toContain('137');
  });

  it('is drawn with the plan that was saved, and what it is worth', () => {
    const [today, saved] = [snapshotFromUrl('/secteurs', sources), snapshotFromUrl(address, sources)];
    expect(plain(today?.swatches?.map(({ label }) => label))).toEqual([
      'Référent 1 : 2 écoles',
      'Référent 2 : 1 école'
    ]);
    expect(plain(saved?.swatches?.map(({ label }) => label))).toEqual([
      'Référent 1 : 1 école',
      'Référent 2 : 2 écoles'
    ]);
    const drawn = saved?.scene as SectorScene;
    expect(drawn.cells.map(({ post, changed }) => [post, changed])).toEqual([
      [0, false],
      [1, true],
      [1, false]
    ]);
    expect(drawn.waiting.map(({ code }) => code)).toEqual(['0000003C']);
    expect(today?.figures).toHaveLength(2);
    expect(saved?.figures.find(({ label }) => label.startsWith('Écoles qui changent'))?.value).toBe('1');
  });

  it('with the plan of another territory is drawn as today', () => {
    const foreign = snapshotFromUrl(address.replace('200000001', '999999999'), sources);
    expect(foreign?.swatches).toEqual(snapshotFromUrl('/secteurs', sources)?.swatches);
    expect(foreign?.caution).toContain('d’un autre territoire');
    expect(snapshotFromUrl(address, sources)?.caution).toBeUndefined();
  });

  it('is not drawn where the site publishes no post', () => {
    expect(snapshotFromUrl(address, { ...sources, assignment: null })).toBeNull();
  });
});

describe('the story proposed, with a répartition in use', () => {
  const { plan } = proposed();
  const near = { base: '10001', seconds: 240 };
  const { steps } = defaultStory({
    dashboard: { ...smallDashboard, access: { schematic: true, nearest: { '0000001A': near } } },
    ...{ programme: null, assignment: smallSplit, plan }
  });
  const stepOf = (path: string) => steps.find(({ address }) => address.startsWith(path))!;

  it('shows it on the step of Répartition', () => {
    const drawn = snapshotFromUrl(stepOf('/secteurs').address, sources);
    expect(plain(drawn?.swatches?.map(({ label }) => label))).toEqual([
      'Référent 1 : 1 école',
      'Référent 2 : 2 écoles'
    ]);
  });

  it('shows its road on the step of Déplacements, once it is computed', async () => {
    const schoolsAsked: string[][] = [];
    const planned = {
      stop: () => undefined,
      around: () => Promise.resolve({ areas: [], seconds: new Map<string, number>() }),
      team: ({ posts }: TeamRequest) => {
        schoolsAsked.push(posts.map(({ schools }) => schools.map(({ uai }) => uai).join(' ')));
        const team = smallTeam.team.map((post) => ({
          ...post,
          hours: { ...post.hours, driving: { ...post.hours.driving, mean: 3 } }
        }));
        return Promise.resolve({ team, meta: smallTeam.meta });
      }
    } as unknown as TravelClient;
    const views = { assignment: smallSplit, client: planned };
    const computers = { '/deplacements': new TravelViews(smallDashboard, smallTeam, () => '', views) };
    const { address, text } = stepOf('/deplacements');
    const road = () => {
      const figures = snapshotFromUrl(address, { ...sources, computers })?.figures ?? [];
      return plain(figures.map(({ value }) => value)).find((value) => value.endsWith('par semaine'));
    };
    expect(address).toContain('?repartition=');
    expect(text).toContain('répartition en cours');
    expect(road()).toBeUndefined();
    await computeSnapshot(address, { ...sources, computers });
    expect(schoolsAsked).toEqual([['0000001A', '0000002B 0000005E']]);
    expect(road()).toBe('6 h par semaine');
  });
});

describe('a view of travel', () => {
  const address = '/deplacements?mode=velo&origine=10002';

  it('is drawn around its place, by its mode, once its times are known', async () => {
    const before = snapshotFromUrl(address, sources);
    expect((before!.scene as TravelScene).bands).toEqual([]);
    await computeSnapshot(address, sources);
    expect(asked).toEqual(['10002 bike']);
    const drawn = snapshotFromUrl(address, sources);
    expect(drawn?.title).toBe('Temps depuis Le Bêta à vélo');
    expect(plain(drawn?.legend.map(({ label }) => label))).toEqual(['5 à 10 min', 'moins de 5 min']);
    expect((drawn!.scene as TravelScene).bases.map(({ posts }) => posts)).toEqual(['1', '2']);
    expect(plain(drawn?.figures.map(({ value }) => value))[0]).toBe('3 h 30 par semaine');
  });

  it('says nothing of posts where the site publishes none', async () => {
    const nobody = { ...smallTeam, posts: [], team: [] };
    const computers = { '/deplacements': new TravelViews(smallDashboard, nobody, () => '', { client }) };
    await computeSnapshot(address, { ...sources, computers });
    const drawn = snapshotFromUrl(address, { ...sources, computers });
    expect((drawn!.scene as TravelScene).bases).toEqual([]);
    expect(plain(drawn?.figures.map(({ label }) => label))).toEqual(['Écoles suivies à 15 minutes ou moins']);
    asked.length = 1;
  });

  it('is computed once for the deck, its edit and its file', async () => {
    await Promise.all([computeSnapshot(address, sources), computeSnapshot(address, sources)]);
    expect(asked).toHaveLength(1);
  });

  it('without choices of its own needs no computing', async () => {
    await computeSnapshot('/deplacements', sources);
    expect(asked).toHaveLength(1);
    expect(
      snapshotFromUrl('/deplacements', { ...sources, dashboard: { ...smallDashboard, access: null } })
    ).toBeNull();
  });
});
