// npm run cpmp -- FILE.txt: a capacitated p-median file of the OR-Library, solved: where to base posts.
import { basename } from 'node:path';
import { parseMedianProblem, solveMedians, type MedianProgress } from '../src/lib/engines/p-median/index.ts';
import { bootHighs } from '../src/lib/solver/highs.ts';
import { fail, fileBytes, onlyFile, print, progress, readArguments, searchSeconds, start } from './shell.ts';

const USAGE = `Usage : npm run cpmp -- FICHIER.txt [--seconds 60]

Résout un problème de p-médianes avec capacités, dans la forme de l’OR-Library : « n p », puis pour chaque
point « x y capacité demande » ; distances euclidiennes arrondies en dessous, exactement. Au plus 3 500 points,
à 500 000 du premier, et 6 décimales. Le résultat (JSON) compte les points à partir de 1 ; assignment[i] est la médiane du point i.

  --seconds  temps de recherche ; par défaut : 60
  --help     cette aide

Fin : 0 un plan ; 1 aucun plan ; 2 fichier inutilisable.`;

const tell = ({ objective, bound, seconds }: MedianProgress) =>
  progress(`  ${seconds.toFixed(1).replace('.', ',')} s : ${objective ?? '-'}, au moins ${bound ?? '-'}`);

/** `npm run cpmp`. */
export async function cpmp(args: readonly string[]): Promise<void> {
  const { values, positionals } = readArguments(USAGE, { seconds: { type: 'string', default: '60' } }, args);
  const path = onlyFile(positionals, 'Attendu : un fichier de l’OR-Library.', USAGE);
  const problem = parseMedianProblem(new TextDecoder().decode(fileBytes(path)), basename(path));
  const solver = await bootHighs();
  const found = solveMedians(solver, problem, { seconds: searchSeconds(values.seconds), onProgress: tell });
  if (found.status === 'infeasible') fail(1, 'Aucun plan ne tient dans les capacités.');
  if (found.status === 'unknown') fail(1, 'Aucun plan trouvé dans le temps donné. Augmentez --seconds.');
  const { objective, bound, gap, seconds, medians, assignment } = found;
  const named = { medians: medians.map((j) => j + 1), assignment: assignment.map((j) => j + 1) };
  print(JSON.stringify({ objective, bound, gap, seconds, ...named }));
}

await start(import.meta.url, cpmp);
