// Chart of the price of a margin: share of years with an overloaded post against estimated travel, a point for each tolerance.
import * as Plot from '@observablehq/plot';
import { timeTicks } from './time-ticks.ts';

/** Pixels beside the axes, and of a label. */
const [LEFT, RIGHT, LABEL] = [48, 56, 48];
/** Share of the height under which a label has no room below its point. */
const NEAR_AXIS = 0.15;

export interface MarginMark {
  /** Travel, minutes a week. */
  travel: number;
  share: number;
  low: number;
  high: number;
  /** Written beside the point. */
  label: string;
  isOnScreen: boolean;
}

interface MarginWords {
  road: string;
  bad: string;
  weekly: (minutes: number) => string;
  percent: (share: number) => string;
}

const axes = (words: MarginWords, hours: number[], top: number): Pick<Plot.PlotOptions, 'x' | 'y'> => ({
  x: {
    label: words.road,
    tickFormat: (minutes: number) => words.weekly(minutes),
    type: 'linear',
    domain: [hours[0]!, hours.at(-1)!],
    ticks: hours,
    tickSize: 0
  },
  y: {
    label: words.bad,
    tickFormat: (share: number) => words.percent(share),
    domain: [0, top],
    nice: true,
    ticks: 4,
    tickSize: 0
  }
});

export function marginChart(
  marks: readonly MarginMark[],
  words: MarginWords,
  size: { width: number; height: number }
): Plot.PlotOptions {
  const curve = marks.filter(({ isOnScreen }) => !isOnScreen).sort((a, b) => a.travel - b.travel);
  const screen = marks.filter(({ isOnScreen }) => isOnScreen);
  const hours = timeTicks(marks.map(({ travel }) => travel));
  const perPixel = (hours.at(-1)! - hours[0]!) / Math.max(1, size.width - LEFT - RIGHT);
  const isNear = (apart: number) => apart > 0 && apart < LABEL * perPixel;
  /** Where another point is close on the right, the label goes to the left; where one is close there too, below the falling curve, or above near the axis. */
  const isCrowded = ({ travel }: MarginMark) => marks.some((other) => isNear(other.travel - travel));
  const isBetween = (mark: MarginMark) =>
    isCrowded(mark) && marks.some((other) => isNear(mark.travel - other.travel));
  const top = Math.max(0.1, ...marks.map(({ high }) => high));
  const isLow = ({ share }: MarginMark) => share < top * NEAR_AXIS;
  const label = (shown: readonly MarginMark[], textAnchor: 'start' | 'end', dy = -9) =>
    Plot.text(shown, {
      x: 'travel',
      y: 'share',
      text: 'label',
      dx: textAnchor === 'start' ? 9 : -9,
      dy,
      textAnchor,
      fill: 'var(--ink)',
      stroke: 'var(--paper)',
      strokeWidth: 4
    });
  return {
    ...size,
    marginLeft: LEFT,
    marginBottom: 40,
    marginTop: 28,
    marginRight: RIGHT,
    ...axes(words, hours, top),
    marks: [
      Plot.gridY({ stroke: 'var(--rule)', strokeOpacity: 1, ticks: 4 }),
      Plot.ruleY([0], { stroke: 'var(--ink)' }),
      Plot.line(curve, { x: 'travel', y: 'share', stroke: 'var(--ink-3)', strokeWidth: 1.5 }),
      Plot.ruleX(marks, { x: 'travel', y1: 'low', y2: 'high', stroke: 'var(--ink-3)' }),
      Plot.dot(curve, {
        x: 'travel',
        y: 'share',
        r: 5,
        fill: 'var(--paper)',
        stroke: 'var(--ink)',
        strokeWidth: 2
      }),
      Plot.dot(screen, {
        x: 'travel',
        y: 'share',
        r: 7,
        symbol: 'times',
        stroke: 'var(--accent)',
        strokeWidth: 3
      }),
      label(
        marks.filter((mark) => !isCrowded(mark)),
        'start'
      ),
      label(
        marks.filter((mark) => isCrowded(mark) && !isBetween(mark)),
        'end'
      ),
      label(
        marks.filter((mark) => isBetween(mark) && isLow(mark)),
        'end',
        -24
      ),
      label(
        marks.filter((mark) => isBetween(mark) && !isLow(mark)),
        'end',
        14
      )
    ]
  };
}
