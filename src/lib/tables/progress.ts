// How far the database has come, in bytes, so that a page can show it.

export interface Progress {
  /** `engine`: the WebAssembly file; `tables`: the Arrow files. Both advance together. */
  stage: 'engine' | 'tables';
  loaded: number;
  total: number;
}

export type OnProgress = (progress: Progress) => void;
