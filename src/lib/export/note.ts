// A note that a service will rewrite, as plain parts: what `note-docx` turns into a Word file.

export interface NoteTable {
  columns: readonly { label: string; align?: 'left' | 'right'; /** Share of the width. */ width?: number }[];
  rows: readonly (readonly string[])[];
}

export interface NoteSection {
  heading: string;
  paragraphs?: readonly string[];
  table?: NoteTable;
}

export interface Note {
  title: string;
  subtitle: string;
  /** The sentence to repeat; `<b>` and other marks are left out. */
  lead: string;
  sections: readonly NoteSection[];
  /** Small print at the end: sources, what is synthetic. */
  sources: readonly string[];
  /** Foot of each page: fingerprint and date. */
  foot: string;
  language: 'fr-FR' | 'en-GB';
}
