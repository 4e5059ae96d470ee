// Portrait as a Word note: the sheet's figures as texts and tables.
import { countBeforeNoun, figureWords } from '$lib/i18n/known-sums';
import { knownSum } from '$lib/model/known-sum';
import type { Dashboard } from '$lib/cube/dashboard';
import type { Portrait } from '$lib/cube/portrait';
import { isWithinCommunes } from '$lib/cube/portrait-places';
import type { Note, NoteSection } from '$lib/export/note';
import { day, shortYear } from '$lib/i18n/dates';
import { locale } from '$lib/i18n/locale';
import { decimal, duration, euros, integer } from '$lib/i18n/numbers';
import { m } from '$lib/i18n/paraglide/messages.js';
import { postNumber } from '$lib/i18n/place-names';
import { kindName, levelName, statusWord, themeName } from '$lib/i18n/terms';
import type { Plan } from '$lib/model/plan';
import type { SchoolStatus } from '$lib/model/school';
import { sourcesOf } from '$lib/ui/paper/provenance';
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

const right = { align: 'right' } as const;

/** Who follows each school in the répartition in use, and how that one is named. */
interface FollowedBy {
  plan: Plan;
  split: string;
}

function figures({ indicators, place }: Portrait): NoteSection {
  return {
    heading: m.note_figures(),
    table: {
      columns: [
        { label: m.portrait_col_indicator(), width: 4 },
        { label: isWithinCommunes(place) ? m.portrait_col_here() : place.name, width: 2, ...right },
        { label: m.portrait_col_whole(), width: 2, ...right },
        { label: m.note_col_position(), width: 2, ...right }
      ],
      rows: indicators.map((one) => [
        indicatorName(one.name),
        one.value === null
          ? one.hidden
            ? m.portrait_protected()
            : '–'
          : indicatorValue(one.name, one.value),
        one.whole === null ? '–' : indicatorValue(one.name, one.whole),
        rankWord(one)
      ])
    }
  };
}

function years({ evolution }: Portrait): NoteSection {
  return {
    heading: yearsWord({ evolution }),
    table: {
      columns: [
        { label: m.coverage_col_year(), width: 2 },
        { label: m.coverage_col_followed(), width: 2, ...right },
        { label: m.coverage_col_waiting(), width: 2, ...right },
        { label: m.portrait_row_children(), width: 2, ...right }
      ],
      rows: evolution.map(({ year, followed, waiting, children }) => [
        ...[
          shortYear(year),
          figureWords(followed, integer),
          figureWords(waiting, integer),
          countWord(children)
        ]
      ])
    }
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
      table: {
        columns: [
          { label: m.coverage_level(), width: 3 },
          { label: m.coverage_col_children(), ...right }
        ],
        rows: [
          [m.portrait_levels_all(), countWord(children)],
          ...rows.map(({ level, count }) => [levelName(level), countWord(count)])
        ]
      }
    }
  ];
}

/** « 2023-24 », or what the school is to the service. */
const followedSince = (
  { followed_since: since }: Portrait['schools'][number]['school'],
  status: SchoolStatus
) => (status === 'followed' && since ? shortYear(since) : statusWord(status));

function schools({ schools: rows, followUpKnown }: Portrait, by: FollowedBy | null): NoteSection {
  const said = [
    ...(rows.length === 0 ? [m.portrait_no_school()] : []),
    ...(by && rows.length > 0 ? [m.portrait_referents({ split: by.split })] : [])
  ];
  const referent = (uai: string) => {
    const post = by?.plan.referents[uai];
    return (post && postNumber(post)) || '–';
  };
  return {
    heading: m.note_schools(),
    ...(said.length > 0 ? { paragraphs: said } : {}),
    table: {
      columns: [
        { label: m.portrait_col_number() },
        { label: m.portrait_col_school(), width: 6 },
        { label: m.portrait_col_kind(), width: 2.2 },
        { label: m.portrait_col_pupils(), width: 1.4, ...right },
        { label: m.portrait_col_ips(), width: 1.2, ...right },
        { label: m.portrait_col_nearest(), width: 1.6, ...right },
        ...(followUpKnown ? [{ label: m.portrait_col_since(), width: 2.4, ...right }] : []),
        ...(by ? [{ label: m.portrait_col_referent(), width: 1.6, ...right }] : [])
      ],
      rows: rows.map(({ number, school, status, minutes }) => [
        integer(number),
        school.name,
        kindName(school.kind),
        school.pupils === null
          ? '–'
          : `${school.pupils_quality === 'estimated' ? '≈\u00a0' : ''}${integer(school.pupils)}`,
        school.ips === null ? '–' : decimal(school.ips, 1),
        minutes === null ? '–' : duration(minutes),
        ...(followUpKnown ? [followedSince(school, status)] : []),
        ...(by ? [referent(school.uai)] : [])
      ])
    }
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
          table: {
            columns: [
              { label: m.note_action(), width: 5 },
              { label: m.coverage_theme(), width: 2.5 },
              { label: m.note_cost(), width: 1.5, ...right }
            ],
            rows: actions.map(({ title, theme, euros: cost }) => [
              ...[title, theme === null ? m.portrait_no_theme() : themeName(theme), figureWords(cost, euros)]
            ])
          }
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

/** Note of a portrait, for `writeNote`. @param by null where posts are not shown @param waits who waits since when, and what following them asks */
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
  return {
    title: titleOf(place),
    subtitle: `${kindWord(portrait)}. ${territory.service} · ${territory.name}, ${year}. ${m.note_draft()}`,
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
    foot: `Maillage · ${m.portrait_printed_on({ date: day(today) })}`,
    language: locale() === 'fr' ? 'fr-FR' : 'en-GB'
  };
}
