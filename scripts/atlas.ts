// npm run atlas: every portrait as one tagged PDF, printed from the built site by a Chromium without a screen.
import { existsSync, mkdirSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { PAPERS, type Paper } from './atlas/paper.ts';
import { buildSite, chromium } from './setup.mjs';
import { fail, print, progress, readArguments, start } from './shell.ts';

const USAGE = `Imprime l’atlas : un portrait par page, avec un sommaire, dans un PDF balisé.

  npm run atlas -- --out FICHIER.pdf [--size A4|A3] [--code CODE...]

  --out FICHIER   le PDF à écrire
  --size A4|A3    taille des pages (par défaut : A4)
  --code CODE     seulement ces communes, quartiers ou cités éducatives ; se répète
  --help          cette aide

Construit le site s’il a changé, puis le sert à ce seul programme. Chromium est cherché dans CHROMIUM_PATH, puis aux
endroits habituels. Fin : 0 atlas écrit, 1 un code est inconnu, 2 aucun PDF n’a pu être fait.`;

/** The browser named by CHROMIUM_PATH must be there; another one is not taken in its place. */
function browserPath(): string | undefined {
  const named = process.env.CHROMIUM_PATH;
  if (named && !existsSync(named)) fail(2, `CHROMIUM_PATH : aucun fichier « ${named} ».`);
  return named ?? chromium();
}

/** Prints the pages of the built site. @returns the codes that no place bears */
async function printPages(
  executablePath: string | undefined,
  out: string,
  size: Paper,
  codes: readonly string[]
): Promise<string[]> {
  buildSite({ stdio: ['ignore', process.stderr, process.stderr] });
  // The driver of the browser is loaded only when there is something to print.
  const { openPrinter, printAtlas } = await import('./atlas/print.ts');
  const started = performance.now();
  const printer = await openPrinter(executablePath);
  try {
    const { pages, unknown } = await printAtlas(printer, { out, size, codes, progress });
    if (unknown.length > 0) return unknown;
    const seconds = (performance.now() - started) / 1000;
    const each = (seconds / pages).toLocaleString('fr-FR', { maximumFractionDigits: 2 });
    progress(`${pages} pages en ${Math.round(seconds)} s, ${each} s par page.`);
    print(JSON.stringify({ out, pages, bytes: statSync(out).size }));
    return [];
  } finally {
    await printer.close();
  }
}

/** `npm run atlas`. */
export async function atlas(args: readonly string[]): Promise<void> {
  const { values } = readArguments(
    USAGE,
    {
      out: { type: 'string' },
      size: { type: 'string', default: 'A4' },
      code: { type: 'string', multiple: true, default: [] }
    },
    args
  );
  if (!values.out) fail(2, ['--out manque : le fichier PDF à écrire.', USAGE]);
  const paper = PAPERS.find((known) => known === values.size.toUpperCase());
  if (!paper) fail(2, `--size : attendu ${PAPERS.join(' ou ')}, trouvé « ${values.size} »`);
  const executablePath = browserPath();
  const out = resolve(values.out);
  let unknown: string[];
  try {
    mkdirSync(dirname(out), { recursive: true });
    unknown = await printPages(executablePath, out, paper, values.code);
  } catch (error) {
    const cause = error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error);
    fail(2, `Atlas impossible : ${cause}`);
  }
  if (unknown.length > 0)
    fail(
      1,
      unknown.map((code) => `Aucun territoire ne porte le code « ${code} ».`)
    );
}

await start(import.meta.url, atlas);
