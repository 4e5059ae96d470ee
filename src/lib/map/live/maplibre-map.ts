// A MapLibre map as the site uses it: without a style of its own, moved with two fingers or Ctrl and the wheel, silent to screen readers.
import { Map as MapLibreMap, prewarm, setWorkerUrl } from 'maplibre-gl';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url';
import { m } from '$lib/i18n/paraglide/messages.js';
import { LIVE_LIMITS } from '../geometry/frame.ts';
import { toCamera, type Bounds, type Viewport } from '../geometry/viewport.ts';

// The worker starts while this code is read: it is there once the page makes room for the map.
setWorkerUrl(workerUrl);
prewarm();

const CLOSEST = 17;

/**
 * @param opening the view to open with
 * @param whole the view of the whole territory
 * @throws {Error} where WebGL is not to be had
 */
export function openMap(
  container: HTMLElement,
  { opening, whole, limits }: { opening: Viewport; whole: Viewport; limits: Bounds }
): MapLibreMap {
  const [west, south, east, north] = limits;
  const { farther, around } = LIVE_LIMITS;
  const map = new MapLibreMap({
    container,
    style: { version: 8, sources: {}, layers: [], transition: { duration: 0, delay: 0 } },
    ...toCamera(opening),
    minZoom: toCamera(whole).zoom - farther,
    maxZoom: CLOSEST,
    maxBounds: [west - around, south - around, east + around, north + around],
    renderWorldCopies: false,
    attributionControl: false,
    trackResize: false,
    keyboard: false,
    dragRotate: false,
    pitchWithRotate: false,
    touchPitch: false,
    rollEnabled: false,
    cooperativeGestures: true,
    locale: {
      'CooperativeGesturesHandler.WindowsHelpText': m.map_wheel_hint(),
      'CooperativeGesturesHandler.MacHelpText': m.map_wheel_hint_mac(),
      'CooperativeGesturesHandler.MobileHelpText': m.map_touch_hint()
    },
    fadeDuration: 0,
    canvasContextAttributes: { antialias: true, preserveDrawingBuffer: true }
  });
  map.touchZoomRotate.disableRotation();
  // The keyboard's list speaks for the map: its canvas is neither reached nor read.
  const canvas = map.getCanvas();
  canvas.tabIndex = -1;
  canvas.removeAttribute('role');
  canvas.removeAttribute('aria-label');
  return map;
}
