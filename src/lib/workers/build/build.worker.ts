// The build worker: the builder of a territory, away from the page.
import { expose, transfer } from 'comlink';
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
import { bootHighs } from '../../solver/highs.ts';
import { WASM_ADDRESS } from '../../solver/wasm-address.ts';
import type { BuildApi, BuildProgress, BuildRequest, Built } from './protocol.ts';
import { toResult } from '../worker-call.ts';

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

async function build(
  { config: json, sources, reference: division, base: packs, former, today }: BuildRequest,
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
    solver: () => bootHighs(WASM_ADDRESS),
    onProgress
  });
  return { files, findings, balances, figures };
}

const api: BuildApi = {
  build: async (request, onProgress) => {
    const result = await toResult(() => build(request, onProgress));
    if (result.kind !== 'done') return result;
    const buffers = [...result.value.files.values()].map(({ buffer }) => buffer as ArrayBuffer);
    return transfer(result, [...new Set(buffers)]);
  }
};

expose(api);
