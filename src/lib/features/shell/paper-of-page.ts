// The mark of the page on the screen, as its paper would bear it.
import { flushSync } from 'svelte';
import { page } from '$app/state';
import { m } from '$lib/i18n/paraglide/messages.js';
import { PAGES } from '$lib/pages/register';
import { MARKED_FEATURES, paperMark } from '$lib/session/kit/paper-mark';
import { printedText } from '$lib/ui/paper/printed-text';

const isMarked = (route: string | null) =>
  PAGES.some(({ path, feature }) => path === route && MARKED_FEATURES.includes(feature));

/** To be asked once the page is dressed for paper (`beforeprint`); null where papers have no mark. */
export function markOfPage(): string | null {
  flushSync();
  const main = document.querySelector<HTMLElement>('main');
  return main && page.status === 200 && isMarked(page.route.id) ? paperMark(printedText(main)) : null;
}

/** From now on each print of a page that has a mark bears it, where its day stands: written there, and not asked for by pages of words. */
export const markPapers = (): void => addEventListener('beforeprint', write);

function write(): void {
  const mark = markOfPage();
  const address = location.pathname + location.search;
  for (const [at, place] of document.querySelectorAll<HTMLElement>('[data-paper-mark]').entries()) {
    place.dataset['paperMark'] = mark ?? '';
    const isSheet = place.closest('.sheet') !== null;
    // Of several sheets, the first says where they are checked.
    if (mark === null) place.textContent = '';
    else if (at > 0) place.textContent = m.shell_paper_mark_only({ mark });
    else place.textContent = (isSheet ? m.shell_paper_mark_short : m.shell_paper_mark)({ mark, address });
  }
}
