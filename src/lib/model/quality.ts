// Quality report of rows: counts, and places to look at; the same for the site's tables and for a reader's file.

/** Completeness and duplicates of one table. */
export interface TableQuality {
  name: string;
  rows: number;
  columns: { name: string; filled: number }[];
  /** Rows beyond the first with the same key. */
  duplicates: number;
  /** Rows by the value of their own quality column: « approximate » -> 15. */
  qualities: Record<string, number>;
}

/** A school or a QPV to look at. */
export interface PlaceToCheck {
  code: string;
  name: string;
  /** INSEE code of the school's commune, or codes of the QPV that it crosses. */
  place?: string;
  /** Distance to where it should be, metres. */
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

/** Findings of one kind: number, and the first ones. */
export interface FindingCount {
  code: string;
  severity: 'dropped' | 'doubtful' | 'note';
  count: number;
}

export interface QualityReport extends PlaceQuality {
  tables: TableQuality[];
  findings: FindingCount[];
}
