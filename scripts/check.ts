// npm run check -- PROBLEM.json CERTIFICATE.json, or CUBE.json and its certificate of protection: whether it holds, without any solver.
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { checkCertificate } from '../src/lib/engines/proof/index.ts';
import { checkProtection } from '../src/lib/engines/disclosure/index.ts';
import { certificateReason } from '../src/lib/i18n/certificate-words.ts';
import { fail, print, readArguments, start } from './shell.ts';

const USAGE = `Usage : npm run check -- PROBLÈME.json CERTIFICAT.json
        npm run check -- cube.json protection-certificate.json

Vérifie, sans solveur et en nombres entiers, qu’aucun plan ne coûte moins que ce que le certificat affirme,
ou qu’aucun plan n’existe ; ou qu’aucun effectif protégé d’un cube publié n’est connu pour petit.
Le résultat (JSON) : accepted, claim, leaves (fins de l’arbre, ou tables, vérifiées), reason.

  --help  cette aide

Fin : 0 accepté ; 1 refusé ; 2 fichier illisible.
Les types du code se vérifient par « npm run types ».`;

function read(path: string): Uint8Array {
  try {
    return readFileSync(path);
  } catch {
    return fail(2, `${basename(path)} : fichier introuvable ou illisible.`);
  }
}

/** A published cube, by what it holds; a file that cannot be read is left to the checker of splits. */
function isCube(bytes: Uint8Array): boolean {
  try {
    const document = JSON.parse(new TextDecoder().decode(bytes)) as object;
    return 'cells' in document || 'dimensions' in document;
  } catch {
    return false;
  }
}

/** `npm run check`. */
export async function check(args: readonly string[]): Promise<void> {
  const { positionals } = readArguments(USAGE, {}, args);
  const [problemPath, certificatePath, tooMany] = positionals;
  if (problemPath === undefined || certificatePath === undefined) {
    fail(2, ['Attendu : un fichier PROBLÈME.json et son CERTIFICAT.json.', USAGE]);
  }
  if (tooMany !== undefined) fail(2, [`Argument de trop : « ${tooMany} »`, USAGE]);
  const [problem, certificate] = [read(problemPath), read(certificatePath)];
  const verdict = await (isCube(problem) ? checkProtection : checkCertificate)(problem, certificate);
  const { accepted, reason } = verdict;
  const words = certificateReason(reason);
  if (reason === 'unreadable-problem' || reason === 'unreadable-cube')
    fail(2, `${basename(problemPath)} : ${words}`);
  if (reason === 'unreadable-certificate') fail(2, `${basename(certificatePath)} : ${words}`);
  print(JSON.stringify(verdict));
  if (!accepted) fail(1, `Refusé : ${words}`);
}

await start(import.meta.url, check);
