// What the page and the worker of a territory's file exchange.
import type { MaillageContent } from '../../storage/maillage/index.ts';
import type { Reply } from '../worker-call.ts';

export interface ReadRequest {
  /** Empty: the file is thought to be in clear. */
  passphrase: string;
  /** Name of the file, for the findings. */
  name: string;
  /** Opens what is whole of a damaged file, and names the rest. */
  salvage: boolean;
}

export interface MaillageApi {
  write(content: MaillageContent, passphrase: string): Reply<Uint8Array>;
  read(file: Blob, request: ReadRequest): Reply<MaillageContent>;
}
