// What the page of actions knows of the territory beside its sessions: names, holidays, who coordinates and who follows in each commune.
import type { Dashboard } from '$lib/cube/dashboard.ts';
import { holidaysOf, holidayZone, yearsWith } from '$lib/engines/meetings/index.ts';
import { m } from '$lib/i18n/paraglide/messages.js';
import { placeName, postName, teamName } from '$lib/i18n/place-names.ts';
import { actionFormName } from '$lib/i18n/programme-terms.ts';
import { ofPlace, themeName } from '$lib/i18n/terms.ts';
import { typeset } from '$lib/i18n/typeset.ts';
import { capitalised } from '$lib/i18n/numbers.ts';
import type { SessionRoom } from '$lib/model/actions/session-rows.ts';
import type { AssignmentFile } from '$lib/model/assignment/assignment-file.ts';
import { isRoom, type SchoolHoliday } from '$lib/model/meetings/meetings-file.ts';
import type { Plan } from '$lib/model/plan.ts';
import type { MeetingsData } from '../calendar/load-meetings.ts';
import type { ActionNames, ActionsFacts } from './actions-book.ts';

/** What a page knows of the territory beside the figures of sessions. */
export type AroundActions = Omit<ActionsFacts, 'year' | 'sessions' | 'sheets' | 'judged'> & {
  holidays: readonly SchoolHoliday[];
  /** Communes of intervention, and posts, that a session typed on the page may name. */
  communes: readonly string[];
  posts: readonly string[];
  /** The commune's correspondent sits in team meetings. */
  attends: (commune: string) => boolean;
};

export interface AroundSources {
  dashboard: Dashboard;
  meetings: MeetingsData;
  /** Null where the territory publishes no posts. */
  posts: AssignmentFile | null;
  /** Who follows which school in the répartition in use; null where it is not known. */
  plan: Plan | null;
  rooms: readonly SessionRoom[];
}

function namesOf({ dashboard, meetings, posts, rooms }: AroundSources): ActionNames {
  const sheets = new Map(meetings.programme.actions.map((sheet) => [sheet.id, sheet]));
  const teams = new Map(meetings.programme.teams.map((team) => [team.id, team]));
  const roomNames = new Map(rooms.map(({ id, name }) => [id, name]));
  const referents = new Set(posts?.posts.map(({ id }) => id));
  const commune = (code: string) => placeName(dashboard, code);
  return {
    commune,
    sheet: (id) => typeset(sheets.get(id)?.title ?? id),
    theme(id) {
      const theme = sheets.get(id)?.theme;
      return theme ? themeName(theme) : null;
    },
    form(id) {
      const form = sheets.get(id)?.form;
      return form === undefined ? null : actionFormName(form);
    },
    person: (id) => (referents.has(id) ? postName(id) : id),
    room: (id) =>
      roomNames.get(id) ??
      (isRoom(id) ? capitalised(m.meetings_room({ commune: ofPlace(commune(id.slice(5))) })) : id),
    meeting(id) {
      const team = teams.get(id.replace(/\/\d+$/, ''));
      return team ? teamName(team, commune(team.commune), true) : id;
    }
  };
}

/** Holidays of the school years that are known. */
function holidays({ file }: MeetingsData): AroundActions['holidays'] {
  const zone = holidayZone(file?.departement ?? '');
  return yearsWith(file?.years)
    .filter(({ unpublished }) => !unpublished)
    .flatMap((year) => holidaysOf({ year, zone }));
}

export function aroundActions(sources: AroundSources): AroundActions {
  const { dashboard, meetings, posts, plan } = sources;
  const { teams, correspondents } = meetings.programme;
  const correspondent = new Map(correspondents.map((one) => [one.commune, one]));
  const communeOf = new Map(dashboard.schools.map(({ uai, commune }) => [uai, commune]));
  const known = new Set(posts?.posts.map(({ id }) => id));
  const followers = new Map<string, Set<string>>();
  for (const [uai, post] of Object.entries(plan?.referents ?? {})) {
    const commune = communeOf.get(uai);
    if (commune === undefined || !known.has(post)) continue;
    followers.set(commune, (followers.get(commune) ?? new Set()).add(post));
  }
  return {
    names: namesOf(sources),
    holidays: holidays(meetings),
    communes: dashboard.communes.filter(({ intervention }) => intervention).map(({ code }) => code),
    posts: [...known, ...(meetings.file?.coordinators ?? []).map(({ id }) => id)],
    hasCorrespondent: (commune) => correspondent.get(commune)?.filled ?? false,
    attends(commune) {
      const { filled = false, roles } = correspondent.get(commune) ?? {};
      return filled && roles?.presence !== 'vacant';
    },
    coordinators: (commune) => [
      ...new Set(teams.filter((team) => team.commune === commune).map(({ coordinator }) => coordinator))
    ],
    referents: (commune) => [...(followers.get(commune) ?? [])].sort()
  };
}
