// What the page of journeys asks about the team's weeks, today and as a trial would have them.
import {
  movedPosts,
  settingsBy,
  type PostBurden,
  type TeamPost,
  type TeamSettings
} from '$lib/engines/travel/index.ts';
import type { TeamRequest } from '$lib/workers/travel/protocol.ts';
import type { Trial } from './travel-address.ts';

/** The post that spends most time on the road; null without any. */
export const busiestOf = (team: readonly PostBurden[]) =>
  team.reduce<PostBurden | null>(
    (most, post) => (most && most.hours.driving.mean >= post.hours.driving.mean ? most : post),
    null
  );

/** Tells one question about the team's weeks from another. */
export const teamKey = ({ posts, settings, closed, from }: TeamRequest) =>
  JSON.stringify([settings, posts.map(({ base }) => base), closed, from ?? 'site']);

/** The team's weeks as the trial would have them. */
export function triedTeam(posts: readonly TeamPost[], settings: TeamSettings, trial: Trial): TeamRequest {
  const mode = trial.mode ?? settings.mode;
  const visits = (settings.visits * trial.visits) / 100;
  return {
    posts: movedPosts(posts, trial.bases),
    settings: { ...settingsBy(settings, mode), visits },
    closed: trial.closed
  };
}
