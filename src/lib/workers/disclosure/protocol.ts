// What the page and the protection worker say to each other. Cases go in; counts that may be shown come out.
import type {
  BesideFormer,
  CaseStructure,
  ExitRequest,
  KnownSchool,
  ProtectionReport,
  ProvenProtection
} from '../../engines/disclosure/index.ts';
import type { ExitReport } from '../../model/report/exit-figure.ts';
import type { Reading, SourceFile } from '../../model/source-files.ts';
import type { Finding, Imported } from '../../model/findings.ts';
import type { Case, PathwayCell } from '../../model/pathway.ts';
import type { CaseVisit } from '../../model/report/visit-days.ts';
import type { SchoolKind } from '../../model/school.ts';
import type { SchoolYear } from '../../model/school-year.ts';
import type { Reply, Report } from '../worker-call.ts';

/** The places that anyone knows to exist, against which a case file is read. */
export interface PlacesOfCases extends CaseStructure {
  schools: readonly (KnownSchool & { kind: SchoolKind })[];
  /** Communes and QPV with their names, which a file may write instead of their codes. */
  names: {
    communes: readonly { code: string; name: string }[];
    qpvs: readonly { code: string; name: string; communes: readonly string[] }[];
    schools: readonly { uai: string; name: string; kind: SchoolKind; commune: string }[];
  };
  /** SIREN that names the counts of the whole territory. */
  epci: string;
}

/** What a case file holds, in sums: no row of it. */
export interface CaseSummary {
  /** Rows seen and rows kept. */
  read: number;
  kept: number;
  /** Oldest first. */
  years: { year: SchoolYear; children: number }[];
  schools: number;
  qpvs: number;
  families: number;
  findings: Finding[];
}

export type ProtectStage =
  | {
      stage: 'year';
      year: SchoolYear;
      /** Which of how many years, from 1. */
      place: number;
      of: number;
      /** Loss of the best pattern found, and a loss that none can go below. */
      loss: number | null;
      bound: number | null;
      gap: number | null;
    }
  | { stage: 'audit'; share: number };

export interface ProtectedCases {
  cells: PathwayCell[];
  /** The cube as its file is written. */
  cube: string;
  report: ProtectionReport;
}

export interface ProtectRequest {
  k: number;
  /** Fewest families behind a shown count; the rule's when absent. */
  families?: number;
  /** Time for the search of each year. */
  seconds: number;
}

/** A release of former years, which the reader has published. */
export interface FormerRelease {
  /** Text of its cube. */
  cube: string;
  years: readonly SchoolYear[];
}

/** Years of a case file beside former releases; `made` is null when every one of them stays as it was published. */
export interface ProtectedBeside extends Omit<BesideFormer, 'cases'> {
  made: ProtectedCases | null;
  /** Rows of the file that are in `made`. */
  rows: number;
}

/** Texts of the two files, and the number of cells hidden. */
export interface RaisedRelease {
  cube: string;
  report: string;
  hidden: number;
}

/** Figures that are to leave, beside the texts of every cube that was published. */
export interface ExitTexts extends Omit<ExitRequest, 'cubes'> {
  cubes: readonly string[];
}

/** The rows of a case file, or of a list of visits, which has no case. */
export interface CaseRows extends Imported<Case> {
  visits: readonly CaseVisit[];
}

export interface DisclosureApi {
  /**
   * @param reading what the reader said of its columns and values
   * @param visits lists of the visits to its children, which may tell their number and where they are
   */
  read(
    source: SourceFile,
    places: PlacesOfCases,
    reading: Reading,
    visits: readonly SourceFile[]
  ): Reply<CaseSummary>;
  protect(places: PlacesOfCases, request: ProtectRequest, tell: Report<ProtectStage>): Reply<ProtectedCases>;
  /**
   * Protects the years that no former release holds, and those that replace one.
   * @param beside `replace`: take the file's word for published years that it contradicts
   */
  protectBeside(
    places: PlacesOfCases,
    request: ProtectRequest,
    beside: { former: readonly FormerRelease[]; replace: boolean },
    tell: Report<ProtectStage>
  ): Reply<ProtectedBeside>;
  /** The rows of a file, for the pages of the service: they leave this thread for the memory of the tab. */
  rows(source: SourceFile, places: PlacesOfCases, reading: Reading): Reply<CaseRows>;
  /** A former release made safe at higher thresholds, from its own counts. */
  raise(cube: string, report: string, thresholds: { k: number; families: number }): Reply<RaisedRelease>;
  /** @param text the cube as its file is written: all that its certificate rests on */
  certificate(text: string): Reply<ProvenProtection>;
  /** Which figures may be published, and what the others would give away. */
  exit(request: ExitTexts): Reply<ExitReport>;
}
