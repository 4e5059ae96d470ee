// Messages between the page and the worker that looks at dropped files.
import type { FormatId, ImportProgress, InspectedFile, Reading } from '../../engines/import/index.ts';
import type { SchoolKind } from '../../model/school.ts';

export interface InspectRequest extends Reading {
  /** Formats that the reader chose, by name of file. */
  formats?: Readonly<Record<string, FormatId>>;
  /** Places that exist, for case files: rows with others are dropped. */
  places?: {
    schools: ReadonlyMap<string, SchoolKind>;
    communes: readonly { code: string; name: string }[];
    qpvs: readonly { code: string; name: string; communes: readonly string[] }[];
  };
}

export interface InspectEvents {
  /** A file is being read; `at` is its place in the list. */
  onProgress?: (at: number, progress: ImportProgress) => void;
  /** A file is looked at. One that is of no use never stops the others. */
  onFile: (at: number, file: InspectedFile) => void;
}
