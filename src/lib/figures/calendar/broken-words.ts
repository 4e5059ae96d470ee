// Rules that a plan breaks, in words.
import type { BrokenRule } from '$lib/model/meetings/meeting-rules.ts';
import { m } from '$lib/i18n/paraglide/messages.js';
import { isRoom } from '$lib/model/meetings/meetings-file.ts';
import { fullTeamName, whoWords } from './conflict-words.ts';
import type { CalendarYear } from '$lib/figures/calendar/calendar-year.svelte.ts';
import { slotWords } from './day-words.ts';

export function brokenWords(state: CalendarYear, { rule, meetings, who = '' }: BrokenRule): string {
  const meeting = meetings.at(-1);
  const what = meeting
    ? m.meetings_broken_meeting({ team: fullTeamName(state, meeting.team), date: slotWords(meeting) })
    : '';
  switch (rule) {
    case 'away':
      return m.meetings_broken_away({ what, who: whoWords(state, who) });
    case 'quorum':
      return m.meetings_broken_quorum({ what, class: who });
    case 'band':
    case 'order':
      return m.meetings_broken_band({ what });
    case 'calendar':
      return m.meetings_broken_calendar({ what });
    case 'two-places':
      return isRoom(who)
        ? m.meetings_broken_room({ what, room: whoWords(state, who) })
        : m.meetings_broken_two_places({ what, who: whoWords(state, who) });
    case 'half-day':
    case 'day':
    case 'far':
      return m.meetings_broken_day({ what, who });
    case 'hours':
      return m.meetings_broken_hours({ what, who: whoWords(state, who) });
    case 'locked':
      return m.meetings_broken_locked({ what });
    case 'count':
      return m.meetings_broken_count({ what });
  }
}
