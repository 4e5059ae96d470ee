// npm run packs -- --data DIR --out DIR [--departement 59]: a small file a département, made from official files of the country.
import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import {
  packReference,
  writeDivision,
  writePack,
  writePreList
} from '../src/lib/engines/territory-builder/index.ts';
import {
  PACK_INDEX,
  PACK_VERSION,
  packPath,
  PRE_PATH,
  REFERENCE_PATH,
  type PackIndex,
  type PackSource
} from '../src/lib/model/packs.ts';
import { coverageOf } from './packs/coverage.ts';
import { packsOf, schoolsOf } from './packs/departements.ts';
import { readPackage } from './packs/division.ts';
import { OFFICIAL, PRE_FILE, readPreCsv } from './packs/pre-list.ts';
import { declaredSources, readSourceFiles } from './packs/source-files.ts';
import { ROOT } from './setup.mjs';
import { fail, print, progress, readArguments, start } from './shell.ts';

const USAGE = `Fait un petit fichier par département à partir de fichiers officiels du pays entier.

  npm run packs -- --data DOSSIER --out DOSSIER [--departement 59]
  npm run packs -- --out DOSSIER

  --data DOSSIER      les fichiers officiels, reconnus par leur contenu : contours des communes (GeoJSON, TopoJSON, .gz), IPS, REP,
                      annuaire, effectifs, positions, quartiers prioritaires, Cités éducatives
  --out DOSSIER       où écrire reference.pack, un fichier par département et packs.json
  --departement CODE  ce département seulement (59, 2A, 971) ; un EPCI de deux départements compte s’il a une commune dans celui-ci,
                      et il est entier si les contours lus les dessinent toutes
                      sans --data : reference.pack et pre.pack (les PRE de data/official) sont refaits, après une mise à jour du découpage
                      administratif
  --help              cette aide

Sortie standard : {"communes", "epci", "epciWhole", "schools", "bytes"}, les octets tels que gardés, compressés.
Codes de fin : 0, les fichiers sont écrits ; 2, rien n’a pu être écrit.`;

/** The same bytes on every machine: no name, no date in the header. */
const packed = (json: unknown) => gzipSync(JSON.stringify(json), { level: 9, memLevel: 9 });

/** @returns bytes written */
type Write = (path: string, bytes: Uint8Array) => Promise<number>;

/** Writes the division and the list of PRE, which every folder of packs has. @returns the index of a folder without packs */
async function beginIndex(
  division: Awaited<ReturnType<typeof readPackage>>,
  reference: ReturnType<typeof packReference>,
  { pre, names, write }: { pre: Omit<PackSource, 'file'>; names: ReadonlyMap<string, string>; write: Write }
): Promise<PackIndex> {
  const { vintage, source, licence } = reference;
  const list = writePreList(await readPreCsv(reference), pre, (code) => names.get(code));
  const bytes = await write(PRE_PATH, packed(list));
  return {
    version: PACK_VERSION,
    reference: {
      bytes: await write(REFERENCE_PATH, packed(writeDivision(division))),
      vintage,
      source,
      licence
    },
    pre: { bytes, vintage: pre.vintage, source: pre.source, licence: pre.licence },
    packs: [],
    sources: []
  };
}

export async function makePacks(args: readonly string[]): Promise<void> {
  const { values } = readArguments(
    USAGE,
    {
      data: { type: 'string' },
      out: { type: 'string' },
      departement: { type: 'string' }
    },
    args
  );
  const { data, departement } = values;
  if (values.out === undefined || (data === undefined && departement !== undefined))
    fail(2, ['Attendu : --data DOSSIER et --out DOSSIER.', USAGE]);
  const out = resolve(values.out);
  const at = (path: string) => join(out, basename(path));
  const write: Write = async (path, bytes) => {
    await mkdir(out, { recursive: true });
    await writeFile(at(path), bytes);
    return bytes.length;
  };

  const division = await readPackage();
  const reference = packReference(division);
  const declared = await declaredSources(join(ROOT, 'data/packs-sources.json'));
  const names = new Map(division.communes.map(({ code, name }) => [code, name]));
  const begin = () => beginIndex(division, reference, { pre: declared[PRE_FILE]!, names, write });
  const writeIndex = (index: PackIndex) =>
    write(PACK_INDEX, new TextEncoder().encode(`${JSON.stringify(index, null, 1)}\n`));

  if (data === undefined) {
    const index = await begin();
    const before = existsSync(at(PACK_INDEX))
      ? (JSON.parse(await readFile(at(PACK_INDEX), 'utf8')) as PackIndex)
      : index;
    Object.assign(index, { packs: before.packs, sources: before.sources });
    await writeIndex(index);
    progress(`Découpage administratif de ${reference.vintage} écrit dans ${out}`);
    print(JSON.stringify({ epci: reference.agglomerations.length, bytes: index.reference.bytes }));
    return;
  }

  progress(`Lecture des fichiers dans ${data}`);
  const { sources, grid } = await readSourceFiles([resolve(data), OFFICIAL], declared);
  const { packs: all, undrawn } = packsOf(sources, reference, names);
  for (const one of undrawn)
    progress(`  ${one.rows} lignes du département ${one.departement} : aucun contour, laissées de côté`);
  const packs = all.filter(
    (pack) => departement === undefined || pack.departement === departement.toUpperCase()
  );
  if (packs.length === 0) {
    const where = departement === undefined ? '' : ` du département ${departement}`;
    fail(2, `Aucun contour de commune${where} dans ${data}.`);
  }
  const index = await begin();
  for (const pack of packs) {
    const bytes = await write(packPath(pack.departement), packed(writePack(pack, grid)));
    const communes = pack.rows.communes.length;
    index.packs.push({ departement: pack.departement, bytes, communes, schools: schoolsOf(pack).size });
  }
  const told = packs.flatMap((pack) => pack.sources);
  index.sources = [...new Map(told.map((one) => [one.file, one])).values()].sort((a, b) =>
    a.file < b.file ? -1 : 1
  );
  const listed = await writeIndex(index);

  const { missing, ...counts } = coverageOf(packs, all, reference);
  for (const { siren, name, communes } of missing)
    progress(`  sans contour : ${name} (${siren}) : ${communes.join(', ')}`);
  const bytes = index.packs.reduce(
    (sum, pack) => sum + pack.bytes,
    index.reference.bytes + index.pre.bytes + listed
  );
  progress(`${packs.length} départements écrits dans ${out}`);
  print(JSON.stringify({ ...counts, bytes }));
}

await start(import.meta.url, makePacks);
