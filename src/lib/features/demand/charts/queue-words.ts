// Lines of the queue with their labels, what is said under the chart, and what is said where a figure is unknown.
import type { Unknown } from '$lib/engines/demand/index.ts';
import { integer, plain } from '$lib/i18n/numbers.ts';
import { m } from '$lib/i18n/paraglide/messages.js';
import type { DemandState } from '../demand-state.svelte.ts';
import { capacityHypotheses } from '../hypotheses.ts';
import { countedPosts, rateText, todaysPosts } from '../words.ts';
import type { QueueLine } from './queue-chart.ts';

const FILLS: Record<QueueLine['kind'], string> = {
  none: 'var(--accent)',
  stable: 'var(--ink)',
  cleared: 'var(--ink)',
  chosen: 'var(--ramp-5)'
};

/** A range is not cut where labels are wrapped. */
const unbroken = (text: string): string => text.replaceAll(' ', '\u00a0');

/** Three staffing levels, and the chosen one where it is another. */
export function queueLines({ saturation, address }: DemandState): QueueLine[] {
  const { staffing, stable, cleared } = saturation;
  const missing = saturation.schoolsPerPost?.missing ?? 0;
  const names: Record<QueueLine['kind'], () => string> = {
    none: m.demand_line_none,
    stable: () =>
      missing > 0
        ? m.demand_line_stable_after({ posts: countedPosts(stable ?? 0), missing: countedPosts(missing) })
        : m.demand_line_stable({ posts: countedPosts(stable ?? 0) }),
    cleared: () =>
      m.demand_line_cleared({
        count: cleared?.years ?? 0,
        posts: countedPosts(cleared?.posts ?? 0),
        years: integer(cleared?.years ?? 0)
      }),
    chosen: () => m.demand_line_chosen({ posts: rateText(address.postsAYear) })
  };
  return staffing
    .filter(({ kind }) => kind !== 'chosen' || address.postsAYear !== 0)
    .map(({ kind, points }) => {
      const last = points.at(-1)!;
      const waiting = Math.round(last.waiting);
      return {
        kind,
        points,
        label: {
          value: last.waiting,
          fill: FILLS[kind],
          strong: true,
          lines: [
            waiting === 0
              ? m.demand_line_end_none({ high: integer(last.high) })
              : m.demand_line_end({
                  count: waiting,
                  shown: integer(waiting),
                  range: unbroken(m.demand_range({ low: integer(last.low), high: integer(last.high) }))
                }),
            names[kind]()
          ]
        }
      };
    });
}

/** Requests a year, then the posts that keep the queue and those that clear it. */
export function queueNotes({ saturation, posts, flows, chosenSchools }: DemandState): string[] {
  const { requests, stable, cleared, schoolsPerPost } = saturation;
  if (!requests) return [];
  const value = Math.round(requests.value * 10) / 10;
  const notes: string[] = [
    m.demand_note_requests({ count: value, shown: plain(value), years: integer(requests.years) })
  ];
  if (stable !== null && cleared && flows.at(-1)!.waiting > 0)
    notes.push(
      m.demand_note_posts({
        count: cleared.years,
        stable: countedPosts(stable),
        cleared: countedPosts(cleared.posts),
        years: integer(cleared.years)
      })
    );
  // The first to be said is what a post follows; it is among the hypotheses too.
  if (chosenSchools !== null) notes.push(...capacityHypotheses(schoolsPerPost).slice(1));
  // More than the whole service of today would have to be added.
  if (cleared && posts.fte !== null && cleared.posts > posts.fte)
    notes.push(m.demand_note_beyond({ posts: todaysPosts(posts.fte), years: integer(cleared.years) }));
  if (posts.counted) notes.push(m.demand_note_counted());
  return notes;
}

export function unknownWords(unknown: Unknown): { title: string; hint: string } {
  switch (unknown) {
    case 'requests':
      return { title: m.demand_sentence_no_requests(), hint: m.demand_no_requests_hint() };
    case 'waiting':
      return { title: m.demand_sentence_no_waiting(), hint: m.coverage_followed_unknown() };
    case 'posts':
      return { title: m.demand_sentence_no_posts(), hint: m.demand_no_posts_hint() };
  }
}
