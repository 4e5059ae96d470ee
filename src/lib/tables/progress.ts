// Progress of the database's loading, in bytes.

export interface Progress {
  /** `engine`: the WebAssembly file; `tables`: the Arrow files. Both advance together. */
  stage: 'engine' | 'tables';
  loaded: number;
  total: number;
}

export type OnProgress = (progress: Progress) => void;
