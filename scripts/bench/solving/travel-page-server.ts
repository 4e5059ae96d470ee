// A page whose worker computes the matrix of a graph file.
import { servePage, type PageSite } from '../page-server.ts';

export type TravelSite = PageSite;

/** Serves the page with `graphs` in its folder, by name. */
export const serveTravelSite = (graphs: Record<string, string | Uint8Array>): Promise<TravelSite> =>
  servePage('solving/travel-page', graphs);
