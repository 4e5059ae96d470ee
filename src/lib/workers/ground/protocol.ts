// Messages between the page and the worker of the ground: an extract in, the files of a territory's ground out.
import type { BuiltGround, GroundProgress, GroundRequest } from '../../engines/territory-builder/index.ts';

export type { BuiltGround, GroundProgress };

/** The file is a handle: its bytes are read by the worker, by slices. */
export interface GroundOrder extends Omit<GroundRequest, 'file' | 'signal' | 'onProgress'> {
  file: Blob;
}
