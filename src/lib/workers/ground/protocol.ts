// Messages between the page and the worker of the ground: an extract in, the files of a territory's ground out.
import type { BuiltGround, GroundProgress, GroundRequest } from '../../engines/territory-builder/index.ts';
import type { Reply, Report } from '../worker-call.ts';

export type { BuiltGround, GroundProgress };

/** The file is a handle: its bytes are read by the worker, by slices. */
export interface GroundOrder extends Omit<GroundRequest, 'file' | 'signal' | 'onProgress'> {
  file: Blob;
}

export interface GroundApi {
  /**
   * Graphs, tiles and the file for paper.
   * @throws UnusableInput before the work when the extract does not cover the box, or with what is wrong in it
   */
  build(order: GroundOrder, onProgress: Report<GroundProgress>): Reply<BuiltGround>;
}
