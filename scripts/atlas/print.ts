// The atlas page of the built site, printed.
import { chromium as driver, type Browser } from '@playwright/test';
import { serve } from '../site/serve.mjs';
import { LARGER, type Paper } from './paper.ts';

export interface Printer {
  address: string;
  browser: Browser;
  close: () => Promise<void>;
}

const ARGUMENTS = ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--no-first-run'];
const PATIENCE = 300_000;
/** Serves the built site on a port of its own and opens a browser. */
export async function openPrinter(executablePath: string | undefined): Promise<Printer> {
  const address = await serve({ port: 0, lasting: false });
  const browser = await driver.launch({ executablePath, args: ARGUMENTS });
  return { address, browser, close: () => browser.close() };
}

interface Order {
  out: string;
  size: Paper;
  /** Places to print; empty for all. */
  codes: readonly string[];
  progress: (line: string) => void;
}

/** @returns pages printed, and the codes that the territory does not have: nothing is printed when there is one. */
export async function printAtlas({ address, browser }: Printer, { out, size, codes, progress }: Order) {
  // The pages' own policy refuses the rule that makes them larger.
  const page = await browser.newPage({ locale: 'fr-FR', bypassCSP: true });
  page.setDefaultTimeout(PATIENCE);
  const unknown: string[] = [];
  for (const code of codes) {
    const { status } = await fetch(`${address}territoires/${encodeURIComponent(code)}`);
    if (status !== 200) unknown.push(code);
  }
  if (unknown.length > 0) return { pages: 0, unknown };
  progress('Mise en pages…');
  await page.goto(
    `${address}territoires/atlas${codes.length > 0 ? `?codes=${codes.map(encodeURIComponent).join(',')}` : ''}`,
    { waitUntil: 'load' }
  );
  await page.locator('html[data-ready="true"]').waitFor({ state: 'attached' });
  await page.evaluate('document.fonts.ready.then(() => 0)');
  const pages = Number(await page.locator('[data-atlas-pages]').getAttribute('data-atlas-pages'));
  progress(`Impression de ${pages} pages…`);
  const larger = LARGER[size];
  if (larger) await page.addStyleTag({ content: larger });
  await page.pdf({ path: out, preferCSSPageSize: true, tagged: true, outline: true });
  await page.close();
  return { pages, unknown };
}
