// npm run territory -- CONFIG.json [--data DIR] [--out DIR]: builds a territory from official files.
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { UnusableInput } from '../src/lib/model/findings.ts';
import type { Month } from '../src/lib/model/school-year.ts';
import { findingSentence } from '../src/lib/i18n/findings/findings.ts';
import { fail, progress, readArguments } from './shell.ts';
import { UnsafeTerritory } from './tables/refuse-unsafe.ts';
import { writeTerritory } from './tables/write-tables.ts';
import { buildTerritory } from './territory/build.ts';
import { changeLines, changesBetween, readBefore } from './territory/changes.ts';
import { readConfig, type Config } from './territory/config.ts';
import { readDecoupage } from './territory/places/decoupage.ts';
import { findingsFile, missingLines, reportLines } from './territory/report.ts';
import { missingLicences } from './territory/licences.ts';
import { originsOf } from './territory/origins.ts';
import { logoPath, readLogo } from './territory/logo.ts';
import { buildTerritorySite, SiteFailure } from './territory/site.ts';
import { readBasemap, BASEMAP_PATH } from './territory/basemap.ts';
import { readSources } from './territory/sources.ts';
import { territoryTimes, writeTravel } from './territory/travel.ts';

const USAGE = `Construit un territoire à partir de fichiers officiels.

  npm run territory -- CONFIG.json [--data DOSSIER] [--out DOSSIER] [--site] [--serve]

  CONFIG.json      le territoire et ses fichiers (voir docs/configuration.md et docs/examples/)
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

const { values, positionals } = readArguments(USAGE, {
  data: { type: 'string' },
  out: { type: 'string' },
  site: { type: 'boolean', default: false },
  serve: { type: 'boolean', default: false }
});
const [configPath, ...extra] = positionals;
if (configPath === undefined || extra.length > 0)
  fail(2, ['Attendu : un seul fichier de configuration.', USAGE]);
const config = await configAt(configPath);
const data = resolve(values.data ?? dirname(configPath));
const out = resolve(values.out ?? `territoire-${config.siren}`);

try {
  progress(`Lecture des fichiers dans ${data}`);
  const [sources, decoupage] = await Promise.all([readSources(config, data), readDecoupage()]);
  const logo = config.logo && (await readLogo(config.logo.file, data));
  const thisMonth = new Date().toISOString().slice(0, 7) as Month;
  const built = buildTerritory(config, sources, decoupage, thisMonth);
  // The audit and its solver are loaded only where there are counts to check.
  const { pathways } = config;
  const counted =
    pathways === undefined
      ? built.rows
      : await import('./territory/pathways.ts').then(({ withPathways }) =>
          withPathways(built.rows, { ...config, pathways }, { folder: data, today: thisMonth })
        );
  const rows = { ...counted, origins: await originsOf(config, data, counted.years) };
  const travel = await territoryTimes(config, rows, data);
  const { bounds } = rows.territory;
  const basemap = config.basemap && (await readBasemap(config.basemap.file, data, bounds));
  const findings = [
    ...built.findings,
    ...travel.findings,
    ...(basemap?.findings ?? []),
    ...(await missingLicences(config, data))
  ];
  const before = readBefore(out);
  progress(`Écriture dans ${out}`);
  await mkdir(out, { recursive: true });
  const folder = (name: string) => join(out, name);
  await writeTerritory(
    rows,
    {
      tables: folder('tables'),
      downloads: folder('downloads'),
      map: folder('map')
    },
    findings
  );
  await writeTravel(config, rows, built.posts, travel, out);
  await rm(folder(BASEMAP_PATH), { force: true });
  if (basemap) await writeFile(folder(BASEMAP_PATH), basemap.text);
  if (logo && config.logo) {
    await mkdir(folder('territory'), { recursive: true });
    await writeFile(folder(logoPath(config.logo.file)), logo);
  }
  await writeFile(folder('findings.json'), findingsFile(config.siren, sources.counts, findings));
  for (const line of reportLines(rows, sources.counts, findings)) progress(line);
  if (before) {
    const changes = changesBetween(before, rows);
    await writeFile(folder('changes.json'), `${JSON.stringify(changes, null, 1)}\n`);
    for (const line of changeLines(changes)) progress(line);
  }
  for (const line of missingLines(rows, built.posts, travel.times)) progress(line);
  progress(`Le détail de chaque remarque est dans ${folder('findings.json')}`);
  const { communes, qpvs, schools } = rows;
  const figures = { communes: communes.length, qpvs: qpvs.length, schools: schools.length };
  let site: string | undefined;
  if (values.site || values.serve) {
    progress('Construction du site (une à deux minutes)');
    site = buildTerritorySite(out);
    progress(`Le site est dans ${site}`);
  }
  const summary = { siren: config.siren, ...figures, findings: findings.length, out, ...(site && { site }) };
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
