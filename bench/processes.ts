// What processes cost, as the kernel tells it: Linux only.
import { readdirSync, readFileSync } from 'node:fs';

const textOf = (path: string) => {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    // Ended meanwhile.
    return '';
  }
};

/** Processor time is told in hundredths of a second. */
const TICKS = 100;
/** Fields of /proc/PID/stat after the name of the program: time in user mode and in the kernel. */
const [USER, KERNEL] = [11, 12];

/** Processes that descend from `ancestor`, but for the latter. */
function descendants(ancestor: number): number[] {
  const parents = new Map(
    readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .map((pid) => [Number(pid), Number(/^PPid:\s+(\d+)/m.exec(textOf(`/proc/${pid}/status`))?.[1] ?? 0)])
  );
  const descends = (pid: number): boolean => {
    const parent = parents.get(pid) ?? 0;
    return parent === ancestor || (parent > 1 && descends(parent));
  };
  return [...parents.keys()].filter(descends);
}

/** Largest resident memory of a process since it began, megabytes. */
export const peakOf = (pid: number): number =>
  Number(/^VmHWM:\s+(\d+)/m.exec(textOf(`/proc/${pid}/status`))?.[1] ?? 0) / 1024;

/** Largest peak of a process that descends from `ancestor`, megabytes. */
export const descendantPeak = (ancestor: number): number => Math.max(0, ...descendants(ancestor).map(peakOf));

/** Processor time of all that descend from `ancestor`, seconds. */
export function descendantSeconds(ancestor: number): number {
  const ticks = descendants(ancestor).flatMap((pid) => {
    const fields = textOf(`/proc/${pid}/stat`).split(') ')[1]?.split(' ') ?? [];
    return [Number(fields[USER] ?? 0), Number(fields[KERNEL] ?? 0)];
  });
  return ticks.reduce((sum, one) => sum + one, 0) / TICKS;
}
