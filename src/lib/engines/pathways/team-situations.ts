// Which team follows the situation of a child, and since when: what dossiers tell, for the agendas of meetings.
import type { Case } from '../../model/pathway.ts';
import { childPaths } from './child-paths.ts';
import { foldPlace } from '../../model/names.ts';
import { startYear } from '../../model/school-year.ts';
import type { AgendaSituation } from '../../model/meetings/agenda.ts';
import { addDays } from '../../model/meetings/days.ts';

export interface TeamPlace {
  id: string;
  name: string;
  /** null: of a commune, outside its quarters. */
  qpv: string | null;
  commune: string;
}

/** Whether a team is said to be that of a collège. */
const isOfCollege = ({ name }: TeamPlace): boolean => /\bcollege/.test(foldPlace(name));

const least = (teams: readonly TeamPlace[]): string | null =>
  teams.map(({ id }) => id).sort((one, other) => (one < other ? -1 : 1))[0] ?? null;

/**
 * The team of a child: for a collégien, the one of its commune that is said to be of the collège; else the one of its QPV; else the one of its commune outside
 * the quarters, or its only one. The commune is the one where it lives, or its school's where that is not told.
 *
 * @param communeOf commune of a school
 * @returns null where no team is of its place
 */
export function teamOfChild(
  { level, qpv, commune, uai }: Pick<Case, 'level' | 'qpv' | 'commune' | 'uai'>,
  teams: readonly TeamPlace[],
  communeOf: (uai: string) => string | null
): string | null {
  const place = commune ?? (uai === null ? null : communeOf(uai));
  const around = teams.filter((team) => team.commune === place);
  const open = around.filter((team) => team.qpv === null);
  const ofCollege = open.filter(isOfCollege);
  const others = open.filter((team) => !isOfCollege(team));
  const ofQuarter = teams.filter((team) => team.qpv !== null && team.qpv === qpv);
  const ways = [
    ...(level === 'college' ? [ofCollege] : []),
    ofQuarter,
    others,
    open,
    around.length === 1 ? around : []
  ];
  return least(ways.find((some) => some.length > 0) ?? []);
}

/** A day or a month as a day: the first of the month, or its last one. */
function dayOf(text: string, isEnd: boolean): string {
  if (text.length === 10) return text;
  if (!isEnd) return `${text}-01`;
  const next = addDays(`${text}-28`, 4);
  return addDays(`${next.slice(0, 7)}-01`, -1);
}

export interface TeamSituations {
  situations: AgendaSituation[];
  /** Open situations of which no team is known. */
  teamless: number;
}

/**
 * The situations that are open on a day, with their team, by pseudonym. A situation is opened on its entry, or where that is not told on the first day of its
 * first school year.
 *
 * @param day ISO day
 */
export function teamSituations(
  rows: readonly Case[],
  teams: readonly TeamPlace[],
  day: string,
  communeOf: (uai: string) => string | null
): TeamSituations {
  const inOrder = rows.toSorted((one, other) => (one.school_year < other.school_year ? -1 : 1));
  const last = new Map(inOrder.map((row) => [row.case_id, row]));
  const first = new Map(inOrder.toReversed().map((row) => [row.case_id, row]));
  const situations: AgendaSituation[] = [];
  let teamless = 0;
  for (const { id, entry, exit, lastReview } of childPaths(rows, day)) {
    if (exit !== null) continue;
    const row = last.get(id)!;
    const team = teamOfChild(row, teams, communeOf);
    if (team === null) {
      teamless += 1;
      continue;
    }
    const opened = entry === null ? `${startYear(first.get(id)!.school_year)}-09-01` : dayOf(entry, false);
    const end = row.details?.exit ?? null;
    const until = end === null ? null : dayOf(end, true);
    situations.push({
      id,
      team,
      opened,
      seen: lastReview,
      until: until !== null && until > day ? until : null
    });
  }
  return { situations, teamless };
}
