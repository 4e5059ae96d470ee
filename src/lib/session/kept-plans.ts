// Plans and stories kept on this computer, for the page that says what is kept and erases it.
import { forgetPlans, keptPlans } from '$lib/storage/kept-plans.ts';
import { forgetStories, keptStories } from '$lib/storage/kept-story.ts';

/** How many scenarios and stories are kept. */
export const keptWorks = (): number => keptPlans() + keptStories();

export function forgetWorks(): void {
  forgetPlans();
  forgetStories();
}
