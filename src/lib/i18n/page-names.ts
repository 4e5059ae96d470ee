// The names of the pages that a story can show.
import { m } from '$lib/i18n/paraglide/messages.js';
import type { StoryPage } from '$lib/model/story';

const NAMES: Record<StoryPage, () => string> = {
  '/': m.council_view_coverage,
  '/ecoles': m.council_view_waiting,
  '/evolution': m.council_view_change,
  '/programme': m.council_view_programme,
  '/secteurs': m.council_view_sectors,
  '/deplacements': m.council_view_travel
};

export const storyPageName = (page: StoryPage): string => NAMES[page]();
