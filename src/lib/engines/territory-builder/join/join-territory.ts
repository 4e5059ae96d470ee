// From the rows of the sources to those that the writer takes: places, schools and the service's lists, joined.
import { UnusableInput, type Finding } from '../../../model/findings.ts';
import { noSessions, type SessionsFile } from '../../../model/actions/session-rows.ts';
import { noMeetings, type MeetingsFile } from '../../../model/meetings/meetings-file.ts';
import type { Territory } from '../../../model/place.ts';
import { asOfMonth, schoolYearOf, type Month, type SchoolYear } from '../../../model/school-year.ts';
import { boxOf } from '../geometry/spatial-join.ts';
import type { TerritoryRows } from '../rows.ts';
import { collectivityOf } from '../places/collectivities.ts';
import { aroundArchive } from '../places/around.ts';
import { buildCommunes, type CommuneFacts } from '../places/communes.ts';
import type { Config } from '../sources/config.ts';
import { LEAST } from '../sources/config-words.ts';
import type { Member, PlaceReference } from '../places/reference.ts';
import type { School } from '../../../model/school.ts';
import { withExamples } from './examples.ts';
import { plausibleDates } from './plausible-dates.ts';
import { disagreements } from './disagreements.ts';
import { logoPath } from '../../../model/territory-files.ts';
import { touchingPairs } from '../places/neighbours.ts';
import { joinMeetings } from './meetings.ts';
import { joinSessions, unknownOrigins } from './sessions.ts';
import { joinPosts, ledByNumber, type ServicePosts } from './posts.ts';
import { withCityOutlines, withDistricts } from '../places/districts.ts';
import { locateSchools } from '../places/places-of-schools.ts';
import { buildQpvs, type QpvRow } from '../places/qpvs.ts';
import { SchoolJoin } from './schools.ts';
import { correspondentsOf } from './correspondent-roles.ts';
import { joinService } from './service-lists.ts';
import { Tally } from '../places/tally.ts';
import type { Sources } from '../sources/sources.ts';

export interface Joined {
  rows: TerritoryRows;
  /** For a site that stays in the service; nobody in any other. */
  posts: Pick<ServicePosts, 'staff' | 'assignment'>;
  /** For a site that stays in the service; empty in any other. */
  meetings: MeetingsFile;
  sessions: SessionsFile;
  /** Rows of the schools followed, by their UAI. */
  followed: Sources['followed'];
  findings: Finding[];
}

/**
 * Where the service intervenes: as configured, else where there is a QPV or a school that it follows, without a QPV everywhere. A file
 * of QPV that are all elsewhere says nothing of the EPCI: then where schools are followed, or everywhere with a doubt.
 */
function markIntervention(
  communes: CommuneFacts[],
  qpvs: readonly QpvRow[],
  chosen: readonly string[] | undefined,
  { strangeQpvs, followed }: { strangeQpvs: boolean; followed: readonly string[] }
): Finding[] {
  const withQpv = qpvs.flatMap((qpv) => qpv.communes);
  const likely = strangeQpvs ? followed : withQpv.length > 0 ? [...withQpv, ...followed] : [];
  const codes = new Set(chosen ?? (likely.length > 0 ? likely : communes.map(({ code }) => code)));
  for (const commune of communes) commune.intervention = codes.delete(commune.code);
  if (!chosen) {
    const assumed = strangeQpvs && followed.length === 0;
    return assumed ? [{ code: 'intervention-assumed', severity: 'doubtful' }] : [];
  }
  return [...codes].map((found) => ({ code: 'intervention-outside-epci', severity: 'doubtful', found }));
}

/** What the territory is made of: the one commune of intervention where the configuration tells one alone, else the whole EPCI. */
function membersOf({ intervention }: Config, epci: readonly Member[]): Member[] {
  const own = epci.filter(({ code }) => intervention?.includes(code));
  return own.length === 1 ? own : [...epci];
}

/**
 * The schools that every count is over: those of the communes of intervention, and those of elsewhere that the service works with or
 * was asked for.
 */
function countedSchools(
  schools: readonly School[],
  communes: readonly CommuneFacts[]
): { schools: School[]; findings: Finding[] } {
  const served = new Set(communes.filter(({ intervention }) => intervention).map(({ code }) => code));
  const counted = schools.filter(
    (school) =>
      served.has(school.commune) ||
      school.status === 'followed' ||
      school.status === 'waiting' ||
      school.followed_since !== null ||
      school.requested_since !== null
  );
  const left = schools.length - counted.length;
  if (left === 0) return { schools: counted, findings: [] };
  return {
    schools: counted,
    findings: [{ code: 'schools-outside-intervention', severity: 'note', found: String(left) }]
  };
}

/** Marks the communes of each cité éducative; those that have none in the EPCI are counted. */
function markCites(communes: readonly CommuneFacts[], cites: Sources['cites']): Finding[] {
  const outside = new Tally();
  for (const cite of cites) {
    const own = communes.filter(({ code }) => cite.communes.includes(code));
    if (own.length === 0) outside.add(cite.file);
    for (const commune of own) {
      const ids = [...(commune.cite_educative?.split(' ') ?? []), ...cite.ids];
      commune.cite_educative = [...new Set(ids)].join(' ');
    }
  }
  return outside.findings('cite-outside-epci');
}

function territoryOf(config: Config, epciName: string, bounds: Territory['bounds']): Territory {
  const { siren, service, name = epciName, pre, contact, labels, logo, profile, thresholds } = config;
  const { children = profile === 'internal' ? LEAST.internal : LEAST.public, families = LEAST.families } =
    thresholds;
  return {
    siren,
    name,
    service,
    demonstration: false,
    ...(pre !== undefined && { pre }),
    ...(contact !== undefined && { contact }),
    ...(labels !== undefined && { labels }),
    ...(logo !== undefined && { logo: { path: logoPath(logo.file), alt: logo.alt } }),
    ...(profile === 'internal' && { internal: true }),
    ...((children !== LEAST.public || families !== LEAST.families) && { thresholds: { children, families } }),
    bounds
  };
}

/** Degrees around a commune that nothing draws: about six kilometres. */
const UNDRAWN_REACH = 0.06;

/** The middle of the placed schools of each commune. */
function amongSchools(
  { annuaire, ips, positions }: Sources,
  reference: PlaceReference
): Map<string, { lon: number; lat: number }> {
  const communeOf = new Map(
    [...ips, ...annuaire].map(({ uai, commune }) => [uai, reference.currentCode(commune)])
  );
  const places = new Map<string, { lon: number; lat: number }[]>();
  for (const { uai, lon, lat } of positions) {
    const commune = communeOf.get(uai);
    if (commune) places.set(commune, [...(places.get(commune) ?? []), { lon, lat }]);
  }
  const middle = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  return new Map(
    [...places].map(([commune, at]) => [
      commune,
      { lon: middle(at.map(({ lon }) => lon)), lat: middle(at.map(({ lat }) => lat)) }
    ])
  );
}

function boundsOf(communes: readonly CommuneFacts[]): TerritoryRows['territory']['bounds'] {
  const boxes = communes.flatMap(({ outline, lon, lat }): TerritoryRows['territory']['bounds'][] => {
    const box = boxOf({ type: 'Feature', properties: {}, geometry: outline });
    return [box ?? [lon - UNDRAWN_REACH, lat - UNDRAWN_REACH, lon + UNDRAWN_REACH, lat + UNDRAWN_REACH]];
  });
  return boxes.reduce(([w, s, e, n], [west, south, east, north]) => [
    Math.min(w, west),
    Math.min(s, south),
    Math.max(e, east),
    Math.max(n, north)
  ]);
}

/** Last year told by the files once the service's own list or its counts tell one, never one to come; else the current one: public files are older. */
function yearsOf(sources: Sources, current: SchoolYear, areCounted: boolean): SchoolYear[] {
  const official = [...sources.ips, ...sources.effectifs].flatMap(({ year }) => year ?? []);
  const own = sources.followed.flatMap(({ followed_since, requested_since }) => [
    ...(followed_since ? [followed_since] : []),
    ...(requested_since ? [schoolYearOf(requested_since)] : [])
  ]);
  const told = own.filter((year) => year <= current);
  const years = told.length > 0 || areCounted ? [...official, ...told].sort() : [];
  return [years.at(-1) ?? current];
}

const NOBODY: ServicePosts = { staff: [], assignment: [], findings: [] };

/** The schools of the official files. @param members communes of the EPCI, then those of the territory */
function joinSchools(
  sources: Sources,
  [members, codes]: readonly [string[], string[]],
  reference: PlaceReference
): SchoolJoin {
  const join = new SchoolJoin(members, codes, reference);
  join.addAnnuaire(sources.annuaire);
  join.addIps(sources.ips);
  join.addEffectifs(sources.effectifs);
  join.addRep(sources.rep);
  join.addPositions(sources.positions);
  join.placeByAnnuaire(sources.annuaire);
  return join;
}

/** Posts, meetings and sessions of actions, which an internal territory alone holds. */
function joinInternal(
  config: Config,
  sources: Sources,
  { followed, rows: { teams, actions } }: ReturnType<typeof joinService>,
  {
    communes,
    schools,
    departement
  }: Omit<Parameters<typeof joinMeetings>[1], 'teams' | 'staff' | 'quorum'> & Parameters<typeof joinPosts>[1]
): {
  posts: ServicePosts;
  meetings: ReturnType<typeof joinMeetings>;
  sessions: ReturnType<typeof joinSessions>;
} {
  const posts = joinPosts({ ...sources, followed }, { communes, schools });
  const { staff } = posts;
  const quorum = config.quorum ?? {};
  return {
    posts,
    meetings: joinMeetings(sources, { communes, schools, teams, staff, departement, quorum }),
    sessions: joinSessions(sources, { communes, actions, staff })
  };
}

/** What a public territory has in place of posts, meetings and sessions. */
const nothingInternal = (departement: Parameters<typeof noMeetings>[0]): ReturnType<typeof joinInternal> => ({
  posts: NOBODY,
  meetings: { file: noMeetings(departement), findings: [] },
  sessions: { file: noSessions(), findings: [] }
});

/**
 * Joins the sources into the rows of a territory.
 * @param today the month of the build: what no file tells is not hypothesis beyond it
 * @throws UnusableInput when no territory can be made: `unknown-siren`, `no-commune-of-epci`, `no-school`
 */
export function joinTerritory(config: Config, given: Sources, whole: PlaceReference, today: Month): Joined {
  const reference = withDistricts(whole, config.intervention);
  const { sources, findings: dateFindings } = plausibleDates(given, today);
  const epci = reference.epci(config.siren);
  if (!epci) throw new UnusableInput({ code: 'unknown-siren', severity: 'dropped', found: config.siren });
  const file = config.communes?.file ?? sources.communes[0]?.file ?? '';
  const { quality = 'generalised', source = file } = config.communes ?? {};
  const own = membersOf(config, epci.members);
  const { outlines, borrowed } = withCityOutlines(sources.communes, own);
  const standing = collectivityOf(config.siren) ? amongSchools(sources, reference) : undefined;
  const { communes, findings } = buildCommunes(outlines, own, reference, { file, quality, source }, standing);
  for (const { code, name } of borrowed)
    findings.push({ code: 'district-without-outline', severity: 'doubtful', file, found: `${code} ${name}` });
  const { qpvs, findings: qpvFindings } = buildQpvs(sources.qpvs, communes, reference);
  const codes = communes.map(({ code }) => code);
  const join = joinSchools(sources, [own.map(({ code }) => code), codes], reference);
  const schools = join.finish();
  if (schools.length === 0) throw new UnusableInput({ code: 'no-school', severity: 'dropped' });
  const misplaced = locateSchools(schools, communes, qpvs, join.positions);
  const years = yearsOf(sources, schoolYearOf(today), (config.pathways ?? []).length > 0);
  const citeFindings = markCites(communes, sources.cites);
  const ofService = joinService({ ...sources, teams: ledByNumber(sources) }, { communes, qpvs, schools });
  const interventionFindings = markIntervention(communes, qpvs, config.intervention, {
    strangeQpvs: sources.qpvs.length > 0 && qpvs.length === 0,
    followed: schools.flatMap(({ status, commune }) => (status === 'followed' ? [commune] : []))
  });
  const territory = territoryOf(config, epci.name, boundsOf(communes));
  const members = new Set(own.map(({ code }) => code));
  const counted = countedSchools(schools, communes);
  const internal = config.profile === 'internal';
  const departement = reference.departementOf(communes[0]?.code ?? '');
  const { posts, meetings, sessions } = internal
    ? joinInternal(config, sources, ofService, { communes, schools, departement })
    : nothingInternal(departement);
  const rows: TerritoryRows = {
    territory,
    years,
    asOf: asOfMonth(years.at(-1)!, today),
    communes,
    neighbours: touchingPairs(communes),
    around: aroundArchive(sources.communes, members, reference, territory.bounds),
    qpvs,
    schools: counted.schools,
    release: null,
    demand: [],
    staff: [],
    assignment: [],
    ...ofService.rows,
    correspondents: correspondentsOf(ofService.rows, meetings.file.members, internal),
    serviceYears: [],
    access: null,
    ...(internal && { members: meetings.file.members.length, sessions: sessions.file.sessions.length }),
    quotedPupils: null
  };
  return {
    rows,
    posts,
    meetings: meetings.file,
    sessions: sessions.file,
    followed: ofService.followed,
    findings: withExamples(
      [
        ...sources.findings,
        ...dateFindings,
        ...findings,
        ...qpvFindings,
        ...interventionFindings,
        ...counted.findings,
        ...citeFindings,
        ...join.findings,
        ...misplaced,
        ...disagreements(sources, schools),
        ...ofService.findings.filter(({ code }) => !internal || code !== 'posts-counted-only'),
        ...[posts, meetings, sessions].flatMap((part) => part.findings),
        ...unknownOrigins(sources.actions)
      ],
      { communes, schools }
    )
  };
}
