// What a union may break, tested again by the engines: the répartition's rules, the calendar, what the report and the releases have told.
import { parseProgramme } from '../../src/lib/cube/programme.ts';
import { parseDashboard } from '../../src/lib/cube/read-dashboard.ts';
import { buildProblem, factsOf, unitSchools } from '../../src/lib/engines/assignment/index.ts';
import { audit, exitGate, readCube, type PublishedCube } from '../../src/lib/engines/disclosure/index.ts';
import {
  checkPlan as checkYear,
  holidayZone,
  minutesBetweenTowns,
  schoolDays,
  yearProblem,
  yearsWith
} from '../../src/lib/engines/meetings/index.ts';
import { checkPlan as checkSplit } from '../../src/lib/engines/proof/index.ts';
import { parseTeamFile } from '../../src/lib/engines/travel/index.ts';
import { todayPlan, usableAssignmentFile } from '../../src/lib/model/assignment/assignment-file.ts';
import { DEFAULT_ASSIGNMENT_SETTINGS } from '../../src/lib/model/assignment/settings.ts';
import { UnusableInput } from '../../src/lib/model/findings.ts';
import { MEETINGS_PATH, type MeetingsFile } from '../../src/lib/model/meetings/meetings-file.ts';
import type { BrokenRule } from '../../src/lib/model/meetings/meeting-rules.ts';
import { releasedBefore } from '../../src/lib/model/report/exit-record.ts';
import type { TerritoryFiles } from '../../src/lib/model/territory-files.ts';
import { bootHighs } from '../../src/lib/solver/highs.ts';
import { readDecision, type DecidedCalendar } from '../../src/lib/storage/kept-decision.ts';
import { NO_REPORTS, readReports } from '../../src/lib/storage/kept-reports.ts';
import { mergeParts, type MaillageContent } from '../../src/lib/storage/maillage/index.ts';
import { progress } from '../shell.ts';
import type { Two } from './open-two.ts';

export interface Rechecked {
  what: 'split' | 'meetings' | 'report';
  ok: boolean;
}

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

/** Rules that a répartition breaks, school by school, in the territory of the result; null where no plan can be judged. */
function splitJudge(files: TerritoryFiles): ((parts: Parts) => string[]) | null {
  const file = usableAssignmentFile(textIn(files, 'graph/split.json') ?? '');
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
  return ({ kept }) => {
    const split = readDecision(kept.decision ?? '')?.split;
    if (!split) return [];
    const unknown = Object.entries(split.plan.referents).filter(([, post]) => !posts.has(post));
    const plan = Object.fromEntries(
      problem.units.flatMap(({ id, schools: [uai = ''] }) => [[id, split.plan.referents[uai] ?? '']])
    );
    return [
      ...unknown.map((line) => JSON.stringify(line)),
      ...checkSplit(problem, plan).breaches.map(({ rule }) => JSON.stringify(rule))
    ];
  };
}

/** Days of school of a year, by the territory's own lists. */
function daysOf({ years, departement, closed }: MeetingsFile, wanted: string): string[] {
  const year = yearsWith(years).find((one) => one.year === wanted);
  return year ? schoolDays({ year, zone: holidayZone(departement), departement, closed }) : [];
}

/** A rule broken, and by which meetings, whatever their dates. */
const brokenOf = ({ rule, who = '', meetings }: BrokenRule): string =>
  JSON.stringify([rule, who, ...meetings.map(({ team, number }) => `${team} ${number}`)]);

/** Rules that a calendar breaks. */
function yearJudge(files: TerritoryFiles): ((parts: Parts) => string[]) | null {
  const [meetings, programme, team] = [MEETINGS_PATH, 'tables/programme.json', 'graph/team.json'].map(
    (path) => textIn(files, path)
  );
  if (!meetings || !programme || !team) return null;
  const file = JSON.parse(meetings) as MeetingsFile;
  const { towns, seconds } = parseTeamFile(team);
  const minutes = minutesBetweenTowns(towns, seconds.car ?? []);
  const { teams } = parseProgramme(programme);
  return ({ kept }) => {
    const calendar = readDecision(kept.calendar ?? '')?.calendar;
    if (!calendar) return [];
    const { plan, absences, preset, cancelled, year } = calendar.plan;
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
    return [...twice(calendar), ...(problem ? checkYear(problem, plan).broken.map(brokenOf) : [])];
  };
}

/** Meetings of one team on one half-day: whatever the lists say, they cannot both be held. */
function twice({ plan: { plan } }: DecidedCalendar): string[] {
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
async function openTogether({ a, b }: Two): Promise<string[]> {
  const [first, second] = [cubesOf(a.content), cubesOf(b.content)];
  const same = new Set(first.map(({ cube }) => JSON.stringify(cube)));
  const cubes = [...first, ...second.filter(({ cube }) => !same.has(JSON.stringify(cube)))];
  if (cubes.length === first.length) return [];
  try {
    const { open } = audit(
      await bootHighs(),
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
async function registerHolds(content: MaillageContent, { kept }: Parts): Promise<boolean> {
  const { exits } = kept.answers === undefined ? NO_REPORTS : (readReports(kept.answers) ?? NO_REPORTS);
  const former = releasedBefore(exits);
  const cubes = cubesOf(content).map(({ cube }) => cube);
  if (former.length === 0 || cubes.length === 0) return true;
  try {
    exitGate(await bootHighs(), { cubes, former, figures: [], variables: [] });
    return true;
  } catch (error) {
    if (error instanceof UnusableInput) return false;
    throw error;
  }
}

/** Each thing that the result holds and that a union may break. */
export async function recheck(two: Two, content: MaillageContent): Promise<Rechecked[]> {
  const { siren } = two.a.config;
  const parts = mergeParts(content, siren);
  const found: Rechecked[] = [];
  const judge = (what: Rechecked['what'], broken: ((of: Parts) => string[]) | null) => {
    if (!broken) return;
    const former = [two.a, two.b].map((one) => broken({ ...one.parts } as Parts));
    found.push({ what, ok: noneNew(broken(parts), former) });
  };
  if (parts.kept.decision !== undefined) judge('split', splitJudge(content.files));
  if (parts.kept.calendar !== undefined) judge('meetings', yearJudge(content.files));
  const hasCounts = cubesOf(two.a.content).length + cubesOf(two.b.content).length > 0;
  if (parts.kept.answers !== undefined || hasCounts) {
    const open = await openTogether(two);
    for (const names of open)
      progress(`Ce que les deux dossiers ont publié laisse retrouver, ensemble, l’effectif de : ${names}`);
    if (open.length > 0)
      progress(
        'Ne publiez rien de nouveau avant d’avoir retiré l’une de ces publications de l’historique, à la main.'
      );
    found.push({ what: 'report', ok: open.length === 0 && (await registerHolds(content, parts)) });
  }
  return found;
}
