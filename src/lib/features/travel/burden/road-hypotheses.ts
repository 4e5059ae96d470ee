// What the road of a team supposes, and what another value of each hypothesis is asked for.
import { neutralShareOf } from '$lib/engines/travel/index.ts';
import { decimal, duration, integer, percent, signed } from '$lib/i18n/numbers';
import { m } from '$lib/i18n/paraglide/messages.js';
import { homeMetresOf } from '$lib/model/travel/home-radius.ts';
import type { TeamPost } from '$lib/model/travel/team-travel.ts';
import { withinLimits, type TeamSettings } from '$lib/model/travel/travel-settings.ts';
import { countedVisits } from '$lib/model/workload.ts';

/** A hypothesis, and the team under another value of it. */
export interface RoadHypothesis {
  label: string;
  note: string;
  value: string;
  other: string;
  posts: readonly TeamPost[];
  settings: TeamSettings;
}
type Words = Omit<RoadHypothesis, 'posts' | 'settings'>;

/** Metres farther of families, share of visits away from home, and factor of the peak hour, that another value is asked for. */
const FARTHER = 300;
const ONE_IN_FIVE = 0.2;
const PEAK = 1.3;

/** With as few decimals as it has. */
const plain = (value: number) => decimal(value, value % 1 === 0 ? 0 : 1);

function visitsOf(posts: readonly TeamPost[], settings: TeamSettings): [Words, Partial<TeamSettings>] {
  const [school = {}] = posts.flatMap((post) => post.schools);
  const visits = countedVisits(school, settings);
  const visitsPerMonth = visits === 1 ? 2 : 1;
  const isMade = settings.visitsPerMonth === null && 'visitsMade' in school;
  const note = isMade ? m.workload_visits_made() : m.travel_hypothesis();
  const words = { label: m.workload_visits(), note, value: plain(visits), other: plain(visitsPerMonth) };
  return [words, { visitsPerMonth }];
}

function homesOf(posts: readonly TeamPost[], settings: TeamSettings): [Words, Partial<TeamSettings>] {
  const metres = posts.flatMap(({ schools }) => schools.map((school) => homeMetresOf(school, settings)));
  const mean = metres.reduce((sum, one) => sum + one, 0) / Math.max(1, metres.length);
  const [shown, homeMetres] = [mean, mean + FARTHER].map((one) => withinLimits('homeMetres', one)) as [
    number,
    number
  ];
  const ends = { least: integer(Math.min(...metres)), most: integer(Math.max(...metres)) };
  const words = {
    label: m.travel_set_homes_of(),
    note: settings.homeMetres === null ? m.travel_supposed_homes(ends) : m.travel_set_homes_chosen(),
    value: m.travel_supposed_metres({ metres: integer(shown) }),
    other: m.travel_supposed_metres({ metres: integer(homeMetres) })
  };
  return [words, { homeMetres }];
}

function neutralOf(posts: readonly TeamPost[]): [Words, TeamPost[]] {
  const share = neutralShareOf(posts.flatMap((post) => post.schools));
  const neutralShare = share === 0 ? ONE_IN_FIVE : 0;
  const words = {
    label: m.travel_supposed_neutral(),
    note: share === 0 ? m.travel_supposed_at_home() : m.travel_supposed_list(),
    value: share === 0 ? m.travel_supposed_unknown() : percent(share),
    other: percent(neutralShare)
  };
  const withShare = (post: TeamPost) => ({
    ...post,
    schools: post.schools.map((school) => ({ ...school, neutralShare }))
  });
  return [words, posts.map(withShare)];
}

/** The hypotheses of a road; those of parking and traffic by car alone. */
export function roadHypotheses(posts: readonly TeamPost[], settings: TeamSettings): RoadHypothesis[] {
  const under = ([words, part]: [Words, Partial<TeamSettings>]): RoadHypothesis => ({
    ...words,
    posts,
    settings: { ...settings, ...part }
  });
  const { parkingMinutes, peak } = settings;
  const otherPeak = peak === 1 ? PEAK : 1;
  const label = m.travel_set_parking();
  const [parked, more] = [parkingMinutes, parkingMinutes + 1].map(plain) as [string, string];
  const byCar: RoadHypothesis[] = [
    under([
      { label, note: m.travel_hypothesis(), value: parked, other: more },
      { parkingMinutes: parkingMinutes + 1 }
    ]),
    under([
      {
        label: m.travel_set_peak(),
        note: m.travel_source_peak(),
        value: plain(peak),
        other: plain(otherPeak)
      },
      { peak: otherPeak }
    ])
  ];
  const [neutral, away] = neutralOf(posts);
  return [
    under(visitsOf(posts, settings)),
    ...(settings.mode === 'car' ? byCar : []),
    under(homesOf(posts, settings)),
    { ...neutral, posts: away, settings }
  ];
}

/** « +3 h 30 », to ten minutes. */
export function changeWords(minutes: number): string {
  const told = 10 * Math.round(minutes / 10);
  return told === 0 ? m.travel_supposed_little() : signed(told, duration);
}
