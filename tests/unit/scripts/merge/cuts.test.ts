// `npm run merge` killed while it writes: the file in the place of the union is the former one or the union, whole, never between.
import { spawnSync } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { nextHistory } from '../../../../src/lib/engines/merge/index.ts';
import { mergeParts, readMaillage, writeMaillage } from '../../../../src/lib/storage/maillage/index.ts';
import { CIPHER } from '../../../fixtures/maillage/content.ts';
import { pairs } from '../../../draws.ts';

const SIREN = '200093201';
let folder: string;
const at = (name: string) => join(folder, name);
beforeAll(async () => void (folder = await mkdtemp(join(tmpdir(), 'cuts-'))));
afterAll(() => rm(folder, { recursive: true }));

async function save(name: string, contact: string, former: Parameters<typeof writeMaillage>[0] | null) {
  const config = { siren: SIREN, communes: 'communes.geojson', schools: [], profile: 'internal', contact };
  const content = {
    ...{ config, files: new Map(), sources: [], kept: {}, created: '2026-12-01', saved: '2026-12-01' },
    ...(former?.history && { history: former.history })
  };
  const facts = { by: null, at: '2026-12-01 pm', territory: 'T' } as const;
  const history = nextHistory(mergeParts(content, SIREN), facts);
  await writeFile(at(name), await writeMaillage({ ...content, history }, { cipher: CIPHER }));
  return { ...content, history };
}

/** The command, killed by the system once `part` of the union is on the disk. */
const killed = (part: number) =>
  spawnSync(
    process.execPath,
    [
      ...['--import', 'tsx', '--import', './tests/fixtures/kill-at.mjs', 'scripts/merge/merge.ts'],
      ...[at('a.maillage'), at('base.maillage'), '--out', at('union.maillage')]
    ],
    { env: { ...process.env, KILL_AT: String(part) }, encoding: 'utf8' }
  );

it('leaves the former file whole wherever it is killed, and the union once it is written', async () => {
  const base = await save('base.maillage', 'pre@ville.fr', null);
  await save('a.maillage', 'autre@ville.fr', base);
  await save('union.maillage', 'pre@ville.fr', base);
  const former = await readFile(at('union.maillage'));
  const kills = pairs(1, 100);
  for (let kill = 0; kill < kills; kill++) {
    const { signal, stderr } = killed((kill + 0.5) / kills);
    expect(signal, stderr).toBe('SIGKILL');
    expect((await readFile(at('union.maillage'))).equals(former)).toBe(true);
  }
  expect(killed(1).signal).toBe('SIGKILL');
  const bytes = new Uint8Array(await readFile(at('union.maillage')));
  expect((await readMaillage(bytes, { cipher: CIPHER })).config).toMatchObject({ contact: 'autre@ville.fr' });
}, 3_600_000);
