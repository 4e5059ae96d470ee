// The comparison as a map, for a step of a story: the posts that each commune alone would need, and what sharing brings.
import { CoverageCube } from '$lib/cube/coverage.ts';
import type { Dashboard } from '$lib/cube/dashboard.ts';
import type { AssignmentFile } from '$lib/model/assignment/assignment-file.ts';
import { m } from '$lib/i18n/paraglide/messages.js';
import type { LegendClass, Scene } from '$lib/map/scene.ts';
import type { Snapshot } from '$lib/map/svg/snapshot.ts';
import { roadOf } from '$lib/session/decision/decision-link.ts';
import { poolingAddress } from './pooling-settings.ts';
import {
  comparedFigures,
  nothingToCompare,
  poolingView,
  type PoolingFigure,
  type PoolingView
} from './pooling-view.ts';
import { figureName, figureValue, gainText, postCount, rangeText } from './pooling-words.ts';

/** What rests on posts and roads; meetings and purchases stay on the page. */
const SLIDE_FIGURES: readonly PoolingFigure[] = ['posts', 'schools', 'road'];

/** Classes of the ramp, 0 to 4. */
const LAST_CLASS = 4;

/** The numbers of posts found, each with its class; larger ones share the last. */
function classesOf({ gain }: PoolingView): ReadonlyMap<number, number> {
  const values = gain.communes.flatMap(({ posts }) => (posts && posts.central > 0 ? [posts.central] : []));
  const known = [...new Set(values)].sort((a, b) => a - b);
  return new Map(known.map((value, at) => [value, Math.min(at, LAST_CLASS)]));
}

function legendOf(classes: ReadonlyMap<number, number>): LegendClass[] {
  return [...new Set(classes.values())].map((one) => {
    const values = [...classes].filter(([, at]) => at === one).map(([value]) => value);
    const [least, most] = [postCount(values[0]!), postCount(values.at(-1)!)];
    return { class: one, label: least === most ? least : m.shell_range({ least, most }) };
  });
}

function sceneOf(view: PoolingView, classes: ReadonlyMap<number, number>): Scene {
  const alone = new Map(view.gain.communes.map((one) => [one.commune, one]));
  return {
    kind: 'communes',
    areas: view.cube.dashboard.communes.map(({ code, name, intervention }) => {
      const one = alone.get(code);
      const posts = one?.posts ?? null;
      const none = m.pooling_map_none();
      return {
        ref: { kind: 'commune' as const, code },
        name,
        class: posts ? (classes.get(posts.central) ?? null) : null,
        protected: false,
        label: posts ? postCount(posts.central) : '',
        description:
          posts && one
            ? m.pooling_map_zone({
                posts: rangeText('posts', posts),
                schools: figureValue('schools', one.schools)
              })
            : none,
        faded: !intervention && !one,
        circle: null
      };
    }),
    points: []
  };
}

/** @returns null where posts are not published, or where there is nothing to compare */
function poolingSnapshot(view: PoolingView): Snapshot | null {
  if (view.gain.posts === null || nothingToCompare(view) !== null) return null;
  const classes = classesOf(view);
  return {
    scene: sceneOf(view, classes),
    title: m.pooling_map(),
    legend: legendOf(classes),
    legendTitle: m.pooling_map_legend(),
    symbols: [],
    selected: null,
    figures: comparedFigures(view)
      .filter(({ figure }) => SLIDE_FIGURES.includes(figure))
      .map(({ figure, compared }) => ({
        label: figureName(figure),
        value: gainText(figure, compared.gain)
      }))
  };
}

export function poolingSnapshotFromUrl(
  dashboard: Dashboard,
  assignment: AssignmentFile | null,
  params: URLSearchParams
): Snapshot | null {
  const cube = new CoverageCube(dashboard);
  return poolingSnapshot(poolingView(cube, assignment, poolingAddress.read(params), roadOf(params)));
}
