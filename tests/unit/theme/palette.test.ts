import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { contrast } from '../../../src/lib/theme/contrast.ts';
import { DARK, LIGHT, themeColors, type ColorRole } from '../../../src/lib/theme/palette.ts';

const css = readFileSync('src/lib/theme/tokens.css', 'utf8');
const colorsOf = (block: string) =>
  Object.fromEntries(
    [...block.matchAll(/--([a-z0-9-]+):\s*(#[0-9A-Fa-f]{6})/g)].map((match) => [match[1], match[2]])
  );
const block = (selector: string) => css.slice(css.indexOf(selector)).split('\n}')[0] ?? '';

it('code and stylesheet have the same colours, in both themes', () => {
  expect(colorsOf(block(':root {'))).toEqual(LIGHT);
  expect(colorsOf(block(":root[data-theme='dark'] {"))).toEqual(DARK);
  expect(colorsOf(block(":root:not([data-theme='light']) {"))).toEqual(DARK);
});

const TEXT: [ColorRole, ColorRole][] = [
  ...(['ink', 'ink-2', 'ink-3', 'accent'] as const).flatMap((ink) =>
    (['paper', 'surface'] as const).map((back): [ColorRole, ColorRole] => [ink, back])
  ),
  ['ink-3', 'outside'],
  ['on-accent', 'accent'],
  ['on-ink', 'ink'],
  ...[1, 2, 3, 4, 5].flatMap((i): [ColorRole, ColorRole][] => [
    [`on-ramp-${i}` as ColorRole, `ramp-${i}` as ColorRole],
    [`on-time-${i}` as ColorRole, `time-${i}` as ColorRole]
  ]),
  ...[1, 2, 3, 4, 5, 6].map((i): [ColorRole, ColorRole] => [
    `on-terr-${i}` as ColorRole,
    `terr-${i}` as ColorRole
  ])
];
const GRAPHICS: [ColorRole, ColorRole][] = [
  ['rule-2', 'paper'],
  ['rule-2', 'surface'],
  ['focus', 'paper'],
  ['hatch', 'paper'],
  ['accent', 'paper']
];

describe.each([
  ['light', themeColors(false)],
  ['dark', themeColors(true)]
])('%s theme', (_, colors) => {
  it.each(TEXT)('text %s reads on %s', (ink, back) => {
    expect(contrast(colors[ink], colors[back])).toBeGreaterThanOrEqual(4.5);
  });
  it.each(GRAPHICS)('drawing %s stands out on %s', (ink, back) => {
    expect(contrast(colors[ink], colors[back])).toBeGreaterThanOrEqual(3);
  });
});
