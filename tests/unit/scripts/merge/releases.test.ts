// `npm run merge` of territories with counts of children: a release is taken whole with its tables, or nothing is written.
import { existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { merge } from '../../../../scripts/merge/merge.ts';
import { territory } from '../../../../scripts/territory.ts';
import { sha256 } from '../../../../src/lib/algorithms/sha256.ts';
import { bootHighs } from '../../../../src/lib/solver/highs.ts';
import { readMaillage, type MaillageContent } from '../../../../src/lib/storage/maillage/index.ts';
import { runIn } from '../../../fixtures/command.ts';
import { CIPHER } from '../../../fixtures/maillage/content.ts';
import { SMALL_CONFIG, smallSources } from '../../../fixtures/territory/small.ts';

let folder: string;
const at = (name: string) => join(folder, name);
const read = async (name: string) =>
  readMaillage(new Uint8Array(await readFile(at(name))), { cipher: CIPHER });
const shownCounts = ({ files }: MaillageContent) => sha256(files.get('downloads/cube.json')!);

/** Saves over a copy of a file, as a person who opened it. */
async function saveOver(former: string | null, name: string, more: object, sizes?: Record<string, number>) {
  const own = at(`${name}-files`);
  await mkdir(join(own, 'parcours'), { recursive: true });
  for (const [path, bytes] of smallSources(await bootHighs(), sizes)) {
    await mkdir(dirname(join(own, path)), { recursive: true });
    await writeFile(join(own, path), bytes);
  }
  await writeFile(join(own, 'config.json'), JSON.stringify({ ...SMALL_CONFIG, ...more }));
  if (former) await cp(at(former), at(name));
  const made = await runIn(
    territory,
    join(own, 'config.json'),
    '--out',
    at(`${name}-out`),
    '--save',
    at(name)
  );
  expect(made.status, made.stderr).toBe(0);
}

async function run(...args: string[]) {
  const { status, stdout, lines } = await runIn(merge, ...args);
  const answer = stdout
    ? (JSON.parse(stdout) as { ancestor: boolean; proposals: Record<string, string>[]; rechecked: object[] })
    : null;
  return { status, answer, lines };
}
const decide = async (ids: readonly string[], side: 'a' | 'b') => {
  await writeFile(at('decide.json'), JSON.stringify(Object.fromEntries(ids.map((id) => [id, side]))));
  return ['--decide', at('decide.json')];
};

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'merge-releases-'));
  await saveOver(null, 'base.maillage', {});
  await saveOver('base.maillage', 'contact.maillage', { contact: 'pre@ville.fr' });
  await saveOver('base.maillage', 'counts.maillage', {}, { '59350': 41, '59512': 27, '59009': 4 });
  await saveOver('base.maillage', 'service.maillage', { service: 'PRE de Lille' });
}, 240_000);
afterAll(() => rm(folder, { recursive: true }));

describe('two different releases', () => {
  it('are asked, though one person alone changed them; undecided, the counts shown are those of A', async () => {
    const { status, answer } = await run(
      at('base.maillage'),
      at('counts.maillage'),
      '--out',
      at('c.maillage')
    );
    expect(status).toBe(1);
    expect(answer!.ancestor).toBe(true);
    expect(answer!.proposals.map(({ where, key }) => [where, key])).toEqual([['releases', 'parcours']]);
    const [c, a, b] = [await read('c.maillage'), await read('base.maillage'), await read('counts.maillage')];
    expect(shownCounts(c)).toBe(shownCounts(a));
    const chosen = await run(
      ...[at('base.maillage'), at('counts.maillage'), '--out', at('d.maillage')],
      ...(await decide([answer!.proposals[0]!.id!], 'b'))
    );
    expect(chosen.status).toBe(0);
    const d = await read('d.maillage');
    expect(shownCounts(d)).toBe(shownCounts(b));
    expect(d.sources.filter(({ name }) => name.startsWith('parcours/'))).toEqual(
      b.sources.filter(({ name }) => name.startsWith('parcours/'))
    );
  });

  it('with a setting that the other changed, are built and audited again: one release, whole', async () => {
    const first = await run(at('contact.maillage'), at('counts.maillage'), '--out', at('e.maillage'));
    expect(first.status).toBe(1);
    const { status, lines } = await run(
      ...[at('contact.maillage'), at('counts.maillage'), '--out', at('e.maillage')],
      ...(await decide([first.answer!.proposals[0]!.id!], 'b'))
    );
    expect(status, lines.join('\n')).toBe(0);
    const e = await read('e.maillage');
    expect(shownCounts(e)).toBe(shownCounts(await read('counts.maillage')));
    expect(new TextDecoder().decode(e.files.get('tables/dashboard.json'))).toContain('pre@ville.fr');
    const opened = await runIn(territory, at('e.maillage'), '--out', at('opened'));
    expect(opened.status, opened.stderr).toBe(0);
  });

  it('never stand under a threshold that they were not made for: nothing is written', async () => {
    const content = await read('base.maillage');
    const { nextHistory } = await import('../../../../src/lib/engines/merge/index.ts');
    const { mergeParts, writeMaillage } = await import('../../../../src/lib/storage/maillage/index.ts');
    const raised = { ...content, config: { ...(content.config as object), thresholds: { children: 25 } } };
    const history = nextHistory(mergeParts(raised, SMALL_CONFIG.siren), {
      by: null,
      at: '2026-12-01 pm',
      territory: 'T'
    });
    await writeFile(at('raised.maillage'), await writeMaillage({ ...raised, history }));
    const asked = await run(at('counts.maillage'), at('raised.maillage'), '--out', at('f.maillage'));
    expect([asked.status, asked.answer]).toEqual([2, null]);
    expect(existsSync(at('f.maillage'))).toBe(false);
    expect(asked.lines.at(-1)).toMatch(/seuil/i);
  });
});

it('a territory with every list is built again from the two files alone, posts, graph and releases included', async () => {
  const args = [at('contact.maillage'), at('service.maillage'), '--out', at('g.maillage')];
  const { status, answer, lines } = await run(...args);
  expect(status, lines.join('\n')).toBe(0);
  expect(answer!.proposals).toEqual([]);
  const g = await read('g.maillage');
  const dashboard = new TextDecoder().decode(g.files.get('tables/dashboard.json'));
  expect(dashboard).toContain('pre@ville.fr');
  expect(dashboard).toContain('PRE de Lille');
  expect([...g.files.keys()]).toEqual([...(await read('base.maillage')).files.keys()]);
  expect(answer!.rechecked).toEqual(['split', 'meetings', 'report'].map((what) => ({ what, ok: true })));
});
