// npm run check -- PROBLEM.json CERTIFICATE.json: whether a certificate holds, without any solver.
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { checkCertificate } from '../src/lib/engines/assignment/index.ts';
import { certificateReason } from '../src/lib/i18n/certificate-words.ts';
import { fail, readArguments } from './shell.ts';

const USAGE = `Usage : npm run check -- PROBLÈME.json CERTIFICAT.json

Vérifie, sans solveur et en nombres entiers, qu’aucun plan ne coûte moins que ce que le certificat affirme,
ou qu’aucun plan n’existe. Le résultat (JSON) : accepted, claim, leaves (fins de l’arbre vérifiées), reason.

  --help  cette aide

Fin : 0 accepté ; 1 refusé ; 2 fichier illisible.
Les types du code se vérifient par « npm run types ».`;

const { positionals } = readArguments(USAGE, {});
const [problemPath, certificatePath, tooMany] = positionals;
if (problemPath === undefined || certificatePath === undefined) {
  fail(2, ['Attendu : un fichier PROBLÈME.json et son CERTIFICAT.json.', USAGE]);
}
if (tooMany !== undefined) fail(2, [`Argument de trop : « ${tooMany} »`, USAGE]);

function read(path: string): Uint8Array {
  try {
    return readFileSync(path);
  } catch {
    return fail(2, `${basename(path)} : fichier introuvable ou illisible.`);
  }
}

const verdict = await checkCertificate(read(problemPath), read(certificatePath));
const { accepted, reason } = verdict;
if (reason === 'unreadable-problem') fail(2, `${basename(problemPath)} : ${certificateReason(reason)}`);
if (reason === 'unreadable-certificate')
  fail(2, `${basename(certificatePath)} : ${certificateReason(reason)}`);
process.stdout.write(`${JSON.stringify(verdict)}\n`);
if (!accepted) fail(1, `Refusé : ${certificateReason(reason)}`);
