// Content of a note that the service can edit; `note-docx` writes it as a Word file.

export interface NoteTable {
  columns: readonly { label: string; align?: 'left' | 'right'; /** Share of the width. */ width?: number }[];
  rows: readonly (readonly string[])[];
}

/** A PNG, its size in pixels, and its figures in words. */
export interface NotePicture {
  bytes: Uint8Array;
  width: number;
  height: number;
  alt: string;
}

export interface NoteSection {
  heading: string;
  paragraphs?: readonly string[];
  table?: NoteTable;
  picture?: NotePicture | null;
  /** Under the table. */
  after?: readonly string[];
  /** Each is a sheet of its own, as a letter is. */
  startsPage?: boolean;
  /** Under a line to cut along: a slip to give back. */
  isCutOff?: boolean;
}

export interface Note {
  title: string;
  subtitle: string;
  /** Summary sentence; `<b>` and other marks are removed. */
  lead: string;
  sections: readonly NoteSection[];
  /** Small print at the end: sources, synthetic data. */
  sources: readonly string[];
  /** Footer of each page: fingerprint and date. */
  foot: string;
  language: 'fr-FR' | 'en-GB';
}
