// Why meetings have no date: the rules that no date keeps together, in words.
import { foldPlace } from '$lib/model/names.ts';
import { isRoom } from '$lib/model/meetings/meetings-file.ts';
import type { ConflictRule } from '$lib/model/meetings/meeting-rules.ts';
import { capitalised } from '$lib/i18n/numbers';
import { m } from '$lib/i18n/paraglide/messages.js';
import type { CalendarYear } from '$lib/figures/calendar/calendar-year.svelte.ts';
import { placeName, postName, teamName } from '$lib/i18n/place-names';
import { ofPlace } from '$lib/i18n/terms';
import { slotWords } from './day-words.ts';

/** What names people, of a calendar or of a territory alone. */
type NamedPeople = Pick<CalendarYear, 'file' | 'dashboard' | 'postAway'> & {
  teams: readonly { id: string; commune: string }[];
};

/** Where a member of teams works: as the list tells, or the one commune of their teams; null where neither is known. */
function placeOfMember({ file, teams }: NamedPeople, who: string): string | null {
  const own = file.members.filter(({ partner }) => partner === who);
  const told = own.find(({ place }) => place)?.place;
  if (told) return told;
  const ids = new Set(own.map(({ team }) => team));
  const communes = new Set(teams.flatMap(({ id, commune }) => (ids.has(id) ? [commune] : [])));
  return communes.size === 1 ? [...communes][0]! : null;
}

/**
 * A member of teams by function, with their school or commune where it is known and not said by the function (« CCAS 10 (Anzin) »), a
 * coordinator, a post, or the room of a commune; never a name.
 */
export function whoWords(state: NamedPeople, who: string): string {
  const { file, dashboard, postAway } = state;
  if (who === postAway?.who) return postName(who);
  if (isRoom(who)) return m.meetings_room({ commune: ofPlace(placeName(dashboard, who.slice(5))) });
  const title = file.members.find(({ partner }) => partner === who)?.function;
  if (title === undefined) return who;
  const code = placeOfMember(state, who);
  const place = code === null ? null : placeName(dashboard, code);
  return place === null || foldPlace(title).includes(foldPlace(place))
    ? title
    : m.meetings_member({ function: title, place });
}

export function fullTeamName(state: CalendarYear, id: string): string {
  const team = state.team(id);
  if (!team) return id;
  const commune = placeName(state.dashboard, team.commune);
  return `${teamName(team, commune)}, ${commune}`;
}

/** @param state names teams, functions and communes */
export function conflictWords(state: CalendarYear, rule: ConflictRule): string {
  switch (rule.rule) {
    case 'away':
      return rule.weekly
        ? m.meetings_rule_away_weekly({ who: whoWords(state, rule.who) })
        : m.meetings_rule_away({ who: whoWords(state, rule.who) });
    case 'quorum':
      return m.meetings_rule_quorum({ count: rule.least, class: rule.class });
    case 'least-days':
      return m.meetings_rule_least({ count: rule.days });
    case 'most-days':
      return m.meetings_rule_most({ count: rule.days });
    case 'locked':
      return m.meetings_rule_locked({ number: rule.number, date: slotWords(rule) });
    case 'calendar':
      return m.meetings_rule_calendar({ count: rule.meetings, days: rule.days });
    case 'coordinator':
      return m.meetings_rule_coordinator({ coordinator: rule.coordinator });
    case 'two-places':
      return isRoom(rule.partner)
        ? m.meetings_rule_room({ room: capitalised(whoWords(state, rule.partner)) })
        : m.meetings_rule_two_places({ who: whoWords(state, rule.partner) });
  }
}

/** What to do about a rule; null where another rule of the same conflict must give way. */
export function wayOut(rule: ConflictRule): string | null {
  switch (rule.rule) {
    case 'away':
      return isRoom(rule.who) ? m.meetings_way_room() : m.meetings_way_away();
    case 'quorum':
      return m.meetings_way_quorum({ class: rule.class });
    case 'locked':
      return m.meetings_way_locked();
    case 'calendar':
      return m.meetings_way_calendar();
    case 'two-places':
      return isRoom(rule.partner) ? m.meetings_way_room() : m.meetings_way_two_places();
    default:
      return null;
  }
}
