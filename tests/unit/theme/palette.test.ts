// Colours of the tokens keep the contrasts that the RGAA asks for, in both themes.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { contrast } from './contrast.ts';

const css = readFileSync('src/lib/theme/tokens.css', 'utf8');
const PAIR = /--([a-z0-9-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\);/g;
const pairs = [...css.matchAll(PAIR)];
const themes = [2, 3].map((at) => Object.fromEntries(pairs.map((pair) => [pair[1], pair[at]!]))) as [
  Record<string, string>,
  Record<string, string>
];

it('each colour is written once, for both themes', () => {
  const plain = [...css.matchAll(/--([a-z0-9-]+): #/g)].map(([, name]) => name);
  // Paper is white.
  expect(plain).toEqual(['paper']);
  expect(new Set(pairs.map(([, name]) => name)).size).toBe(pairs.length);
});

const TEXT: [string, string][] = [
  ...(['ink', 'ink-2', 'ink-3', 'accent'] as const).flatMap((ink) =>
    (['paper', 'surface'] as const).map((back): [string, string] => [ink, back])
  ),
  ['ink-3', 'outside'],
  ['on-accent', 'accent'],
  ['on-ink', 'ink'],
  ...[1, 2, 3, 4, 5].flatMap((i): [string, string][] => [
    [`on-ramp-${i}`, `ramp-${i}`],
    [`on-time-${i}`, `time-${i}`]
  ]),
  ['on-change-same', 'change-same'],
  ...[1, 2, 3, 4, 5, 6].map((i): [string, string] => [`on-terr-${i}`, `terr-${i}`])
];
const GRAPHICS: [string, string][] = [
  ['rule-2', 'paper'],
  ['rule-2', 'surface'],
  ['focus', 'paper'],
  ['hatch', 'paper'],
  ['accent', 'paper']
];

describe.each([
  ['light', themes[0]],
  ['dark', themes[1]]
])('%s theme', (_, colors) => {
  it.each(TEXT)('text %s reads on %s', (ink, back) => {
    expect(contrast(colors[ink]!, colors[back]!)).toBeGreaterThanOrEqual(4.5);
  });
  it.each(GRAPHICS)('drawing %s stands out on %s', (ink, back) => {
    expect(contrast(colors[ink]!, colors[back]!)).toBeGreaterThanOrEqual(3);
  });
});

describe('areas in the dark', () => {
  const dark = themes[1];
  it.each([1, 2, 3, 4, 5, 6])('the sector of post %s is told from the ground', (i) => {
    expect(contrast(dark[`terr-${i}`]!, dark['paper']!)).toBeGreaterThanOrEqual(2.4);
  });
  it('a place without change is told from the ground around it', () => {
    expect(contrast(dark['change-same']!, dark['paper']!)).toBeGreaterThanOrEqual(1.7);
  });
});
