// npm run agenda -- PROBLEM.json: which situation is seen at which meeting, with the proof that no agenda does better.
import { basename } from 'node:path';
import { checkAgenda, planAgenda, readAgenda } from '../src/lib/engines/agenda/index.ts';
import { findingSentence } from '../src/lib/i18n/findings/findings.ts';
import { fail, jsonFile, onlyFile, print, progress, readArguments, start } from './shell.ts';

const USAGE = `Usage : npm run agenda -- PROBLÈME.json

Place les situations de chaque équipe dans ses réunions déjà datées, pour qu’aucune n’attende plus de N mois entre
deux examens. Dans cet ordre : le moins de jours d’attente au-delà de N mois, la plus petite somme des plus longues
attentes, le moins d’examens, les réunions les mieux équilibrées. Le résultat (JSON) donne, pour chaque réunion, ses
situations ; « bound » est ce qu’aucun ordre du jour ne peut faire de mieux.

  months      N, le nombre de mois (30,5 jours) : un nombre, ou un nombre et demi
  meetings    [{"team", "number", "date", "capacity"}, …] : 16 réunions au plus par équipe dans la période
  situations  [{"id", "team", "opened", "seen", "until"}, …] : la demande, le dernier examen et la fin ; sans dernier
              examen ou sans fin : null
  horizon     ["2026-09-01", "2027-07-04"] : la période

  --help      cette aide

Fin : 0 un ordre du jour ; 2 fichier inutilisable.`;

/** `npm run agenda`. */
export function agenda(args: readonly string[]): void {
  const { positionals } = readArguments(USAGE, {}, args);
  const path = onlyFile(positionals, 'Attendu : un fichier PROBLÈME.json.', USAGE);
  const { problem, findings } = readAgenda(jsonFile(path).document, basename(path));
  for (const finding of findings) progress(`  ${findingSentence(finding)}`);
  const { meetings, situations } = problem;
  const teams = new Set([...meetings, ...situations].map(({ team }) => team)).size;
  progress(
    [
      [teams, 'équipe'],
      [meetings.length, 'réunion'],
      [situations.length, 'situation']
    ]
      .map(([count, word]) => `${count} ${word}${Number(count) > 1 ? 's' : ''}`)
      .join(', ')
  );
  const began = performance.now();
  const found = planAgenda(problem);
  const seconds = (performance.now() - began) / 1000;
  const faults = checkAgenda(problem, found);
  if (faults.length > 0)
    fail(
      2,
      `L’ordre du jour trouvé ne passe pas la vérification (${[...new Set(faults.map(({ rule }) => rule))].join(', ')}).`
    );
  const { meetings: planned, ...figures } = found;
  print(JSON.stringify({ status: 'planned', ...figures, seconds, meetings: planned }));
  const isProven = found.bound.over === found.over && found.bound.longest === found.longest;
  progress(
    `  ${found.over.toLocaleString('fr-FR')} jours d’attente au-delà de ${problem.months.toLocaleString('fr-FR')} mois${
      isProven ? ' ; aucun ordre du jour ne fait mieux' : ''
    }`
  );
}

await start(import.meta.url, agenda);
