// What the charts of the page share: an axis of years, a value axis from zero, dated notes above, labels at the ends of the lines.
import * as Plot from '@observablehq/plot';
import { milestoneMarks, MILESTONE_ROOM, type MilestoneAt } from '$lib/ui/charts/milestone-marks.ts';
import {
  END_LABEL_HEIGHT,
  LINE_LETTERS,
  lineStyle,
  placeEndLabels,
  wrapLabels,
  type EndLabel
} from './end-labels.ts';

export interface ChartFrame {
  /** School years of the axis. */
  years: readonly string[];
  /** Words of a year on the axis. */
  yearWords: (year: string) => string;
  valueWords: (value: number) => string;
  /** Highest value drawn. */
  highest: number;
  /** Labels at the right, from the values of the last year. */
  ends: readonly EndLabel[];
  /** Pixels that the labels take, where there is room and where there is little. */
  labelRoom: { wide: number; narrow: number };
  milestones: readonly MilestoneAt[];
  size: { width: number; height: number };
  /** Pixels above, for words of the chart itself. */
  headRoom?: number;
}

/** What the marks of a chart are drawn with. */
export interface FrameSpace {
  narrow: boolean;
  /** One year in so many is named. */
  isNamed: (year: string) => boolean;
  /** Pixels between the top of the chart and the words above it, dated notes left free. */
  above: number;
}

const NARROW = 460;
/** Room of a year on the axis, pixels. */
const YEAR_WIDTH = 52;
const MARGIN = { top: 20, bottom: 28, left: 36 };
const MOST_TICKS = 5;

/** @param marks behind the zero line, the labels and the dated notes */
export function framedChart(
  { years, yearWords, valueWords, highest, ends, labelRoom, milestones, size, headRoom = 0 }: ChartFrame,
  marks: (space: FrameSpace) => Plot.Markish[]
): Plot.PlotOptions {
  const narrow = size.width < NARROW;
  const notes = milestones.length > 0 ? MILESTONE_ROOM : 0;
  const marginTop = MARGIN.top + headRoom + notes;
  const marginRight = narrow ? labelRoom.narrow : labelRoom.wide;
  const top = Math.max(1, highest) * 1.04;
  const scale = (size.height - marginTop - MARGIN.bottom) / top;
  const labels = placeEndLabels(
    wrapLabels(ends, LINE_LETTERS[narrow ? 'narrow' : 'wide']),
    scale,
    top + marginTop / 2 / scale
  );
  const room = Math.max(1, size.width - MARGIN.left - marginRight);
  const every = Math.max(1, Math.ceil((years.length * YEAR_WIDTH) / room));
  const isNamed = (year: string) => (years.length - 1 - years.indexOf(year)) % every === 0;
  return {
    ...size,
    marginLeft: MARGIN.left,
    marginRight,
    marginTop,
    marginBottom: MARGIN.bottom,
    x: { type: 'point', domain: years, padding: 0.2, label: null },
    y: { domain: [0, top], label: null, ticks: MOST_TICKS, tickSize: 0, tickFormat: valueWords },
    marks: [
      Plot.gridY({ ticks: MOST_TICKS, stroke: 'var(--rule)', strokeOpacity: 1 }),
      Plot.axisX({
        ticks: years.filter(isNamed),
        tickFormat: yearWords,
        tickSize: 0,
        fontSize: 11.5,
        fill: 'var(--ink-2)'
      }),
      ...milestoneMarks(milestones),
      ...marks({ narrow, isNamed, above: 16 + notes }),
      Plot.ruleY([0], { stroke: 'var(--ink)' }),
      ...labels.flatMap((label) =>
        label.lines.map((line, at) =>
          Plot.text([label], {
            frameAnchor: 'right',
            textAnchor: 'start',
            dx: 12,
            y: 'at',
            dy: (at - (label.lines.length - 1) / 2) * END_LABEL_HEIGHT,
            text: () => line,
            fontSize: narrow ? 12 : 13,
            ...lineStyle(label, at)
          })
        )
      )
    ]
  };
}
