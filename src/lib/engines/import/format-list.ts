// Every format that can be recognised, and the table of the catalogue that it feeds.
import type { FormatId } from '../../model/source-files.ts';
import { ACTION_FORMAT, type ActionSheet } from './formats/actions.ts';
import { ANNUAIRE_FORMAT, type AnnuaireSchool } from './formats/annuaire.ts';
import { AVAILABILITY_FORMAT, type AvailabilityRow } from './formats/meetings/availabilities.ts';
import { CASE_FORMAT } from './formats/cases.ts';
import { CITES_FORMAT, type CiteEducative } from './formats/cites-educatives.ts';
import { COMMUNE_FORMAT, type CommuneOutline } from './formats/communes.ts';
import { CORRESPONDENT_FORMAT, type LocalContact } from './formats/correspondents.ts';
import { EFFECTIFS_FORMAT, type SchoolCount } from './formats/effectifs.ts';
import { FOLLOWED_FORMAT, type FollowedSchool } from './formats/followed-schools.ts';
import { POSITION_FORMAT, type SchoolPosition } from './formats/geolocalisation.ts';
import type { Importer } from './importer.ts';
import { IPS_FORMAT, type IpsSchool } from './formats/ips.ts';
import { MILESTONE_FORMAT, type MilestoneRow } from './formats/milestones.ts';
import { PARTNER_FORMAT, type PartnersRow } from './formats/partners.ts';
import { QPV_FORMAT, type QpvPerimeter } from './formats/qpv.ts';
import { REP_FORMAT, type RepSchool } from './formats/rep.ts';
import { ROOM_FORMAT, type RoomRow } from './formats/meetings/rooms.ts';
import { SCHOOL_CALENDAR_FORMAT, type OfficialHoliday } from './formats/meetings/school-calendar.ts';
import { SESSION_FORMAT, type SessionLine } from './formats/meetings/session-list.ts';
import { SCHOOL_GROUP_FORMAT, type SchoolGroupRow } from './formats/school-groups.ts';
import { STAFF_FORMAT, type StaffPost } from './formats/staff.ts';
import { MEMBER_FORMAT, type MemberRow } from './formats/meetings/team-members.ts';
import { TEAM_FORMAT, type ImportedTeam } from './formats/teams.ts';
import { TRAVEL_FORMAT, type TravelTime } from './formats/travel-times.ts';
import { VISIT_FORMAT } from './formats/visits.ts';
import type { CaseVisit } from '../../model/report/visit-days.ts';
import type { Case } from '../../model/pathway.ts';

/** Row type of each format. */
export interface FormatRows extends Record<FormatId, unknown> {
  annuaire: AnnuaireSchool;
  geolocalisation: SchoolPosition;
  effectifs: SchoolCount;
  ips: IpsSchool;
  rep: RepSchool;
  qpv: QpvPerimeter;
  communes: CommuneOutline;
  'cites-educatives': CiteEducative;
  'travel-times': TravelTime;
  'followed-schools': FollowedSchool;
  staff: StaffPost;
  teams: ImportedTeam;
  actions: ActionSheet;
  partners: PartnersRow;
  correspondents: LocalContact;
  milestones: MilestoneRow;
  'school-groups': SchoolGroupRow;
  'team-members': MemberRow;
  availabilities: AvailabilityRow;
  rooms: RoomRow;
  sessions: SessionLine;
  'school-calendar': OfficialHoliday;
  cases: Case;
  visits: CaseVisit;
}

/** A table of the catalogue; `milestones`, which stand in dashboard.json alone; `meetings`, with the sessions of actions, of which a public site has nothing; or `cases`, which is never published. */
export type TargetTable =
  | 'schools'
  | 'qpvs'
  | 'communes'
  | 'travel_times'
  | 'staff'
  | 'support_teams'
  | 'actions'
  | 'partners'
  | 'correspondents'
  | 'milestones'
  | 'meetings'
  | 'cases';

export interface FileFormat {
  id: FormatId;
  table: TargetTable;
  /** `official`: open data. `service`: the service's own list. `confidential`: children's data, never published. */
  origin: 'official' | 'service' | 'confidential';
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- each format has columns and rows of its own
  importer: Importer<string, any>;
}

const format = <Key extends string, Row>(
  id: FormatId,
  table: TargetTable,
  origin: FileFormat['origin'],
  importer: Importer<Key, Row>
): FileFormat => ({ id, table, origin, importer: importer as unknown as FileFormat['importer'] });

export const FORMATS: readonly FileFormat[] = [
  format('annuaire', 'schools', 'official', ANNUAIRE_FORMAT),
  format('geolocalisation', 'schools', 'official', POSITION_FORMAT),
  format('effectifs', 'schools', 'official', EFFECTIFS_FORMAT),
  format('ips', 'schools', 'official', IPS_FORMAT),
  format('rep', 'schools', 'official', REP_FORMAT),
  format('qpv', 'qpvs', 'official', QPV_FORMAT),
  format('communes', 'communes', 'official', COMMUNE_FORMAT),
  format('cites-educatives', 'communes', 'official', CITES_FORMAT),
  format('travel-times', 'travel_times', 'official', TRAVEL_FORMAT),
  format('school-calendar', 'meetings', 'official', SCHOOL_CALENDAR_FORMAT),
  format('followed-schools', 'schools', 'service', FOLLOWED_FORMAT),
  format('staff', 'staff', 'service', STAFF_FORMAT),
  format('teams', 'support_teams', 'service', TEAM_FORMAT),
  format('actions', 'actions', 'service', ACTION_FORMAT),
  format('partners', 'partners', 'service', PARTNER_FORMAT),
  format('correspondents', 'correspondents', 'service', CORRESPONDENT_FORMAT),
  format('milestones', 'milestones', 'service', MILESTONE_FORMAT),
  format('school-groups', 'schools', 'service', SCHOOL_GROUP_FORMAT),
  format('team-members', 'meetings', 'service', MEMBER_FORMAT),
  format('availabilities', 'meetings', 'service', AVAILABILITY_FORMAT),
  format('rooms', 'meetings', 'service', ROOM_FORMAT),
  format('sessions', 'meetings', 'service', SESSION_FORMAT),
  format('cases', 'cases', 'confidential', CASE_FORMAT),
  format('visits', 'cases', 'confidential', VISIT_FORMAT)
];

export function formatNamed(id: FormatId): FileFormat {
  const found = FORMATS.find((one) => one.id === id);
  if (!found) throw new Error(`no format ${id}`);
  return found;
}

/** The headers of the official files and of the service's lists, by format and column of ours: the usual one first. */
export const formatColumns = () => ({
  annuaire: ANNUAIRE_FORMAT.columns,
  geolocalisation: POSITION_FORMAT.columns,
  effectifs: EFFECTIFS_FORMAT.columns,
  ips: IPS_FORMAT.columns,
  rep: REP_FORMAT.columns,
  qpv: QPV_FORMAT.columns,
  communes: COMMUNE_FORMAT.columns,
  cites: CITES_FORMAT.columns,
  followed: FOLLOWED_FORMAT.columns,
  milestones: MILESTONE_FORMAT.columns
});
