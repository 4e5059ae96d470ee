// A file as it arrives: a name to quote in remarks, and its bytes.

export interface SourceFile {
  name: string;
  bytes: Uint8Array;
}
