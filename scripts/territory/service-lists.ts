// The service's own lists over the places of a territory: what each school is to it, its teams, actions, partners.
import type { Finding } from '../../src/lib/model/findings.ts';
import type { SchoolYear } from '../../src/lib/model/school-year.ts';
import type { School } from '../../src/lib/model/school.ts';
import type { ServiceYear } from '../../src/lib/model/service.ts';
import { knownSum, type KnownSum } from '../../src/lib/model/known-sum.ts';
import type { TerritoryRows } from '../tables/rows.ts';
import type { CommuneRow } from './places/communes.ts';
import type { From, Sources } from './sources.ts';

export type ServiceRows = Pick<
  TerritoryRows,
  'teams' | 'actions' | 'partners' | 'correspondents' | 'posts' | 'serviceYears'
>;

interface Places {
  communes: readonly CommuneRow[];
  qpvs: TerritoryRows['qpvs'];
  schools: School[];
}

/** Lists joined to places; every row that does not fit is a finding. */
class ServiceJoin {
  readonly findings: Finding[] = [];
  readonly #communes: ReadonlySet<string>;
  readonly #qpvs: ReadonlySet<string>;

  constructor({ communes, qpvs }: Places) {
    this.#communes = new Set(communes.map(({ code }) => code));
    this.#qpvs = new Set(qpvs.map(({ code }) => code));
  }

  /** Rows whose commune is in the EPCI; the others are dropped. */
  within<Row extends From<{ line: number; commune: string }>>(rows: readonly Row[]): Row[] {
    return rows.filter(({ commune, file, line: row }) => {
      if (this.#communes.has(commune)) return true;
      const place = { file, row, found: commune };
      this.findings.push({ code: 'commune-not-of-epci', severity: 'dropped', ...place });
      return false;
    });
  }

  qpv(code: string | null, { file, line: row }: From<{ line: number }>): string | null {
    if (code === null || this.#qpvs.has(code)) return code;
    this.findings.push({ code: 'unknown-qpv', severity: 'doubtful', file, row, found: code });
    return null;
  }

  /** Communes of an action: those told, in the EPCI; all of them when none is told. */
  communesOf({ communes, file, line: row }: From<{ line: number; communes: string[] }>): string[] {
    if (communes.length === 0) return [...this.#communes];
    for (const found of communes.filter((code) => !this.#communes.has(code))) {
      this.findings.push({ code: 'commune-not-of-epci', severity: 'doubtful', file, row, found });
    }
    return communes.filter((code) => this.#communes.has(code));
  }

  follow(schools: readonly School[], rows: Sources['followed'], teams: ReadonlySet<string>): void {
    const byUai = new Map(schools.map((school) => [school.uai, school]));
    for (const { uai, file, line: row, status, followed_since, requested_since, team } of rows) {
      const school = byUai.get(uai);
      if (!school) {
        this.findings.push({ code: 'unknown-school', severity: 'dropped', file, row, found: uai });
        continue;
      }
      const known = team === null || teams.size === 0 || teams.has(team);
      if (!known) this.findings.push({ code: 'unknown-team', severity: 'doubtful', file, row, found: team });
      Object.assign(school, { status, followed_since, requested_since, team: known ? team : null });
    }
  }
}

/** Meetings and budget of the year, when both lists that tell them are there: half an answer would read as zero. A sum that lacks a figure is unknown. */
function yearOf(year: SchoolYear, { teams, actions }: Pick<ServiceRows, 'teams' | 'actions'>): ServiceYear[] {
  if (teams.length === 0 || actions.length === 0) return [];
  const whole = ({ value, unknown }: KnownSum) => (unknown === 0 ? value : null);
  const meetings = whole(knownSum(teams.map((team) => team.meetings)));
  const budget_euros = whole(knownSum(actions.map(({ cost_euros }) => cost_euros)));
  return [{ school_year: year, teams: teams.length, meetings, budget_euros, quality: 'official' }];
}

const OFFICIAL = { quality: 'official' } as const;

/**
 * Joins the service's lists; the schools that one follows are marked in place. Posts are counted and never named: a real
 * service's posts are not published.
 */
export function joinService(
  sources: Sources,
  places: Places,
  year: SchoolYear
): { rows: ServiceRows; findings: Finding[] } {
  const join = new ServiceJoin(places);
  const teams = join.within(sources.teams).map(({ file, line, ...team }) => {
    return { ...team, qpv: join.qpv(team.qpv, { file, line }), ...OFFICIAL };
  });
  const actions = sources.actions.map((row) => {
    const { file: _file, line: _line, ...action } = row;
    return { ...action, communes: join.communesOf(row), ...OFFICIAL };
  });
  join.follow(places.schools, sources.followed, new Set(teams.map(({ id }) => id)));
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
  const rows: ServiceRows = {
    teams,
    actions,
    partners: join.within(sources.partners).map(bare),
    correspondents: join.within(sources.correspondents).map(bare),
    posts: { referents: posts('referent'), coordinators: posts('coordinator') },
    serviceYears: yearOf(year, { teams, actions })
  };
  return { rows, findings: join.findings };
}
