// Convocations as a Word file: lists to tick, then a letter a member with its reply slip; those whose meeting has moved have a cancellation first.
import { noteRows, numberColumn, textColumn, type ViewColumn } from '$lib/export/columns';
import type { Note, NoteSection, NoteTable } from '$lib/export/note';
import { fullTeamName } from '$lib/figures/calendar/conflict-words.ts';
import { dayWords, slotWords } from '$lib/figures/calendar/day-words.ts';
import { longDay } from '$lib/i18n/dates.ts';
import { hoursWords } from '$lib/i18n/hours.ts';
import { listWords } from '$lib/i18n/lists.ts';
import { capitalised, integer } from '$lib/i18n/numbers';
import { m } from '$lib/i18n/paraglide/messages.js';
import { addDays, dayNumber, weekdayOf } from '$lib/model/meetings/days.ts';
import { noteOf, saveNote, serviceLine } from '$lib/ui/export/notes';
import type { WeekMeeting, WeekState } from './week-state.svelte.ts';
import { meetingWords, membersOf, membersWords, whereWords } from './week-words.ts';

type Displaced = WeekState['displaced'][number];

interface Letter {
  /** Function of a member. */
  to: string;
  meetings: readonly WeekMeeting[];
  displaced: readonly Displaced[];
}

const TICK = '☐';
/** To be written on. */
const LINE = '………………………';
/** Days before a meeting by which an answer helps. */
const ANSWER_DAYS = 3;
const FRIDAY = 5;

/** The day by which to answer for a meeting, a working one; null where it is today or past. */
function answerBy(date: string, today: string): string | null {
  const day = addDays(date, -ANSWER_DAYS);
  const over = Math.max(0, weekdayOf(dayNumber(day)) - FRIDAY);
  const working = addDays(day, -over);
  return working > today ? working : null;
}

/** A letter a member of the teams that are convened or whose meeting has moved, by function. */
function lettersOf(state: WeekState): Letter[] {
  const { pending, displaced } = state;
  const isOf = (to: string) => (team: string) => membersOf(state, team).includes(to);
  const teams = [...pending.map(({ team }) => team), ...displaced.map(({ former }) => former.team)];
  const all = new Set(teams.flatMap((team) => membersOf(state, team)));
  return [...all]
    .sort((one, other) => one.localeCompare(other, undefined, { numeric: true }))
    .map((to) => ({
      to,
      meetings: pending.filter(({ team }) => isOf(to)(team)),
      displaced: displaced.filter(({ former }) => isOf(to)(former.team))
    }));
}

const signers = ({ meetings }: WeekState, teams: readonly { team: string }[]): string =>
  listWords([...new Set(teams.flatMap(({ team }) => meetings.team(team)?.coordinator ?? []))]);

/** A letter on a sheet of its own, and the slip at its foot by which it is answered. */
function letter(
  state: WeekState,
  to: string,
  teams: readonly { team: string }[],
  content: NoteSection,
  slip: NoteTable
): NoteSection[] {
  const who = signers(state, teams);
  const { dashboard } = state.meetings;
  const date = longDay(state.today ?? state.monday);
  return [
    {
      startsPage: true,
      ...content,
      paragraphs: [
        m.week_letter_from({ service: serviceLine(dashboard), date }),
        ...(content.paragraphs ?? [])
      ],
      after: [...(content.after ?? []), m.week_letter_signed({ who })]
    },
    {
      heading: m.week_slip_title({ to }),
      isCutOff: true,
      paragraphs: [m.week_slip_return({ who })],
      table: slip,
      after: [m.week_slip_signed()]
    }
  ];
}

function convocation(state: WeekState, { to, meetings, displaced }: Letter): NoteSection[] {
  const known = meetings.some((meeting) => state.situationsAt(meeting) !== null);
  const by = answerBy(meetings[0]!.date, state.today ?? state.monday);
  return letter(
    state,
    to,
    meetings,
    {
      heading: m.week_letter_title({ to }),
      startsPage: displaced.length === 0,
      paragraphs: [
        m.week_letter_object({
          count: meetings.length,
          team: fullTeamName(state.meetings, meetings[0]!.team)
        }),
        m.week_letter_greeting(),
        m.week_letter_lead({ count: meetings.length })
      ],
      table: noteRows(meetings, [
        textColumn(m.week_letter_day(), ({ date }) => capitalised(dayWords(date)), { width: 2 }),
        textColumn(m.week_letter_hours(), hoursWords, { width: 2 }),
        textColumn(m.week_letter_team(), ({ team }) => fullTeamName(state.meetings, team), { width: 3 }),
        textColumn(m.week_letter_place(), (meeting) => whereWords(state, meeting), { width: 3 }),
        numberColumn(m.week_letter_situations(), (meeting) => state.situationsAt(meeting), {
          width: known ? 1.6 : 0
        })
      ]),
      after: [
        by === null ? m.week_letter_answer_now() : m.week_letter_answer({ date: dayWords(by) }),
        ...(known ? [m.week_letter_numbers()] : [])
      ]
    },
    noteRows(meetings, [
      textColumn(m.week_slip_meeting(), (meeting) => capitalised(meetingWords(state, meeting)), { width: 5 }),
      ticked(m.week_letter_present()),
      ticked(m.week_letter_away()),
      textColumn(m.week_letter_replaced(), () => LINE, { width: 3.5 })
    ])
  );
}

const ticked = (label: string) => textColumn<unknown>(label, () => TICK, { width: 1.3 });

const cancellation = (state: WeekState, { to, displaced }: Letter): NoteSection[] =>
  letter(
    state,
    to,
    displaced.map(({ former }) => former),
    {
      heading: m.week_cancel_title({ to }),
      paragraphs: [
        m.week_cancel_object({ count: displaced.length }),
        m.week_letter_greeting(),
        m.week_cancel_lead({ count: displaced.length })
      ],
      table: displacedTable(state, displaced),
      after: [m.week_cancel_diary()]
    },
    displacedTable(state, displaced, [ticked(m.week_slip_noted()), ticked(m.week_letter_present())])
  );

const displacedTable = (
  state: WeekState,
  displaced: readonly Displaced[],
  more: readonly ViewColumn<Displaced>[] = []
) =>
  noteRows(displaced, [
    textColumn(m.week_letter_team(), ({ former }) => fullTeamName(state.meetings, former.team), { width: 3 }),
    textColumn(m.week_cancel_former(), ({ former }) => capitalised(slotWords(former)), { width: 2.5 }),
    textColumn(
      m.week_cancel_now(),
      ({ now }) => (now ? `${capitalised(dayWords(now.date))}, ${hoursWords(now)}` : m.week_cancel_none()),
      { width: 3 }
    ),
    ...more
  ]);

/** What is ticked when it is done: meetings, then members. */
function lists(state: WeekState, letters: readonly Letter[]): NoteSection[] {
  const { pending, displaced } = state;
  return [
    ...(displaced.length > 0
      ? [{ heading: m.week_cancel({ count: displaced.length }), table: displacedTable(state, displaced) }]
      : []),
    ...(pending.length > 0
      ? [
          {
            heading: m.week_convene(),
            table: noteRows(pending, [
              textColumn(m.week_tick_done(), () => TICK, { width: 0.8 }),
              textColumn(m.week_letter_team(), (meeting) => capitalised(meetingWords(state, meeting)), {
                width: 4
              }),
              textColumn(m.week_letter_hours(), hoursWords, { width: 1.6 }),
              textColumn(m.week_letter_place(), (meeting) => whereWords(state, meeting), { width: 2 }),
              textColumn(m.week_tick_members(), (meeting) => membersWords(state, meeting), { width: 3 })
            ])
          }
        ]
      : []),
    {
      heading: m.week_tick({ count: letters.length, shown: integer(letters.length) }),
      table: noteRows(letters, [
        textColumn(m.week_tick_sent(), () => TICK, { width: 1.3 }),
        textColumn(m.week_tick_answered(), () => TICK, { width: 1.3 }),
        textColumn(m.week_tick_member(), ({ to }) => to, { width: 3 }),
        textColumn(
          m.week_tick_letter(),
          (letter) =>
            [
              ...(letter.displaced.length > 0
                ? [m.week_tick_cancel({ count: letter.displaced.length })]
                : []),
              ...letter.meetings.map(({ date }) => dayWords(date))
            ].join(', '),
          { width: 5 }
        )
      ])
    }
  ];
}

export function convocationsNote(state: WeekState): Note {
  const { meetings, pending } = state;
  const letters = lettersOf(state);
  return noteOf(meetings.dashboard, {
    title: m.week_note_title(),
    lead:
      pending.length === 0
        ? m.week_cancel({ count: state.displaced.length })
        : m.week_note_lead({
            count: pending.length,
            shown: integer(pending.length),
            until: dayWords(pending.at(-1)!.date)
          }),
    sections: [
      ...lists(state, letters),
      ...letters.flatMap((letter) => [
        ...(letter.displaced.length > 0 ? cancellation(state, letter) : []),
        ...(letter.meetings.length > 0 ? convocation(state, letter) : [])
      ])
    ]
  });
}

/** @returns the name of the file */
export const saveConvocations = (state: WeekState): Promise<string> =>
  saveNote(`convocations-${state.today ?? state.monday}`, convocationsNote(state));
