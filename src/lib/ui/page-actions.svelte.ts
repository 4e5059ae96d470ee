// What can be done with the page on screen: share, print, project, export. The header shows it at the same place on every page.
import { createContext, untrack, type Snippet } from 'svelte';
import type { ExportTable } from '$lib/export/table';
import type { Picture, PictureFormat } from './export/save-as';

/** What a button does: at once, or by a panel of choices. The panel is shown in the header: it finds there no context of the page. */
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

/** What a table, a chart or a map can leave as. */
export interface PageExport {
  /** As a reader names it: « la carte ». */
  readonly what: string;
  readonly table?: (() => ExportTable | Promise<ExportTable>) | undefined;
  /** The table has a geometry: GeoJSON and a QGIS project are offered. */
  readonly placed?: boolean;
  /** Files of its own, each with the words of its button. */
  readonly files?: readonly {
    readonly label: string;
    readonly file: () => { name: string; content: Blob };
  }[];
  readonly picture?: (() => Picture | Promise<Picture>) | undefined;
  /** A map drawn apart, with its title, legend, scale and source: whole already. */
  readonly image?: ((kind: PictureFormat) => Promise<Blob>) | undefined;
}

/** What the parts of a page give, each as it said it last: the header asks none of them, whose data may be gone while the page gives way. */
class Given<T> {
  #all: readonly Said<T>[] = $state.raw([]);
  values: readonly T[] = $derived(this.#all.flatMap(({ value }) => value ?? []));

  /** To be called by a part while it is made. */
  add(give: () => T): void {
    const one = new Said<T>();
    $effect(() => {
      this.#all = [...untrack(() => this.#all), one];
      return () => (this.#all = this.#all.filter((other) => other !== one));
    });
    $effect(() => {
      one.value = give();
    });
  }
}

class Said<T> {
  value: T | null = $state.raw(null);
}

export class PageActionsState {
  readonly #given = new Given<PageActionSet>();
  readonly #offered = new Given<PageExport>();
  exports: readonly PageExport[] = $derived(this.#offered.values);
  /** Of all parts of the page together; the last one to say decides. */
  now: PageActionSet = $derived(Object.assign({}, ...this.#given.values) as PageActionSet);

  /** To be called by a table, a chart or a map that can be taken away: « Exporter » lists them all. */
  offer(give: () => PageExport): void {
    this.#offered.add(give);
  }

  /** To be called by a part of a page while it is made: what it can do, as long as it is there. */
  use(give: () => PageActionSet): void {
    this.#given.add(give);
  }
}

export const [pageActions, providePageActions] = createContext<PageActionsState>();

/** The page alone on the whole screen: header, menu and foot leave until the full screen is left. */
export async function projectPage(): Promise<void> {
  const root = document.documentElement;
  try {
    await root.requestFullscreen();
  } catch {
    // Refused: the page shows itself alone all the same, until Escape.
  }
  root.dataset['projected'] = 'true';
  // What had the focus is hidden with the header.
  document.querySelector('main')?.focus();
  const end = () => {
    if (document.fullscreenElement) return;
    delete root.dataset['projected'];
    document.removeEventListener('fullscreenchange', end);
    removeEventListener('keydown', escape);
  };
  const escape = (event: KeyboardEvent) => {
    if (event.key === 'Escape') end();
  };
  document.addEventListener('fullscreenchange', end);
  addEventListener('keydown', escape);
}
