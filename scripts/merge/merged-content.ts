// The content of the file that two make: its sources from each, and its tables, which are those of one of them or built again.
import { sha256 } from '../../src/lib/algorithms/sha256.ts';
import { checkProfile } from '../../src/lib/engines/publish/index.ts';
import { mergedSources, type MergedFile, type MergeSideName } from '../../src/lib/engines/merge/index.ts';
import { buildTerritory, type Config } from '../../src/lib/engines/territory-builder/index.ts';
import { GROUND_TILES_PATH } from '../../src/lib/model/ground.ts';
import { UnusableInput } from '../../src/lib/model/findings.ts';
import type { Month } from '../../src/lib/model/school-year.ts';
import type { TerritoryFiles } from '../../src/lib/model/territory-files.ts';
import { bootHighs } from '../../src/lib/solver/highs.ts';
import {
  withMergedKept,
  type MaillageContent,
  type MaillageSource
} from '../../src/lib/storage/maillage/index.ts';
import { fail, progress } from '../shell.ts';
import { configOf } from '../territory/asked-config.ts';
import { keptBase } from '../territory/base.ts';
import { keptReference } from '../territory/reference.ts';
import { refuseUnread } from '../../src/lib/storage/maillage/whole-parts.ts';
import type { Two } from './open-two.ts';

const digestOf = (files: TerritoryFiles): string =>
  sha256(JSON.stringify([...files].map(([path, bytes]) => [path, sha256(bytes)]).sort()));

/** Of sides that are as good as one another, the same one whichever comes first. */
function oneOf(two: Two, sides: readonly MergeSideName[]): MergeSideName | null {
  const [first, second] = sides;
  if (first === undefined || second === undefined) return first ?? null;
  return digestOf(two[first].content.files) <= digestOf(two[second].content.files) ? first : second;
}

/** Graphs and tiles stand in a territory as they were given, and its sources are without them. */
function placesOf({ travel, ground }: Config): Map<string, string> {
  const graphs = Object.entries(travel?.graph ?? {}).flatMap(([mode, name]) =>
    name === undefined ? [] : [[name, `graph/${mode}.bin`] as const]
  );
  return new Map([...graphs, ...(ground ? [[ground.file, GROUND_TILES_PATH] as const] : [])]);
}

async function builtAgain(
  two: Two,
  config: Config,
  sources: readonly MaillageSource[]
): Promise<TerritoryFiles> {
  progress(
    'Les deux dossiers ont changé les réglages ou les fichiers : le territoire est construit de nouveau'
  );
  const reference = await keptReference();
  const known = new Map(sources.map((one) => [one.name, one]));
  const places = placesOf(config);
  const open = (name: string) => {
    const source = known.get(name);
    const held = [two.a, two.b]
      .map(({ content }) => content.files.get(places.get(name) ?? ''))
      .find((bytes) => bytes && bytes.length === source?.bytes && sha256(bytes) === source.sha256);
    const bytes = source?.content ?? held;
    if (!bytes) throw new UnusableInput({ code: 'missing-file', severity: 'dropped', file: name });
    return Promise.resolve({ name, bytes });
  };
  const former = two[oneOf(two, ['a', 'b'])!].content.files;
  const { files } = await buildTerritory({
    config,
    open,
    reference,
    base: await keptBase(config, reference),
    former,
    today: new Date().toISOString().slice(0, 7) as Month,
    solver: () => bootHighs()
  });
  return files;
}

/** Tables of the result. Built again where neither file has them; those of a file with the same protection where a source is missing. */
async function tablesOf(two: Two, merged: MergedFile, config: Config, sources: readonly MaillageSource[]) {
  const own = oneOf(two, merged.tablesOf);
  if (own) return two[own].content.files;
  try {
    return await builtAgain(two, config, sources);
  } catch (error) {
    const finding = error instanceof UnusableInput ? error.finding : null;
    const side = oneOf(two, merged.protectedAs);
    if (finding?.code !== 'missing-file' || !side) throw error;
    progress(
      `« ${finding.file} » n’est pas dans les dossiers : les tables restent celles de ${two[side].path}. Déposez ce fichier sur « Mon territoire » pour les refaire.`
    );
    return two[side].content.files;
  }
}

/**
 * What the file of a merge holds.
 *
 * @throws UnusableInput, UnsafeTerritory when what was chosen makes no territory, or one that may not be opened
 */
export async function mergedContent(two: Two, merged: MergedFile): Promise<MaillageContent> {
  const config = configOf(merged.config, 'dossier réuni');
  if (config.siren !== two.a.config.siren || config.profile !== two.a.config.profile)
    fail(2, 'Le dossier réuni ne serait plus du même territoire, ou plus pour les mêmes lecteurs.');
  refuseUnread(merged.kept, config.siren, 'dossier réuni');
  const sources = mergedSources({ a: two.a.content.sources, b: two.b.content.sources }, merged);
  const files = await tablesOf(two, merged, config, sources);
  if (files.size > 0) checkProfile(files, config.profile);
  const created = [two.a.content.created, two.b.content.created].sort()[0]!;
  return {
    config: merged.config,
    files,
    sources,
    kept: withMergedKept(merged.kept, config.siren),
    created,
    saved: new Date().toISOString(),
    history: merged.history
  };
}
