// The ground on a live map that stands: its sources and layers, kept in step with the theme, the reader's choice and our own labels.
import type { GeoJSONSource, LayerSpecification, Map as MapLibreMap } from 'maplibre-gl';
import { watchTheme } from '../watch-page.ts';
import { groundBlocks, type TakenBoxes } from './ground-blocks.ts';
import { readGroundColors } from './ground-colors.ts';
import { groundImages } from './ground-images.ts';
import {
  BLOCKS_SOURCE,
  GROUND_SOURCE,
  groundLayersOf,
  STAGE_UNDER,
  type GroundStage
} from './ground-layers.ts';
import { LAYER_ORDER } from './layer-order.ts';

type PaintName = Parameters<MapLibreMap['setPaintProperty']>[1];

interface GroundOptions {
  /** Address of the archive, as `archives.ts` gives it. */
  url: string;
  container: HTMLElement;
  generalised: boolean;
  /** Names that our own labels bear already. */
  named: readonly string[];
  shown: () => boolean;
  taken: () => TakenBoxes | null;
}

const STAGES: readonly GroundStage[] = ['land', 'lines', 'names', 'blocks'];
/** Weights of the map's text, and letters that are in the second file of the typeface. */
const FACES = ['500 16px', '600 16px'];
const SAMPLE = 'Aéœ ŒŽłş';

/** The typeface is there before MapLibre draws its letters: it does not ask again. */
const typeface = () =>
  Promise.all(FACES.map((face) => document.fonts.load(`${face} "Radio Canada Variable"`, SAMPLE)));

function under(map: MapLibreMap, stage: GroundStage): string | undefined {
  const from = LAYER_ORDER.indexOf(STAGE_UNDER[stage] as (typeof LAYER_ORDER)[number]);
  return LAYER_ORDER.slice(from).find((id) => map.getLayer(id));
}

/** Draws the ground on a map and follows what it depends on. @returns stops following */
export async function followGround(map: MapLibreMap, options: GroundOptions): Promise<() => void> {
  await typeface();
  let colors = $state.raw(readGroundColors(options.container));
  const { generalised, named } = options;
  map.addSource(GROUND_SOURCE, { type: 'vector', url: options.url });
  map.addSource(BLOCKS_SOURCE, { type: 'geojson', data: { type: 'FeatureCollection', features: [] } });
  const drawn: Record<string, LayerSpecification> = {};
  return $effect.root(() => {
    $effect(() => {
      for (const [name, { image, options: about }] of Object.entries(groundImages(colors))) {
        if (map.hasImage(name)) map.updateImage(name, image);
        else map.addImage(name, image, about);
      }
    });
    $effect(() => {
      const visibility = options.shown() ? 'visible' : 'none';
      // Read by tests and by assistive scripts.
      options.container.dataset['ground'] = options.shown() ? 'shown' : 'hidden';
      const stages = groundLayersOf({ colors, generalised, named });
      for (const stage of STAGES)
        for (const layer of stages[stage]) {
          const before = drawn[layer.id];
          drawn[layer.id] = layer;
          if (!before) {
            map.addLayer(layer, under(map, stage));
          } else if (before.paint) {
            const old = before.paint as Record<string, unknown>;
            for (const [name, value] of Object.entries(layer.paint ?? {}))
              if (JSON.stringify(value) !== JSON.stringify(old[name]))
                map.setPaintProperty(layer.id, name as PaintName, value as never);
          }
          if ((map.getLayoutProperty(layer.id, 'visibility') ?? 'visible') !== visibility)
            map.setLayoutProperty(layer.id, 'visibility', visibility);
        }
    });
    $effect(() => {
      const taken = options.shown() ? options.taken() : null;
      if (taken) map.getSource<GeoJSONSource>(BLOCKS_SOURCE)?.setData(groundBlocks(taken));
    });
    $effect(() => watchTheme(() => (colors = readGroundColors(options.container))));
  });
}
