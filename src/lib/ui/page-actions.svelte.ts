// What can be done with the page on screen: share, print, project, export. The header shows it at the same place on every page.
import { createContext, untrack, type Snippet } from 'svelte';

/** What a button does: at once, or by a panel of choices. */
export type PageAction = { readonly run: () => unknown } | { readonly panel: Snippet };

export interface PageActionSet {
  /** Beside the link, which every page has: the address to copy where it is not that of the browser, other ways to share. */
  readonly share?: { readonly address?: () => string; readonly panel?: Snippet };
  /** In place of the browser's printing. */
  readonly print?: PageAction;
  /** In place of the page alone on the whole screen. */
  readonly project?: PageAction;
  readonly export?: PageAction;
  /** What is done most on the page: on a phone it stands beside « Actions ». */
  readonly first?: { readonly label: string; readonly run: () => unknown };
}

export class PageActionsState {
  #given: readonly (() => PageActionSet)[] = $state.raw([]);
  /** Of all parts of the page together; the last one to say decides. */
  now: PageActionSet = $derived(Object.assign({}, ...this.#given.map((give) => give())) as PageActionSet);

  /** To be called by a part of a page while it is made: what it can do, as long as it is there. */
  use(give: () => PageActionSet): void {
    $effect(() => {
      this.#given = [...untrack(() => this.#given), give];
      return () => (this.#given = this.#given.filter((one) => one !== give));
    });
  }
}

export const [pageActions, providePageActions] = createContext<PageActionsState>();
