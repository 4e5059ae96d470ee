// npm run split -- PROBLEM.json: who follows what, proven the best, or what prevents it.
import { basename } from 'node:path';
import { writeFileSync } from 'node:fs';
import { certify, checkResult, type MakingProgress } from '../src/lib/engines/proof/index.ts';
import {
  readProblem,
  solveAssignment,
  type AssignmentProgress,
  type ReadProblem
} from '../src/lib/engines/assignment/index.ts';
import { certificateReason } from '../src/lib/i18n/certificate-words.ts';
import { findingSentence } from '../src/lib/i18n/findings/findings.ts';
import type { LinearSolver } from '../src/lib/model/linear.ts';
import type { AssignmentResult } from '../src/lib/model/plan.ts';
import { bootHighs } from '../src/lib/solver/highs.ts';
import { fail, jsonFile, onlyFile, print, progress, readArguments, searchSeconds, start } from './shell.ts';
import { relaxedWords, ruleWords } from './split/words.ts';

const USAGE = `Usage : npm run split -- PROBLÈME.json [--seconds 30] [--start heuristic|none] [--certificate FICHIER]

Répartit des unités entre des référents : le moins de trajets, à charges équilibrées, preuve à l’appui.
Le résultat (JSON) donne le plan, sa borne et les charges ; les unités et les référents par leur identifiant.
Au plus 2 000 unités, 300 référents, 1 000 000 de minutes par semaine ; ce qui dépasse est refusé.

  --seconds      temps de recherche ; par défaut : 30
  --start        heuristic : part d’un plan trouvé en un dixième de seconde ; none : laisse tout au solveur
  --certificate  écrit aussi le certificat de l’optimum, ou de l’impossibilité, que « npm run check » vérifie
                 sans solveur ; au plus --seconds de plus
  --help         cette aide

Fin : 0 un plan ; 1 aucun plan ne tient toutes les règles ; 2 fichier inutilisable.`;

const STARTS = ['heuristic', 'none'] as const;

function optionsOf(args: readonly string[]) {
  const { values, positionals } = readArguments(
    USAGE,
    {
      seconds: { type: 'string', default: '30' },
      start: { type: 'string', default: 'heuristic' },
      certificate: { type: 'string' }
    },
    args
  );
  const path = onlyFile(positionals, 'Attendu : un fichier PROBLÈME.json.', USAGE);
  const seconds = searchSeconds(values.seconds);
  const first = STARTS.find((one) => one === values.start);
  if (!first) fail(2, `--start : attendu ${STARTS.join(', ')}, trouvé « ${values.start} »`);
  return { path, seconds, start: first, certificate: values.certificate };
}

function read(path: string): ReadProblem & { bytes: Uint8Array } {
  const { document, bytes } = jsonFile(path);
  return { ...readProblem(document, basename(path)), bytes };
}

const hours = (tenths: number) => (tenths / 600).toLocaleString('fr-FR', { maximumFractionDigits: 2 });

function tell({ objective, bound, gap, seconds: spent }: AssignmentProgress): void {
  const best = objective === null ? 'pas encore de plan' : `${hours(objective)} h de trajets`;
  const least = bound === null ? '' : `, au moins ${hours(bound)} h`;
  const open = gap === null ? '' : `, écart ${(100 * gap).toFixed(2).replace('.', ',')} %`;
  progress(`  ${spent.toFixed(1).replace('.', ',')} s : ${best}${least}${open}`);
}

/** Tells once a second how far the making of a certificate is. */
function makingTeller(): (state: MakingProgress) => void {
  let shown = 0;
  return ({ done, leaves, seconds: spent }) => {
    if (spent < shown + 1) return;
    shown = spent;
    progress(
      `  certificat, ${spent.toFixed(0)} s : ${(100 * done).toFixed(0)} % de l’arbre, ${leaves} feuilles`
    );
  };
}

/** The answer with `certified`; the certificate, of the optimum or else of a bound, is written only when the checker accepted it. */
async function certified(
  solver: LinearSolver,
  { bytes, problem }: ReturnType<typeof read>,
  found: AssignmentResult,
  file: string,
  seconds: number
): Promise<AssignmentResult> {
  const { answer, certificate, reason } = await certify(solver, bytes, problem, found, {
    seconds,
    onProgress: makingTeller()
  });
  const short = reason === 'unfinished' ? ' Augmentez --seconds.' : '';
  const what = certificate === null ? '' : ' de l’optimum';
  if (reason !== null) progress(`Pas de certificat${what} : ${certificateReason(reason)}${short}`);
  if (certificate !== null) {
    const text = JSON.stringify(certificate);
    try {
      writeFileSync(file, text);
    } catch {
      fail(2, `Certificat impossible à écrire : ${file}`);
    }
    const bound = reason === null ? '' : ' de la borne';
    progress(`Certificat${bound} vérifié : ${file}, ${text.length} octets`);
  }
  return answer;
}

/** Ends with 1, and why, when no plan was found. */
function tellNone({ status, conflict, relaxed }: AssignmentResult): void {
  const nearest = relaxed
    ? ['Plan le plus proche :', ...relaxedWords(relaxed).map((line) => `  ${line}`)]
    : [];
  if (status === 'unknown') {
    const unsure =
      'Aucun plan trouvé dans le temps donné ; rien ne prouve qu’il n’y en a pas. Augmentez --seconds.';
    fail(1, [unsure, ...nearest]);
  }
  if (status === 'infeasible') {
    const named = (conflict ?? []).map((rule) => `  ${ruleWords(rule)}`);
    fail(1, [
      'Aucun plan ne tient toutes les règles.',
      ...(named.length > 0 ? ['Ne peuvent tenir ensemble :', ...named] : []),
      ...nearest
    ]);
  }
}

/** `npm run split`. */
export async function split(args: readonly string[]): Promise<void> {
  const { path, seconds, start: from, certificate } = optionsOf(args);
  const given = read(path);
  const { problem, findings } = given;
  progress(`${problem.units.length} unités, ${problem.referents.length} référents`);
  for (const finding of findings) progress(`  ${findingSentence(finding)}`);
  if (findings.length > 0) progress(`  ${findings.length} remarque${findings.length > 1 ? 's' : ''}`);
  const solver = await bootHighs();
  const first = solveAssignment(solver, problem, { seconds, start: from, onProgress: tell });
  const found =
    certificate === undefined ? first : await certified(solver, given, first, certificate, seconds);
  const wrong = checkResult(problem, found);
  if (wrong.length > 0)
    fail(
      2,
      `Le plan trouvé ne passe pas la vérification (${wrong.join(', ')}), peut-être parce que des nombres du fichier sont trop grands ou trop fins pour le solveur.`
    );
  print(JSON.stringify(found, null, 1));
  tellNone(found);
}

await start(import.meta.url, split);
