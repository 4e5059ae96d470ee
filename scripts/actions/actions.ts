// npm run actions -- PROBLEM.json: what clashes among the sessions of actions, what must be ready by when, which sessions are compromised.
import { basename } from 'node:path';
import { judgeActions, readActions, roadsNotGiven } from '../../src/lib/engines/actions/index.ts';
import { findingSentence } from '../../src/lib/i18n/findings/findings.ts';
import { clashWords, compromisedWords } from './words.ts';
import { fail, jsonFile, onlyFile, print, progress, readArguments, start } from '../shell.ts';

const USAGE = `Usage : npm run actions -- PROBLÈME.json

Dit ce qui ne peut pas se tenir comme prévu parmi les séances des actions (salle ou personne prise deux fois, route
entre deux lieux comprise, absence, salle fermée, vacances, plus d’inscrits que de places), ce qui doit être prêt pour
chaque séance et pour quel jour, et les séances compromises. Le résultat est en JSON : « clashes », « todo »,
« compromised ».

  today      le jour, "2026-12-01"
  holidays   vacances scolaires : [["2026-12-19", "2027-01-03"], …]
  rooms      [{"id", "commune", "closed": [périodes]}, …]
  people     [{"id", "away": [périodes]}, …] : par fonction, jamais par nom
  minutes    route entre communes : {"59014": {"59606": 25}} ; une route absente compte 0 minute
  meetings   [{"id", "date", "from": "14:00", "to", "commune", "room", "people"}, …]
  sessions   les mêmes clés, et "sheet", "seats", "enrolled", "needs", "ready", "period", "status"
  delays     facultatif, par besoin : jours avant la séance, pour demander et au plus tard
  stops      facultatif : les besoins sans lesquels une séance ne se tient pas

  --help     cette aide

Fin : 0 rien ne s’oppose ; 1 un empêchement ou une séance compromise ; 2 fichier inutilisable.`;

const counted = (count: number, word: string) =>
  `${count.toLocaleString('fr-FR')} ${word
    .split(' ')
    .map((part) => (count > 1 ? `${part}s` : part))
    .join(' ')}`;

/** `npm run actions`. */
export function actions(args: readonly string[]): void {
  const { positionals } = readArguments(USAGE, {}, args);
  const path = onlyFile(positionals, 'Attendu : un fichier PROBLÈME.json.', USAGE);
  const { year, findings } = readActions(jsonFile(path).document, basename(path));
  for (const finding of findings) progress(`  ${findingSentence(finding)}`);
  progress(`${counted(year.sessions.length, 'séance')}, ${counted(year.meetings.length, 'réunion')}`);
  for (const [from, to] of roadsNotGiven(year))
    progress(`  Route de « ${from} » à « ${to} » : absente de « minutes », comptée 0 minute.`);
  const { clashes, todo, compromised } = judgeActions(year);
  print(JSON.stringify({ clashes, todo, compromised }));
  const late = todo.filter(({ state }) => state === 'late');
  progress(
    `${counted(clashes.length, 'empêchement')}, ${counted(todo.length, 'besoin')} à pourvoir dont ${late.length} en retard, ${counted(compromised.length, 'séance compromise')}`
  );
  const lines = [
    ...clashes.map(clashWords),
    ...compromised.map((id) =>
      compromisedWords(
        id,
        late.filter(({ session, need }) => session === id && year.stops.includes(need))
      )
    )
  ];
  if (lines.length > 0) fail(1, lines);
}

await start(import.meta.url, actions);
