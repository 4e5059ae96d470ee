// The decision in use, line by line: what every page follows, and the page where it is changed.
import type { CoverageCube } from '$lib/cube/coverage.ts';
import { latestYear } from '$lib/cube/dashboard.ts';
import { capitalised, integer } from '$lib/i18n/numbers.ts';
import { m } from '$lib/i18n/paraglide/messages.js';
import { isFixed } from '$lib/model/meetings/meeting-problem.ts';
import { schoolYear, startYear } from '$lib/model/school-year.ts';
import { isUsualRoad } from '$lib/model/travel/travel-settings.ts';
import type { PageFeature } from '$lib/pages/register.ts';
import type { DecidedPart, Decision } from '$lib/session/decision/decision.svelte.ts';
import { splitName } from '$lib/session/decision/split-words.ts';
import { today } from '$lib/session/today.ts';
import { askedPosts } from './openings-words.ts';
import type { OpeningsState } from '$lib/figures/openings-state.svelte.ts';
import { roadBlanks } from './road-words.ts';

export interface DecisionLine {
  label: string;
  value: string;
  /** Feature whose page it is. */
  page: PageFeature;
  /** What the page does of it. */
  act: string;
  /** Choice that would be lost with the tab, when it is not saved. */
  part?: DecidedPart;
  isUnsaved?: boolean;
}

/** Posts that the calendar of openings proposes while none is chosen; null where they are not known on the page. */
export const proposedPosts = ({ file, view }: Pick<OpeningsState, 'file' | 'view'>): number | null =>
  file === null ? null : (view.answer?.posts ?? null);

/**
 * @param hasPosts the territory shows its posts
 * @param proposed posts that the page proposes while none is chosen
 */
export function decisionLines(
  decision: Decision,
  cube: Pick<CoverageCube, 'dashboard'>,
  hasPosts: boolean,
  proposed: number | null = null
): DecisionLine[] {
  const { split, calendar, means, road, unsaved } = decision;
  const assignment: DecisionLine[] = hasPosts
    ? [
        {
          label: m.today_decision_split(),
          value: capitalised(splitName(split)),
          page: 'sectors',
          act: m.today_decision_change(),
          part: 'split',
          isUnsaved: unsaved.includes('split')
        },
        ...(isUsualRoad(road)
          ? []
          : [
              {
                label: m.today_decision_road(),
                value: m.today_decision_road_value(roadBlanks(road)),
                page: 'travel' as const,
                act: m.today_decision_change()
              }
            ])
      ]
    : [];
  return [
    ...assignment,
    {
      label: m.today_decision_calendar(),
      value: calendarValue(calendar, cube.dashboard),
      page: 'meetings',
      act: m.today_decision_open(),
      part: 'calendar',
      isUnsaved: unsaved.includes('calendar')
    },
    {
      label: m.today_decision_posts(),
      value: postsValue(means?.posts ?? null, proposed),
      page: 'demand',
      act: m.today_decision_set(),
      part: 'means',
      isUnsaved: unsaved.includes('means')
    }
  ];
}

/** Meetings that have a date, and those of them that are fixed or held, as Réunions draws them; where that page has not dated them yet, how many it will. */
function calendarValue(calendar: Decision['calendar'], dashboard: CoverageCube['dashboard']): string {
  if (calendar) {
    const { year, plan } = calendar.plan;
    const held = { locked: calendar.plan.locked, today: today() };
    const fixed = plan.filter((meeting) => isFixed(meeting, held)).length;
    const shown = { count: plan.length, shown: integer(plan.length), fixed: integer(fixed), year };
    return calendar.adopted
      ? m.today_decision_calendar_adopted(shown)
      : m.today_decision_calendar_proposed(shown);
  }
  const asked = dashboard.teams.reduce((sum, { meetings }) => sum + (meetings ?? 0), 0);
  const year = schoolYear(startYear(latestYear(dashboard)) + 1);
  return asked > 0
    ? m.today_decision_calendar_asked({ count: asked, shown: integer(asked), year })
    : m.today_decision_none();
}

function postsValue(chosen: number | null, proposed: number | null): string {
  const posts = chosen ?? proposed;
  if (!posts) return m.today_decision_none();
  const words = capitalised(askedPosts(posts));
  return chosen === null ? m.today_decision_proposed({ count: posts, posts: words }) : words;
}
