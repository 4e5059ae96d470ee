// `npm run merge` cut at each of its writes: the file in the place of the union is the former one or the union, whole, never between.
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { nextHistory } from '../../../../src/lib/engines/merge/index.ts';
import { mergeParts, readMaillage, writeMaillage } from '../../../../src/lib/storage/maillage/index.ts';
import { CIPHER } from '../../../fixtures/maillage/content.ts';
import { runIn } from '../../../fixtures/command.ts';
import { pairs } from '../../../draws.ts';

const disk = vi.hoisted(() => ({ part: 1, isCut: false }));
vi.mock('node:fs/promises', async (real) => {
  const whole = await real<typeof import('node:fs/promises')>();
  return {
    ...whole,
    // The bytes stop on the way, as they do where the machine stops.
    writeFile: async (path: string, bytes: Uint8Array) => {
      if (!disk.isCut) return whole.writeFile(path, bytes);
      await whole.writeFile(path, bytes.subarray(0, Math.floor(bytes.length * disk.part)));
      throw new Error('cut');
    },
    rm: (path: string, options: object) => (disk.isCut ? Promise.resolve() : whole.rm(path, options))
  };
});
const { merge } = await import('../../../../scripts/merge/merge.ts');

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

it('leaves the former file whole wherever the union is cut, and the union once it is written', async () => {
  const base = await save('base.maillage', 'pre@ville.fr', null);
  await save('a.maillage', 'autre@ville.fr', base);
  await save('union.maillage', 'pre@ville.fr', base);
  const former = await readFile(at('union.maillage'));
  const run = () => runIn(merge, at('a.maillage'), at('base.maillage'), '--out', at('union.maillage'));
  const cuts = pairs(10, 200);
  for (let cut = 0; cut < cuts; cut++) {
    Object.assign(disk, { isCut: true, part: cut / cuts });
    expect((await run()).status).toBe(2);
    expect((await readFile(at('union.maillage'))).equals(former)).toBe(true);
  }
  disk.isCut = false;
  const done = await run();
  expect(done.status, done.stderr).toBe(0);
  const bytes = new Uint8Array(await readFile(at('union.maillage')));
  expect((await readMaillage(bytes, { cipher: CIPHER })).config).toMatchObject({ contact: 'autre@ville.fr' });
});
