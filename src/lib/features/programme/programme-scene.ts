// Scene of the programme's map: communes coloured by their sheets.
import { countBeforeNoun, sumWords } from '$lib/i18n/known-sums.ts';
import { knownSum } from '$lib/model/known-sum.ts';
import { integer } from '$lib/i18n/numbers.ts';
import { m } from '$lib/i18n/paraglide/messages.js';
import type { CommuneProgramme, ProgrammeState } from './programme-state.svelte.ts';
import type { Team } from '$lib/cube/programme.ts';
import type { LegendClass, LegendSymbol, Scene, ScenePoint } from '$lib/map/scene.ts';

const label = ({ sheets }: CommuneProgramme): string =>
  sheets.value + sheets.unknown === 0 ? m.programme_map_none() : sumWords(sheets, integer);

function correspondentWords({ correspondent }: CommuneProgramme): string {
  if (correspondent === null) return m.programme_correspondent_unknown();
  return correspondent ? m.programme_correspondent_filled_long() : m.programme_correspondent_vacant_long();
}

export function programmeScene(state: ProgrammeState): Scene {
  const chosen = state.address.commune;
  return {
    kind: 'communes',
    areas: state.communes.map((commune) => ({
      ref: commune.ref,
      name: commune.name,
      class: state.classOf(commune),
      protected: false,
      label: label(commune),
      description: m.programme_zone_description({
        value: label(commune),
        correspondent: correspondentWords(commune)
      }),
      faded: chosen !== null && chosen !== commune.ref.code,
      circle: null
    })),
    points: teamPoints(state)
  };
}

/** Degrees between two teams at the same position. */
const ASIDE = 0.006;

/** Teams at their QPV, or at the town hall of their commune. */
function teamPoints({ programme, cube, address }: ProgrammeState): ScenePoint[] {
  const { qpvs, communes } = cube.dashboard;
  const taken = new Map<string, number>();
  return programme.teams.flatMap((team): ScenePoint[] => {
    const qpv = qpvs.find(({ code }) => code === team.qpv);
    const town = communes.find(({ code }) => code === team.commune);
    const [lon, lat] = qpv ? [qpv.lon, qpv.lat] : [town?.town_lon ?? null, town?.town_lat ?? null];
    if (lon === null || lat === null) return [];
    const place = qpv?.code ?? team.commune;
    const before = taken.get(place) ?? 0;
    taken.set(place, before + 1);
    return [
      {
        ref: { kind: 'school', code: team.id },
        name: team.name,
        lon: lon + before * ASIDE,
        lat,
        status: 'team',
        size: null,
        description: teamWords(team),
        faded: address.commune !== null && address.commune !== team.commune
      }
    ];
  });
}

const teamWords = ({ meetings, professionals, coordinator }: Team): string =>
  m.programme_team_description({
    meetings: countBeforeNoun(knownSum([meetings])),
    professionals: countBeforeNoun(knownSum([professionals])),
    coordinator
  });

export const programmeSymbols = ({ programme }: ProgrammeState): LegendSymbol[] =>
  programme.teams.length === 0
    ? []
    : [{ kind: 'team', label: m.programme_team_symbol({ count: programme.teams.length }) }];

/** Label of a class of whole numbers, upper limit excluded: « 10 », « 10 à 14 ». */
const wholes = (low: number, high: number): string =>
  high - low <= 1
    ? integer(low)
    : m.coverage_class_between({ low: integer(Math.ceil(low)), high: integer(Math.ceil(high) - 1) });

/** Classes of the legend, high to low, without empty ones. */
export function programmeLegend(state: ProgrammeState): LegendClass[] {
  const { limits } = state;
  const used = new Set(state.communes.map((commune) => state.classOf(commune)));
  return [4, 3, 2, 1, 0]
    .filter((index) => used.has(index))
    .map((index) => {
      const [low, high] = [limits[index - 1], limits[index]];
      const text =
        low === undefined
          ? m.coverage_class_below({ high: integer(high ?? 0) })
          : high === undefined
            ? m.coverage_class_above({ low: integer(low) })
            : wholes(low, high);
      return { class: index, label: text };
    });
}
