// Sankey layout (d3-sankey) of funding: funders, levels, themes, and bands proportional to the amounts.
import { sankey, sankeyLinkHorizontal, type SankeyLink, type SankeyNode } from 'd3-sankey';
import type { Flow } from '$lib/cube/programme-figures.ts';

/** `funder/etat`, `level/communal`, `theme/sante`. */
export type FlowNodeId = `${'funder' | 'level' | 'theme'}/${string}`;

export interface FlowNode {
  id: FlowNodeId;
  euros: number;
  /** 0 is the leftmost. */
  column: number;
  last: boolean;
  x: number;
  y: number;
  height: number;
}

interface FlowBand {
  from: FlowNodeId;
  to: FlowNodeId;
  euros: number;
  /** SVG path of the band's centre line. */
  d: string;
  width: number;
}

export interface FlowDiagram {
  width: number;
  height: number;
  nodes: FlowNode[];
  bands: FlowBand[];
}

export const NODE_WIDTH = 10;
const PADDING = 24;
const EDGE = 10;
/** Width in the prerendered HTML, before that of the page is known. */
export const FIRST_WIDTH = 640;
/** Width in pixels below which the levels are left out. */
const THREE_COLUMNS_FROM = 520;

/** The levels stand between the funders and the themes. */
export const hasLevels = (width: number): boolean => width >= THREE_COLUMNS_FROM;

interface Datum {
  id: FlowNodeId;
}
type Link = { source: FlowNodeId; target: FlowNodeId; value: number };

/** Bands between two neighbouring columns; those with the same ends are added up. */
function linksOf(flows: readonly Flow[], wide: boolean): Link[] {
  const links = new Map<string, Link>();
  const add = (source: FlowNodeId, target: FlowNodeId, value: number) => {
    const link = links.get(`${source} ${target}`);
    if (link) link.value += value;
    else links.set(`${source} ${target}`, { source, target, value });
  };
  for (const { funder, level, theme, euros } of flows) {
    const end: FlowNodeId = theme === null ? `level/${level}` : `theme/${theme}`;
    if (wide) {
      add(`funder/${funder}`, `level/${level}`, euros);
      if (theme !== null) add(`level/${level}`, end, euros);
    } else add(`funder/${funder}`, end, euros);
  }
  return [...links.values()];
}

/** Funders by amount, the highest first; levels and themes keep their order. */
const byAmount = (one: SankeyNode<Datum, Link>, other: SankeyNode<Datum, Link>): number =>
  one.id.startsWith('funder/') ? (other.value ?? 0) - (one.value ?? 0) : 0;

const round = (value: number | undefined) => Math.round((value ?? 0) * 10) / 10;

/** @param size of the drawing, pixels */
export function flowDiagram(flows: readonly Flow[], size: { width: number; height: number }): FlowDiagram {
  const wide = hasLevels(size.width);
  const links = linksOf(flows, wide);
  if (links.length === 0) return { ...size, nodes: [], bands: [] };
  const ids = [...new Set(links.flatMap(({ source, target }) => [source, target]))];
  const column = (id: FlowNodeId) => (id.startsWith('funder/') ? 0 : id.startsWith('theme/') && wide ? 2 : 1);
  const graph = sankey<Datum, Link>()
    .nodeId(({ id }) => id)
    .nodeWidth(NODE_WIDTH)
    .nodePadding(PADDING)
    .nodeAlign(({ id }) => column(id))
    .nodeSort(byAmount)
    .linkSort(null)
    .extent([
      [1, EDGE],
      [size.width - 1, size.height - EDGE]
    ])({
    nodes: ids.map((id) => ({ id })),
    links: links.map((link) => ({ ...link }))
  });
  const path = sankeyLinkHorizontal<Datum, Link>();
  const idOf = (end: SankeyLink<Datum, Link>['source']) => (end as SankeyNode<Datum, Link>).id;
  const lastColumn = Math.max(...ids.map(column));
  return {
    ...size,
    nodes: graph.nodes.map(({ id, value, x0, y0, y1 }) => ({
      id,
      euros: value ?? 0,
      column: column(id),
      last: column(id) === lastColumn,
      x: round(x0),
      y: round(y0),
      height: round((y1 ?? 0) - (y0 ?? 0))
    })),
    bands: graph.links.map((link) => ({
      from: idOf(link.source),
      to: idOf(link.target),
      euros: link.value,
      d: (path(link) ?? '').replace(/\d+\.\d+/g, (figure) => String(round(Number(figure)))),
      width: round(link.width)
    }))
  };
}

/** Blank pixels in the height of a name: two names may overlap by them. */
const BLANK = 7;

/** Factor by which the drawing must grow so that names of these heights (pixels) do not overlap; 1 when they do not. */
export function roomFor(nodes: readonly FlowNode[], heights: readonly number[]): number {
  const names = nodes.map(({ column, y, height }, at) => ({
    column,
    y: y + height / 2,
    tall: heights[at] ?? 0
  }));
  names.sort((a, b) => a.column - b.column || a.y - b.y);
  return names.reduce((most, name, at) => {
    const above = names[at - 1];
    if (above?.column !== name.column) return most;
    return Math.max(most, ((above.tall + name.tall) / 2 - BLANK) / (name.y - above.y));
  }, 1);
}
