// A territory built as the page asks for it: the build worker exposes it.
import {
  baseSources,
  buildTerritory,
  readConfig,
  readPack,
  readReference,
  type OpenSource
} from '../../engines/territory-builder/index.ts';
import { sizeRefusal } from '../../engines/import/index.ts';
import { UnusableInput } from '../../model/findings.ts';
import type { LinearSolver } from '../../model/linear.ts';
import type { BuildProgress, BuildRequest, Built } from './protocol.ts';

/** Files that the page hands over: a Blob is read when its turn comes. */
const opener =
  (sources: BuildRequest['sources']): OpenSource =>
  async (name) => {
    const source = sources.get(name);
    if (!source) throw new UnusableInput({ code: 'missing-file', severity: 'dropped', file: name });
    if (source instanceof Uint8Array) return { name, bytes: source };
    const tooLarge = sizeRefusal(name, source.size);
    if (tooLarge) throw new UnusableInput(tooLarge);
    return { name, bytes: new Uint8Array(await source.arrayBuffer()) };
  };

/**
 * @throws UnusableInput at the first file that is missing or of no use
 * @throws UnsafeTerritory
 */
export async function build(
  { config: json, sources, reference: division, base: packs, former, today }: BuildRequest,
  solver: () => Promise<LinearSolver>,
  onProgress: (progress: BuildProgress) => void
): Promise<Built> {
  const read = readConfig(json);
  if ('faults' in read) {
    const [found] = read.faults;
    throw new UnusableInput({ code: 'bad-configuration', severity: 'dropped', found });
  }
  const { config } = read;
  const reference = readReference(division);
  const opened = packs.map((bytes) => readPack(bytes));
  const base = packs.length > 0 ? baseSources(opened, reference, config.siren) : null;
  const { files, findings, balances, figures } = await buildTerritory({
    config,
    open: opener(sources),
    reference,
    base,
    ...(former && { former }),
    today,
    solver,
    onProgress
  });
  return { files, findings, balances, figures };
}
