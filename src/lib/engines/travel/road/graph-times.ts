// Travel times from a road graph held in memory: nothing leaves the machine.
import { GRAPH_FILE_VERSION } from '../graph/graph-file.ts';
import type { RoadGraph, RoadMode } from '../graph/road-graph.ts';
import { roadMatrix } from './road-matrix.ts';
import { calibrationOf, routerParameters } from '../parameters.ts';
import { TravelTimesError } from '../travel-times.ts';
import type { MatrixMeta, TravelTimes } from '../travel-times.ts';
import { Router } from './router.ts';

/** What a matrix of this router is called. */
export function graphMeta(router: Router): MatrixMeta {
  const { mode, schematic, dataDate } = router.graph.meta;
  return {
    engine: `maillage-graph ${GRAPH_FILE_VERSION}, ${mode}${schematic ? ', schematic' : ''}`,
    dataDate,
    calibration: calibrationOf(router.parameters)
  };
}

/** Times over the given graphs, one a mode at most. */
export function graphTimes(graphs: readonly RoadGraph[], peak?: number): TravelTimes {
  const routers = new Map<RoadMode, Router>();
  const routerFor = (mode: RoadMode): Router | undefined => {
    const graph = graphs.find(({ meta }) => meta.mode === mode);
    if (graph && !routers.has(mode)) routers.set(mode, new Router(graph, routerParameters(mode, { peak })));
    return routers.get(mode);
  };
  return {
    host: null,
    async matrix(origins, destinations, mode, _window, options) {
      const router = mode === 'transit' ? undefined : routerFor(mode);
      if (!router) throw new TravelTimesError('mode', `no road graph for ${mode}`);
      return roadMatrix(router, origins, destinations, graphMeta(router), options);
    }
  };
}
