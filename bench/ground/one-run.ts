// One measured run in a process of its own: former FILE, reader FILE W,S,E,N or ground FILE W,S,E,N. Prints JSON.
import { buildGround } from '../../src/lib/engines/territory-builder/index.ts';
import { type GroundBox, readExtract } from '../../src/lib/engines/ground/index.ts';
import { openExtract } from '../../scripts/graph/open-extract.ts';
import { peakOf } from '../processes.ts';
import { readFormerly } from './former-reader.ts';

export interface NodeRun {
  seconds: number;
  /** Processor time, seconds; by stage for the whole chain. */
  cpu: number;
  stages: Record<string, number>;
  /** Megabytes. */
  peak: number;
  archiveBytes: number;
}

const [, , kind, path = '', sides = ''] = process.argv;
const file = openExtract(path);
const box = sides.split(',').map(Number) as unknown as GroundBox;
const cpuNow = () => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
};
const [started, before] = [performance.now(), cpuNow()];
const stages: Record<string, number> = {};
let archiveBytes = 0;
if (kind === 'former') await readFormerly(file);
else if (kind === 'reader') await readExtract(file, { box, roadsOnly: true });
else {
  let [stage, since] = ['reading', before];
  const enter = (next: string) => {
    if (next === stage) return;
    stages[stage] = (stages[stage] ?? 0) + cpuNow() - since;
    [stage, since] = [next, cpuNow()];
  };
  const { summary } = await buildGround({
    file,
    box,
    margin: 0,
    modes: ['car', 'bike', 'foot'],
    tiles: true,
    onProgress: ({ stage: next }) => enter(next)
  });
  enter('end');
  archiveBytes = summary.tileBytes;
}
const run: NodeRun = {
  seconds: (performance.now() - started) / 1000,
  cpu: cpuNow() - before,
  stages,
  peak: peakOf(process.pid),
  archiveBytes
};
process.stdout.write(JSON.stringify(run));
