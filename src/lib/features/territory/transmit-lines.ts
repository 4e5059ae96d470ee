// What whoever takes the service over reads of its territory: lists, what is due, what is decided, what is not known. No name, no count of children.
import { costSheet, postCost } from '$lib/engines/demand/index.ts';
import { costWords } from '$lib/figures/openings-words.ts';
import { roadInUse } from '$lib/figures/road-words.ts';
import type { Dashboard } from '$lib/cube/dashboard.ts';
import { dayMonth, longMonth, shortDay } from '$lib/i18n/dates.ts';
import { plain } from '$lib/i18n/numbers.ts';
import { m } from '$lib/i18n/paraglide/messages.js';
import type { Milestone } from '$lib/model/service.ts';
import { isOfChildren } from '$lib/model/source-files.ts';
import { isAhead } from '$lib/model/actions/action-year.ts';
import type { SessionRow } from '$lib/model/actions/session-rows.ts';
import { countedVisits } from '$lib/model/workload.ts';
import { isUsualRoad } from '$lib/model/travel/travel-settings.ts';
import type { Decision } from '$lib/session/decision/decision.svelte.ts';
import { WORKLOAD_WORDS } from '$lib/session/kit/address-settings.ts';
import type { ProjectFile } from '$lib/session/territory/project-file.ts';
import type { KeptMeeting } from '$lib/storage/meeting-plan.ts';
import { fileWords, kindWords } from './words.ts';

export interface TransmitList {
  kind: string;
  file: string;
  /** Day the file was last written; null where only who leaves knows it. */
  date: string | null;
}

/** Lists in the territory, but those of children: who leaves hands them over otherwise. */
export const transmitLists = (files: readonly ProjectFile[]): TransmitList[] =>
  files.flatMap(({ name, kind, state, content, from }) =>
    state === 'used' && kind && !isOfChildren(kind) && from === undefined
      ? [
          {
            kind: kindWords(kind),
            file: fileWords(name),
            date:
              content instanceof File
                ? shortDay(new Date(content.lastModified).toISOString().slice(0, 10))
                : null
          }
        ]
      : []
  );

export interface TransmitDates {
  milestones: readonly Milestone[];
  meetings: readonly KeptMeeting[];
  sessions: readonly Pick<SessionRow, 'sheet' | 'date' | 'status' | 'needs' | 'ready'>[];
  /** Of a team, by its id. */
  teamName: (id: string) => string;
  /** ISO date. */
  today: string;
}

/** What has a date from today on, the nearest first. */
export function transmitDue({ milestones, meetings, sessions, teamName, today }: TransmitDates): string[] {
  const lacking = ({ needs, ready }: TransmitDates['sessions'][number]) =>
    needs.filter((need) => !ready.includes(need));
  const dated = [
    ...milestones
      .filter(({ month, yearOnly }) => !yearOnly && month >= today.slice(0, 7))
      .map(({ month, text }) => ({ date: month, words: m.transmit_dated({ date: longMonth(month), text }) })),
    ...meetings.map(({ date, team }) => ({
      date,
      words: m.transmit_meeting({ date: dayMonth(date), team: teamName(team) })
    })),
    ...sessions.filter(isAhead).map((session) => ({
      date: session.date,
      words: m.transmit_session({
        date: dayMonth(session.date),
        sheet: session.sheet,
        needs: lacking(session).join(', ') || m.transmit_session_ready()
      })
    }))
  ];
  return dated
    .filter(({ date }) => date >= today.slice(0, date.length))
    .sort((a, b) => (a.date < b.date ? -1 : 1))
    .map(({ words }) => words);
}

export interface TransmitFigures {
  decided: Pick<Decision, 'cost' | 'road' | 'split'>;
  dashboard: Pick<Dashboard, 'actions' | 'posts'>;
  /** The territory shows its posts. */
  hasPosts: boolean;
  /** A list of visits says how many are made. */
  hasVisits: boolean;
}

/** What figures suppose until the service says otherwise, or as it typed it: the cost of a post, the road, the visits. */
export function transmitHypotheses({ decided, dashboard, hasPosts, hasVisits }: TransmitFigures): string[] {
  const { referents, coordinators } = dashboard.posts;
  const cost = costWords(postCost(decided.cost, costSheet(dashboard.actions, referents + coordinators)));
  if (!hasPosts) return [cost];
  const typed = Number(decided.split?.settings[WORKLOAD_WORDS.visitsPerMonth] ?? NaN);
  const visits = countedVisits({}, { visitsPerMonth: Number.isNaN(typed) ? null : typed });
  return [
    cost,
    m.transmit_road({
      road: roadInUse(decided.road),
      usual: String(isUsualRoad(decided.road)) as 'true' | 'false'
    }),
    ...(hasVisits && Number.isNaN(typed) ? [] : [m.transmit_visits({ visits: plain(visits) })])
  ];
}
