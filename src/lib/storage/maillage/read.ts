// Reads a territory's file, whoever wrote it: whole and checked, or refused with the reason.
import { sha256 } from '../../algorithms/sha256.ts';
import { UnusableInput } from '../../model/findings.ts';
import { logoFault } from '../../model/logo.ts';
import { maillageSizeRefusal, refusal, type MaillageContent, type MaillageSource } from './content.ts';
import { isEncrypted } from './encrypted.ts';
import { parseManifestJson, readEnvelope, readCaseManifest, type CaseManifest } from './manifest.ts';
import { migrate, VERSIONS, type RawMaillage, type Versions } from './migrations.ts';
import {
  isJson,
  isLogo,
  isOutlines,
  isSpare,
  isTerritoryPath,
  keyOfKept,
  MANIFEST,
  pathOfSource
} from './paths.ts';
import { unzip } from './unzip.ts';
import type { MaillageLock } from './write.ts';

/** Without it, no page can show the territory. */
const DASHBOARD = 'tables/dashboard.json';
const NO_OUTLINES = new TextEncoder().encode('{"type":"FeatureCollection","features":[]}');

export interface ReadOptions extends MaillageLock {
  /** Name of the file, for the findings. */
  name?: string;
  /** Opens what is whole when a map, a graph or another part that a territory can do without is damaged, and names what is left out. */
  salvage?: boolean;
  /** Present version and its migrations; another one in the tests. */
  versions?: Versions;
}

/**
 * Content of the file, former versions migrated.
 * @throws UnusableInput; `maillage-locked` without the passphrase that it needs, `maillage-passphrase` with a wrong one
 */
export async function readMaillage(bytes: Uint8Array, options: ReadOptions): Promise<MaillageContent> {
  try {
    const tooLarge = maillageSizeRefusal(options.name ?? '', bytes.length);
    if (tooLarge) throw refusal(tooLarge);
    const spare = options.salvage ? isSpare : () => false;
    return contentOf(unzip(await inClear(bytes, options), spare), spare, options.versions ?? VERSIONS);
  } catch (error) {
    if (!(error instanceof UnusableInput) || !options.name) throw error;
    throw new UnusableInput({ ...error.finding, file: options.name }, { cause: error.cause });
  }
}

async function inClear(bytes: Uint8Array, { passphrase, cipher }: ReadOptions): Promise<Uint8Array> {
  if (bytes.length === 0) throw refusal({ code: 'empty-file' });
  if (!isEncrypted(bytes)) return bytes;
  if (!passphrase) throw refusal({ code: 'maillage-locked' });
  const clear = await cipher.decrypt(bytes, passphrase);
  if (!clear) throw refusal({ code: 'maillage-passphrase' });
  return clear;
}

type IsSpare = (path: string) => boolean;

function contentOf(
  unzipped: Map<string, Uint8Array | null>,
  spare: IsSpare,
  versions: Versions
): MaillageContent {
  const first = unzipped.get(MANIFEST);
  if (!first) throw refusal({ code: 'maillage-foreign' });
  unzipped.delete(MANIFEST);
  const { envelope, manifest } = readEnvelope(first);
  const { entries, damaged } = wholeEntries(unzipped, envelope.hashes, spare);
  const raw = { manifest: manifest as RawMaillage['manifest'], entries };
  const migrated = migrate(raw, envelope.version, versions);
  const content = assemble(readCaseManifest(migrated.manifest), migrated.entries);
  return damaged.length > 0 ? { ...content, damaged } : content;
}

/** Entries that are as they were saved, and the names of the others, where they may be left out. */
function wholeEntries(
  unzipped: ReadonlyMap<string, Uint8Array | null>,
  hashes: Readonly<Record<string, string>>,
  spare: IsSpare
) {
  const missing = Object.keys(hashes).find((path) => !unzipped.has(path));
  if (missing !== undefined) throw refusal({ code: 'maillage-missing', found: missing });
  const entries = new Map<string, Uint8Array>();
  const damaged: string[] = [];
  for (const [path, bytes] of unzipped) {
    if (!Object.hasOwn(hashes, path)) throw refusal({ code: 'maillage-unknown', found: path });
    if (bytes && sha256(bytes) === hashes[path]) entries.set(path, bytes);
    else if (!spare(path)) throw refusal({ code: 'maillage-damaged', found: path });
    else {
      damaged.push(path);
      // No page asks for outlines that are not there: they are drawn empty.
      if (isOutlines(path)) entries.set(path, NO_OUTLINES);
    }
  }
  return { entries, damaged };
}

function assemble(manifest: CaseManifest, entries: ReadonlyMap<string, Uint8Array>): MaillageContent {
  const sources = sourcesOf(manifest, entries);
  const carried = new Set(sources.filter(({ content }) => content).map(({ name }) => pathOfSource(name)));
  const files = new Map<string, Uint8Array>();
  const kept: Record<string, string> = {};
  for (const [path, bytes] of entries) {
    if (carried.has(path)) continue;
    const key = keyOfKept(path);
    if (!isTerritoryPath(path) && key === null) throw refusal({ code: 'maillage-unknown', found: path });
    if (isJson(path)) parseManifestJson(path, bytes);
    if (isLogo(path) && logoFault(path, bytes)) throw refusal({ code: 'maillage-logo', found: path });
    if (key === null) files.set(path, bytes);
    else kept[key] = new TextDecoder().decode(bytes);
  }
  if (files.size > 0 && !files.has(DASHBOARD)) throw refusal({ code: 'maillage-missing', found: DASHBOARD });
  const { config, created, saved, history } = manifest;
  return { config, files, sources, kept, created, saved, ...(history && { history }) };
}

function sourcesOf({ sources }: CaseManifest, entries: ReadonlyMap<string, Uint8Array>): MaillageSource[] {
  const seen = new Set<string>();
  return sources.map((source) => {
    const path = pathOfSource(source.name);
    if (seen.has(path)) throw refusal({ code: 'maillage-duplicate', found: source.name });
    seen.add(path);
    const content = entries.get(path);
    if (content && (content.length !== source.bytes || sha256(content) !== source.sha256))
      throw refusal({ code: 'maillage-damaged', found: path });
    return { ...defined(source), ...(content ? { content } : {}) };
  });
}

/** Without the keys that the file does not give. */
const defined = ({ licence, format, read, ...rest }: CaseManifest['sources'][number]): MaillageSource => ({
  ...rest,
  ...(licence === undefined ? {} : { licence }),
  ...(format === undefined ? {} : { format }),
  ...(read === undefined ? {} : { read })
});
