// What rows are worth, in counts and in places to look at: the same report for the site's tables and for a dropped file.

/** One table's completeness and repeats. */
export interface TableQuality {
  name: string;
  rows: number;
  columns: { name: string; filled: number }[];
  /** Rows beyond the first that carry the same key. */
  duplicates: number;
  /** Rows by what their own quality column says of them: « approximate » -> 15. */
  qualities: Record<string, number>;
}

/** A school or a QPV that deserves a look. */
export interface PlaceToCheck {
  code: string;
  name: string;
  /** INSEE code of the commune that it claims, or codes of the QPV that it crosses. */
  place?: string;
  /** How far out, metres. */
  metres?: number;
}

export interface PlaceQuality {
  /** Schools without a position. */
  unplaced: PlaceToCheck[];
  /** Schools whose position lies outside their commune's outline. */
  outside: PlaceToCheck[];
  /** QPV whose edges cross one another, or those of another QPV. */
  crossing: PlaceToCheck[];
}

/** Remarks of one kind: how many, and the first. */
export interface FindingCount {
  code: string;
  severity: 'dropped' | 'doubtful' | 'note';
  count: number;
}

export interface QualityReport extends PlaceQuality {
  tables: TableQuality[];
  findings: FindingCount[];
}
