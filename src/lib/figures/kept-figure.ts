// A figure that is a pure function of the published tables and a few inputs: it is computed once for the tab, whoever asks.
import type { CoverageCube } from '$lib/cube/coverage.ts';
import type { Dashboard } from '$lib/cube/dashboard.ts';

/** Values of a territory, the latest ones: a slider that is dragged asks for many. */
const MOST = 16;

/** @param compute never called twice with the same tables and inputs, told apart as JSON, among the latest; its value is read only */
export function keptFigure<Inputs, Value>(compute: (cube: CoverageCube, inputs: Inputs) => Value) {
  const territories = new WeakMap<Dashboard, Map<string, Value>>();
  return (cube: CoverageCube, inputs: Inputs): Value => {
    const values = territories.get(cube.dashboard) ?? new Map<string, Value>();
    territories.set(cube.dashboard, values);
    const key = JSON.stringify(inputs);
    if (!values.has(key)) {
      if (values.size === MOST) values.delete(values.keys().next().value!);
      values.set(key, compute(cube, inputs));
    }
    return values.get(key)!;
  };
}
