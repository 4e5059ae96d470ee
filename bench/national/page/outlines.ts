// Every commune's outline from one archive, read by ranges: a map of the country, then of a town.
import { Map, setWorkerUrl, addProtocol } from 'maplibre-gl';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url';
import { Protocol } from 'pmtiles';

export interface OutlineTimes {
  /** Milliseconds from the first request to a map at rest. */
  country: number;
  town: number;
  /** Communes drawn in the first. */
  drawn: number;
  /** Bytes asked for, in all. */
  bytes: number;
  requests: number;
}

export async function readOutlines(archive: string, bounds: [number, number, number, number]) {
  setWorkerUrl(workerUrl);
  addProtocol('pmtiles', new Protocol().tile);
  const container = document.createElement('div');
  Object.assign(container.style, { width: '1200px', height: '900px' });
  document.body.append(container);
  const idle = (map: Map) => new Promise((resolve) => map.once('idle', resolve));
  const began = performance.now();
  const address = new URL(archive, location.href).href;
  const map = new Map({
    container,
    bounds,
    fadeDuration: 0,
    attributionControl: false,
    style: {
      version: 8,
      sources: { outlines: { type: 'vector', url: `pmtiles://${address}` } },
      layers: [
        { id: 'outlines', type: 'line', source: 'outlines', 'source-layer': 'outlines' },
        {
          id: 'ground',
          type: 'fill',
          source: 'outlines',
          'source-layer': 'outlines',
          paint: { 'fill-opacity': 0 }
        }
      ]
    }
  });
  await idle(map);
  const country = performance.now() - began;
  const seen = map.queryRenderedFeatures({ layers: ['ground'] });
  const drawn = new Set(seen.map(({ properties }) => properties['code'] as string)).size;
  const moved = performance.now();
  map.jumpTo({ center: [bounds[0] + 0.4, bounds[1] + 0.4], zoom: 10 });
  await idle(map);
  const town = performance.now() - moved;
  const parts = performance
    .getEntriesByType('resource')
    .filter(({ name }) => name === address) as PerformanceResourceTiming[];
  const bytes = parts.reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0);
  map.remove();
  container.remove();
  return { country, town, drawn, bytes, requests: parts.length } satisfies OutlineTimes;
}
