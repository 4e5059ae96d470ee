// The schools of the EPCI: the IPS lists and the REP list joined by UAI. Every row is used, counted outside, or a finding.
import type { Finding } from '../../src/lib/model/findings.ts';
import type { School, SchoolKind } from '../../src/lib/model/school.ts';
import { POSITION_FORMAT, type SchoolPosition } from '../../src/lib/import/geolocalisation.ts';
import { IPS_FORMAT, type IpsSchool } from '../../src/lib/import/ips.ts';
import { REP_FORMAT, type RepSchool } from '../../src/lib/import/rep.ts';
import type { Decoupage } from './decoupage.ts';
import { latestYears } from './latest-years.ts';
import type { From } from './sources.ts';
import { Tally } from './tally.ts';

type Row = From<IpsSchool> | From<RepSchool>;
type Origin = From<{ line: number; uai: string }>;

/** What no list gives: positions, QPV and work of the service come later. */
const UNKNOWN = {
  qpv: null,
  group: null,
  network: null,
  rep: null,
  pupils: null,
  pupils_quality: 'official',
  ips: null,
  lon: null,
  lat: null,
  position_quality: null,
  status: 'outside',
  followed_since: null,
  requested_since: null,
  team: null
} satisfies Partial<School>;

const column = {
  ipsName: IPS_FORMAT.columns.name[0],
  ipsCommune: IPS_FORMAT.columns.commune[0],
  ipsUai: IPS_FORMAT.columns.uai[0],
  positionUai: POSITION_FORMAT.columns.uai[0],
  repType: REP_FORMAT.columns.type[0],
  repCommune: REP_FORMAT.columns.commune[0],
  repUai: REP_FORMAT.columns.uai[0]
};

/** Joins lists of schools, IPS first: they carry INSEE codes. */
export class SchoolJoin {
  readonly findings: Finding[] = [];
  readonly #schools = new Map<string, School>();
  readonly #origin = new Map<string, Row>();
  /** Where each placed school was placed. */
  readonly positions = new Map<string, From<SchoolPosition>>();
  readonly #outsideUais = new Set<string>();
  readonly #outside = new Tally();
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
      const current = this.#decoupage.currentCode(row.commune);
      const commune = this.#communeOf(row, column.ipsCommune, row.commune, current);
      if (commune === null || this.#alreadyIn(row, commune)) continue;
      const { uai, name, sector, pupils, ips, year } = row;
      const kind = row.kind ?? this.#assumed(row, column.ipsName, 'primaire');
      const source = year ? `ips-${year}` : 'ips';
      this.#keep(row, { ...UNKNOWN, uai, name, kind, sector, commune, pupils, ips, source });
    }
  }

  /** Completes the schools of the IPS lists, and adds those that they do not have: every école maternelle, for one. */
  addRep(rows: readonly From<RepSchool>[]): void {
    for (const row of rows) {
      const { uai, name, rep, network, departement, communeName } = row;
      const byName = this.#decoupage.codeByName(departement, communeName);
      const school = this.#schools.get(uai);
      if (school) {
        this.#complete(school, row, byName);
        continue;
      }
      const elsewhere = byName === null && !this.#departements.has(departement);
      if (elsewhere || this.#outsideUais.has(uai)) {
        this.#putOutside(row);
        continue;
      }
      const commune = this.#communeOf(row, column.repCommune, communeName, byName);
      if (commune === null) continue;
      const kind = row.kind ?? this.#assumed(row, column.repType, 'elementaire');
      this.#note(row, 'rep-only');
      const membership = {
        network,
        rep,
        status: kind === 'college' ? ('linked' as const) : ('outside' as const)
      };
      this.#keep(row, {
        ...UNKNOWN,
        ...membership,
        uai,
        name,
        kind,
        sector: 'public',
        commune,
        source: 'rep'
      });
    }
  }

  /** Places the schools known so far; the first position of a school wins. */
  addPositions(rows: readonly From<SchoolPosition>[]): void {
    const unused = new Tally();
    for (const row of rows) {
      const school = this.#schools.get(row.uai);
      const before = this.positions.get(row.uai);
      if (!school) unused.add(row.file);
      else if (before) this.#duplicate('duplicate-uai', row, column.positionUai, before);
      else {
        this.positions.set(row.uai, row);
        Object.assign(school, { lon: row.lon, lat: row.lat, position_quality: row.quality });
      }
    }
    this.findings.push(...unused.findings('position-of-no-school'));
  }

  /** Schools in the order of their UAI; adds the findings on schools without a position and on the rows outside. */
  finish(): School[] {
    const schools = [...this.#schools.values()].sort((a, b) => (a.uai < b.uai ? -1 : 1));
    for (const { uai, lon } of schools) {
      const origin = this.#origin.get(uai);
      if (lon === null && origin) this.#note(origin, 'school-without-position');
    }
    this.findings.push(...this.#outside.findings('school-outside-epci'));
    return schools;
  }

  #keep(row: Row, school: School): void {
    this.#schools.set(school.uai, school);
    this.#origin.set(school.uai, row);
  }

  #putOutside({ uai, file }: Row): void {
    this.#outsideUais.add(uai);
    this.#outside.add(file);
  }

  #note({ file, line: row, uai }: Row, code: string): void {
    this.findings.push({ code, severity: 'note', file, row, found: uai });
  }

  #assumed({ file, line: row, name }: Row, named: string | undefined, kind: SchoolKind): SchoolKind {
    const place = { file, row, column: named };
    this.findings.push({ code: 'kind-assumed', severity: 'doubtful', ...place, found: name, expected: kind });
    return kind;
  }

  /** The commune of a school of the EPCI; null when it is elsewhere (counted) or nowhere (a finding). */
  #communeOf(row: Row, named: string | undefined, written: string, current: string | null): string | null {
    const place = { file: row.file, row: row.line, column: named };
    if (current === null) {
      this.findings.push({ code: 'unknown-commune', severity: 'dropped', ...place, found: written });
    } else if (!this.#members.has(current)) {
      this.#putOutside(row);
    } else if (!this.#drawn.has(current)) {
      const found = `${row.uai} ${current}`;
      this.findings.push({ code: 'school-in-undrawn-commune', severity: 'dropped', ...place, found });
    } else return current;
    return null;
  }

  #alreadyIn(row: From<IpsSchool>, commune: string): boolean {
    const before = this.#origin.get(row.uai);
    const kept = this.#schools.get(row.uai);
    if (!before || !kept) return false;
    const agree = kept.ips === row.ips && kept.pupils === row.pupils && kept.commune === commune;
    this.#duplicate(agree ? 'duplicate-uai' : 'sources-disagree', row, column.ipsUai, before);
    return true;
  }

  #duplicate(code: string, { file, line, uai }: Origin, named: string | undefined, before: Origin): void {
    const expected = `${before.file}, ${before.line}`;
    this.findings.push({ code, severity: 'dropped', file, row: line, column: named, found: uai, expected });
  }

  #complete(school: School, row: From<RepSchool>, commune: string | null): void {
    const before = this.#origin.get(school.uai);
    if (school.rep !== null && before) return this.#duplicate('duplicate-uai', row, column.repUai, before);
    if (commune !== null && commune !== school.commune) {
      const place = { file: row.file, row: row.line, column: column.repCommune };
      const sides = { found: row.communeName, expected: school.commune };
      this.findings.push({ code: 'commune-disagrees', severity: 'doubtful', ...place, ...sides });
    }
    school.rep = row.rep;
    school.network = row.network;
    school.source += '+rep';
    if (school.kind === 'college') school.status = 'linked';
  }
}
