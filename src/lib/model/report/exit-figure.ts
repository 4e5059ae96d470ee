// A figure that is to leave the service, and what the exit gate says of it.
import type { SchoolYear } from '../school-year.ts';

/** Dimensions that describe a child and that no cube has begin with this: `child.sex`. */
export const CHILD_VARIABLE = 'child.';

/** Every priority neighbourhood together, as a node of the zones. */
export const IN_QPV = 'QPV';

/** Parts of the whole territory by what is known of a child: they sum to the total, the part for what is not known included. */
export interface ChildVariable {
  /** `child.sex`, `child.age`, `child.profile`, … */
  name: string;
  parts: readonly string[];
  /** Parts of a part, which sum to it. */
  under?: Readonly<Record<string, readonly string[]>>;
  /** The year of which it is told; every year where absent. */
  year?: SchoolYear;
}

/** What a figure counts: children of a year, within the nodes of each dimension that is named. */
export interface FigureCounts {
  year: SchoolYear;
  /** Dimension (zone, school, level, theme, or a child variable) -> one node, or several put together. */
  within: Readonly<Record<string, readonly string[]>>;
}

/** How a figure is written where it leaves. */
export type FigureForm =
  | { as: 'count' }
  | { as: 'rounded'; to: number }
  /** « moins de 11 ». */
  | { as: 'below'; limit: number }
  /** In per cent of another count, which a reader is taken to know, in steps of so many points. */
  | { as: 'share'; of: { counts: FigureCounts; value: number }; step: number };

export interface ExitFigure {
  /** Of the answer that it is. */
  id: string;
  counts: FigureCounts;
  /** The true count of children; for a share, that of its part. */
  value: number;
  form: FigureForm;
}

/** A figure that left: what a reader knows since, and no more. */
export interface ReleasedFigure {
  id: string;
  counts: FigureCounts;
  /** The count is one of these, both ends included. */
  least: number;
  most: number;
}

/** A published count of a proof: `coefficient` times `value`. */
export interface ExitTerm {
  names: readonly string[];
  coefficient: number;
  value: number;
}

/** A count that a reader would work out. */
export interface WorkedOut {
  /** Names of the dimensions, in the order of every `names`. */
  dimensions: readonly string[];
  names: readonly string[];
  /** `full`, `between`: what is found is `whole` without this count; `alone`: it is of a single school. */
  reason: 'small' | 'families' | 'full' | 'between' | 'zero' | 'alone';
  whole: readonly string[] | null;
  /** It is the figure itself, or a count published as it stands. */
  isShown: boolean;
  lo: number;
  /** null: no upper end. */
  hi: number | null;
  /** The ends that a reader knew already, where the figure only brings them closer; null: nobody could work the count out. */
  former: { lo: number; hi: number | null } | null;
  /** The end that is proven, by published counts added and subtracted; null where whole numbers alone prove it. */
  proof: { sense: 'min' | 'max'; bound: number; terms: readonly ExitTerm[] } | null;
  /** Ids of the figures that it rests on. */
  by: readonly string[];
}

export type ExitVerdict =
  | { id: string; status: 'passes'; released: readonly ReleasedFigure[] }
  | {
      id: string;
      status: 'refused';
      workedOut: WorkedOut;
      /** A way to write it that passes with all that passes; null: to be withheld. */
      instead: FigureForm | null;
      /** What a reader would know by it. */
      released: readonly ReleasedFigure[];
    }
  /** It does not agree with what is published: it cannot be audited. */
  | { id: string; status: 'contradicts' };

export interface ExitReport {
  k: number;
  verdicts: readonly ExitVerdict[];
  /** No smaller set of figures could be withheld; false: found by a search that was cut short. */
  isSmallest: boolean;
  /** Audits made. */
  audits: number;
  seconds: number;
}
