// The sectors of today and the time on the road, drawn from an address: what a slide shows of two pages that compute.
import { CoverageCube } from '../cube/coverage.ts';
import { classOf } from '../cube/classes.ts';
import { duration, integer } from '../i18n/numbers.ts';
import { m } from '../i18n/paraglide/messages.js';
import type { DrawnPage, Material, Sector } from './drawn-page.ts';
import type { SceneArea, ScenePoint } from './scene.ts';

/** Minutes: upper limits of the classes of time. */
const MINUTES = [3, 5, 8, 12];

function points({ dashboard }: Material, status: 'followed' | 'waiting'): ScenePoint[] {
  return dashboard.schools.flatMap(({ uai, name, lon, lat, status: now }) =>
    now !== status || lon === null || lat === null
      ? []
      : [
          {
            ref: { kind: 'school', code: uai },
            name,
            lon,
            lat,
            status,
            size: null,
            description: '',
            faded: false
          }
        ]
  );
}

const ground = ({ dashboard }: Material): SceneArea[] =>
  dashboard.communes
    .filter(({ intervention }) => intervention)
    .map(({ code, name }) => ({
      ref: { kind: 'commune', code },
      ...{ name, class: null, protected: false, label: '', description: '', faded: false, circle: null }
    }));

/** Who follows which schools today; a plan of the address is shown on the live page alone. */
export function drawnSectors(material: Material): DrawnPage | null {
  const { split, sectors } = material;
  if (!split || !sectors) return null;
  const posts = split.posts.map(({ id }) => id);
  const painted = sectors.features.flatMap(({ geometry, properties }): Sector[] => {
    const post = posts.indexOf(split.assignment[properties.code.split(' ')[0] ?? ''] ?? '');
    return post < 0 ? [] : [{ area: geometry, post }];
  });
  const followedBy = (post: string) =>
    Object.values(split.assignment).filter((assigned) => assigned === post).length;
  return {
    scene: { kind: 'ecoles', areas: ground(material), points: points(material, 'followed') },
    title: m.council_sectors_legend(),
    legend: [],
    legendTitle: m.council_sectors_legend(),
    posts: posts.map((post) => m.council_sectors_post({ post, count: followedBy(post) })),
    sectors: painted,
    bases: split.posts.flatMap(({ base }, post) => {
      const town = material.dashboard.communes.find(({ code }) => code === base);
      return town ? [{ post, lon: town.town_lon, lat: town.town_lat }] : [];
    }),
    ...{ protectedShown: false, symbols: [], ramp: 'amount', selected: null },
    figures: [
      { label: m.council_figure_posts(), value: integer(posts.length) },
      {
        label: m.council_figure_coordinators(),
        value: integer(new Set(split.posts.flatMap(({ coordinator }) => coordinator ?? [])).size)
      }
    ]
  };
}

/** Minutes from the nearest base, school by school; null where bases or roads are unknown. */
export function drives({ dashboard }: Material): { uai: string; commune: string; minutes: number }[] | null {
  const { access, schools } = dashboard;
  if (!access) return null;
  return schools.flatMap(({ uai, commune }) => {
    const near = access.nearest[uai];
    return near ? [{ uai, commune, minutes: near.seconds / 60 }] : [];
  });
}

export const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);

export function drawnTravel(material: Material): DrawnPage | null {
  const all = drives(material);
  if (!all || all.length === 0) return null;
  const cube = new CoverageCube(material.dashboard);
  const areas = ground(material).map((area): SceneArea => {
    const here = all.filter(({ commune }) => commune === area.ref.code).map(({ minutes }) => minutes);
    if (here.length === 0) return area;
    const minutes = duration(mean(here));
    return {
      ...area,
      class: classOf(mean(here), MINUTES),
      label: minutes,
      description: m.council_travel_zone({ minutes })
    };
  });
  const used = new Set(areas.map((area) => area.class));
  const label = (index: number) => {
    const [low, high] = [MINUTES[index - 1], MINUTES[index]];
    if (low === undefined) return m.council_travel_class({ high: integer(high ?? 0) });
    return high === undefined
      ? m.council_travel_class_above({ low: integer(low) })
      : m.council_travel_class_between({ low: integer(low), high: integer(high) });
  };
  const farthest = all.reduce((most, one) => (one.minutes > most.minutes ? one : most));
  return {
    scene: { kind: 'communes', areas, points: [] },
    title: m.council_travel_legend(),
    legend: [4, 3, 2, 1, 0]
      .filter((index) => used.has(index))
      .map((index) => ({ class: index, label: label(index) })),
    legendTitle: m.council_travel_legend(),
    ...{ protectedShown: false, symbols: [], posts: [], sectors: [], ramp: 'time', selected: null },
    figures: [
      { label: m.council_figure_mean(), value: duration(mean(all.map(({ minutes }) => minutes))) },
      {
        label: m.council_figure_most(),
        value: `${duration(farthest.minutes)} (${cube.nameOf(farthest.commune)})`
      }
    ]
  };
}
