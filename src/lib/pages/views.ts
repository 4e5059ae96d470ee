// Pages whose view can be drawn from its address alone: in a frame, a picture or a story.
import { PAGES, pageAt, secondView, type PagePath } from './register.ts';
import type { PageRecord } from './record.ts';

type WithView = Extract<(typeof PAGES)[number], { view: string }>;
/** Path of a page that a story may show. */
export type StoryPage = WithView['path'];

const isView = (page: PageRecord & { path: PagePath }): page is WithView => page.view !== undefined;

/** In the order of the menu. */
export const STORY_PAGES: readonly StoryPage[] = PAGES.filter(isView).map(({ path }) => path);

/** Paths in the order of the story proposed; pages without a place in it are left out. */
export const proposedPages = (pages: readonly PageRecord[] = PAGES): string[] =>
  pages
    .filter((page) => page.view && page.story !== undefined)
    .sort((one, other) => one.story! - other.story!)
    .map(({ path }) => path);

/** Addresses of all views, the second of a page after its first. */
export const STORY_VIEWS: readonly string[] = STORY_PAGES.flatMap((path) => [
  path,
  ...secondView(pageAt(path)!).map((view) => view.path)
]);

/** Name of the view of an address: that of its page, or of the page's second view. */
export function viewName({ page, params }: { page: StoryPage; params: URLSearchParams }): string {
  const { label, viewLabel, second } = pageAt(page)!;
  const isSecond =
    second && Object.entries(second.query).every(([name, value]) => params.get(name) === value);
  return (isSecond ? second.label : (viewLabel ?? label))();
}

/** Files that the view of an address is drawn from, beyond the dashboard; null when there are none. */
export function fetchedFor(address: string): 'assignment' | 'computed' | null {
  const view = pageAt(address.split(/[?#]/)[0]!)?.view;
  return view === undefined || view === 'dashboard' ? null : view;
}
