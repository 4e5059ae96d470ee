// `npm run territory` from the shell: files out, a summary in French, and an end that says whether anything was written.
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  collection,
  IPS_HEADER,
  latin1File,
  square,
  textFile,
  UAIS
} from '../../../fixtures/import/files.ts';
import { territory } from '../../../../scripts/territory.ts';
import { runByShell, runIn } from '../../../fixtures/command.ts';
import { strFromU8, unzipSync } from 'fflate';
import { search } from '../../../published/search.ts';
import { REAL } from '../../../fixtures/real-files.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'territory-'));
});
afterAll(() => rm(folder, { recursive: true }));

/** --help by the shell, the rest in this process. */
async function run(...args: string[]): Promise<{ code: number | null; out: string; err: string }> {
  const ended = args[0] === '--help' ? runByShell('territory', ...args) : await runIn(territory, ...args);
  return { code: ended.status, out: ended.stdout, err: ended.stderr };
}

/** Writes files and a configuration for the EPCI of Lille; gives the configuration's path. */
async function place(
  name: string,
  config: Record<string, unknown>,
  files: { name: string; bytes: Uint8Array }[] = []
) {
  const own = join(folder, `${name}-files`);
  await mkdir(own, { recursive: true });
  for (const file of files) await writeFile(join(own, file.name), file.bytes);
  const path = join(own, `${name}.json`);
  await writeFile(
    path,
    JSON.stringify({ siren: '200093201', communes: 'communes.geojson', schools: [], ...config })
  );
  return path;
}

const communes = collection('communes.geojson', [
  { properties: { code: '59350', nom: 'Lille' }, geometry: square(3, 50.6, 0.1) }
]);
const school = `2022-2023;LILLE;059;NORD;${UAIS[0]};ECOLE MATERNELLE A L'ÉTÉ;59350;LILLE;public;100.0;90.0`;

describe('npm run territory', () => {
  it('saves a territory in one file, and opens it again with the same files', async () => {
    const ips = latin1File('ips.csv', `${IPS_HEADER}\n${school}\n`);
    const config = await place('saved', { schools: [{ ips: 'ips.csv' }] }, [communes, ips]);
    const [first, second, file] = ['saved', 'opened', 'lille.maillage'].map((name) => join(folder, name));
    const made = await run(config, '--out', first!, '--save', file!);
    expect(made.code, made.err).toBe(0);
    const opened = await run(file!, '--out', second!);
    expect(opened.code, opened.err).toBe(0);
    expect(JSON.parse(opened.out)).toEqual({ ...JSON.parse(made.out), out: second });
    const files = (await readdir(first!, { recursive: true, withFileTypes: true })).filter((one) =>
      one.isFile()
    );
    expect(files.length).toBeGreaterThan(10);
    for (const { parentPath, name } of files) {
      const path = join(parentPath, name);
      expect(await readFile(path.replace(first!, second!)), name).toEqual(await readFile(path));
    }
    await truncate(file!, 500);
    const cut = await run(file!, '--out', join(folder, 'cut'));
    expect(cut.code).toBe(2);
    expect(cut.err).toContain('ce fichier est coupé ou abîmé');
    expect(existsSync(join(folder, 'cut'))).toBe(false);
  });

  it('tells a list named after a person by a number, in the files of the territory and in the one that is saved', async () => {
    const ips = latin1File('ips.csv', `${IPS_HEADER}\n${school}\n`);
    const followed = textFile('suivi Lucas QUIBROUX.csv', `UAI;statut\n${UAIS[0]};suivie\n0590000X;suivie\n`);
    const settings = { schools: [{ ips: 'ips.csv' }], followed: [followed.name], profile: 'internal' };
    const config = await place('named', settings, [communes, ips, followed]);
    const [out, file] = [join(folder, 'named'), join(folder, 'nommes.maillage')];
    const made = await run(config, '--out', out, '--save', file);
    expect(made.code, made.err).toBe(0);
    expect(await readFile(join(out, 'findings.json'), 'utf8')).toContain('fichier 1.csv');
    expect(await search(out, [/QUIBROUX/i])).toEqual([]);
    expect(made.err).not.toMatch(/QUIBROUX/i);
    const parts = Object.entries(unzipSync(await readFile(file)));
    expect(parts.map(([name]) => name)).toContain('sources/fichier 1.csv');
    expect(parts.filter(([name, bytes]) => /QUIBROUX/i.test(name + strFromU8(bytes)))).toEqual([]);
  });

  it('writes tables, downloads, map and findings, the same bytes each time', async () => {
    const ips = latin1File('ips.csv', `${IPS_HEADER}\n${school}\n`);
    const config = await place(
      'sound',
      { schools: [{ ips: 'ips.csv' }], travel: { service: 'osrm', url: 'https://routes.exemple.fr' } },
      [communes, ips]
    );
    const runs = ['a', 'b'].map((name) => join(folder, name));
    for (const out of runs) {
      const { code, out: result, err } = await run(config, '--out', out);
      expect(code, err).toBe(0);
      expect(JSON.parse(result)).toMatchObject({
        siren: '200093201',
        communes: 1,
        qpvs: 0,
        schools: 1,
        out
      });
      expect(err).toContain('1 × fichier en Latin-1 (pour information)');
    }
    for (const name of [
      'findings.json',
      'tables/schools.arrow',
      'tables/manifest.json',
      'downloads/schools.csv',
      'downloads/schools.parquet',
      'map/communes.geojson'
    ]) {
      const [first, second] = await Promise.all(runs.map((out) => readFile(join(out, name))));
      expect(first!.equals(second!), name).toBe(true);
    }
    const { findings } = JSON.parse(await readFile(join(runs[0]!, 'findings.json'), 'utf8'));
    expect(
      findings.map(({ code }: { code: string }) => code),
      'said, not asked'
    ).toContain('travel-service-unread');
    const lone = findings.find(({ code }: { code: string }) => code === 'school-without-position');
    expect(lone.sentence).toBe(
      `ips.csv, ligne 2 : aucun fichier ne place l’établissement « ${UAIS[0]} » ; il est compté dans sa commune.`
    );
  });

  it.each([
    ['a key that is unknown', { comunes: 1 }, [], /clé inconnue « comunes » ; clés permises : siren/],
    ['a file that is absent', { communes: 'rien.geojson' }, [], /^rien\.geojson : ce fichier n’existe pas/],
    [
      'a file that is empty',
      { communes: 'vide.geojson' },
      [textFile('vide.geojson', '')],
      /vide\.geojson : ce fichier est vide\./
    ],
    ['a file that is cut', { communes: 'cut.geojson' }, [{ name: 'cut.geojson', bytes: communes.bytes.slice(0, 90) }], /cut\.geojson.* : ce fichier s’arrête avant sa fin/], // prettier-ignore
    ['a column that lacks', { schools: [{ ips: 'x.csv' }] }, [communes, textFile('x.csv', 'uai;nom\n1;2\n')], /x\.csv, colonne « nom_de_l_etablissment » : cette colonne manque/], // prettier-ignore
    [
      'a SIREN that is unknown',
      { siren: '123456789' },
      [communes],
      /aucun EPCI ne porte le SIREN « 123456789 »/
    ],
    ['no school at all', {}, [communes], /aucune école des fichiers n’est dans l’EPCI/]
  ])('stops at %s with one clear line, and writes nothing', async (name, config, files, line) => {
    const out = join(folder, `none-${name}`);
    const path = await place(name.replaceAll(' ', '-'), config, files);
    const { code, err, out: result } = await run(path, '--out', out);
    expect(code).toBe(2);
    expect(err.trim().split('\n').at(-1)).toMatch(line);
    expect(err).not.toMatch(/\bat .*\.ts:/);
    expect(result).toBe('');
    expect(existsSync(out)).toBe(false);
  });

  it('stops at a CSV of 500 MB within seconds: its size, the limit, the way on, and nothing written', async () => {
    const path = await place('huge', { schools: [{ ips: 'huge.csv' }] }, [communes]);
    const huge = join(dirname(path), 'huge.csv');
    await writeFile(huge, '');
    await truncate(huge, 500 * 1024 * 1024);
    const out = join(folder, 'none-huge');
    const { code, err } = await run(path, '--out', out);
    expect(code).toBe(2);
    expect(err.trim().split('\n').at(-1)).toBe(
      'huge.csv : ce fichier pèse 500 Mo ; la limite est de 256 Mo. Ne gardez que votre département, les colonnes demandées et les années utiles, puis donnez-le de nouveau ; rien n’en a été lu.'
    );
    expect(existsSync(out)).toBe(false);
  });

  it('explains itself', async () => {
    expect(await run('--help')).toMatchObject({
      code: 0,
      out: expect.stringContaining('--data DOSSIER')
    });
    expect((await run()).code).toBe(2);
  });
});

describe('the examples, on the data of the repository', () => {
  it.each([
    ['maubeuge', { communes: 1, qpvs: 5, schools: 24 }],
    ['reims', { communes: 1, qpvs: 6, schools: 94 }]
  ])('%s is built whole, of its commune alone', async (name, figures) => {
    const { code, out: result, err } = await run(`docs/examples/${name}.json`, '--out', join(folder, name));
    expect(code, err).toBe(0);
    expect(JSON.parse(result)).toMatchObject(figures);
  });
});

describe.skipIf(!existsSync(REAL))('the examples, on the official files', () => {
  it.each([
    ['mel', { communes: 95, qpvs: 26, schools: 440 }],
    ['pays-de-mormal', { communes: 52, qpvs: 0, schools: 39 }]
  ])('%s is built whole', async (name, figures) => {
    const out = join(folder, name);
    const { code, out: result, err } = await run(`docs/examples/${name}.json`, '--data', REAL, '--out', out);
    expect(code, err).toBe(0);
    expect(JSON.parse(result)).toMatchObject(figures);
    const { files, findings } = JSON.parse(await readFile(join(out, 'findings.json'), 'utf8'));
    for (const { read, used, aside, dropped } of files) expect(used + aside + dropped).toBe(read);
    expect(findings.filter(({ code }: { code: string }) => code === 'qpv-commune-disagrees')).toEqual([]);
    expect(await readdir(join(out, 'tables'))).toContain('schools.arrow');
  });
});
