// Colours of the ground on the live map, mixed here from the tokens: MapLibre does not know `color-mix`.
import { tokenColors } from '$lib/theme/token-colors.ts';

const TOKENS = {
  paper: '--paper',
  surface: '--surface',
  halo: '--halo',
  ink: '--ink',
  ink2: '--ink-2',
  ink3: '--ink-3',
  rule: '--rule',
  rule2: '--rule-2',
  water: '--water',
  waterEdge: '--water-edge',
  waterInk: '--water-ink',
  road: '--road',
  roadEdge: '--road-edge',
  minor: '--road-minor',
  minorEdge: '--road-minor-edge',
  tram: '--tram',
  wood: '--wood',
  park: '--park',
  built: '--built'
} as const;

type TokenColors = Record<keyof typeof TOKENS, string>;

export interface GroundColors extends TokenColors {
  industry: string;
  /** Main roads on a map of the whole territory, before they have a casing. */
  far: string;
  rail: string;
  path: string;
}

const channels = (color: string): number[] =>
  color.startsWith('#')
    ? [1, 3, 5].map((at) => parseInt(color.slice(at, at + 2), 16))
    : (color.match(/[\d.]+/g) ?? []).slice(0, 3).map(Number);

/** A colour between two, each `#rrggbb` or `rgb(...)`. @param share of the second, 0 to 1 */
export function mixed(first: string, second: string, share: number): string {
  const [from, to] = [channels(first), channels(second)];
  return `rgb(${from.map((value, at) => Math.round(value + ((to[at] ?? value) - value) * share)).join(', ')})`;
}

export function groundColorsOf(tokens: TokenColors): GroundColors {
  const { paper, built, rule, rule2, minorEdge } = tokens;
  return {
    ...tokens,
    industry: mixed(built, rule, 0.5),
    far: mixed(paper, rule2, 0.55),
    rail: mixed(paper, rule2, 0.75),
    path: mixed(minorEdge, rule2, 0.3)
  };
}

/** Colours of the theme that an element is shown in. */
export function readGroundColors(element: Element): GroundColors {
  const colors = tokenColors(element, Object.values(TOKENS));
  const named = Object.entries(TOKENS).map(([name, token]) => [name, colors[token]]);
  return groundColorsOf(Object.fromEntries(named) as TokenColors);
}
