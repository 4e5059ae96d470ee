// npm run territory -- CONFIG.json [--data DIR] [--out DIR]: builds a territory from official files, or opens one that was saved.
import { existsSync, writeFileSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { buildTerritory, type Config } from '../src/lib/engines/territory-builder/index.ts';
import { changeLines, changesBetween, readBefore } from './territory/changes.ts';
import { missingLines, reportLines } from './territory/report.ts';
import { parseDashboard } from '../src/lib/cube/read-dashboard.ts';
import type { SourceFile } from '../src/lib/model/source-files.ts';
import { checkProfile } from '../src/lib/engines/publish/index.ts';
import { UnsafeTerritory, UnusableInput } from '../src/lib/model/findings.ts';
import type { TerritoryFiles } from '../src/lib/model/territory-files.ts';
import { legalNotices } from '../src/lib/model/legal-notices.ts';
import type { Month } from '../src/lib/model/school-year.ts';
import { findingSentence } from '../src/lib/i18n/findings/findings.ts';
import { LEGAL_WORDS } from '../src/lib/i18n/legal-words.ts';
import { bootHighs } from '../src/lib/solver/highs.ts';
import { readRecord } from './fetch/record.ts';
import { fail, print, progress, readArguments, start } from './shell.ts';
import { buildSite } from './setup.mjs';
import { askedConfig, configOf } from './territory/asked-config.ts';
import { keptBase } from './territory/base.ts';
import { isMaillage, openMaillage, saveMaillage } from './territory/maillage.ts';
import { openSource } from './territory/open-source.ts';
import { keptReference } from './territory/reference.ts';
import { SiteFailure, territoryPage, writeTerritorySite } from './territory/site.ts';
import { readFiles, removeStale, writeFiles } from './territory/write-files.ts';

const USAGE = `Construit un territoire à partir de fichiers officiels.

  npm run territory -- CONFIG.json [--data DOSSIER] [--out DOSSIER] [--site] [--serve]
  npm run territory -- --name "AGGLOMÉRATION" [--out DOSSIER] [--site] [--serve]
  npm run territory -- --pre "PRE" [--out DOSSIER] [--site] [--serve]
  npm run territory -- FICHIER.maillage [--out DOSSIER] [--site] [--serve]

  CONFIG.json      le territoire et ses fichiers (voir docs/configuration.md et docs/examples/)
  --name NOM       sans configuration : l’agglomération de ce nom, de ce SIREN ou de cette commune, avec les données de départ
                   du dépôt (contours, écoles, IPS, REP ; voir data/README.md)
  --pre NOM        de même, le programme de réussite éducative de ce nom dans la liste officielle : sa commune, ou les communes de son
                   intercommunalité qui ont un quartier prioritaire ; à nom égal, ajoutez le département ou la forme de portage
                   (« Saint-Denis 93 caisse des écoles »)
  FICHIER.maillage un territoire enregistré, par cette commande ou depuis la page « Mon territoire »
  --save FICHIER   enregistre aussi le territoire en un seul fichier (.maillage), avec les fichiers lus ; une phrase de
                   passe donnée par la variable MAILLAGE_PASSPHRASE le protège, et l’ouvre
  --data DOSSIER   où sont les fichiers officiels (par défaut : à côté de CONFIG.json)
  --out DOSSIER    où écrire tables/, downloads/, map/, graph/ et findings.json (par défaut : territoire-SIREN) ;
                   s’il y a déjà un territoire, changes.json dit ce qui a changé
  --site           construit aussi le site du territoire, dans DOSSIER/site
  --page ADRESSE   écrit aussi le site public en un seul fichier HTML, à ouvrir d’un double clic, dans DOSSIER/site.html ; ADRESSE est celle
                   du site à jour, écrite en tête (« » s’il n’y en a pas)
  --serve          construit le site, puis le sert sur 127.0.0.1 (port 4173 ou PORT) jusqu’à Ctrl+C
  --help           cette aide

Codes de fin : 0, le territoire est écrit, remarques comprises ; 1, il ne peut pas être publié ; 2, rien n’a pu être écrit.`;

interface Options {
  input: string | undefined;
  name: string | undefined;
  pre: string | undefined;
  data: string | undefined;
  out: string | undefined;
  save: string | undefined;
}

interface Made {
  config: Config;
  files: TerritoryFiles;
  out: string;
  figures: { communes: number; qpvs: number; schools: number };
  findings: number;
}

async function opened(path: string, options: Options): Promise<Made> {
  progress(`Ouverture de ${path}`);
  const { config: json, files, damaged = [] } = await openMaillage(path);
  for (const found of damaged)
    progress(findingSentence({ code: 'maillage-part-damaged', severity: 'doubtful', file: path, found }));
  const config = configOf(json, path);
  checkProfile(files, config.profile ?? 'public');
  const out = resolve(options.out ?? `territoire-${config.siren}`);
  progress(`Écriture dans ${out}`);
  removeStale(out, files);
  writeFiles(out, files);
  const textOf = (name: string) => new TextDecoder().decode(files.get(name));
  const { communes, qpvs, schools } = parseDashboard(textOf('tables/dashboard.json'));
  const told = JSON.parse(files.has('findings.json') ? textOf('findings.json') : '{}') as {
    findings?: unknown[];
  };
  return {
    config,
    files,
    out,
    figures: { communes: communes.length, qpvs: qpvs.length, schools: schools.length },
    findings: told.findings?.length ?? 0
  };
}

async function built({ input: path, name, pre, data: folder, out: asked, save }: Options): Promise<Made> {
  const reference = await keptReference();
  const { json, config, fileOf } = await askedConfig({ input: path, name, pre }, reference);
  const data = resolve(folder ?? dirname(path ?? '.'));
  const out = resolve(asked ?? `territoire-${config.siren}`);
  progress(`Lecture des fichiers dans ${data}`);
  const [base, record] = await Promise.all([keptBase(config, reference), readRecord(data)]);
  const sources = new Map<string, SourceFile>();
  const { rows, posts, times, ...made } = await buildTerritory({
    config,
    open: async (file) => {
      const source = { ...(await openSource(data, fileOf(file))), name: file };
      if (save !== undefined) sources.set(file, source);
      return source;
    },
    reference,
    base,
    records: new Map(record.map((entry) => [entry.file, entry])),
    former: existsSync(out) ? readFiles(out) : new Map(),
    today: new Date().toISOString().slice(0, 7) as Month,
    solver: () => bootHighs()
  });
  const dashboard = join(out, 'tables/dashboard.json');
  const before = existsSync(dashboard) ? readBefore(await readFile(dashboard, 'utf8')) : null;
  progress(`Écriture dans ${out}`);
  removeStale(out, made.files);
  writeFiles(out, made.files);
  for (const line of reportLines(rows, made.balances, made.findings)) progress(line);
  if (before) {
    const changes = changesBetween(before, rows);
    await writeFile(join(out, 'changes.json'), `${JSON.stringify(changes, null, 1)}\n`);
    for (const line of changeLines(changes)) progress(line);
  }
  for (const line of missingLines(rows, posts, times)) progress(line);
  progress(`Le détail de chaque remarque est dans ${join(out, 'findings.json')}`);
  if (save !== undefined) {
    const saved = await saveMaillage(save, { ...made, config: json, sources: [...sources.values()] });
    progress(
      `${save} : ${Math.round(saved.bytes / 1024)} ko${saved.carried ? '' : ', sans les fichiers lus'}`
    );
  }
  const { communes, qpvs, schools } = made.figures;
  return {
    config,
    files: made.files,
    out,
    figures: { communes, qpvs, schools },
    findings: made.findings.length
  };
}

function buildShell(): void {
  progress('Construction du site');
  buildSite({ stdio: ['ignore', process.stderr, process.stderr] });
}

/** What the pages of a public site will say is not written. */
function warnNotices({ config }: Made): void {
  const missing = legalNotices(config).flatMap(({ notice, text }) =>
    text === '' ? [LEGAL_WORDS[notice]()] : []
  );
  if (config.profile !== 'internal' && missing.length > 0)
    progress(`Mentions légales non renseignées (docs/configuration.md, « labels ») : ${missing.join(', ')}`);
}

/** Builds the public site of a territory as one page, beside its files. */
function writePage(made: Made, address: string): void {
  const { files, out } = made;
  checkProfile(files, 'public');
  warnNotices(made);
  buildShell();
  const page = join(out, 'site.html');
  writeFileSync(page, territoryPage(files, address));
  progress(`Le site en un seul fichier est ${page}`);
}

/** Builds the site of a territory into its folder. @returns where it stands */
async function siteOf(made: Made): Promise<string> {
  const { files, out, config } = made;
  warnNotices(made);
  buildShell();
  const site = join(out, 'site');
  await writeTerritorySite(files, site, { packs: config.packs === true });
  progress(`Le site est dans ${site}`);
  return site;
}

function optionsOf(args: readonly string[]) {
  const { values, positionals } = readArguments(
    USAGE,
    {
      name: { type: 'string' },
      pre: { type: 'string' },
      data: { type: 'string' },
      out: { type: 'string' },
      save: { type: 'string' },
      site: { type: 'boolean', default: false },
      page: { type: 'string' },
      serve: { type: 'boolean', default: false }
    },
    args
  );
  const [input, ...extra] = positionals;
  const asked = [input, values.name, values.pre].filter((one) => one !== undefined);
  if (asked.length !== 1 || extra.length > 0)
    fail(2, ['Attendu : un seul fichier de configuration ou de territoire, ou --name, ou --pre.', USAGE]);
  if (values.save !== undefined && !isMaillage(values.save))
    fail(2, `--save : attendu un nom qui finit par .maillage, trouvé « ${values.save} »`);
  return { input, values };
}

/** `npm run territory`. */
export async function territory(args: readonly string[]): Promise<void> {
  const { input, values } = optionsOf(args);
  const { name, pre, data, out: folder, save } = values;
  const options = { input, name, pre, data, out: folder, save };
  try {
    const made = await (input !== undefined && isMaillage(input) ? opened(input, options) : built(options));
    const site = values.site || values.serve ? await siteOf(made) : undefined;
    if (values.page !== undefined) writePage(made, values.page);
    const { config, out, figures, findings } = made;
    const summary = { siren: config.siren, ...figures, findings, out, ...(site && { site }) };
    print(JSON.stringify(summary));
    if (values.serve && site) {
      const { serve } = await import('./site/serve.mjs');
      progress(
        `Maillage est ouvert sur ${await serve({ port: Number(process.env.PORT ?? 4173), directory: site })}`
      );
    }
  } catch (error) {
    if (error instanceof UnusableInput) fail(2, findingSentence(error.finding));
    if (error instanceof UnsafeTerritory) fail(1, error.reasons);
    if (error instanceof SiteFailure) fail(2, ['Le site n’a pas pu être construit :', error.message]);
    throw error;
  }
}

await start(import.meta.url, territory);
