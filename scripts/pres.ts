// npm run pres -- --out DIR [--departement 59]...: the territory of every PRE of the official list, out of the packs that the repository keeps.
import { join, resolve } from 'node:path';
import { buildTerritory, type PackedReference } from '../src/lib/engines/territory-builder/index.ts';
import type { ListedPre } from '../src/lib/model/packs.ts';
import type { Month } from '../src/lib/model/school-year.ts';
import { bootHighs } from '../src/lib/solver/highs.ts';
import { fail, print, progress, readArguments, start } from './shell.ts';
import { buildSite } from './setup.mjs';
import { configOfListed, keptBase, keptPres, preWords } from './territory/base.ts';
import { keptReference } from './territory/reference.ts';
import { writeTerritorySite } from './territory/site.ts';
import { removeStale, writeFiles } from './territory/write-files.ts';

const USAGE = `Construit le territoire de chaque programme de réussite éducative de la liste officielle, à partir des données de départ du dépôt.

  npm run pres -- --out DOSSIER [--departement 59]... [--site]

  --out DOSSIER       où écrire un dossier par PRE : DOSSIER/DÉPARTEMENT/COMMUNE-PORTAGE/ (tables/, downloads/, map/, graph/, findings.json)
  --departement CODE  ce département seulement ; répété, ces départements : un lancement par département se fait sur autant de
                      machines que l’on veut
  --site              construit aussi le site de chacun, dans son dossier site/
  --help              cette aide

Sortie standard : {"pres", "territories", "noEpci", "schools", "findings", "bytes", "siteBytes", "seconds": {"total", "median", "longest"}, "longest"} ;
deux PRE d’une même commune et d’un même portage sont un seul territoire.
Codes de fin : 0, les dossiers sont écrits ; 2, rien n’a pu être écrit.`;

interface Made {
  pre: ListedPre;
  seconds: number;
  schools: number;
  findings: number;
  bytes: number;
  siteBytes: number;
}

const secondsSince = (began: number) => (performance.now() - began) / 1000;
const rounded = (seconds: number) => Math.round(seconds * 1000) / 1000;

async function build(
  pre: ListedPre,
  reference: PackedReference,
  { out, site, today }: { out: string; site: boolean; today: Month }
): Promise<Made | null> {
  const began = performance.now();
  const config = configOfListed(pre, reference);
  if (!config) return null;
  const { files, figures, findings } = await buildTerritory({
    config,
    open: (file) => Promise.reject(new Error(`no file is asked for: ${file}`)),
    reference,
    base: await keptBase(config, reference),
    today,
    solver: () => bootHighs()
  });
  const folder = join(out, pre.departement, pre.key);
  removeStale(folder, files);
  writeFiles(folder, files);
  const siteBytes = site ? await writeTerritorySite(files, join(folder, 'site')) : 0;
  return {
    pre,
    seconds: secondsSince(began),
    schools: figures.schools,
    findings: findings.length,
    bytes: [...files.values()].reduce((sum, { length }) => sum + length, 0),
    siteBytes
  };
}

function summaryOf(pres: readonly ListedPre[], noEpci: number, made: readonly Made[], total: number) {
  const sum = (figure: (one: Made) => number) => made.reduce((all, one) => all + figure(one), 0);
  const bySeconds = [...made].sort((one, other) => one.seconds - other.seconds);
  const middle = bySeconds[bySeconds.length >> 1];
  const longest = bySeconds.at(-1);
  return {
    pres: pres.length,
    territories: made.length,
    noEpci,
    schools: sum(({ schools }) => schools),
    findings: sum(({ findings }) => findings),
    bytes: sum(({ bytes }) => bytes),
    siteBytes: sum(({ siteBytes }) => siteBytes),
    seconds: {
      total: rounded(total),
      median: rounded(middle?.seconds ?? 0),
      longest: rounded(longest?.seconds ?? 0)
    },
    longest: longest ? preWords(longest.pre) : null
  };
}

/** `npm run pres`. */
export async function pres(args: readonly string[]): Promise<void> {
  const { values } = readArguments(
    USAGE,
    {
      out: { type: 'string' },
      departement: { type: 'string', multiple: true },
      site: { type: 'boolean', default: false }
    },
    args
  );
  if (values.out === undefined) fail(2, ['Attendu : --out DOSSIER.', USAGE]);
  const began = performance.now();
  const reference = await keptReference();
  const { all } = await keptPres(reference);
  const asked = values.departement?.map((code) => code.toUpperCase());
  const chosen = all.filter(({ departement }) => asked?.includes(departement) ?? true);
  if (chosen.length === 0)
    fail(2, `Aucun PRE de la liste officielle dans : ${asked?.join(', ') ?? 'la liste'}.`);
  if (values.site) buildSite({ stdio: ['ignore', process.stderr, process.stderr] });
  const options = {
    out: resolve(values.out),
    site: values.site,
    today: new Date().toISOString().slice(0, 7) as Month
  };
  const made: Made[] = [];
  let noEpci = 0;
  for (const pre of new Map(chosen.map((one) => [one.key, one])).values()) {
    const one = await build(pre, reference, options);
    if (!one) {
      noEpci += 1;
      progress(`${preWords(pre)} : sa commune n’est d’aucune intercommunalité, laissé de côté`);
      continue;
    }
    made.push(one);
    progress(`${preWords(pre)} : ${one.schools} établissements, ${rounded(one.seconds)} s`);
  }
  print(JSON.stringify(summaryOf(chosen, noEpci, made, secondsSince(began))));
}

await start(import.meta.url, pres);
