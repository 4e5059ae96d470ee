// The schools of the EPCI: the IPS lists and the REP list joined by UAI; each row outside is counted, each doubt is a finding.
import type { Finding } from '../../src/lib/model/findings.ts';
import type { School, SchoolKind } from '../../src/lib/model/school.ts';
import type { IpsSchool } from '../../src/lib/import/ips.ts';
import type { RepSchool } from '../../src/lib/import/rep.ts';
import type { Decoupage } from './decoupage.ts';
import type { From } from './sources.ts';

type Row = From<IpsSchool> | From<RepSchool>;

/** What the files give; positions, QPV and statuses come later. */
const UNKNOWN = {
  qpv: null,
  group: null,
  lon: null,
  lat: null,
  position_quality: null,
  followed_since: null,
  requested_since: null,
  team: null
} satisfies Partial<School>;

/** Joins lists of schools, one list after the other. */
export class SchoolJoin {
  readonly findings: Finding[] = [];
  readonly #schools = new Map<string, School>();
  readonly #origin = new Map<string, Row>();
  readonly #outside = new Map<string, string>();
  readonly #members: ReadonlySet<string>;
  readonly #drawn: ReadonlySet<string>;
  readonly #decoupage: Decoupage;
  readonly #departements: ReadonlySet<string>;

  /**
   * @param members INSEE codes of the EPCI
   * @param drawn those that have an outline: a school elsewhere could not be counted anywhere
   */
  constructor(members: Iterable<string>, drawn: Iterable<string>, decoupage: Decoupage) {
    this.#members = new Set(members);
    this.#drawn = new Set(drawn);
    this.#decoupage = decoupage;
    this.#departements = new Set([...this.#members].map(decoupage.departementOf));
  }

  addIps(rows: readonly From<IpsSchool>[]): void {
    for (const row of latestYears(rows, this.findings)) {
      const commune = this.#communeOf(row, row.commune, this.#decoupage.currentCode(row.commune));
      if (commune === null || this.#alreadyIn(row)) continue;
      const { uai, name, sector, pupils, ips } = row;
      const kind = row.kind ?? this.#assumed(row, 'primaire');
      const figures = { pupils, pupils_quality: 'official' as const, ips };
      const source = row.year ? `ips-${row.year}` : 'ips';
      this.#keep(row, {
        ...UNKNOWN,
        uai,
        name,
        kind,
        sector,
        commune,
        network: null,
        rep: null,
        ...figures,
        status: 'outside',
        source
      });
    }
  }

  /** After the IPS lists: completes their schools, and adds those that they do not have (every école maternelle). */
  addRep(rows: readonly From<RepSchool>[]): void {
    for (const row of rows) {
      const school = this.#schools.get(row.uai);
      const byName = this.#decoupage.codeByName(row.departement, row.communeName);
      if (school) {
        this.#complete(school, row, byName);
        continue;
      }
      if (this.#outside.has(row.uai)) continue;
      if (byName === null && !this.#departements.has(row.departement)) {
        this.#outside.set(row.uai, row.file);
        continue;
      }
      const commune = this.#communeOf(row, row.communeName, byName);
      if (commune === null) continue;
      const { uai, name, rep, network } = row;
      const kind = row.kind ?? this.#assumed(row, 'elementaire');
      const figures = { pupils: null, pupils_quality: 'official' as const, ips: null };
      const status = kind === 'college' ? ('linked' as const) : ('outside' as const);
      this.#note(row, 'rep-only');
      this.#keep(row, {
        ...UNKNOWN,
        uai,
        name,
        kind,
        sector: 'public',
        commune,
        network,
        rep,
        ...figures,
        status,
        source: 'rep'
      });
    }
  }

  /** Schools in the order of their UAI, with the last findings: no position, rows outside counted by file. */
  finish(): School[] {
    const schools = [...this.#schools.values()].sort((a, b) => (a.uai < b.uai ? -1 : 1));
    for (const { uai, lon } of schools) {
      if (lon === null) this.#note(this.#origin.get(uai)!, 'school-without-position', uai);
    }
    const byFile = new Map<string, number>();
    for (const file of this.#outside.values()) byFile.set(file, (byFile.get(file) ?? 0) + 1);
    for (const [file, count] of byFile) {
      this.findings.push({ code: 'school-outside-epci', severity: 'note', file, found: String(count) });
    }
    return schools;
  }

  #keep(row: Row, school: School): void {
    this.#schools.set(school.uai, school);
    this.#origin.set(school.uai, row);
  }

  #note({ file, line: row, uai }: Row, code: string, found: string = uai): void {
    this.findings.push({ code, severity: 'note', file, row, found });
  }

  #doubt({ file, line: row }: Row, code: string, column: string, found: string, expected: string): void {
    this.findings.push({ code, severity: 'doubtful', file, row, column, found, expected });
  }

  #assumed(row: Row, kind: SchoolKind): SchoolKind {
    this.#doubt(row, 'kind-assumed', 'name', row.name, kind);
    return kind;
  }

  /** The commune of a school of the EPCI; null when it is elsewhere (counted) or nowhere (a finding). */
  #communeOf(row: Row, written: string, current: string | null): string | null {
    const { file, line, uai } = row;
    if (current === null) {
      const column = 'commune';
      this.findings.push({
        code: 'unknown-commune',
        severity: 'dropped',
        file,
        row: line,
        column,
        found: written
      });
      return null;
    }
    if (!this.#members.has(current)) {
      this.#outside.set(uai, file);
      return null;
    }
    if (!this.#drawn.has(current)) {
      const found = `${uai} ${current}`;
      this.findings.push({ code: 'school-in-undrawn-commune', severity: 'dropped', file, row: line, found });
      return null;
    }
    return current;
  }

  #alreadyIn(row: From<IpsSchool>): boolean {
    const before = this.#origin.get(row.uai);
    if (!before) return false;
    const { file, line, uai } = row;
    const kept = this.#schools.get(uai)!;
    const agree = kept.ips === row.ips && kept.pupils === row.pupils && kept.commune === row.commune;
    const code = agree ? 'duplicate-uai' : 'sources-disagree';
    const expected = `${before.file}, ${before.line}`;
    this.findings.push({ code, severity: 'dropped', file, row: line, column: 'uai', found: uai, expected });
    return true;
  }

  #complete(school: School, row: From<RepSchool>, commune: string | null): void {
    if (school.rep !== null) {
      const { file, line, uai } = row;
      this.findings.push({
        code: 'duplicate-uai',
        severity: 'dropped',
        file,
        row: line,
        column: 'NUMERO',
        found: uai
      });
      return;
    }
    if (commune !== null && commune !== school.commune) {
      this.#doubt(row, 'commune-disagrees', 'COMMUNE', row.communeName, school.commune);
    }
    school.rep = row.rep;
    school.network = row.network;
    school.source += '+rep';
    if (school.kind === 'college') school.status = 'linked';
  }
}

/** Rows of each school's latest year; older ones are counted in one note a file. */
function latestYears(rows: readonly From<IpsSchool>[], findings: Finding[]): From<IpsSchool>[] {
  const latest = new Map<string, string>();
  for (const { uai, year } of rows) {
    if ((year ?? '') > (latest.get(uai) ?? '')) latest.set(uai, year ?? '');
  }
  const older = new Map<string, number>();
  const kept = rows.filter(({ uai, year, file }) => {
    if ((year ?? '') === (latest.get(uai) ?? '')) return true;
    older.set(file, (older.get(file) ?? 0) + 1);
    return false;
  });
  for (const [file, count] of older) {
    findings.push({ code: 'older-years', severity: 'note', file, found: String(count) });
  }
  return kept;
}
