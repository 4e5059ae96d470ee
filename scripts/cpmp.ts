// npm run cpmp -- FILE.txt: a capacitated p-median file of the OR-Library, solved: where to base posts.
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { parseMedianProblem, solveMedians, type MedianProgress } from '../src/lib/engines/p-median/index.ts';
import { findingSentence } from '../src/lib/i18n/findings/findings.ts';
import { UnusableInput } from '../src/lib/model/findings.ts';
import { bootHighs } from '../src/lib/solver/highs.ts';
import { fail, progress, readArguments } from './shell.ts';

const USAGE = `Usage : npm run cpmp -- FICHIER.txt [--seconds 60]

Résout un problème de p-médianes avec capacités, dans la forme de l’OR-Library : « n p », puis pour chaque
point « x y capacité demande » ; distances euclidiennes arrondies en dessous, exactement. Au plus 3 500 points,
à 500 000 du premier, et 6 décimales. Le résultat (JSON) compte les points à partir de 1 ; assignment[i] est la médiane du point i.

  --seconds  temps de recherche ; par défaut : 60
  --help     cette aide

Fin : 0 un plan ; 1 aucun plan ; 2 fichier inutilisable.`;

const { values, positionals } = readArguments(USAGE, { seconds: { type: 'string', default: '60' } });
const [path, tooMany] = positionals;
if (path === undefined) fail(2, ['Attendu : un fichier de l’OR-Library.', USAGE]);
if (tooMany !== undefined) fail(2, [`Argument de trop : « ${tooMany} »`, USAGE]);
const limit = Number(values.seconds);
if (!(limit > 0 && limit <= 86_400)) {
  fail(2, `--seconds : attendu un nombre de secondes, au plus 86 400, trouvé « ${values.seconds} »`);
}

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (cause) {
    throw new UnusableInput(
      { code: 'unreadable-file', severity: 'dropped', file: basename(file) },
      { cause }
    );
  }
}

const tell = ({ objective, bound, seconds }: MedianProgress) =>
  progress(`  ${seconds.toFixed(1).replace('.', ',')} s : ${objective ?? '-'}, au moins ${bound ?? '-'}`);

try {
  const problem = parseMedianProblem(read(path), basename(path));
  const solver = await bootHighs();
  const found = solveMedians(solver, problem, { seconds: limit, onProgress: tell });
  if (found.status === 'infeasible') fail(1, 'Aucun plan ne tient dans les capacités.');
  if (found.status === 'unknown') fail(1, 'Aucun plan trouvé dans le temps donné. Augmentez --seconds.');
  const { objective, bound, gap, seconds, medians, assignment } = found;
  const named = { medians: medians.map((j) => j + 1), assignment: assignment.map((j) => j + 1) };
  process.stdout.write(`${JSON.stringify({ objective, bound, gap, seconds, ...named })}\n`);
} catch (error) {
  if (error instanceof UnusableInput) fail(2, findingSentence(error.finding));
  throw error;
}
