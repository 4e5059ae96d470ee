// Streets, water and names under the maps of a territory.

/** Paths in the files of a territory: vector tiles for the live map; large water and main roads for paper. */
export const GROUND_TILES_PATH = 'map/ground.pmtiles';
export const GROUND_PAPER_PATH = 'map/ground.geojson';

export interface Ground {
  /** Each false where the territory has no such file. */
  tiles: boolean;
  paper: boolean;
  /** Generalised: drawn for the demonstration, and said so wherever it is shown. */
  source: 'openstreetmap' | 'generalised' | 'operator';
  /** Credit of an operator's own map; OpenStreetMap's and the demonstration's are known. */
  credit?: string;
  /** Date of the data, `YYYY-MM-DD`, where known. */
  date?: string;
}
