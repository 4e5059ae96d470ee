// The small territory with other lists in it, in which words are planted.
import { keptReference } from '../../scripts/territory/reference.ts';
import { buildTerritory, readConfig } from '../../src/lib/engines/territory-builder/index.ts';
import { UnusableInput } from '../../src/lib/model/findings.ts';
import type { TerritoryFiles } from '../../src/lib/model/territory-files.ts';
import { bootHighs } from '../../src/lib/solver/highs.ts';
import type { SourceFile } from '../../src/lib/model/source-files.ts';
import { SMALL_CONFIG, smallSources } from '../fixtures/territory/small.ts';

/** @param change of the configuration: which file is which list */
export async function builtWith(lists: readonly SourceFile[], change: object): Promise<TerritoryFiles> {
  const solver = await bootHighs();
  const sources = new Map([
    ...smallSources(solver),
    ...lists.map(({ name, bytes }) => [name, bytes] as const)
  ]);
  const read = readConfig({ ...SMALL_CONFIG, ...change });
  if ('faults' in read) throw new Error(read.faults.join());
  const { files } = await buildTerritory({
    config: read.config,
    open: async (name) => {
      const bytes = sources.get(name);
      if (!bytes) throw new UnusableInput({ code: 'missing-file', severity: 'dropped', file: name });
      return { name, bytes };
    },
    reference: await keptReference(),
    today: '2026-06',
    solver: async () => solver
  });
  return files;
}
