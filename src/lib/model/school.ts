// A school and its place in the service's work.
import type { GeometryQuality, ValueQuality } from './place.ts';
import type { Month, SchoolYear } from './school-year.ts';

export const SCHOOL_KINDS = ['maternelle', 'elementaire', 'primaire', 'college'] as const;
export type SchoolKind = (typeof SCHOOL_KINDS)[number];

/** `linked`: a collège that works with the service, outside the count of first-degree schools. */
export const SCHOOL_STATUSES = ['followed', 'waiting', 'linked', 'outside'] as const;
export type SchoolStatus = (typeof SCHOOL_STATUSES)[number];

export type Sector = 'public' | 'prive';
export type Rep = 'REP' | 'REP+' | null;

/** Level of a child, not of a school: an école primaire takes in the first two. */
export const LEVELS = ['maternelle', 'elementaire', 'college'] as const;
export type Level = (typeof LEVELS)[number];

export interface School {
  uai: string;
  name: string;
  kind: SchoolKind;
  sector: Sector;
  /** INSEE code. */
  commune: string;
  /** QPV that contains it, or null. */
  qpv: string | null;
  /** Same site or paired schools, by the UAI of the first; or a group, a sector, a network as the service names it. */
  group: string | null;
  /** UAI of the collège at the head of the network. */
  network: string | null;
  rep: Rep;
  pupils: number | null;
  pupils_quality: ValueQuality;
  /** Indice de position sociale, one decimal. */
  ips: number | null;
  /** Degrees WGS84; null when no source places it. */
  lon: number | null;
  lat: number | null;
  position_quality: GeometryQuality | null;
  status: SchoolStatus;
  /** First school year of intervention. */
  followed_since: SchoolYear | null;
  /** Last school year of intervention in a school that is followed no more; absent where it is followed, or never was. */
  followed_until?: SchoolYear;
  /** Month of the first request that is known. */
  requested_since: Month | null;
  /** Inspector's district, as the official directory names it; absent where it names none, as for a collège. */
  district?: string;
  /** Support team in charge, or null. */
  team: string | null;
  source: string;
}

/** Whether a service named the group of a school; the demonstration's are known by the UAI of their first school. */
export const isNamedGroup = ({ group }: Pick<School, 'group'>): boolean =>
  group !== null && !/^\d{7}[A-Z]$/.test(group);

/** « REP+ Colbert », after the collège at its head, or its UAI where the head stands elsewhere. @param head UAI */
export function networkName(
  schools: readonly Pick<School, 'uai' | 'name' | 'network' | 'rep'>[],
  head: string
): string {
  const rep = schools.find(({ network, rep }) => network === head && rep !== null)?.rep ?? 'REP';
  const name = schools.find(({ uai }) => uai === head)?.name ?? head;
  return `${rep} ${name.replace(/^coll[eè]ge\s+/i, '')}`;
}

/** Levels of children that a kind of school takes in. */
export function levelsOf(kind: SchoolKind): readonly Level[] {
  return kind === 'primaire' ? ['maternelle', 'elementaire'] : [kind];
}

/**
 * Status of a school in a given year: today's status carried back by its dates. A followed or waiting school whose date is unknown
 * keeps its status in every year, but never before its first request.
 */
export function statusIn(
  {
    status,
    followed_since,
    followed_until,
    requested_since
  }: Pick<School, 'status' | 'followed_since' | 'followed_until' | 'requested_since'>,
  year: SchoolYear
): SchoolStatus {
  if (followed_until !== undefined && status !== 'followed' && year <= followed_until) {
    if (followed_since === null || followed_since <= year) return 'followed';
  }
  if (status === 'linked' || status === 'outside') return status;
  const requested = requested_since === null ? null : requested_since <= `${year.slice(5)}-08`;
  const followed = followed_since === null ? requested !== false : followed_since <= year;
  if (status === 'followed' && followed) return 'followed';
  return (requested ?? status === 'waiting') ? 'waiting' : 'outside';
}

/** Counts of a year before the last that missing dates leave unknown: a school without a date has its status of today in every year. */
export function undatedIn(
  schools: readonly Pick<School, 'status' | 'followed_since' | 'followed_until' | 'requested_since'>[],
  year: SchoolYear
): { followed: boolean; waiting: boolean } {
  const lacks = (status: SchoolStatus, date: 'followed_since' | 'requested_since') =>
    schools.some(
      (school) => school.status === status && school[date] === null && statusIn(school, year) === status
    );
  const followed = lacks('followed', 'followed_since');
  return { followed, waiting: followed || lacks('waiting', 'requested_since') };
}

/** `0590271Z` -> `59`; Corsica had one number for each half of today's two départements. */
export function departementOfUai(uai: string): string {
  const number = uai.slice(0, 3);
  const corsica: Record<string, string> = { '620': '2A', '720': '2B' };
  return corsica[number] ?? number.replace(/^0/, '');
}
