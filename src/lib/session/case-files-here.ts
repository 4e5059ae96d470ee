// Files of children dropped on Mon territoire in this tab, which Bilan, the agendas and Données read: in memory only, as long as the files are there.
import type { Reading } from '../model/source-files.ts';

export interface CaseFilesHere {
  /** `content` is the same object as long as the file is. */
  files: readonly { name: string; kind: 'cases' | 'visits'; content: Blob }[];
  /** What the reader said of their columns and values. */
  reading: Reading;
  /** Months after the exit of a child for which the service keeps its rows; null: not said. */
  retention: number | null;
}

let here = (): CaseFilesHere => ({ files: [], reading: {}, retention: null });

/** @param from asked at each display: what it reads there is followed */
export const watchCaseFiles = (from: () => CaseFilesHere): void => void (here = from);

export const caseFilesHere = (): CaseFilesHere => here();

/** The lists of visits among files of children. */
export const visitLists = (
  files: readonly { name: string; kind: string | null; content: Blob | null }[]
): File[] =>
  files.flatMap(({ name, kind, content }) =>
    kind === 'visits' && content ? [new File([content], name)] : []
  );
