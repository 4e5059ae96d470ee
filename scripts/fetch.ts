// npm run fetch -- [NAME...]: downloads the official files of data/sources.json.
import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { recognise, sizeRefusal } from '../src/lib/engines/import/index.ts';
import { findingSentence } from '../src/lib/i18n/findings/findings.ts';
import { formatName } from '../src/lib/i18n/format-names.ts';
import { download, type Downloaded } from './fetch/download.ts';
import { byHand, FetchFault, faultLine } from './fetch/fault.ts';
import { readRecord, record, RECORD } from './fetch/record.ts';
import { BadSourceList, readSourceList, type HandSource, type OfficialSource } from './fetch/source-list.ts';
import { ROOT } from './setup.mjs';
import { fail, progress, readArguments, wholeNumber } from './shell.ts';

const USAGE = `Télécharge les fichiers officiels de data/sources.json.

  npm run fetch -- [NOM...] [--out DOSSIER]

  NOM              les sources à prendre (par défaut : toutes)
  --list           montre les sources, leur licence et leur adresse, sans rien télécharger
  --out DOSSIER    où poser les fichiers (par défaut : officiel)
  --sources FICHIER  une autre liste de sources
  --patience S     secondes d’attente quand plus rien n’arrive (par défaut : 60)
  --tries N        essais par fichier (par défaut : 4)
  --locked         refuse un fichier qui n’est plus celui du premier téléchargement
  --help           cette aide

Un téléchargement coupé reprend où il s’est arrêté. ${RECORD}, dans le dossier, garde l’adresse, la date, la
taille, l’empreinte sha256 et la licence de chaque fichier ; un fichier changé depuis est annoncé.
Codes de fin : 0, tout est là ; 2, au moins un fichier manque, et la raison est dite.`;

const { values, positionals } = readArguments(USAGE, {
  list: { type: 'boolean', default: false },
  out: { type: 'string', default: 'officiel' },
  sources: { type: 'string', default: join(ROOT, 'data/sources.json') },
  patience: { type: 'string', default: '60' },
  tries: { type: 'string', default: '4' },
  locked: { type: 'boolean', default: false }
});
const folder = resolve(values.out);
const patience = wholeNumber('patience', values.patience, 1, 3_600);
const tries = wholeNumber('tries', values.tries, 1, 20);

function chosen(): (OfficialSource | HandSource)[] {
  let all: (OfficialSource | HandSource)[];
  try {
    all = readSourceList(values.sources);
  } catch (error) {
    if (error instanceof BadSourceList) fail(2, error.message);
    throw error;
  }
  const unknown = positionals.filter((name) => !all.some((source) => source.name === name));
  if (unknown.length > 0) {
    const names = all.map(({ name }) => name).join(', ');
    fail(
      2,
      unknown.map((name) => `« ${name} » : source inconnue ; sources connues : ${names}`)
    );
  }
  return positionals.length === 0 ? all : all.filter(({ name }) => positionals.includes(name));
}

const megabytes = (bytes: number) =>
  `${(bytes / 1024 / 1024).toLocaleString('fr-FR', { maximumFractionDigits: 1 })} Mo`;

/** What the file is, read back whole: a download that cannot be imported is said at once. */
async function formatOf({ file }: OfficialSource, bytes: number): Promise<string | null> {
  if (sizeRefusal('', bytes)) return null;
  const known = await recognise({ name: file, bytes: new Uint8Array(await readFile(join(folder, file))) });
  if ('code' in known) {
    progress(`  ${findingSentence(known)}`);
    return null;
  }
  return known.format;
}

const short = (sha256: string) => sha256.slice(0, 12);

async function take(source: OfficialSource): Promise<void> {
  const { name, file, title, publisher, url, licence, date } = source;
  let shown = 0;
  const onProgress = (received: number, total: number | null) => {
    if (received - shown < 5 * 1024 * 1024) return;
    shown = received;
    progress(`  ${name} : ${megabytes(received)}${total === null ? '' : ` sur ${megabytes(total)}`}`);
  };
  const known = (await readRecord(folder)).find((entry) => entry.name === name)?.sha256 ?? null;
  const pinned = { ...source, sha256: source.sha256 ?? (values.locked ? known : null) };
  const done: Downloaded = await download(pinned, { folder, patience, tries, onProgress });
  const { bytes, sha256, resumed } = done;
  const format = await formatOf(source, bytes);
  const fetched = new Date().toISOString().slice(0, 10);
  const entry = { name, file, title, publisher, url, licence, date, fetched, bytes, sha256, format };
  const before = await record(folder, entry);
  const same =
    before &&
    (before.sha256 === sha256
      ? ', inchangé'
      : `, changé depuis le ${before.fetched} : sha256 ${short(before.sha256)}… devenu ${short(sha256)}…`);
  const from = resumed > 0 ? `, repris à ${megabytes(resumed)}` : '';
  const what = format === null ? 'format non reconnu' : formatName(format);
  progress(`${name} : ${file}, ${megabytes(bytes)}, ${what}, ${licence}${from}${same ?? ''}`);
}

const sources = chosen();
if (values.list) {
  for (const { name, title, date, licence, url } of sources) {
    process.stdout.write(
      `${name.padEnd(18)} ${title} (${date}, ${licence})\n${' '.repeat(19)}${url ?? 'à prendre à la main'}\n`
    );
  }
  process.exit(0);
}
const faults: string[] = [];
for (const source of sources) {
  progress(`${source.name} : ${source.title}`);
  if (source.url === null) {
    progress(`  sans adresse durable. ${byHand(source, folder)}`);
    continue;
  }
  try {
    await take(source);
  } catch (error) {
    if (!(error instanceof FetchFault)) throw error;
    faults.push(faultLine(source, error, folder));
    progress(`  ${faults.at(-1)}`);
  }
}
const listed = sources.filter(({ url }) => url !== null).length;
const got = listed - faults.length;
process.stdout.write(`${JSON.stringify({ fetched: got, failed: faults.length, out: folder })}\n`);
if (faults.length > 0)
  fail(2, [`${faults.length} fichier(s) sur ${listed} n’ont pas pu être pris :`, ...faults]);
