// The tokens that WebGL needs as values: read from the page, and again when the theme changes.
import { tokenColors } from '$lib/theme/token-colors.ts';

const TOKENS = {
  surface: '--surface',
  ink: '--ink',
  ink3: '--ink-3',
  rule: '--rule-2',
  outside: '--outside',
  outsideLine: '--outside-line',
  halo: '--halo',
  hatch: '--hatch',
  accent: '--accent',
  followed: '--ramp-4'
} as const;

export type MapColors = Record<keyof typeof TOKENS, string> & { ramp: readonly string[] };

const RAMP = ['--ramp-1', '--ramp-2', '--ramp-3', '--ramp-4', '--ramp-5'] as const;

/** Colours of the theme that an element is shown in. */
export function readColors(element: Element): MapColors {
  const colors = tokenColors(element, [...Object.values(TOKENS), ...RAMP]);
  const named = Object.entries(TOKENS).map(([name, token]) => [name, colors[token]]);
  return {
    ...(Object.fromEntries(named) as Record<keyof typeof TOKENS, string>),
    ramp: RAMP.map((token) => colors[token])
  };
}
