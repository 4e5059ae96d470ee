// What a union may break, tested again by the engines: the répartition's rules, the calendar, what the report and the releases have told.
import { parseProgramme } from '../../cube/programme.ts';
import { parseDashboard } from '../../cube/read-dashboard.ts';
import { buildProblem, factsOf, unitSchools } from '../../engines/assignment/index.ts';
import { audit, exitGate, readCube, type PublishedCube } from '../../engines/disclosure/index.ts';
import {
  checkPlan as checkYear,
  holidayZone,
  minutesBetweenTowns,
  schoolDays,
  yearProblem,
  yearsWith
} from '../../engines/meetings/index.ts';
import { checkPlan as checkSplit } from '../../engines/proof/index.ts';
import { parseTeamFile } from '../../engines/travel/index.ts';
import { todayPlan, usableAssignmentFile } from '../../model/assignment/assignment-file.ts';
import { DEFAULT_ASSIGNMENT_SETTINGS } from '../../model/assignment/settings.ts';
import { UnusableInput } from '../../model/findings.ts';
import { MEETINGS_PATH, type MeetingsFile } from '../../model/meetings/meetings-file.ts';
import type { BrokenRule } from '../../model/meetings/meeting-rules.ts';
import type { Plan } from '../../model/plan.ts';
import { releasedBefore } from '../../model/report/exit-record.ts';
import type { TerritoryFiles } from '../../model/territory-files.ts';
import type { LinearSolver } from '../../model/linear.ts';
import { readDecision } from '../../storage/kept-decision.ts';
import { NO_REPORTS, readReports } from '../../storage/kept-reports.ts';
import type { KeptMeeting, KeptYear } from '../../storage/meeting-plan.ts';
import { MEETING_PLANS } from '../../storage/meeting-plan-list.ts';
import { SCENARIOS } from '../../storage/scenario-list.ts';
import { mergeParts, type MaillageContent } from '../../storage/maillage/index.ts';
import type { Rechecked, RecheckRequest } from './protocol.ts';

type Parts = ReturnType<typeof mergeParts>;
const textIn = (files: TerritoryFiles, path: string): string | null => {
  const bytes = files.get(path);
  return bytes ? new TextDecoder().decode(bytes) : null;
};

/** Whether nothing is broken that was not broken in one of the two already. */
const noneNew = (broken: readonly string[], former: readonly (readonly string[])[]): boolean => {
  const known = new Set(former.flat());
  return broken.every((one) => known.has(one));
};

/** The plans of a file, in use and kept, by a name of their own. */
function plansOf({ kept }: Parts): [string, Plan][] {
  const split = readDecision(kept.decision ?? '')?.split;
  const scenarios = SCENARIOS.read(kept.plans ?? '')?.items ?? [];
  return [
    ...(split ? [['', split.plan] as [string, Plan]] : []),
    ...scenarios.map(({ id, plan }): [string, Plan] => [id, plan])
  ];
}

/** The years of meetings of a file, in use and kept, by a name of their own. */
function yearsOf({ kept }: Parts): [string, KeptYear][] {
  const calendar = readDecision(kept.calendar ?? '')?.calendar;
  const years = MEETING_PLANS.read(kept.meetings ?? '')?.items ?? [];
  return [
    ...(calendar ? [['', calendar.plan] as [string, KeptYear]] : []),
    ...years.map((year): [string, KeptYear] => [year.id, year])
  ];
}

/** Rules that plans break, school by school, in the territory of the result; null where no plan can be judged. */
function splitJudge(files: TerritoryFiles): ((parts: Parts) => string[]) | null {
  const text = textIn(files, 'graph/split.json');
  const file = text === null ? null : usableAssignmentFile(text);
  if (!file || file.posts.length === 0) return null;
  const { schools } = parseDashboard(textIn(files, 'tables/dashboard.json') ?? '');
  const settings = { ...DEFAULT_ASSIGNMENT_SETTINGS, criteria: ['school' as const] };
  const problem = buildProblem(
    file,
    unitSchools(file, factsOf(schools), settings),
    todayPlan(file),
    settings
  );
  const posts = new Set(file.posts.map(({ id }) => id));
  const brokenBy = ([name, { referents }]: [string, Plan]): string[] => {
    const unknown = Object.entries(referents).filter(([, post]) => !posts.has(post));
    const plan = Object.fromEntries(
      problem.units.flatMap(({ id, schools: [uai = ''] }) => [[id, referents[uai] ?? '']])
    );
    return [...unknown, ...checkSplit(problem, plan).breaches.map(({ rule }) => rule)].map((one) =>
      JSON.stringify([name, one])
    );
  };
  return (parts) => plansOf(parts).flatMap(brokenBy);
}

/** Days of school of a year, by the territory's own lists. */
function daysOf({ years, departement, closed }: MeetingsFile, wanted: string): string[] {
  const year = yearsWith(years).find((one) => one.year === wanted);
  return year ? schoolDays({ year, zone: holidayZone(departement), departement, closed }) : [];
}

/** A rule broken, and by which meetings, whatever their dates. */
const brokenOf = ({ rule, who = '', meetings }: BrokenRule): string =>
  JSON.stringify([rule, who, ...meetings.map(({ team, number }) => `${team} ${number}`)]);

/** Rules that years of meetings break; null where none can be judged. */
function yearJudge(files: TerritoryFiles): ((parts: Parts) => string[]) | null {
  const [meetings, programme, team] = [MEETINGS_PATH, 'tables/programme.json', 'graph/team.json'].map(
    (path) => textIn(files, path)
  );
  if (!meetings || !programme || !team) return null;
  const file = JSON.parse(meetings) as MeetingsFile;
  const { towns, seconds } = parseTeamFile(team);
  const minutes = minutesBetweenTowns(towns, seconds.car ?? []);
  const { teams } = parseProgramme(programme);
  const brokenBy = ([name, { plan, absences, preset, cancelled, year }]: [string, KeptYear]): string[] => {
    const { problem } = yearProblem({
      file: { ...file, away: [...file.away, ...absences] },
      teams: teams.map((one) =>
        one.meetings === null
          ? one
          : { ...one, meetings: one.meetings - cancelled.filter((id) => id === one.id).length }
      ),
      days: [...new Set([...daysOf(file, year), ...plan.map(({ date }) => date)])].sort(),
      minutes,
      preset
    });
    const broken = problem ? checkYear(problem, plan).broken.map(brokenOf) : [];
    return [...twice(plan), ...broken].map((one) => `${name} ${one}`);
  };
  return (parts) => yearsOf(parts).flatMap(brokenBy);
}

/** Meetings of one team on one half-day: whatever the lists say, they cannot both be held. */
function twice(plan: readonly KeptMeeting[]): string[] {
  const slots = plan.map(({ team, date, half }) => `${team} ${date} ${half}`);
  return slots.filter((slot, at) => slots.indexOf(slot) !== at);
}

function cubesOf({ sources, files }: MaillageContent): { file: string; cube: PublishedCube }[] {
  const carried = sources.flatMap(({ name, content }) =>
    name.endsWith('/cube.json') && content ? [[name, content] as const] : []
  );
  const shown = files.get('downloads/cube.json');
  const all = carried.length > 0 ? carried : shown ? [['downloads/cube.json', shown] as const] : [];
  return all.map(([file, bytes]) => ({
    file,
    cube: readCube(JSON.parse(new TextDecoder().decode(bytes)), file)
  }));
}

/** Releases of one count that tell otherwise: one corrects the other, and no sum of both is one. */
const CORRECTED = ['releases-contradict', 'totals-do-not-add-up'];

/** Counts that a reader of the releases of both can find again. */
function openTogether({ a, b }: RecheckRequest, solver: LinearSolver): string[] {
  const [first, second] = [cubesOf(a), cubesOf(b)];
  const same = new Set(first.map(({ cube }) => JSON.stringify(cube)));
  const cubes = [...first, ...second.filter(({ cube }) => !same.has(JSON.stringify(cube)))];
  if (cubes.length === first.length) return [];
  try {
    const { open } = audit(
      solver,
      cubes.map(({ cube }) => cube),
      { files: cubes.map(({ file }) => file) }
    );
    return open.map(({ names }) => names.join(' / '));
  } catch (error) {
    if (error instanceof UnusableInput && CORRECTED.includes(error.finding.code)) return [];
    throw error;
  }
}

/** Whether the register of what left can be audited as one, in the releases of the result. */
function registerHolds(content: MaillageContent, { kept }: Parts, solver: LinearSolver): boolean {
  const { exits } = kept.answers === undefined ? NO_REPORTS : (readReports(kept.answers) ?? NO_REPORTS);
  const former = releasedBefore(exits);
  const cubes = cubesOf(content).map(({ cube }) => cube);
  if (former.length === 0 || cubes.length === 0) return true;
  try {
    exitGate(solver, { cubes, former, figures: [], variables: [] });
    return true;
  } catch (error) {
    if (error instanceof UnusableInput) return false;
    throw error;
  }
}

/**
 * What two files tell together, and what their union may break: true where nothing is, or nothing of it is kept. One that the tables of the
 * result cannot judge is absent.
 */
export async function recheck(
  request: RecheckRequest,
  boot: () => Promise<LinearSolver>
): Promise<{ open: string[]; rechecked: Rechecked[] }> {
  const { a, b, union, siren } = request;
  const solver = await boot();
  const open = openTogether(request, solver);
  if (!union) return { open, rechecked: [] };
  const parts = mergeParts(union, siren);
  const sides = [mergeParts(a, siren), mergeParts(b, siren)];
  const judged = (
    what: Rechecked['what'],
    isNone: boolean,
    judge: () => ReturnType<typeof splitJudge>
  ): Rechecked[] => {
    if (isNone) return [{ what, ok: true }];
    const broken = judge();
    return broken ? [{ what, ok: noneNew(broken(parts), sides.map(broken)) }] : [];
  };
  const rechecked: Rechecked[] = [
    ...judged('split', plansOf(parts).length === 0, () => splitJudge(union.files)),
    ...judged('meetings', yearsOf(parts).length === 0, () => yearJudge(union.files)),
    { what: 'report', ok: open.length === 0 && registerHolds(union, parts, solver) }
  ];
  return { open, rechecked };
}
