// `npm run merge`: two files of one territory in, one file out, with what a person must choose, in French; nothing unsafe comes out.
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { merge } from '../../../../scripts/merge/merge.ts';
import { territory } from '../../../../scripts/territory.ts';
import { sha256 } from '../../../../src/lib/algorithms/sha256.ts';
import { nextHistory, type SaveFacts } from '../../../../src/lib/engines/merge/index.ts';
import {
  mergeParts,
  readMaillage,
  writeMaillage,
  type MaillageContent
} from '../../../../src/lib/storage/maillage/index.ts';
import { runIn } from '../../../fixtures/command.ts';
import {
  collection,
  IPS_HEADER,
  latin1File,
  square,
  textFile,
  UAIS
} from '../../../fixtures/import/files.ts';
import { bytesOf, CIPHER, damaged } from '../../../fixtures/maillage/content.ts';

const SIREN = '200093201';
const FACTS: SaveFacts = { by: null, at: '2026-12-01 pm', territory: 'T' };
const PLANS = `maillage.plans.${SIREN}`;

let folder: string;
/** The territory that everybody starts from, saved by the shell. */
let base: MaillageContent;

const at = (name: string) => join(folder, name);
const read = async (name: string, passphrase?: string) =>
  readMaillage(new Uint8Array(await readFile(at(name))), { cipher: CIPHER, passphrase });

/** Saves a content as a page does, from the save that it comes from. */
async function save(name: string, content: MaillageContent, passphrase?: string): Promise<string> {
  const history = nextHistory(mergeParts(content, SIREN), FACTS);
  await writeFile(at(name), await writeMaillage({ ...content, history }, { passphrase, cipher: CIPHER }));
  return at(name);
}

const scenario = (post: string, other = 'R1') => ({
  ...{ id: 'p1', name: 'Plan', settings: {}, made: 1, changed: 2 },
  plan: { referents: { [UAIS[0]!]: post, [UAIS[1]!]: other }, coordinators: {} }
});
const plansOf = (...scenarios: object[]) => ({
  [PLANS]: JSON.stringify({ version: 1, scenarios, gone: {} })
});
const withConfig = (content: MaillageContent, more: object): MaillageContent => ({
  ...content,
  config: { ...(content.config as object), ...more }
});

interface Answer {
  ancestor: boolean;
  same: number;
  taken: { a: number; b: number };
  proposals: { id: string; where: string; key: string; a: unknown; b: unknown; sentence: string }[];
  undecided: number;
  rechecked: { what: string; ok: boolean }[];
}

async function run(...args: string[]) {
  const { status, stdout, stderr, lines } = await runIn(merge, ...args);
  return { status, stderr, lines, answer: (stdout ? JSON.parse(stdout) : null) as Answer };
}

/** What is merged, without its saves. */
const contentOf = ({ config, kept, sources, files }: MaillageContent) => ({
  config,
  kept: Object.fromEntries(Object.entries(kept).map(([key, text]) => [key, JSON.parse(text) as unknown])),
  sources: sources.map(({ name, sha256: hash }) => `${name} ${hash}`).sort(),
  files: [...files].map(([path, bytes]) => `${path} ${sha256(bytes)}`).sort()
});

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'merge-'));
  const own = at('files');
  await mkdir(own);
  const schools = UAIS.slice(0, 2).map(
    (uai) => `2022-2023;LILLE;059;NORD;${uai};ECOLE ${uai};59350;LILLE;public;100.0;90.0`
  );
  const communes = collection('communes.geojson', [
    { properties: { code: '59350', nom: 'Lille' }, geometry: square(3, 50.6, 0.1) }
  ]);
  for (const file of [
    communes,
    latin1File('ips.csv', `${IPS_HEADER}\n${schools.join('\n')}\n`),
    textFile('suivi.csv', `UAI;statut\n${UAIS[0]};suivie\n`)
  ])
    await writeFile(join(own, file.name), file.bytes);
  const config = {
    ...{ siren: SIREN, communes: 'communes.geojson', schools: [{ ips: 'ips.csv' }] },
    ...{ followed: ['suivi.csv'], profile: 'internal', contact: 'pre@ville.fr' }
  };
  await writeFile(join(own, 'config.json'), JSON.stringify(config));
  const made = await runIn(
    territory,
    join(own, 'config.json'),
    '--out',
    at('out'),
    '--save',
    at('base.maillage')
  );
  expect(made.status, made.stderr).toBe(0);
  base = { ...(await read('base.maillage')), kept: plansOf(scenario('R1')) };
  await save('base.maillage', base);
  base = await read('base.maillage');
});
afterAll(() => rm(folder, { recursive: true }));

describe('npm run merge', () => {
  it('puts together what two people did apart: two schools of one plan, a contact, no question', async () => {
    const a = await save('a.maillage', { ...base, kept: plansOf(scenario('R2')) });
    const b = await save(
      'b.maillage',
      withConfig({ ...base, kept: plansOf(scenario('R1', 'R3')) }, { note: undefined })
    );
    const { status, answer } = await run(a, b, '--out', at('c.maillage'));
    expect(status).toBe(0);
    expect(answer).toMatchObject({ ancestor: true, taken: { a: 1, b: 1 }, proposals: [], undecided: 0 });
    const c = await read('c.maillage');
    expect(JSON.parse(c.kept[PLANS]!).scenarios[0].plan.referents).toEqual({
      [UAIS[0]!]: 'R2',
      [UAIS[1]!]: 'R3'
    });
    const opened = await runIn(territory, at('c.maillage'), '--out', at('opened'));
    expect(opened.status, opened.stderr).toBe(0);
  });

  it('asks about what both changed, in French, with ids that the order of the files does not change', async () => {
    const a = await save('a.maillage', { ...base, kept: plansOf(scenario('R2')) });
    const b = await save('b.maillage', { ...base, kept: plansOf(scenario('R3')) });
    const [one, other] = [
      await run(a, b, '--out', at('c.maillage')),
      await run(b, a, '--out', at('d.maillage'))
    ];
    expect([one.status, other.status]).toEqual([1, 1]);
    const [proposal] = one.answer.proposals;
    expect(proposal).toMatchObject({ where: 'plans', key: `p1/plan/referents/${UAIS[0]}`, a: 'R2', b: 'R3' });
    expect(proposal!.sentence).toBe(
      `Plan enregistré, école ${UAIS[0]} : « R2 » dans le premier dossier, « R3 » dans le second.`
    );
    expect(other.answer.proposals.map(({ id }) => id)).toEqual([proposal!.id]);
    expect(one.answer.undecided).toBe(1);
    expect((await read('c.maillage')).history!.undecided).toHaveLength(1);
    expect(JSON.parse((await read('c.maillage')).kept[PLANS]!).scenarios[0].plan.referents[UAIS[0]!]).toBe(
      'R2'
    );

    await writeFile(at('decide.json'), JSON.stringify({ [proposal!.id]: 'b' }));
    const decided = await run(a, b, '--out', at('c.maillage'), '--decide', at('decide.json'));
    expect([decided.status, decided.answer.undecided]).toEqual([0, 0]);
    await writeFile(at('turned.json'), JSON.stringify({ [proposal!.id]: 'a' }));
    expect((await run(b, a, '--out', at('d.maillage'), '--decide', at('turned.json'))).status).toBe(0);
    expect(contentOf(await read('c.maillage'))).toEqual(contentOf(await read('d.maillage')));
    expect(JSON.parse((await read('c.maillage')).kept[PLANS]!).scenarios[0].plan.referents[UAIS[0]!]).toBe(
      'R3'
    );
  });

  it('keeps the criteria of communes of a plan with what the other did to it, and asks where both chose others', async () => {
    const by = (communes: string, post = 'R1') => ({ ...scenario('R1', post), settings: { communes } });
    const plan = async () => JSON.parse((await read('c.maillage')).kept[PLANS]!).scenarios[0] as object;
    const a = await save('a.maillage', { ...base, kept: plansOf(by('59350*niveau')) });
    const b = await save('b.maillage', { ...base, kept: plansOf(scenario('R1', 'R3')) });
    const apart = await run(a, b, '--out', at('c.maillage'));
    expect([apart.status, apart.answer.undecided]).toEqual([0, 0]);
    expect(await plan()).toMatchObject(by('59350*niveau', 'R3'));
    const other = await save('b.maillage', { ...base, kept: plansOf(by('59350*commune')) });
    const both = await run(a, other, '--out', at('c.maillage'));
    expect([both.status, both.answer.undecided]).toEqual([1, 1]);
    expect(both.answer.proposals[0]!.sentence).toMatch(/^Plan enregistré.*59350\*niveau.*59350\*commune/);
    expect(await plan()).toMatchObject(by('59350*niveau'));
  });

  it('of a file with itself has its content, tables included', async () => {
    const a = await save('a.maillage', { ...base, kept: plansOf(scenario('R2')) });
    const { status, answer } = await run(a, a, '--out', at('c.maillage'));
    expect(status).toBe(0);
    expect(answer).toMatchObject({ ancestor: true, taken: { a: 0, b: 0 }, proposals: [] });
    expect(contentOf(await read('c.maillage'))).toEqual(contentOf(await read('a.maillage')));
  });

  it('builds the territory again where both changed what it is made from: both changes are in its tables', async () => {
    const list = bytesOf(`UAI;statut\n${UAIS[0]};suivie\n${UAIS[1]};suivie\n`);
    const sources = base.sources.map((one) =>
      one.name === 'suivi.csv' ? { ...one, bytes: list.length, sha256: sha256(list), content: list } : one
    );
    const a = await save('a.maillage', withConfig(base, { contact: 'nouveau@ville.fr' }));
    const b = await save('b.maillage', { ...base, sources });
    const { status, answer, stderr } = await run(a, b, '--out', at('c.maillage'));
    expect(status, stderr).toBe(0);
    expect(answer.taken).toEqual({ a: 1, b: 1 });
    const turned = await run(b, a, '--out', at('d.maillage'));
    expect(turned.status).toBe(0);
    const c = await read('c.maillage');
    expect(contentOf(c)).toEqual(contentOf(await read('d.maillage')));
    const dashboard = new TextDecoder().decode(c.files.get('tables/dashboard.json'));
    expect(dashboard).toContain('nouveau@ville.fr');
    expect(dashboard).not.toBe(new TextDecoder().decode(base.files.get('tables/dashboard.json')));
  });

  it('knows a file of version 1.0.0 as a stranger: every difference is asked, a key of one alone against null', async () => {
    const { history: _, ...former } = base;
    await writeFile(at('a.maillage'), await writeMaillage(withConfig(former, { contact: 'a@ville.fr' })));
    await writeFile(at('b.maillage'), await writeMaillage({ ...former, kept: {} }));
    const { status, answer } = await run(at('a.maillage'), at('b.maillage'), '--out', at('c.maillage'));
    expect(status).toBe(1);
    expect(answer.ancestor).toBe(false);
    expect(answer.taken).toEqual({ a: 0, b: 0 });
    expect(answer.proposals.map(({ where, key, b }) => [where, key, b])).toEqual([
      ['config', 'contact', 'pre@ville.fr'],
      ['plans', 'p1', null]
    ]);
    for (const { sentence } of answer.proposals) expect(sentence).toMatch(/^[A-ZÉ].*\.$/);
  });

  it('knows what was changed in a file by something that writes no save', async () => {
    const a = at('a.maillage');
    await writeFile(a, await writeMaillage({ ...base, kept: plansOf(scenario('R2')) }));
    const { status, answer } = await run(a, at('base.maillage'), '--out', at('c.maillage'));
    expect(status).toBe(0);
    expect(answer).toMatchObject({ ancestor: true, taken: { a: 1, b: 0 }, proposals: [] });
  });

  it('opens each file by its own line of the passphrase file, and seals the result by the first', async () => {
    const a = await save('a.maillage', { ...base, kept: plansOf(scenario('R2')) }, 'un deux trois');
    const b = await save('b.maillage', base, 'quatre cinq');
    await writeFile(at('both.txt'), 'un deux trois\nquatre cinq\n');
    await writeFile(at('wrong.txt'), 'un deux trois\n');
    const options = ['--out', at('sealed.maillage'), '--passphrase-file'];
    const wrong = await run(a, b, ...options, at('wrong.txt'));
    expect([wrong.status, wrong.answer]).toEqual([2, null]);
    expect(existsSync(at('sealed.maillage'))).toBe(false);
    expect((await run(a, b, ...options, at('both.txt'))).status).toBe(0);
    expect((await read('sealed.maillage', 'un deux trois')).kept).toEqual(plansOf(scenario('R2')));
    const locked = await run(a, b, '--out', at('none.maillage'));
    expect(locked.status).toBe(2);
  });
});

describe('npm run merge ends with 2, one line and no file', () => {
  const refused = async (a: string, b: string, ...more: string[]) => {
    const { status, answer, lines } = await run(a, b, '--out', at('no.maillage'), ...more);
    expect(status, lines.join('\n')).toBe(2);
    expect(answer).toBe(null);
    expect(existsSync(at('no.maillage'))).toBe(false);
    return lines.at(-1)!;
  };

  it('for another territory', async () => {
    const other = withConfig(base, { siren: '245901160' });
    await writeFile(at('other.maillage'), await writeMaillage({ ...other, kept: {} }));
    expect(await refused(at('base.maillage'), at('other.maillage'))).toContain('autre territoire');
  });

  it('for a public file with an internal one', async () => {
    await writeFile(at('public.maillage'), await writeMaillage(withConfig(base, { profile: 'public' })));
    expect(await refused(at('base.maillage'), at('public.maillage'))).toContain('public');
  });

  it('for a damaged, cut or missing file', async () => {
    const bytes = await readFile(at('base.maillage'));
    await writeFile(at('cut.maillage'), bytes.subarray(0, 500));
    expect(await refused(at('base.maillage'), at('cut.maillage'))).toContain('coupé ou abîmé');
    await writeFile(at('damaged.maillage'), damaged(bytes));
    await refused(at('damaged.maillage'), at('base.maillage'));
    await refused(at('base.maillage'), at('absent.maillage'));
  });

  it('for a kept list that cannot be read', async () => {
    const kept = { [PLANS]: '{"version":1,"scenarios":[{"id":7}],"gone":{}}' };
    await writeFile(at('unread.maillage'), await writeMaillage({ ...base, kept }));
    expect(await refused(at('base.maillage'), at('unread.maillage'))).toContain('plans');
  });

  it('for an unknown id, or a decision that is none', async () => {
    await writeFile(at('unknown.json'), '{"abc":"a"}');
    expect(await refused(at('base.maillage'), at('base.maillage'), '--decide', at('unknown.json'))).toContain(
      '« abc »'
    );
    await writeFile(at('none.json'), '{"abc":"c"}');
    await refused(at('base.maillage'), at('base.maillage'), '--decide', at('none.json'));
  });

  it('for the tables of a service in a file for anyone, whatever its history says', async () => {
    const posts = bytesOf('{"posts":[{"id":"R1"}]}');
    const config = { ...(base.config as object), profile: 'public' };
    const files = new Map([...base.files, ['graph/team.json', posts] as const]);
    await writeFile(at('unsafe.maillage'), await writeMaillage({ ...base, config, files }));
    await refused(at('unsafe.maillage'), at('unsafe.maillage'));
  });

  it('for arguments that are wanting', async () => {
    expect((await run(at('base.maillage'), '--out', at('no.maillage'))).status).toBe(2);
    expect((await run(at('base.maillage'), at('base.maillage'))).status).toBe(2);
  });
});

it('a hostile history is no history: the file opens, and merges as a stranger', async () => {
  for (const part of [
    { saves: ['<script>'] },
    { keys: { nowhere: {} } },
    { territory: 7 },
    { undecided: [{}] }
  ]) {
    const history = { ...base.history!, ...part } as never;
    await writeFile(at('hostile.maillage'), await writeMaillage({ ...base, history }));
    expect((await read('hostile.maillage')).history).toBe(undefined);
    const { answer } = await run(at('hostile.maillage'), at('base.maillage'), '--out', at('c.maillage'));
    expect(answer.ancestor).toBe(false);
  }
});

it('an altered entry of the log is told', async () => {
  const log = base.history!.log.map((entry) => ({ ...entry, by: 'R1' }));
  await writeFile(
    at('altered.maillage'),
    await writeMaillage({ ...base, history: { ...base.history!, log } })
  );
  const { status, lines } = await run(at('base.maillage'), at('altered.maillage'), '--out', at('c.maillage'));
  expect(status).toBe(0);
  expect(lines.join('\n')).toContain('altered.maillage : le journal');
});

it('a save of the shell over a file of the same territory comes from it', async () => {
  await writeFile(at('again.maillage'), await readFile(at('base.maillage')));
  const made = await runIn(
    territory,
    at('files/config.json'),
    '--out',
    at('out'),
    '--save',
    at('again.maillage')
  );
  expect(made.status, made.stderr).toBe(0);
  const { history } = await read('again.maillage');
  expect(history!.saves.slice(0, base.history!.saves.length)).toEqual(base.history!.saves);
  expect(history!.territory).toBe(base.history!.territory);
});

it('npm run merge -- --help says it all in French', async () => {
  const { status, stdout } = await runIn(merge, '--help');
  expect(status).toBe(0);
  expect(stdout).toContain('Fin : 0');
});
