// Déplacements in frames, pictures and stories.
import { base } from '$app/paths';
import type { PageView } from '$lib/features/share/page-view-type.ts';
import { loadAssignment } from '$lib/session/assignment-data.ts';
import { duration } from '$lib/i18n/numbers.ts';
import { m } from '$lib/i18n/paraglide/messages.js';
import { theSchool } from '$lib/i18n/terms.ts';
import { planCode } from '$lib/model/assignment/plan-code.ts';
import { withSplit } from '$lib/session/decision/decision-link.ts';
import { loadTeam } from './load-team.ts';
import { travelSnapshotFromUrl } from './map/snapshot.ts';
import { tripMinutes } from '$lib/model/travel/travel-times.ts';

const view: PageView = {
  snapshot: ({ dashboard, computer }, params) => travelSnapshotFromUrl(dashboard, computer ?? null, params),
  async open(dashboard, door) {
    const [{ TravelViews }, team, assignment] = await Promise.all([
      import('./travel-views.svelte.ts'),
      loadTeam(`${base}/graph`, door.fetch),
      loadAssignment(door.fetch)
    ]);
    return team && new TravelViews(dashboard, team, () => door.graphs(), { assignment });
  },
  steps({ dashboard: { access, schools }, assignment, plan }) {
    const near = schools.flatMap(({ uai, name }) => {
      const found = access?.nearest[uai];
      return found ? [{ name, minutes: tripMinutes(found.seconds) }] : [];
    });
    if (!access || near.length === 0) return [];
    const farthest = near.reduce((most, one) => (one.minutes > most.minutes ? one : most));
    const text = [
      m.council_story_travel_text({
        mean: duration(near.reduce((sum, { minutes }) => sum + minutes, 0) / near.length),
        most: duration(farthest.minutes),
        school: theSchool(farthest.name)
      }),
      ...(assignment && plan ? [m.council_story_travel_split()] : []),
      ...(access.schematic ? [m.council_story_travel_schematic()] : [])
    ].join('\n');
    const page = '/deplacements';
    const address = assignment && plan ? withSplit(page, planCode(assignment, plan)) : page;
    return [{ address, title: m.council_story_travel(), text }];
  }
};
export default view;
