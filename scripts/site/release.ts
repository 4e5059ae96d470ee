// npm run release -- --out DIR: what a release gives, from the built site: its ZIP, their SHA-256. --again: whether a second build, elsewhere, is the same.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { ZipStream } from '../../src/lib/export/zip-stream.ts';
import { ROOT, buildSite, run, sourceFiles } from '../setup.mjs';
import { fail, print, progress, readArguments, start } from '../shell.ts';

const USAGE = `Usage : npm run release -- --out DOSSIER [--site DOSSIER] [--again]

Écrit dans DOSSIER l’archive du site construit (maillage-VERSION.zip) et son empreinte (maillage-VERSION.zip.sha256).
Les mêmes fichiers donnent la même archive, octet pour octet.

  --out DOSSIER   où écrire ; sans lui, rien n’est écrit
  --site DOSSIER  un site déjà construit ; par défaut build, construit de nouveau si quelque chose a changé
  --again         construit le site une seconde fois, d’une copie du dernier commit, dans un autre dossier et un autre
                  fuseau horaire, et compare chaque fichier ; demande que tout soit dans le dernier commit
  --help          cette aide

Fin : 0 fait ; 1 les deux sites diffèrent, et chaque fichier est nommé ; 2 rien n’a pu être écrit.`;

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** Files of a folder by their path in it, in an order that no machine changes. */
function filesOf(folder: string): Map<string, string> {
  const paths = [...sourceFiles(folder)].map((path) => [relative(folder, path).replaceAll('\\', '/'), path]);
  return new Map(paths.sort(([a = ''], [b = '']) => (a < b ? -1 : 1)) as [string, string][]);
}

/** The files of a folder in one ZIP: the same bytes for the same files, whatever their dates and their order on the disk. */
export async function zipFolder(folder: string): Promise<Uint8Array> {
  const zip = new ZipStream();
  for (const [name, path] of filesOf(folder)) zip.add(name, readFileSync(path));
  return new Uint8Array(await zip.end().arrayBuffer());
}

/** Names of the files that one of two folders lacks, or has otherwise. */
export function differences(one: string, other: string): string[] {
  const [left, right] = [filesOf(one), filesOf(other)];
  const same = (name: string) => {
    const [a, b] = [left.get(name), right.get(name)];
    return a !== undefined && b !== undefined && readFileSync(a).equals(readFileSync(b));
  };
  return [...new Set([...left.keys(), ...right.keys()])].filter((name) => !same(name)).sort();
}

/** What git says has changed since the last commit, a line a file; empty when nothing has. */
const uncommitted = (): string =>
  execFileSync('git', ['status', '--porcelain'], { cwd: ROOT, encoding: 'utf8' }).trimEnd();

/** Builds the last commit in a folder of its own. @returns the site */
function builtAgain(copy: string): string {
  const place = join(copy, 'maillage');
  const env = { ...process.env, TZ: 'Pacific/Marquesas', LC_ALL: 'C' };
  const steps: readonly (readonly [string, string[], string])[] = [
    ['git', ['clone', '--quiet', '--no-hardlinks', ROOT, place], copy],
    ['npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], place],
    ['npm', ['run', '--silent', 'build'], place]
  ];
  for (const [command, args, cwd] of steps) {
    progress(`${command} ${args[0]}…`);
    if (run(command, args, { cwd, env, stdio: ['ignore', 'ignore', 'inherit'] }) !== 0)
      fail(2, `La seconde construction s’est arrêtée : ${command} ${args.join(' ')}`);
  }
  return join(place, 'build');
}

/** `npm run release`. */
export async function release(args: readonly string[]): Promise<void> {
  const {
    out,
    site: given,
    again
  } = readArguments(
    USAGE,
    {
      out: { type: 'string' },
      site: { type: 'string' },
      again: { type: 'boolean', default: false }
    },
    args
  ).values;
  if (out === undefined && !again) fail(2, ['Attendu : --out DOSSIER, ou --again.', USAGE]);
  const changed = again ? uncommitted() : '';
  if (changed !== '') fail(2, ['Ces fichiers ne sont pas tels que le dernier commit les a :', changed]);
  // Standard output holds the result alone.
  if (given === undefined) buildSite({ stdio: ['ignore', 2, 2] });
  const site = given ?? join(ROOT, 'build');
  if (!filesOf(site).has('index.html')) fail(2, `${site} ne contient pas de site : lancez npm run build.`);
  if (again) {
    const copy = mkdtempSync(join(realpathSync(tmpdir()), 'maillage-'));
    try {
      const found = differences(site, builtAgain(copy));
      if (found.length > 0)
        fail(
          1,
          found.map((name) => `diffère : ${name}`)
        );
      progress(`Les deux constructions ont les mêmes ${filesOf(site).size} fichiers, octet pour octet.`);
    } finally {
      rmSync(copy, { recursive: true, force: true });
    }
  }
  if (out === undefined) return;
  const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { version: string };
  const name = `maillage-${version}.zip`;
  const zip = await zipFolder(site);
  const line = `${sha256(zip)}  ${name}\n`;
  mkdirSync(out, { recursive: true });
  writeFileSync(join(out, name), zip);
  writeFileSync(join(out, `${name}.sha256`), line);
  print(line.trimEnd());
}

await start(import.meta.url, release);
