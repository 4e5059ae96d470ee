// npm run meetings -- PROBLEM.json: the year's team meetings, planned, or a plan repaired with the fewest moves.
import { basename } from 'node:path';
import {
  absentees,
  planMeetings,
  readMeetings,
  readPlan,
  repairPlan,
  type MeetingProgress
} from '../src/lib/engines/meetings/index.ts';
import type { MeetingProblem, PlannedMeeting } from '../src/lib/model/meetings/meeting-problem.ts';
import { findingSentence } from '../src/lib/i18n/findings/findings.ts';
import { bootHighs } from '../src/lib/solver/highs.ts';
import { conflictWords, slotWords } from './meetings/words.ts';
import { fail, jsonFile, onlyFile, print, progress, readArguments, searchSeconds, start } from './shell.ts';
import type { ConflictRule } from '../src/lib/model/meetings/meeting-rules.ts';

const USAGE = `Usage : npm run meetings -- PROBLÈME.json [--seconds 10] [--keep PLAN.json]

Planifie les réunions d’équipe de l’année : le moins d’absences et de trajets, toutes règles tenues, avec ce
qu’aucun plan ne peut faire de mieux. Le résultat (JSON) donne les réunions, leur coût et sa borne.

Une équipe se réunit au plus une fois par jour : l’écart entre deux de ses réunions (« band ») est d’au moins un jour,
aussi quand le fichier écrit 0. Un coordinateur a au plus trois réunions par jour, et deux par demi-journée si la
route entre elles est de 20 minutes au plus, à l’aller comme au retour : les deux sens de « minutes » comptent.

  --seconds  temps de recherche ; par défaut : 10
  --keep     un plan fait avant un changement (absence, salle fermée, réunion en moins) : le nouveau plan déplace
             le moins de réunions possible, et « moves » en donne la liste
  --help     cette aide

Fin : 0 un plan ; 1 aucun plan ne tient toutes les règles ; 2 fichier inutilisable.`;

const percent = (share: number) => `${(100 * share).toFixed(1).replace('.', ',')} %`;
/** Tells twice a second how far the search is. */
function teller(): (state: MeetingProgress) => void {
  let shown = -1;
  return ({ cost, gap, seconds: spent }) => {
    if (spent < shown + 0.5) return;
    shown = spent;
    progress(
      `  ${spent.toFixed(1).replace('.', ',')} s : coût ${cost === null ? '-' : Math.round(cost)}${
        gap === null ? '' : `, au plus ${percent(gap)} de mieux possible`
      }`
    );
  };
}

const withAbsentees = (problem: MeetingProblem, meetings: readonly PlannedMeeting[]) =>
  meetings.map((meeting) => ({ ...meeting, missing: absentees(problem, meeting) }));

function end(answer: { status: string; conflict: readonly ConflictRule[] } & Record<string, unknown>): void {
  print(JSON.stringify(answer));
  if (answer.status === 'planned') return;
  fail(
    1,
    answer.conflict.length > 0
      ? [
          'Aucun plan ne tient ces règles ensemble :',
          ...answer.conflict.map((rule) => `  ${conflictWords(rule)}`)
        ]
      : 'Aucun plan trouvé, et rien ne prouve qu’il n’y en a pas.'
  );
}

/** `npm run meetings`. */
export async function meetings(args: readonly string[]): Promise<void> {
  const { values, positionals } = readArguments(
    USAGE,
    { seconds: { type: 'string', default: '10' }, keep: { type: 'string' } },
    args
  );
  const path = onlyFile(positionals, 'Attendu : un fichier PROBLÈME.json.', USAGE);
  const seconds = searchSeconds(values.seconds);
  const { problem, findings } = readMeetings(jsonFile(path).document, basename(path));
  for (const finding of findings) progress(`  ${findingSentence(finding)}`);
  const count = problem.teams.reduce((sum, team) => sum + team.meetings, 0);
  progress(`${problem.teams.length} équipes, ${count} réunions, ${problem.calendar.length} jours`);
  const solver = () => bootHighs();
  const began = performance.now();
  const spent = () => (performance.now() - began) / 1000;
  if (values.keep === undefined) {
    const found = await planMeetings(problem, { seconds, solver, onProgress: teller() });
    const { status, cost, bound, gap, conflict } = found;
    const planned = withAbsentees(problem, found.meetings ?? []);
    end({ status, cost, bound, gap, seconds: spent(), meetings: planned, moved: null, conflict });
  } else {
    const before = readPlan(jsonFile(values.keep).document, basename(values.keep));
    const { status, cost, bound, gap, conflict, moves, fewest, ...found } = await repairPlan(
      problem,
      before,
      {
        seconds,
        solver
      }
    );
    for (const { team, number, from, to } of moves)
      progress(`  ${team}, réunion ${number} : ${from ? `${slotWords(from)} → ` : ''}${slotWords(to)}`);
    const planned = withAbsentees(problem, found.meetings);
    const repaired = { status, cost, bound, gap, seconds: spent(), meetings: planned };
    end({ ...repaired, moved: moves.length, moves, fewest, conflict });
  }
}

await start(import.meta.url, meetings);
