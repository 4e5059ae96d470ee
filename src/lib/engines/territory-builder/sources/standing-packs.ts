// What the packs still say beside the files of a configuration: a newer file takes the place of the packs' rows of the same things.
import type { Finding } from '../../../model/findings.ts';
import type { FormatRows } from '../../import/index.ts';
import type { FormatId } from '../../../model/source-files.ts';
import { departementOfUai } from '../../../model/school.ts';
import type { BaseSources, From, SourceName } from './sources.ts';

type Row = From<FormatRows[FormatId]>;
type School = Pick<FormatRows['annuaire'], 'uai' | 'kind'>;

/** Lists of one subject a row, of which the packs may hold several: écoles and collèges. A perimeter's name changes with its generation. */
const BY_FILE: readonly SourceName[] = ['communes', 'ips', 'rep', 'positions', 'effectifs', 'annuaire'];
/** Lists that make a school known. */
const SCHOOLS: readonly SourceName[] = ['ips', 'rep', 'effectifs'];

/** What a row speaks of: a school, a place. */
function subjectOf(row: Row): string {
  if ('uai' in row && typeof row.uai === 'string') return row.uai;
  return 'code' in row ? row.code : '';
}

/** Schools that an annuaire tells of: those of a département, écoles or collèges. */
const partOf = ({ uai, kind }: School) =>
  `${departementOfUai(uai)} ${kind === 'college' ? 'college' : 'ecole'}`;

/** Whether an annuaire that tells of the schools of the same département and level no longer has this one. */
function goneFrom(annuaire: readonly School[]): (row: Row) => boolean {
  const parts = new Set(annuaire.map(partOf));
  const open = new Set(annuaire.map(({ uai }) => uai));
  return (row) => 'kind' in row && parts.has(partOf(row)) && !open.has(row.uai);
}

function byFile(rows: readonly Row[]): Map<string, Row[]> {
  const files = new Map<string, Row[]>();
  for (const row of rows) {
    const list = files.get(row.file);
    if (list) list.push(row);
    else files.set(row.file, [row]);
  }
  return files;
}

export interface StandingPacks {
  /** By the name of the packs' source: rows that it has, and those that stand. */
  files: Map<string, { read: number; kept: Row[] }>;
  findings: Finding[];
}

/**
 * Rows of the packs that stand beside the files of a place. A source of the packs gives way to files that speak of one at least of its
 * schools or communes: a new list of écoles leaves the packs' list of collèges where it is. A school that a newer annuaire no longer has is
 * left aside, and counted in a note.
 * @param own rows of the configuration's files
 * @param annuaire rows of the configuration's own annuaire
 */
export function standingPacks(
  base: BaseSources | null,
  place: SourceName,
  own: readonly Row[],
  annuaire: readonly School[]
): StandingPacks {
  const rows = (base as Partial<Record<SourceName, readonly Row[]>> | null)?.[place] ?? [];
  const standing: StandingPacks = { files: new Map(), findings: [] };
  if (own.length > 0 && !BY_FILE.includes(place)) return standing;
  const known = new Set(own.map(subjectOf));
  const isGone = SCHOOLS.includes(place) ? goneFrom(annuaire) : () => false;
  for (const [file, list] of byFile(rows)) {
    if (list.some((row) => known.has(subjectOf(row)))) continue;
    const kept = list.filter((row) => !isGone(row));
    const found = String(list.length - kept.length);
    if (kept.length < list.length) {
      standing.findings.push({ code: 'school-gone', severity: 'note', file, found });
    }
    standing.files.set(file, { read: list.length, kept });
  }
  return standing;
}
