// A page's HTML in as few bytes as it can do with: it is read, and its scripts begin, the sooner.
import { optimize } from 'svgo/browser';

const DRAWING = /(<noscript class="server-[^>]*>)([\s\S]*?)(<\/noscript>)/g;

/** Tenths of a pixel; nothing is renamed, hidden or taken for useless: styles and labels of the page hold on to it. */
const LEAN = {
  floatPrecision: 1,
  plugins: [
    'removeComments',
    'cleanupNumericValues',
    'convertPathData',
    'convertTransform',
    'moveElemsAttrsToGroup',
    'collapseGroups'
  ]
} satisfies Parameters<typeof optimize>[1];

/** Answers that SvelteKit writes in a page for its scripts: wrapped, escaped, and read there in pieces. */
const ANSWER =
  /<script type="application\/json" data-sveltekit-fetched data-url="([^"]*)"[^>]*>(.*?)<\/script>/gs;
/** Of every page: brought as they are, for `writtenFile` (src/lib/first-visit/embedded-files.ts). */
const BROUGHT = /\/(tables\/dashboard\.json|graph\/service\.json)$/;
/** Of the first page, which asks for them itself, its filters first. */
const LEFT = /\/map\/\w+\.geojson$/;

function leanAnswer(all: string, url: string, answer: string, first: boolean): string {
  if (first && LEFT.test(url)) return '';
  const path = BROUGHT.exec(url)?.[1];
  if (!path) return all;
  const { status, body } = JSON.parse(answer) as { status: number; body: string };
  if (status !== 200) return all;
  return `<script type="application/json" data-written="${path}">${body.replaceAll('<', '\\u003c')}</script>`;
}

/**
 * The same page, with its drawn maps and its data made lean. Pages are written once: the time it takes is the build's.
 * @param route SvelteKit's name of the page
 */
export function leanPage(html: string, route: string | null): string {
  return html
    .replace(DRAWING, (_all, open: string, drawing: string, close: string) =>
      [open, optimize(drawing, LEAN).data, close].join('')
    )
    .replace(ANSWER, (all, url: string, answer: string) => leanAnswer(all, url, answer, route === '/'));
}
