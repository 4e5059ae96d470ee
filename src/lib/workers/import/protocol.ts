// Messages between the page and the import worker: a dropped file in, what it is and what is left to say of it out.
import type {
  FormatId,
  OtherKind,
  PersonalColumn,
  ProposedMatches,
  Reading
} from '../../model/source-files.ts';
import type { RoadMode } from '../../model/travel/road-network.ts';
import type { Correction, DoubtfulCell } from '../../model/correction.ts';
import type { PlaceMention } from '../../model/packs.ts';
import type { Finding } from '../../model/findings.ts';
import type { Reply } from '../worker-call.ts';

/** What a dropped file is. `near`: a table whose columns are exactly those of no format. */
export type SeenFile =
  | {
      kind: 'table' | 'near';
      format: FormatId;
      proposals: ProposedMatches | null;
      personal: readonly PersonalColumn[];
    }
  | { kind: 'road-graph'; mode: RoadMode }
  | { kind: 'corrections'; corrections: Correction[]; findings: Finding[] }
  | { kind: 'configuration'; config: unknown }
  /** `date` of its data, `YYYY-MM-DD`; null when it does not say. */
  | { kind: 'osm'; date: string | null }
  | { kind: Exclude<OtherKind, 'road-graph' | 'corrections' | 'configuration' | 'osm'> }
  | { kind: 'unknown'; finding: Finding; personal?: readonly PersonalColumn[] };

/** A sheet of a workbook, as a file of its own: « listes.xlsx#Écoles ». */
export interface SheetFile {
  name: string;
  content: Blob;
}

/** The copy of a list that a folder keeps. */
export interface CopyRequest {
  format: FormatId;
  reading: Reading;
  isPublic: boolean;
}

/** A file in use and what was found of its rows. */
export interface FoundRows {
  name: string;
  content: Blob;
  findings: readonly Finding[];
}

export interface ImportApi {
  /** The sheets of a workbook that hold something, each as a file; none where the file is no workbook, or has one sheet. */
  sheets(file: Blob, name: string): Reply<SheetFile[]>;
  /**
   * What a file is, and what is left to say of its columns and values.
   * @throws UnusableInput unreadable-file
   */
  inspect(file: Blob, name: string, reading: Reading): Reply<SeenFile>;
  /** Where the rows of a list are: codes of schools, names and codes of communes; none where it cannot be opened. */
  mentions(file: Blob, name: string): Reply<PlaceMention[]>;
  /** Rows in doubt of some files, a line a cell, with what the file holds. */
  doubtful(files: readonly FoundRows[], reading: Reading): Reply<DoubtfulCell[]>;
  /** Corrections of other files that a file has a row for, under its name. */
  carried(file: Blob, name: string, all: readonly Correction[], reading: Reading): Reply<Correction[]>;
  /** The copy of a list that a folder may keep; null when none may be. */
  copy(file: Blob, name: string, request: CopyRequest): Reply<Blob | null>;
}

export type { DoubtfulCell };
