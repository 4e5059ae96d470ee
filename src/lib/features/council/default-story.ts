// Default story made from the territory's figures: one step for each topic with data.
import { CoverageCube } from '$lib/cube/coverage.ts';
import { meansOfAddress } from '$lib/figures/means-of-address.ts';
import type { StoryFacts } from '$lib/features/share/page-view-type.ts';
import { m } from '$lib/i18n/paraglide/messages.js';
import { richParts } from '$lib/i18n/rich.ts';
import { FEWEST_STEPS, type Story } from '$lib/pages/story.ts';
import type { PageRecord } from '$lib/pages/record.ts';
import { PAGES } from '$lib/pages/register.ts';
import { proposedPages } from '$lib/pages/views.ts';
import { PAGE_VIEWS } from './page-views.ts';

const plain = (text: string): string =>
  richParts(text)
    .map((part) => part.text)
    .join('');

/** What the reader has decided, where there is a reader. */
type Given = Omit<StoryFacts, 'cube' | 'means' | 'decided'> & Partial<Pick<StoryFacts, 'means' | 'decided'>>;

/** @param views by the path of their page @param pages of the register */
export function defaultStory(
  { decided = new URLSearchParams(), ...given }: Given,
  views = PAGE_VIEWS,
  pages: readonly PageRecord[] = PAGES
): Story {
  const { dashboard } = given;
  const cube = new CoverageCube(dashboard);
  const means = given.means ?? meansOfAddress(cube, given.assignment, decided);
  const facts = { ...given, cube, decided, means };
  const shown = proposedPages(pages).flatMap((path) => views.get(path) ?? []);
  const steps = shown.flatMap((view) => view.steps?.(facts) ?? []);
  const fillers = shown.flatMap((view) => view.fillers?.(facts) ?? []);
  return {
    title: m.council_story_title_plain({ territory: dashboard.territory.name }),
    steps: [...steps, ...fillers.slice(0, Math.max(0, FEWEST_STEPS - steps.length))].map((step) => ({
      ...step,
      text: plain(step.text)
    }))
  };
}
