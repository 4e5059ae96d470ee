// The schools of the EPCI: annuaire, IPS, effectifs and REP lists joined by UAI. Every row is used, counted outside, or a finding.
import type { Finding } from '../../../model/findings.ts';
import { departementOfUai, type School, type SchoolKind } from '../../../model/school.ts';
import type { SchoolYear } from '../../../model/school-year.ts';
import { formatColumns, type FormatRows } from '../../import/index.ts';
import type { PlaceReference } from '../places/reference.ts';
import { readableName } from './school-names.ts';
import type { From } from '../sources/sources.ts';
import { Tally } from '../places/tally.ts';

type Row = From<{ line: number; uai: string; name: string }>;
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

const headers = formatColumns();
const column = {
  annuaireName: headers.annuaire.name[0],
  annuaireCommune: headers.annuaire.commune[0],
  annuaireUai: headers.annuaire.uai[0],
  countName: headers.effectifs.name[0],
  countCommune: headers.effectifs.commune[0],
  ipsName: headers.ips.name[0],
  ipsCommune: headers.ips.commune[0],
  ipsUai: headers.ips.uai[0],
  positionUai: headers.geolocalisation.uai[0],
  repType: headers.rep.type[0],
  repCommune: headers.rep.commune[0],
  repUai: headers.rep.uai[0]
};

/** Joins lists of schools: the annuaire, then the IPS, for both carry INSEE codes; then those that only name a commune. */
export class SchoolJoin {
  readonly findings: Finding[] = [];
  readonly #schools = new Map<string, School>();
  readonly #origin = new Map<string, Row>();
  /** Where each placed school was placed. */
  readonly positions = new Map<string, From<FormatRows['geolocalisation']>>();
  /** Schools that an IPS list, or a REP list, has spoken of. */
  readonly #withIps = new Map<string, Row>();
  readonly #withRep = new Map<string, Row>();
  readonly #pupilsYear = new Map<string, string>();
  readonly #outsideUais = new Set<string>();
  readonly #outside = new Tally();
  readonly #members: ReadonlySet<string>;
  readonly #drawn: ReadonlySet<string>;
  readonly #reference: PlaceReference;
  readonly #departements: ReadonlySet<string>;

  /**
   * @param members INSEE codes of the EPCI
   * @param drawn those that have an outline: a school elsewhere could not be counted anywhere
   */
  constructor(members: Iterable<string>, drawn: Iterable<string>, reference: PlaceReference) {
    this.#members = new Set(members);
    this.#drawn = new Set(drawn);
    this.#reference = reference;
    this.#departements = new Set([...this.#members].map(reference.departementOf));
  }

  addAnnuaire(rows: readonly From<FormatRows['annuaire']>[]): void {
    for (const row of rows) {
      const current = this.#reference.currentCode(row.commune);
      const commune = this.#communeOf(row, column.annuaireCommune, row.commune, current);
      if (commune === null) continue;
      const before = this.#origin.get(row.uai);
      if (before) {
        this.#duplicate('duplicate-uai', row, column.annuaireUai, before);
        continue;
      }
      const { uai, name, sector, pupils, rep, district } = row;
      const kind = row.kind ?? this.#assumed(row, column.annuaireName, 'primaire');
      const status = kind === 'college' && rep ? ('linked' as const) : ('outside' as const);
      this.#keep(row, {
        ...UNKNOWN,
        uai,
        name,
        kind,
        sector,
        commune,
        pupils,
        rep,
        status,
        ...(district !== null && { district }),
        source: 'annuaire'
      });
    }
  }

  addIps(rows: readonly From<FormatRows['ips']>[]): void {
    for (const row of latestYears(rows, this.findings)) {
      const current = this.#reference.currentCode(row.commune);
      const commune = this.#communeOf(row, column.ipsCommune, row.commune, current);
      if (commune === null || this.#alreadyIn(row, commune)) continue;
      this.#withIps.set(row.uai, row);
      if (row.pupils !== null) this.#pupilsYear.set(row.uai, row.year ?? '');
      if (this.#completeIps(row, commune)) continue;
      const { uai, name, sector, pupils, ips, year } = row;
      const kind = row.kind ?? this.#assumed(row, column.ipsName, 'primaire');
      const source = year ? `ips-${year}` : 'ips';
      this.#keep(row, { ...UNKNOWN, uai, name, kind, sector, commune, pupils, ips, source });
    }
  }

  /** Pupils of the latest year; schools that no list has are added, by the name of their commune. */
  addEffectifs(rows: readonly From<FormatRows['effectifs']>[]): void {
    for (const row of latestYears(rows, this.findings)) {
      const { uai, name, sector, rep, pupils, year, communeName } = row;
      const school = this.#schools.get(uai);
      if (school) {
        if (pupils !== null && year >= (this.#pupilsYear.get(uai) ?? '')) school.pupils = pupils;
        school.source += `+effectifs-${year}`;
        continue;
      }
      const departement = departementOfUai(uai);
      const named = this.#reference.codeByName(departement, communeName);
      if (this.#outsideUais.has(uai) || !this.#departements.has(departement)) {
        this.#putOutside(row);
        continue;
      }
      const commune = this.#communeOf(row, column.countCommune, communeName, named);
      if (commune === null) continue;
      const kind = row.kind ?? this.#assumed(row, column.countName, 'primaire');
      const source = `effectifs-${year}`;
      this.#keep(row, { ...UNKNOWN, uai, name, kind, sector, commune, pupils, rep, source });
    }
  }

  /** Completes the schools of the other lists, and adds those that they do not have: every école maternelle, for one. */
  addRep(rows: readonly From<FormatRows['rep']>[]): void {
    for (const row of rows) {
      const { uai, name, rep, network, departement, communeName } = row;
      const byName = this.#reference.codeByName(departement, communeName);
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
      this.#withRep.set(uai, row);
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
  addPositions(rows: readonly From<FormatRows['geolocalisation']>[]): void {
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

  /** Places, by the annuaire, the schools that no file of positions has placed. */
  placeByAnnuaire(rows: readonly From<FormatRows['annuaire']>[]): void {
    for (const { uai, file, line, lon, lat, quality } of rows) {
      const school = this.#schools.get(uai);
      if (!school || this.positions.has(uai) || lon === null || lat === null || quality === null) continue;
      this.positions.set(uai, { uai, file, line, lon, lat, quality });
      Object.assign(school, { lon, lat, position_quality: quality });
    }
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
    this.#schools.set(school.uai, { ...school, name: readableName(school.name) });
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

  #alreadyIn(row: From<FormatRows['ips']>, commune: string): boolean {
    const before = this.#withIps.get(row.uai);
    const kept = this.#schools.get(row.uai);
    if (!before || !kept) return false;
    const agree = kept.ips === row.ips && kept.pupils === row.pupils && kept.commune === commune;
    this.#duplicate(agree ? 'duplicate-uai' : 'sources-disagree', row, column.ipsUai, before);
    return true;
  }

  /** Adds what the IPS list knows to a school of the annuaire. */
  #completeIps(row: From<FormatRows['ips']>, commune: string): boolean {
    const school = this.#schools.get(row.uai);
    if (!school) return false;
    if (school.commune !== commune) {
      const place = { file: row.file, row: row.line, column: column.ipsCommune };
      const sides = { found: commune, expected: school.commune };
      this.findings.push({ code: 'commune-disagrees', severity: 'doubtful', ...place, ...sides });
    }
    school.ips = row.ips;
    school.pupils = row.pupils ?? school.pupils;
    school.source += row.year ? `+ips-${row.year}` : '+ips';
    return true;
  }

  #duplicate(code: string, { file, line, uai }: Origin, named: string | undefined, before: Origin): void {
    const expected = `${before.file}, ${before.line}`;
    this.findings.push({ code, severity: 'dropped', file, row: line, column: named, found: uai, expected });
  }

  #complete(school: School, row: From<FormatRows['rep']>, commune: string | null): void {
    const before = this.#withRep.get(school.uai);
    if (before) return this.#duplicate('duplicate-uai', row, column.repUai, before);
    this.#withRep.set(school.uai, row);
    if (school.rep !== null && school.rep !== row.rep) {
      const place = { file: row.file, row: row.line, column: column.repUai };
      const sides = { found: `${school.uai} ${row.rep}`, expected: `${school.source} : ${school.rep}` };
      this.findings.push({ code: 'files-disagree', severity: 'doubtful', ...place, ...sides });
    }
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

/** Rows of each school's latest year; older ones are counted in one note a file. */
function latestYears<Row extends From<{ uai: string; year: SchoolYear | null }>>(
  rows: readonly Row[],
  findings: Finding[]
): Row[] {
  const latest = new Map<string, string>();
  for (const { uai, year } of rows) {
    if ((year ?? '') > (latest.get(uai) ?? '')) latest.set(uai, year ?? '');
  }
  const older = new Tally();
  const kept = rows.filter(({ uai, year, file }) => {
    const isLatest = (year ?? '') === (latest.get(uai) ?? '');
    if (!isLatest) older.add(file);
    return isLatest;
  });
  findings.push(...older.findings('older-years'));
  return kept;
}
