// npm run territory -- CONFIG.json [--data DIR] [--out DIR]: builds a territory from official files.
import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import {
  buildTerritory,
  changeLines,
  changesBetween,
  missingLines,
  readBefore,
  readConfig,
  reportLines,
  type Config
} from '../src/lib/engines/build/index.ts';
import { UnsafeTerritory, UnusableInput } from '../src/lib/model/findings.ts';
import type { Month } from '../src/lib/model/school-year.ts';
import { findingSentence } from '../src/lib/i18n/findings/findings.ts';
import { bootHighs } from '../src/lib/solver/highs.ts';
import { readRecord } from './fetch/record.ts';
import { fail, progress, readArguments } from './shell.ts';
import { buildSite } from './setup.mjs';
import { configNamed, keptBase } from './territory/base.ts';
import { openSource } from './territory/open-source.ts';
import { keptReference } from './territory/reference.ts';
import { SiteFailure, writeTerritorySite } from './territory/site.ts';
import { removeStale, writeFiles } from './territory/write-files.ts';

const USAGE = `Construit un territoire à partir de fichiers officiels.

  npm run territory -- CONFIG.json [--data DOSSIER] [--out DOSSIER] [--site] [--serve]
  npm run territory -- --name "AGGLOMÉRATION" [--out DOSSIER] [--site] [--serve]

  CONFIG.json      le territoire et ses fichiers (voir docs/configuration.md et docs/examples/)
  --name NOM       sans configuration : l’agglomération de ce nom, de ce SIREN ou de cette commune, avec les données de départ
                   du dépôt (contours, écoles, IPS, REP ; voir data/README.md)
  --data DOSSIER   où sont les fichiers officiels (par défaut : à côté de CONFIG.json)
  --out DOSSIER    où écrire tables/, downloads/, map/, graph/ et findings.json (par défaut : territoire-SIREN) ;
                   s’il y a déjà un territoire, changes.json dit ce qui a changé
  --site           construit aussi le site du territoire, dans DOSSIER/site
  --serve          construit le site, puis le sert sur 127.0.0.1 (port 4173 ou PORT) jusqu’à Ctrl+C
  --help           cette aide

Codes de fin : 0, le territoire est écrit, remarques comprises ; 1, il ne peut pas être publié ; 2, rien n’a pu être écrit.`;

async function configAt(path: string): Promise<Config> {
  let json: unknown;
  try {
    json = JSON.parse(await readFile(path, 'utf8'));
  } catch (cause) {
    const reason = cause instanceof SyntaxError ? 'n’est pas du JSON valable' : 'ne peut pas être lue';
    fail(
      2,
      `${path} : la configuration ${reason} (${cause instanceof Error ? cause.message : String(cause)})`
    );
  }
  const read = readConfig(json);
  if ('faults' in read)
    fail(
      2,
      read.faults.map((fault) => `${path} : ${fault}`)
    );
  return read.config;
}

function configCalled(text: string): Config {
  const found = configNamed(text, reference);
  if (!found) fail(2, `Aucune agglomération, aucun SIREN et aucune commune ne répond à « ${text} ».`);
  const { config, name, others } = found;
  progress(`${name} (SIREN ${config.siren})`);
  if (others.length > 0) progress(`  autres réponses à « ${text} » : ${others.join(' ; ')}`);
  return config;
}

const { values, positionals } = readArguments(USAGE, {
  name: { type: 'string' },
  data: { type: 'string' },
  out: { type: 'string' },
  site: { type: 'boolean', default: false },
  serve: { type: 'boolean', default: false }
});
const [configPath, ...extra] = positionals;
if ((configPath === undefined) === (values.name === undefined) || extra.length > 0)
  fail(2, ['Attendu : un seul fichier de configuration, ou --name.', USAGE]);
const reference = await keptReference();
const config = configPath === undefined ? configCalled(values.name ?? '') : await configAt(configPath);
const data = resolve(values.data ?? dirname(configPath ?? '.'));
const out = resolve(values.out ?? `territoire-${config.siren}`);

try {
  progress(`Lecture des fichiers dans ${data}`);
  const [base, record] = await Promise.all([keptBase(config, reference), readRecord(data)]);
  const { rows, posts, times, ...built } = await buildTerritory({
    config,
    open: (name) => openSource(data, name),
    reference,
    base,
    records: new Map(record.map((entry) => [entry.file, entry])),
    today: new Date().toISOString().slice(0, 7) as Month,
    solver: () => bootHighs()
  });
  const dashboard = join(out, 'tables/dashboard.json');
  const before = existsSync(dashboard) ? readBefore(await readFile(dashboard, 'utf8')) : null;
  progress(`Écriture dans ${out}`);
  removeStale(out, built.files);
  writeFiles(out, built.files);
  for (const line of reportLines(rows, built.balances, built.findings)) progress(line);
  if (before) {
    const changes = changesBetween(before, rows);
    await writeFile(join(out, 'changes.json'), `${JSON.stringify(changes, null, 1)}\n`);
    for (const line of changeLines(changes)) progress(line);
  }
  for (const line of missingLines(rows, posts, times)) progress(line);
  progress(`Le détail de chaque remarque est dans ${join(out, 'findings.json')}`);
  const { communes, qpvs, schools } = built.figures;
  const figures = { communes, qpvs, schools };
  let site: string | undefined;
  if (values.site || values.serve) {
    progress('Construction du site');
    buildSite({ stdio: ['ignore', process.stderr, process.stderr] });
    site = join(out, 'site');
    await writeTerritorySite(built.files, site, { packs: config.packs === true });
    progress(`Le site est dans ${site}`);
  }
  const summary = {
    siren: config.siren,
    ...figures,
    findings: built.findings.length,
    out,
    ...(site && { site })
  };
  process.stdout.write(`${JSON.stringify(summary)}\n`);
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
