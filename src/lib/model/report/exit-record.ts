// The register of what left the service: date, figures, reader, control.
import type { ReleasedFigure } from './exit-figure.ts';
import type { SchoolYear } from '../school-year.ts';
import { EXIT_AXIS } from './survey-axes.ts';

/** A line of the register of what left: when, what, for whom, under which control. */
export interface ExitRecord {
  /** ISO day. */
  day: string;
  year: SchoolYear;
  output: 'state-workbook' | 'written-report' | 'public-page' | 'own-model' | 'figure';
  /** Who it was for, as typed: « conseil municipal », never a person. */
  reader: string;
  gate: 'state' | 'internal' | 'public';
  /** Ids of the figures that it holds; those withheld or rounded, apart. */
  figures: readonly string[];
  withheld: readonly string[];
  /** What a reader of the figures knows since, where the gate audited them: later figures are audited beside it. */
  released?: readonly ReleasedFigure[];
}

/** Axis of version 1.0.0 -> that of today, where the same parts stand. */
const FORMER_AXES: Readonly<Record<string, string>> = { 'child.endReason': EXIT_AXIS };

/** What readers know by every line of a register, in the axes of today. */
export const releasedBefore = (exits: readonly ExitRecord[]): ReleasedFigure[] =>
  exits.flatMap(({ released = [] }) =>
    released.map((figure) => ({
      ...figure,
      counts: {
        ...figure.counts,
        within: Object.fromEntries(
          Object.entries(figure.counts.within).map(([axis, parts]) => [FORMER_AXES[axis] ?? axis, parts])
        )
      }
    }))
  );
