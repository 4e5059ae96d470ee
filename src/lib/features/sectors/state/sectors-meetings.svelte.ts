// What leading the meetings of the teams takes of each coordination: by the plan of Réunions, else by the hypothesis of their length.
import { createContext } from 'svelte';
import { parseProgramme } from '$lib/cube/programme.ts';
import { assumedLoad, yearMinutes, type CoordinatorLoad, type MeetingLoad } from '$lib/model/workload.ts';
import { meetingLoad } from '$lib/session/meeting-load.svelte.ts';
import { keptKeyOf } from '$lib/storage/kept-key.ts';
import type { LoadsInUse } from '$lib/figures/loads-in-use.svelte.ts';

export interface CoordinationLoad extends CoordinatorLoad {
  /** Minutes a year of its meetings, and with the road. */
  held: number;
  total: number;
  /** Of the total, against the coordination's share of the posts, - 1; null without any post. */
  deviation: number | null;
}

export class SectorsMeetings {
  #assumed: MeetingLoad | null = $state.raw(null);
  /** INSEE codes of the communes that have a correspondent; null before their list is read, and without one. */
  correspondents: readonly string[] | null = $state.raw(null);
  readonly #sectors: LoadsInUse;
  /** Null in a territory without teams, and before its list is read. */
  load: MeetingLoad | null = $derived.by(
    () => meetingLoad(keptKeyOf(this.#sectors.dashboard.territory)) ?? this.#assumed
  );
  /** School year of the plan; null where loads are a hypothesis. */
  year: string | null = $derived.by(() => this.load?.year ?? null);
  coordinations: readonly CoordinationLoad[] = $derived.by(() => {
    const { settings, file, leaders } = this.#sectors;
    const rows = this.load?.coordinators ?? [];
    const fte = (posts: typeof file.posts) => posts.reduce((sum, post) => sum + post.fte, 0);
    const all = rows.reduce((sum, row) => sum + yearMinutes(row, settings.workload.meetingMinutes), 0);
    return rows.map((row) => {
      const total = yearMinutes(row, settings.workload.meetingMinutes);
      const target = (all * fte(file.posts.filter(({ id }) => leaders[id] === row.id))) / fte(file.posts);
      return {
        ...row,
        held: row.meetings * settings.workload.meetingMinutes,
        total,
        deviation: target > 0 ? total / target - 1 : null
      };
    });
  });

  constructor(sectors: LoadsInUse) {
    this.#sectors = sectors;
  }

  of(coordination: string): CoordinationLoad | null {
    return this.coordinations.find(({ id }) => id === coordination) ?? null;
  }

  /** Reads the lists of teams, for the loads of a territory whose meetings are not planned, and of correspondents. @throws when it cannot be read */
  async assume(fetcher: typeof fetch, base: string): Promise<void> {
    if (this.#assumed) return;
    const response = await fetcher(`${base}/tables/programme.json`);
    if (!response.ok) return;
    const { teams, correspondents } = parseProgramme(await response.text());
    this.#assumed = assumedLoad(teams);
    if (correspondents.length > 0)
      this.correspondents = correspondents.filter(({ filled }) => filled).map(({ commune }) => commune);
  }
}

/** Loads with those of the meetings that each coordination leads. */
export type LedLoads = LoadsInUse & { readonly meetings: SectorsMeetings };

export const [meetingLoads, provideMeetingLoads] = createContext<SectorsMeetings>();
