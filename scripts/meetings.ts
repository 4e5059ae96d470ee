// npm run meetings -- PROBLEM.json: the year's team meetings, planned, or a plan repaired with the fewest moves.
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import {
  absentees,
  planMeetings,
  readMeetings,
  readPlan,
  repairPlan,
  type ConflictRule,
  type MeetingProgress
} from '../src/lib/engines/meetings/index.ts';
import type { MeetingProblem, PlannedMeeting } from '../src/lib/model/meetings/meeting-problem.ts';
import { findingSentence } from '../src/lib/i18n/findings/findings.ts';
import { UnusableInput } from '../src/lib/model/findings.ts';
import { bootHighs } from '../src/lib/solver/highs.ts';
import { conflictWords, slotWords } from './meetings/words.ts';
import { fail, progress, readArguments } from './shell.ts';

const USAGE = `Usage : npm run meetings -- PROBLÈME.json [--seconds 10] [--keep PLAN.json]

Planifie les réunions d’équipe de l’année : le moins d’absences et de trajets, toutes règles tenues, avec ce
qu’aucun plan ne peut faire de mieux. Le résultat (JSON) donne les réunions, leur coût et sa borne.

Une équipe se réunit au plus une fois par jour : l’écart entre deux de ses réunions (« band ») est d’au moins un jour,
aussi quand le fichier écrit 0.

  --seconds  temps de recherche ; par défaut : 10
  --keep     un plan fait avant un changement (absence, salle fermée, réunion en moins) : le nouveau plan déplace
             le moins de réunions possible, et « moves » en donne la liste
  --help     cette aide

Fin : 0 un plan ; 1 aucun plan ne tient toutes les règles ; 2 fichier inutilisable.`;

const { values, positionals } = readArguments(USAGE, {
  seconds: { type: 'string', default: '10' },
  keep: { type: 'string' }
});
const [path, tooMany] = positionals;
if (path === undefined) fail(2, ['Attendu : un fichier PROBLÈME.json.', USAGE]);
if (tooMany !== undefined) fail(2, [`Argument de trop : « ${tooMany} »`, USAGE]);
const seconds = Number(values.seconds);
if (!(seconds > 0 && seconds <= 86_400)) {
  fail(2, `--seconds : attendu un nombre de secondes, au plus 86 400, trouvé « ${values.seconds} »`);
}

function parsed(file: string): unknown {
  const refused = (code: string, cause: unknown) =>
    new UnusableInput({ code, severity: 'dropped', file: basename(file) }, { cause });
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (cause) {
    throw refused('unreadable-file', cause);
  }
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw refused('malformed-json', cause);
  }
}

const percent = (share: number) => `${(100 * share).toFixed(1).replace('.', ',')} %`;
let shown = -1;
const tell = ({ cost, gap, seconds: spent }: MeetingProgress) => {
  if (spent < shown + 0.5) return;
  shown = spent;
  progress(
    `  ${spent.toFixed(1).replace('.', ',')} s : coût ${cost === null ? '-' : Math.round(cost)}${
      gap === null ? '' : `, au plus ${percent(gap)} de mieux possible`
    }`
  );
};

const withAbsentees = (problem: MeetingProblem, meetings: readonly PlannedMeeting[]) =>
  meetings.map((meeting) => ({ ...meeting, missing: absentees(problem, meeting) }));

function end(answer: { status: string; conflict: readonly ConflictRule[] } & Record<string, unknown>): void {
  process.stdout.write(`${JSON.stringify(answer)}\n`);
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

try {
  const { problem, findings } = readMeetings(parsed(path), basename(path));
  for (const finding of findings) progress(`  ${findingSentence(finding)}`);
  const meetings = problem.teams.reduce((sum, team) => sum + team.meetings, 0);
  progress(`${problem.teams.length} équipes, ${meetings} réunions, ${problem.calendar.length} jours`);
  const solver = () => bootHighs();
  const began = performance.now();
  const spent = () => (performance.now() - began) / 1000;
  if (values.keep === undefined) {
    const found = await planMeetings(problem, { seconds, solver, onProgress: tell });
    const { status, cost, bound, gap, conflict } = found;
    const planned = withAbsentees(problem, found.meetings ?? []);
    end({ status, cost, bound, gap, seconds: spent(), meetings: planned, moved: null, conflict });
  } else {
    const before = readPlan(parsed(values.keep), basename(values.keep));
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
} catch (error) {
  if (error instanceof UnusableInput) {
    const all = error.findings.length > 0 ? error.findings : [error.finding];
    fail(2, all.map(findingSentence));
  }
  throw error;
}
