// Words and formats that a chart needs, handed in by the page so that charts hold no language of their own.

export interface ChartWords {
  integer: (value: number) => string;
  /** « 2021-22 » */
  shortYear: (year: string) => string;
}
