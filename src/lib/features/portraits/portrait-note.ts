// Portrait as a Word note: the sheet's figures as texts and tables.
import { countBeforeNoun, figureWords } from '$lib/i18n/known-sums';
import { knownSum } from '$lib/model/known-sum';
import type { Dashboard } from '$lib/cube/dashboard';
import type { Portrait } from '$lib/cube/portrait';
import { isWithinCommunes } from '$lib/cube/portrait-places';
import { noteRows, noteTable, numberColumn, textColumn } from '$lib/export/columns';
import type { Note, NoteSection } from '$lib/export/note';
import { day, shortYear } from '$lib/i18n/dates';
import { euros, integer } from '$lib/i18n/numbers';
import { m } from '$lib/i18n/paraglide/messages.js';
import { postNumber } from '$lib/i18n/place-names';
import { levelName, themeName } from '$lib/i18n/terms';
import type { Plan } from '$lib/model/plan';
import { exportFoot, noteOf, serviceLine } from '$lib/ui/export/notes';
import { sourcesOf } from '$lib/ui/paper/provenance';
import { placeSchools } from './portrait-files';
import {
  countWord,
  indicatorName,
  indicatorValue,
  childrenAbsent,
  kindWord,
  noActionWords,
  partnerName,
  portraitSentence,
  postWords,
  rankWord,
  titleOf,
  yearsWord
} from './words';

/** Who follows each school in the répartition in use, and how that one is named. */
interface FollowedBy {
  plan: Plan;
  split: string;
}

function figures({ indicators, place }: Portrait): NoteSection {
  return {
    heading: m.note_figures(),
    table: noteRows(indicators, [
      textColumn(m.portrait_col_indicator(), ({ name }) => indicatorName(name), { width: 4 }),
      numberColumn(
        isWithinCommunes(place) ? m.portrait_col_here() : place.name,
        ({ name, value, hidden }) =>
          value === null ? (hidden ? m.portrait_protected() : null) : indicatorValue(name, value),
        { width: 2 }
      ),
      numberColumn(
        m.portrait_col_whole(),
        ({ name, whole }) => (whole === null ? null : indicatorValue(name, whole)),
        { width: 2 }
      ),
      numberColumn(m.note_col_position(), rankWord, { width: 2 })
    ])
  };
}

function years({ evolution }: Portrait): NoteSection {
  return {
    heading: yearsWord({ evolution }),
    table: noteRows(evolution, [
      textColumn(m.coverage_col_year(), ({ year }) => shortYear(year), { width: 2 }),
      numberColumn(m.coverage_col_followed(), ({ followed }) => figureWords(followed, integer), {
        width: 2
      }),
      numberColumn(m.coverage_col_waiting(), ({ waiting }) => figureWords(waiting, integer), { width: 2 }),
      numberColumn(m.portrait_row_children(), ({ children }) => countWord(children), { width: 2 })
    ])
  };
}

function levels({ levels: rows, children, counted }: Portrait): NoteSection[] {
  if (children.status === 'absent')
    return [{ heading: m.portrait_levels(), paragraphs: [childrenAbsent({ counted })] }];
  const hidden = rows.some(({ count }) => count.status === 'suppressed');
  return [
    {
      heading: m.portrait_levels(),
      paragraphs: hidden ? [m.portrait_protected_why()] : [],
      table: noteRows(
        [
          { name: m.portrait_levels_all(), count: children },
          ...rows.map(({ level, count }) => ({ name: levelName(level), count }))
        ],
        [
          textColumn(m.coverage_level(), ({ name }) => name, { width: 3 }),
          numberColumn(m.coverage_col_children(), ({ count }) => countWord(count))
        ]
      )
    }
  ];
}

function schools({ schools: rows, followUpKnown }: Portrait, by: FollowedBy | null): NoteSection {
  const said = [
    ...(rows.length === 0 ? [m.portrait_no_school()] : []),
    ...(by && rows.length > 0 ? [m.portrait_referents({ split: by.split })] : [])
  ];
  const referent = by && ((uai: string) => postNumber(by.plan.referents[uai] ?? ''));
  return {
    heading: m.note_schools(),
    ...(said.length > 0 ? { paragraphs: said } : {}),
    table: noteTable(placeSchools('', rows, { followUpKnown, referent }))
  };
}

function service({
  posts,
  teams,
  partners,
  correspondents,
  actions,
  actionsKnown,
  sharedActions
}: Portrait): NoteSection[] {
  const meetings = knownSum(teams.map((team) => team.meetings));
  const rows = [
    ...posts.map(postWords),
    ...(teams.length > 0
      ? [m.portrait_teams({ count: teams.length, meetings: countBeforeNoun(meetings) })]
      : []),
    ...partners.map(
      ({ category, count }) => `${partnerName(category)}${m.portrait_colon()} ${integer(count)}`
    ),
    ...correspondents.map(
      ({ name, filled }) =>
        `${m.portrait_row_correspondent({ count: 1 })}, ${name}${m.portrait_colon()} ${filled ? m.portrait_filled() : m.portrait_vacant()}`
    )
  ];
  const sheets: NoteSection[] = actions?.length
    ? [
        {
          heading: m.portrait_actions(),
          table: noteRows(actions, [
            textColumn(m.note_action(), ({ title }) => title, { width: 5 }),
            textColumn(
              m.coverage_theme(),
              ({ theme }) => (theme === null ? m.portrait_no_theme() : themeName(theme)),
              { width: 2.5 }
            ),
            numberColumn(m.note_cost(), ({ euros: cost }) => figureWords(cost, euros), { width: 1.5 })
          ])
        }
      ]
    : [
        {
          heading: m.portrait_actions(),
          paragraphs: [noActionWords({ actions, actionsKnown })]
        }
      ];
  const shared = sharedActions > 0 ? [m.portrait_actions_shared({ count: sharedActions })] : [];
  return [
    { heading: m.portrait_service(), paragraphs: rows },
    ...sheets.map((one) => ({ ...one, paragraphs: [...(one.paragraphs ?? []), ...shared] }))
  ];
}

/** Note of a portrait. @param by null where posts are not shown @param waits who waits since when, and what following them asks */
export function portraitNote(
  portrait: Portrait,
  dashboard: Dashboard,
  by: FollowedBy | null = null,
  waits: readonly string[] = [],
  today = new Date()
): Note {
  const { place, year } = portrait;
  const { territory } = dashboard;
  const other = place.kind === 'other';
  return noteOf(dashboard, {
    title: titleOf(place),
    subtitle: `${kindWord(portrait)}. ${serviceLine(dashboard)}, ${year}. ${m.note_draft()}`,
    lead: portraitSentence(portrait),
    sections: other
      ? [{ heading: m.portrait_facts(), paragraphs: [m.portrait_other_why()] }]
      : [
          ...(waits.length > 0 ? [{ heading: m.portrait_waits_heading(), paragraphs: waits }] : []),
          ...(portrait.indicators.length > 0 ? [figures(portrait)] : []),
          schools(portrait, by),
          years(portrait),
          ...levels(portrait),
          ...service(portrait)
        ],
    sources: [sourcesOf(dashboard), ...(territory.demonstration ? [m.portrait_sheet_demo()] : [])],
    foot: exportFoot(dashboard, day(today))
  });
}
