// Data of the portrait pages: outlines, and what the service publishes of itself.
import { base } from '$app/paths';
import { NO_FACTS, readPortraitFacts } from '$lib/cube/portrait-facts';
import { loadShapes } from '$lib/map/geometry/shapes';

export async function loadPortraits(fetcher: typeof fetch) {
  const [shapes, response] = await Promise.all([
    loadShapes(`${base}/map`, fetcher),
    fetcher(`${base}/tables/portraits.json`)
  ]);
  return { shapes, facts: response.ok ? readPortraitFacts(await response.json()) : NO_FACTS };
}
