// The atlas: seconds a page, from the address to the file, once the site is built.
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openPrinter, printAtlas } from '../../scripts/atlas/print.ts';
import { buildSite, chromium } from '../../scripts/setup.mjs';
import { measured, type Bench } from '../measurement.ts';

/** A whole atlas within the time of a coffee: half a second a page. */
const SECONDS_A_PAGE = 0.5;

export const run: Bench = async ({ progress }) => {
  buildSite({ stdio: ['ignore', process.stderr, process.stderr] });
  const folder = mkdtempSync(join(tmpdir(), 'maillage-atlas-'));
  const out = join(folder, 'atlas.pdf');
  const printer = await openPrinter(chromium());
  const started = performance.now();
  const { pages } = await printAtlas(printer, { out, size: 'A4', codes: [], progress });
  const seconds = (performance.now() - started) / 1000;
  await printer.close();
  const megabytes = statSync(out).size / 1e6;
  rmSync(folder, { recursive: true });
  return [
    measured('par page', 's', [seconds / pages], { at: 'median', most: SECONDS_A_PAGE }),
    measured(`atlas de ${pages} pages`, 's', [seconds]),
    measured('  fichier', 'Mo', [megabytes])
  ];
};
