// MapLibre's worker: started with the map's code, so that it is there once the page makes room for the map.
import { prewarm, setWorkerUrl } from 'maplibre-gl';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url';

setWorkerUrl(workerUrl);
prewarm();
