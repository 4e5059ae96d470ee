// Prerendered HTML in fewer bytes: SVG maps optimised, numbers shortened, embedded data unwrapped or left out.
import { optimize } from 'svgo/browser';
import { embedPolicyOf } from './embedded-files.ts';

/** Prerendered maps stand as text in `noscript` (map/svg/PrerenderedMap.svelte). */
const PRERENDERED_MAP = /(<noscript class="prerendered-[^>]*>)([\s\S]*?)(<\/noscript>)/g;

/** One decimal of a pixel. Ids, classes and elements stay: the page's styles and references need them. */
const SVGO = {
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

/** Of src/app.html; those that Svelte needs begin without a space. */
const TEMPLATE_COMMENT = /[ ]*<!-- [^]*?-->\n?/g;

/** What SvelteKit writes for each `fetch` of a `load`: the response wrapped in JSON and escaped. */
const FETCHED =
  /<script type="application\/json" data-sveltekit-fetched data-url="([^"]*)"[^>]*>(.*?)<\/script>/gs;

/**
 * Characters of a file that a page brings. A larger one is asked for by the page: carried by each of the pages of a large territory, it
 * would make a site that grows like the square of the territory.
 */
const MOST_EMBEDDED = 300_000;

function applyPolicy(script: string, url: string, wrapped: string, route: string | null): string {
  const embed = embedPolicyOf(url, route);
  if (!embed) return wrapped.length > MOST_EMBEDDED ? '' : script;
  if (embed.policy === 'omitted') return '';
  const { status, body } = JSON.parse(wrapped) as { status: number; body: string };
  if (status !== 200) return script;
  const kept = typeof embed.policy === 'function' ? embed.policy(body) : body;
  if (kept.length > MOST_EMBEDDED) return '';
  return `<script type="application/json" data-embedded="${embed.path}">${kept.replaceAll('<', '\\u003c')}</script>`;
}

/** Numbers with more decimals than a drawing needs: engines of JavaScript differ in the last ones, and pages must not. */
const LONG_NUMBER = /<(script|style)\b[^]*?<\/\1>|\d+\.\d{7,}(?!\d*e)/g;
const DECIMALS = 1e4;

const shortNumbers = (html: string): string =>
  html.replace(LONG_NUMBER, (text) =>
    text.startsWith('<') ? text : String(Math.round(Number(text) * DECIMALS) / DECIMALS)
  );

/**
 * Runs at build time only, once a page.
 * @param html of a whole page
 * @param route SvelteKit's id of the page
 */
export function postprocessHtml(html: string, route: string | null): string {
  const lean = html
    .replaceAll(TEMPLATE_COMMENT, '')
    .replace(PRERENDERED_MAP, (_all, open: string, map: string, close: string) =>
      [open, optimize(map, SVGO).data, close].join('')
    )
    .replace(FETCHED, (script: string, url: string, wrapped: string) =>
      applyPolicy(script, url, wrapped, route)
    );
  return shortNumbers(lean);
}
