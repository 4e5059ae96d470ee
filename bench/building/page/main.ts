// Hands the bench and a browser test one function: a territory built in the page's own worker, told by the hashes of its files.
import { sha256 } from '../../../src/lib/algorithms/sha256.ts';
import { UnsafeTerritory, UnusableInput } from '../../../src/lib/model/findings.ts';
import type { Month } from '../../../src/lib/model/school-year.ts';
import { buildClient } from '../../../src/lib/workers/territory-clients.ts';
import type { Built } from '../../../src/lib/workers/build/protocol.ts';

export interface PageBuild {
  config: unknown;
  /** Name in the configuration -> address of the file. */
  sources: Record<string, string>;
  /** Address of the division. */
  reference: string;
  /** Addresses of the packs. */
  base: string[];
  today: Month;
  /** Stops the build once the worker has begun this stage. */
  stopAt?: string;
}

export interface PageAnswer {
  seconds: number;
  stages: string[];
  /** By path. */
  sha256: Record<string, string>;
  figures: Built['figures'] | null;
  /** Sentence of a refusal, or the name of what stopped the build. */
  refusal: string | null;
}

declare global {
  interface Window {
    buildInWorker: (asked: PageBuild) => Promise<PageAnswer>;
  }
}

const blobAt = async (address: string) => (await fetch(address)).blob();
const bytesAt = async (address: string) => new Uint8Array(await (await blobAt(address)).arrayBuffer());

window.buildInWorker = async ({ config, sources, reference, base, today, stopAt }) => {
  const files = await Promise.all(
    Object.entries(sources).map(async ([name, address]) => [name, await blobAt(address)] as const)
  );
  const division = await bytesAt(reference);
  const packs = await Promise.all(base.map(bytesAt));
  const client = buildClient();
  const stages: string[] = [];
  const started = performance.now();
  const told = { sha256: {}, figures: null, refusal: null };
  try {
    const request = { config, sources: new Map(files), reference: division, base: packs, today };
    const built = await client.build(request, ({ stage }) => {
      if (stages.at(-1) !== stage) stages.push(stage);
      if (stage === stopAt) client.stop();
    });
    const seconds = (performance.now() - started) / 1000;
    const hashes = Object.fromEntries([...built.files].map(([path, bytes]) => [path, sha256(bytes)]));
    return { ...told, seconds, stages, sha256: hashes, figures: built.figures };
  } catch (error) {
    const seconds = (performance.now() - started) / 1000;
    const known = error instanceof UnusableInput || error instanceof UnsafeTerritory;
    const refusal = known ? error.message : error instanceof Error ? error.name : String(error);
    return { ...told, seconds, stages, refusal };
  }
};
