// The service's own lists over the places of a territory: what each school is to it, its teams, actions, partners.
import type { Finding } from '../../../model/findings.ts';
import { foldPlace } from '../../../model/names.ts';
import type { School } from '../../../model/school.ts';
import type { TerritoryRows } from '../rows.ts';
import type { CommuneFacts } from '../places/communes.ts';
import { formatColumns, placeNameList } from '../../import/index.ts';
import type { From, Sources } from '../sources/sources.ts';

type Place = From<{ line: number }>;

export type ServiceRows = Pick<
  TerritoryRows,
  'teams' | 'actions' | 'partners' | 'correspondents' | 'milestones' | 'posts'
>;

interface Places {
  communes: readonly CommuneFacts[];
  qpvs: TerritoryRows['qpvs'];
  schools: School[];
}

/** Lists joined to places; every row that does not fit is a finding. */
class ServiceJoin {
  readonly findings: Finding[] = [];
  readonly #communes: readonly string[];
  readonly #names: ReturnType<typeof placeNameList>;

  constructor(readonly places: Places) {
    this.#communes = places.communes.map(({ code }) => code);
    this.#names = placeNameList(places);
  }

  /** Its name, where a list codes it or leaves it out. */
  #communeName = (written: string) =>
    this.places.communes.find(({ code }) => code === written)?.name ?? written;

  /** The commune of the EPCI that a row names or codes; null with a finding when there is none. */
  #commune(written: string, severity: Finding['severity'], { file, line: row }: Place): string | null {
    const code = this.#names.commune(written);
    if (code === null) {
      this.findings.push({ code: 'commune-not-of-epci', severity, file, row, found: written });
    } else this.#understood(written, code, { file, line: row });
    return code;
  }

  #understood(found: string, expected: string, { file, line: row }: Place): void {
    if (found.toUpperCase() === expected) return;
    this.findings.push({ code: 'understood', severity: 'note', file, row, found, expected });
  }

  /** Rows whose commune is in the EPCI, by code or name; the others are dropped. */
  within<Row extends Place & { commune: string }>(rows: readonly Row[]): Row[] {
    return rows.flatMap((row) => {
      const commune = this.#commune(row.commune, 'dropped', row);
      return commune === null ? [] : [{ ...row, commune }];
    });
  }

  /** The rows of which none above says the same thing: « 59014 » and « Anzin » are one commune, in one file or two. */
  once<Row extends Place & { commune: string }>(rows: readonly Row[], keyOf: (row: Row) => string): Row[] {
    const first = new Map<string, Row>();
    return rows.filter((row) => {
      const key = keyOf(row);
      const before = first.get(key);
      if (!before) first.set(key, row);
      else {
        const expected = (before.file === row.file ? [before.line] : [before.file, before.line]).join(', ');
        const place = { file: row.file, row: row.line, found: key };
        this.findings.push({ code: 'duplicate-row', severity: 'dropped', ...place, expected });
      }
      return !before;
    });
  }

  /** Lines of one file that count the same thing are one, their counts added: it is said of each, since it may be a repetition. */
  added<Row extends Place & { count: number }>(rows: readonly Row[], keyOf: (row: Row) => string): Row[] {
    const first = new Map<string, Row>();
    for (const row of rows) {
      const key = `${row.file}\n${keyOf(row)}`;
      const before = first.get(key);
      first.set(key, before ? { ...before, count: before.count + row.count } : row);
      if (!before) continue;
      const place = { file: row.file, row: row.line, found: keyOf(row), expected: String(before.line) };
      this.findings.push({ code: 'rows-added', severity: 'doubtful', ...place });
    }
    return [...first.values()];
  }

  qpv(written: string | null, commune: string, place: Place): string | null {
    if (written === null) return null;
    const code = this.#names.qpv(written, commune);
    const { file, line: row } = place;
    if (code === null)
      this.findings.push({ code: 'unknown-qpv', severity: 'doubtful', file, row, found: written });
    else this.#understood(written, code, place);
    return code;
  }

  /** Communes of an action: all of the EPCI when it says so, else those told, by code or name; none where none can be read. */
  communesOf(row: Place & { communes: string[]; everywhere: boolean }): string[] {
    if (row.everywhere) return [...this.#communes];
    return row.communes.flatMap((written) => this.#commune(written, 'doubtful', row) ?? []);
  }

  follow(schools: readonly School[], rows: Sources['followed'], teams: ReadonlySet<string>): void {
    const byUai = new Map(schools.map((school) => [school.uai, school]));
    for (const given of rows) {
      const { file, line: row, status, followed_since, followed_until, requested_since, team } = given;
      const school = byUai.get(given.uai);
      if (!school) {
        const found = given.named
          ? `${given.named.name}, ${this.#communeName(given.named.commune)}`
          : given.uai;
        const { uai, name } = formatColumns().followed;
        const about = given.named ?? given.about;
        const place = about && { column: (given.named ? name : uai)[0]!, about };
        this.findings.push({ code: 'unknown-school', severity: 'dropped', file, row, found, ...place });
        continue;
      }
      const known = team === null || teams.size === 0 || teams.has(team);
      if (!known) this.findings.push({ code: 'unknown-team', severity: 'doubtful', file, row, found: team });
      if (school.kind === 'college' && status === 'waiting')
        this.findings.push({ code: 'college-waiting', severity: 'doubtful', file, row, found: school.name });
      const until = followed_until === undefined ? {} : { followed_until };
      Object.assign(school, { status, followed_since, requested_since, ...until, team: known ? team : null });
    }
  }

  /** Gives each school the group that the list puts it in; spellings of one name are one group. */
  group(schools: readonly School[], rows: Sources['groups']): void {
    const byUai = new Map(schools.map((school) => [school.uai, school]));
    const names = new Map<string, string>();
    for (const given of rows) {
      const { file, line: row, named } = given;
      const commune = named?.commune ? this.#names.commune(named.commune) : null;
      const elsewhere = named?.commune && commune === null;
      const uai = named && !elsewhere ? this.#names.school(named.name, commune) : given.uai;
      const school = byUai.get(uai ?? '');
      if (!school) {
        const found = named ? [named.name, named.commune ?? ''].filter(Boolean).join(', ') : given.uai;
        this.findings.push({ code: 'unknown-school', severity: 'dropped', file, row, found });
        continue;
      }
      if (named) this.#understood(named.name, school.uai, given);
      const key = foldPlace(given.group);
      school.group = names.get(key) ?? given.group;
      names.set(key, school.group);
    }
  }

  /** The rows with the UAI of the school that each names in its commune; '' where none or several can be meant. */
  identified(rows: Sources['followed']): Sources['followed'] {
    const seen = new Set(rows.map(({ uai }) => uai));
    return rows.flatMap((row) => {
      if (row.uai !== '' || !row.named) return [row];
      const { name, commune: written } = row.named;
      const commune = this.#names.commune(written);
      const uai = commune === null ? null : this.#names.school(name, commune);
      if (uai === null) return [row];
      const place = { file: row.file, row: row.line };
      if (seen.has(uai)) {
        this.findings.push({ code: 'duplicate-uai', severity: 'dropped', ...place, found: uai });
        return [];
      }
      seen.add(uai);
      this.#understood(`${name}, ${written}`, uai, row);
      return [{ ...row, uai }];
    });
  }
}

const OFFICIAL = { quality: 'official' } as const;

/**
 * Joins the service's lists; the schools that one follows are marked in place, and `followed` has the UAI of those that it names. Posts are counted and never named: a real
 * service's posts are not published.
 */
export function joinService(
  sources: Sources,
  places: Places
): { rows: ServiceRows; followed: Sources['followed']; findings: Finding[] } {
  const join = new ServiceJoin(places);
  const teams = join.within(sources.teams).map(({ file, line, ...team }) => {
    return { ...team, qpv: join.qpv(team.qpv, team.commune, { file, line }), ...OFFICIAL };
  });
  const actions = sources.actions.map((row) => {
    const { file: _file, line: _line, everywhere: _everywhere, ...action } = row;
    return { ...action, communes: join.communesOf(row), ...OFFICIAL };
  });
  const followed = join.identified(sources.followed);
  join.follow(places.schools, followed, new Set(teams.map(({ id }) => id)));
  join.group(places.schools, sources.groups);
  const bare = <Row extends { file: string; line: number }>({ file: _file, line: _line, ...row }: Row) => ({
    ...row,
    ...OFFICIAL
  });
  const posts = (role: string) => sources.staff.filter((post) => post.role === role).length;
  if (sources.staff.length > 0) {
    const [{ file }] = sources.staff as [Sources['staff'][number]];
    const found = String(sources.staff.length);
    join.findings.push({ code: 'posts-counted-only', severity: 'note', file, found });
  }
  const ofPartners = (row: { category: string; commune: string }) => `${row.category}, ${row.commune}`;
  const rows: ServiceRows = {
    teams,
    actions,
    partners: join.once(join.added(join.within(sources.partners), ofPartners), ofPartners).map(bare),
    correspondents: join.once(join.within(sources.correspondents), ({ commune }) => commune).map(bare),
    milestones: sources.milestones
      .map(({ month, text }) => ({ month, text, ...OFFICIAL }))
      .sort((a, b) => (a.month < b.month ? -1 : a.month > b.month ? 1 : a.text < b.text ? -1 : 1)),
    posts: { referents: posts('referent'), coordinators: posts('coordinator') }
  };
  return { rows, followed, findings: join.findings };
}
