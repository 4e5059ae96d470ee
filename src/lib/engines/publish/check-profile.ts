// A site goes to whom its files were made for: those of a public site show nobody's post.
import { noSessions, SESSIONS_PATH } from '../../model/actions/session-rows.ts';
import { UnusableInput } from '../../model/findings.ts';
import { MEETINGS_PATH, noMeetings } from '../../model/meetings/meetings-file.ts';
import type { TerritoryFiles } from '../../model/territory-files.ts';

export type CheckProfile = 'public' | 'internal';

/** Posts of a service, who follows which schools, who sits in which team and when they are away, sessions of actions: they stay in the service. */
const POSTS = ['graph/team.json', 'graph/split.json', MEETINGS_PATH, SESSIONS_PATH];

interface Territory {
  demonstration?: boolean;
  internal?: boolean;
}

function read(files: TerritoryFiles, path: string): unknown {
  const bytes = files.get(path);
  return bytes ? JSON.parse(new TextDecoder().decode(bytes)) : null;
}

/** A territory without posts has these files all the same: no page asks for one that is not there. */
const hasNoPost = (file: unknown): boolean => {
  const { posts } = (file ?? {}) as { posts?: unknown };
  return Array.isArray(posts) && posts.length === 0;
};

const DEPARTEMENT = /^(?:\d{2,3}|2[AB])?$/;

/** Whether the file of meetings says nothing but the département, in which nobody can be named. */
function saysNothing(file: unknown): boolean {
  const { departement } = (file ?? {}) as { departement?: unknown };
  if (typeof departement !== 'string' || !DEPARTEMENT.test(departement)) return false;
  return JSON.stringify(file) === JSON.stringify(noMeetings(departement));
}

function hidesPosts(path: string, file: unknown): boolean {
  if (path === SESSIONS_PATH) return JSON.stringify(file) === JSON.stringify(noSessions());
  return path === MEETINGS_PATH ? saysNothing(file) : hasNoPost(file);
}

const refusal = (code: string, file: string) => new UnusableInput({ code, severity: 'dropped', file });

/**
 * @param files of the territory
 * @param profile whom the site is for
 * @throws UnusableInput `publish-other-profile` when the files were made for the other profile; `publish-posts` when files of a public site
 * hold the posts of a service
 */
export function checkProfile(files: TerritoryFiles, profile: CheckProfile): void {
  const file = 'tables/dashboard.json';
  const { territory } = (read(files, file) ?? {}) as { territory?: Territory };
  if (!territory) throw refusal('missing-file', file);
  if ((territory.internal === true) !== (profile === 'internal'))
    throw refusal('publish-other-profile', file);
  if (profile === 'internal' || territory.demonstration) return;
  const shown = POSTS.find((path) => files.has(path) && !hidesPosts(path, read(files, path)));
  if (shown) throw refusal('publish-posts', shown);
}
