// The atlas page of the built site, printed.
import { chromium as driver, type Browser } from '@playwright/test';
import { serve } from '../serve.mjs';

export const PAPERS = ['A4', 'A3'] as const;
export type Paper = (typeof PAPERS)[number];

export interface Printer {
  address: string;
  browser: Browser;
  close: () => Promise<void>;
}

const ARGUMENTS = ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--no-first-run'];
const PATIENCE = 300_000;
/** A3 holds A4 once more, larger: √2. */
const SCALES: Record<Paper, number> = { A4: 1, A3: Math.SQRT2 };

/** Serves the built site on a port of its own and opens a browser. */
export async function openPrinter(executablePath: string): Promise<Printer> {
  const address = await serve({ port: 0 });
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
  const page = await browser.newPage({ locale: 'fr-FR' });
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
  await page.waitForFunction(
    `document.documentElement.dataset.ready === 'true' && document.fonts.status === 'loaded'`
  );
  const pages = Number(await page.locator('[data-atlas-pages]').getAttribute('data-atlas-pages'));
  progress(`Impression de ${pages} pages…`);
  await page.pdf({
    ...{ path: out, format: size, scale: SCALES[size], tagged: true, outline: true, printBackground: false },
    margin:
      size === 'A4'
        ? { top: '10mm', bottom: '10mm', left: '12mm', right: '12mm' }
        : { top: '14mm', bottom: '14mm', left: '17mm', right: '17mm' }
  });
  await page.close();
  return { pages, unknown };
}
