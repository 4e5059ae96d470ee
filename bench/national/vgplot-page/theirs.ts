// The peer's side: Mosaic's coordinator asks the engine, vgplot draws. The same rows, the same engine, the same four groupings.
import { AsyncDuckDB, VoidLogger } from '@duckdb/duckdb-wasm';
import workerUrl from '@duckdb/duckdb-wasm/dist/duckdb-browser-eh.worker.js?url';
import engineUrl from '@duckdb/duckdb-wasm/dist/duckdb-eh.wasm?url';
import * as vg from 'vgplot-by-hand';
import { OPEN_CONFIG } from '../../../src/lib/tables/connection.ts';
import { pathwaysStream, type Pathways } from '../page/pathways.ts';
import { AXES, HEIGHTS, NAMES, WIDTH, type Axis, type Side } from './axes.ts';

async function connect(pathways: Pathways) {
  const duckdb = new AsyncDuckDB(new VoidLogger(), new Worker(new URL(workerUrl, document.baseURI)));
  await duckdb.instantiate(new URL(engineUrl, document.baseURI).href);
  await duckdb.open(OPEN_CONFIG);
  const connection = await duckdb.connect();
  await connection.insertArrowFromIPCStream(pathwaysStream(pathways), { name: 'pathways' });
  return vg.wasmConnector({ duckdb, connection });
}

export async function theirs(pathways: Pathways): Promise<Side> {
  vg.coordinator().databaseConnector(await connect(pathways));
  const codes = (axis: Axis) => NAMES[axis].map((_, code) => code);
  const chosen = Object.fromEntries(AXES.map((axis) => [axis, vg.Selection.single()])) as Record<
    Axis,
    vg.Selection
  >;
  const root = document.createElement('main');
  document.body.append(root);
  const menus = new Map<Axis, HTMLElement>();
  const views = new Map<Axis, HTMLElement>();
  for (const axis of AXES) {
    const free = axis === 'year' ? [] : [{ value: '', label: 'tous' }];
    const options = [...free, ...codes(axis).map((value) => ({ value, label: NAMES[axis][value]! }))];
    const value = axis === 'year' ? 0 : '';
    menus.set(axis, vg.menu({ as: chosen[axis], column: axis, options, value }));
  }
  for (const axis of AXES) {
    // As on our side, a view runs through all of its own field, and is filtered by the three others.
    const others = AXES.filter((other) => other !== axis).map((other) => chosen[other]);
    const data = vg.from('pathways', { filterBy: vg.Selection.intersect({ include: others }) });
    const size = [vg.width(WIDTH), vg.height(HEIGHTS[axis])];
    const upright = axis === 'year';
    const channels = upright ? { x: axis, y: vg.count() } : { y: axis, x: vg.count() };
    const marks = upright
      ? [vg.barY(data, channels), vg.textY(data, { ...channels, text: vg.count(), dy: -8 })]
      : [vg.barX(data, channels), vg.textX(data, { ...channels, text: vg.count(), dx: 20 })];
    const domain = upright ? vg.xDomain(codes(axis)) : vg.yDomain(codes(axis));
    views.set(axis, vg.plot(...marks, domain, ...size));
  }
  root.append(...menus.values(), ...views.values());
  return {
    root,
    menu: (axis) => menus.get(axis)!.querySelector('select')!,
    figures: (axis) =>
      [...views.get(axis)!.querySelectorAll('g[aria-label=text] text')].map(({ textContent }) =>
        Number(textContent.replace(/\D/g, ''))
      )
  };
}
