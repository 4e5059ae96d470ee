// Sessions to take away: a calendar file, the sheet of one session for Word, the list with its ticks. The first two hold no number of children.
import type { Dashboard } from '$lib/cube/dashboard.ts';
import { writeCalendar } from '$lib/engines/meetings/index.ts';
import { exportTable, numberColumn, textColumn, viewOf } from '$lib/export/columns.ts';
import type { Note } from '$lib/export/note.ts';
import type { ExportTable } from '$lib/export/table.ts';
import { locale } from '$lib/i18n/locale.ts';
import { listWords } from '$lib/i18n/lists.ts';
import { capitalised } from '$lib/i18n/numbers.ts';
import { m } from '$lib/i18n/paraglide/messages.js';
import type { ListedSession } from '$lib/model/actions/action-sheets.ts';
import { clockText, halfOf, isAhead } from '$lib/model/actions/action-year.ts';
import type { SessionRow } from '$lib/model/actions/session-rows.ts';
import { HALF_DAY_WORDS, STATUS_CHOICES } from '$lib/model/actions/session-words.ts';
import { foldPlace } from '$lib/model/names.ts';
import { sourceLines } from '$lib/session/source-lines.ts';
import { exportFoot } from '$lib/ui/export/notes.ts';
import type { ActionNames, ActionsBook } from '$lib/figures/actions/actions-book.ts';
import {
  dueWords,
  needAct,
  needName,
  ownerWords,
  placeWords,
  sessionEvent,
  sessionTime
} from '$lib/figures/actions/actions-words.ts';
import { roomSize } from './paper-lines.ts';

const fileName = (text: string): string => foldPlace(text).replaceAll(' ', '-');

/**
 * Sessions ahead as a calendar file: title, place and commune, nothing of who is enrolled.
 *
 * @param who what the calendar is called by
 * @param made when, an ISO date and time in UTC
 */
export function sessionCalendar(
  sessions: readonly ListedSession[],
  names: ActionNames,
  { who, made }: { who: string; made: string }
): { name: string; text: string } {
  const events = sessions.filter(isAhead).map((session) => sessionEvent(session, names));
  return {
    name: `${m.actions_file_name()}-${fileName(who)}.ics`,
    text: writeCalendar(events, { name: m.actions_file_calendar({ who }), made })
  };
}

/** The sheet of a session: when, where, with whom, what must be ready; places to write on the day. */
export function sessionNote(book: ActionsBook, session: ListedSession, dashboard: Dashboard): Note {
  const { names } = book.facts;
  const { territory } = dashboard;
  const place = [
    placeWords(session, names) ?? m.actions_place_unknown(),
    names.commune(session.commune)
  ].join(', ');
  const size = roomSize(session);
  const ready = session.needs.filter((need) => session.ready.includes(need));
  return {
    title: names.sheet(session.sheet),
    subtitle: `${territory.service} · ${territory.name} · ${session.sheet}`,
    lead: m.actions_file_sheet_lead({ when: capitalised(sessionTime(session)), place }),
    sections: [
      {
        heading: m.actions_must_be_ready(),
        paragraphs: [
          ...(size === '' ? [] : [capitalised(size)]),
          ...(session.people.length > 0
            ? [m.actions_file_people({ who: listWords(session.people.map(names.person)) })]
            : [])
        ],
        table: {
          columns: [
            { label: m.actions_paper_what() },
            { label: m.actions_file_who() },
            { label: m.actions_todo_latest() },
            { label: m.actions_file_done() }
          ],
          rows: [
            ...book
              .needsOf(session)
              .map((line) => [
                needAct(line.need, session),
                ownerWords(line, names, true),
                dueWords(line, book.today),
                ''
              ]),
            ...ready.map((need) => [needName(need), '', '', m.actions_is_ready()])
          ]
        }
      },
      { heading: m.actions_file_day(), paragraphs: [m.actions_file_day_text()] }
    ],
    sources: sourceLines(dashboard),
    foot: exportFoot(dashboard),
    language: locale() === 'fr' ? 'fr-FR' : 'en-GB'
  };
}

/** The list as it may be given again, with its ticks: its columns and words are those of the file, in French. */
export function sessionsTable(rows: readonly SessionRow[], { commune, room }: ActionNames): ExportTable {
  const joined = (words: readonly string[]) => words.join(' ; ');
  const text = (title: string, value: (row: SessionRow) => string) => textColumn(title, value);
  const number = (title: string, value: (row: SessionRow) => number | null) => numberColumn(title, value);
  const columns = [
    text('seance', ({ id }) => id),
    text('fiche', ({ sheet }) => sheet),
    text('date', ({ date }) => date),
    text('debut', ({ half, begin }) =>
      half ? HALF_DAY_WORDS[halfOf(begin) === 'am' ? 0 : 1] : clockText(begin)
    ),
    text('fin', ({ half, end }) => (half ? '' : clockText(end))),
    text('lieu', ({ place, room: id }) => place || (id === null ? '' : room(id))),
    text('commune', (row) => commune(row.commune)),
    number('places', ({ seats }) => seats),
    number('inscrits', ({ enrolled }) => enrolled),
    number('presents', ({ present }) => present),
    text('intervenant', ({ providers }) => joined(providers)),
    text('accompagnateur', ({ companions }) => joined(companions)),
    text('transport', ({ transport }) => transport ?? ''),
    text('besoins', ({ needs }) => joined(needs)),
    text('prets', ({ ready }) => joined(ready)),
    text('statut', ({ status }) => STATUS_CHOICES[status])
  ];
  return exportTable(viewOf({ name: 'seances', caption: m.actions_file_list() }, rows, columns));
}
