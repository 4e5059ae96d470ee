// The posts that the reader asks and their cost are the same in a portrait, in the story of a council, and in what its addresses draw.
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { CoverageCube } from '../../../src/lib/cube/coverage.ts';
import { NO_FACTS } from '../../../src/lib/cube/portrait-facts.ts';
import { portraitOf } from '../../../src/lib/cube/portrait.ts';
import { portraitPlaces } from '../../../src/lib/cube/portrait-places.ts';
import { parseDashboard } from '../../../src/lib/cube/read-dashboard.ts';
import { defaultStory } from '../../../src/lib/features/council/default-story.ts';
import { snapshotFromUrl } from '../../../src/lib/features/council/page-views.ts';
import { asksSentence } from '../../../src/lib/features/portraits/waits.ts';
import * as framed from '../../../src/lib/features/share/framed-address.ts';
import { meansOfAddress } from '../../../src/lib/figures/means-of-address.ts';
import { OpeningsState } from '../../../src/lib/figures/openings-state.svelte.ts';
import { parseAssignmentFile, todayPlan } from '../../../src/lib/model/assignment/assignment-file.ts';
import { planCode } from '../../../src/lib/model/assignment/plan-code.ts';
import { Decision } from '../../../src/lib/session/decision/decision.svelte.ts';
import { SiteData } from '../../../src/lib/session/site-data.svelte.ts';

const plain = (text: string) => text.replace(/<\/?[a-z]+>/g, '').replace(/[\u00a0\u202f]/g, ' ');
const dashboard = parseDashboard(readFileSync('static/tables/dashboard.json', 'utf8'));
const file = parseAssignmentFile(readFileSync('static/graph/split.json', 'utf8'));

/** Half a post asked. */
function asked(posts: number | null = 0.5) {
  const decided = new Decision({ dashboard });
  const openings = new OpeningsState(new SiteData(dashboard), decided, () => null);
  openings.file = file;
  decided.askPosts(posts);
  return { decided, openings };
}

it('a portrait asks the posts that the reader asks, at their cost', () => {
  const { openings } = asked();
  const cube = new CoverageCube(dashboard);
  const told = portraitPlaces(dashboard)
    .map((place) => asksSentence(portraitOf(cube, NO_FACTS, place), openings))
    .filter((text) => text !== null)
    .map(plain);
  expect(told.length).toBeGreaterThan(2);
  expect(told.join('\n')).toContain('un demi-poste, 26 000 € par an');
  expect(told.join('\n')).not.toMatch(/1 poste/);
});

it('with no posts asked, each portrait says those that every page proposes', () => {
  const { openings } = asked(null);
  const cube = new CoverageCube(dashboard);
  const calendars = portraitPlaces(dashboard)
    .map((place) => portraitOf(cube, NO_FACTS, place).schools)
    .flatMap((schools) => openings.calendarFor(new Set(schools.map(({ school }) => school.uai))) ?? []);
  expect(calendars.length).toBeGreaterThan(2);
  expect(new Set(calendars.map(({ asked }) => asked))).toEqual(new Set([openings.view.answer!.posts]));
});

it('a verdict says what the posts that the reader asks open, at their cost', () => {
  const { openings } = asked();
  const all = new Set(openings.view.queue.map(({ school }) => school.uai));
  const { opened, posts, euros } = openings.meansOf(all)!;
  expect([opened, posts, euros]).toEqual([openings.chosen!.opened, 0.5, 26_000]);
});

it('the story of a council tells and draws the posts that the reader asks', () => {
  const { decided, openings } = asked();
  const { steps } = defaultStory({
    ...{ dashboard, programme: null, assignment: file, means: openings },
    decided: decided.inLink(new URLSearchParams(), file)
  });
  const sources = { dashboard, programme: null, assignment: file, outlines: null };
  const asks = steps.find(({ address }) => address.includes('/ecoles?postes'))!;
  expect(plain(asks.text)).toContain('un demi-poste');
  expect(plain(asks.text)).toContain('26 000 €');
  expect(asks.address).toContain('postes=0.5');
  // The sentence of the years to come is of the children; what is drawn beside it is of these posts.
  const future = steps.find(({ address }) => address.includes('montre=annees'))!;
  expect(future.address).toContain('postes=0.5');
  const figures = snapshotFromUrl(future.address, sources)!.figures.map(({ value }) => plain(value));
  expect(figures).toContain('un demi-poste');
  expect(figures).toContain('26 000 €');
});

it('a frame holds the posts, and its calendar is that of its répartition', () => {
  const { decided, openings } = asked();
  const today = todayPlan(file);
  const [first] = file.posts;
  const plan = {
    ...today,
    referents: Object.fromEntries(Object.keys(today.referents).map((uai) => [uai, first!.id]))
  };
  decided.adopt({ plan, settings: {} });
  const held = framed.decidedAddress('/maillage/ecoles/?hypothese=basse', '/maillage', decided, file)!;
  expect(framed.frameOf(held)).toContain('postes=0.5');
  const params = new URLSearchParams(held.split('?')[1]);
  expect(params.get('repartition')).toBe(planCode(file, plan));
  const means = meansOfAddress(new CoverageCube(dashboard), file, params, '');
  expect(means.chosen?.lines).toEqual(openings.chosen?.lines);
  expect(means.chosen?.lines).not.toEqual(asked().openings.chosen?.lines);
});
