// Columns of the tables of moves: the team, and the date that it gives up.
import type { Slot } from '$lib/model/meetings/meeting-problem.ts';
import { m } from '$lib/i18n/paraglide/messages.js';
import type { TableColumn } from '$lib/ui/table/table-column';
import { fullTeamName } from '$lib/figures/calendar/conflict-words';
import type { MeetingsState } from '../meetings-state.svelte';
import { slotWords } from '$lib/figures/calendar/day-words';

/** A meeting that moves; without a date before, it is one more. */
interface Moved {
  team: string;
  from: Slot | null;
}

export const moveColumns = (meetings: MeetingsState): TableColumn<Moved>[] => [
  {
    key: 'team',
    label: m.meetings_team(),
    value: ({ team }) => fullTeamName(meetings, team),
    tone: 'plain'
  },
  {
    key: 'from',
    label: m.meetings_move_from(),
    value: ({ from }) => (from ? slotWords(from) : m.meetings_without_date())
  }
];
