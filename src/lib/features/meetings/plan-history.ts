// What an action on the plan may change, and the plan before the last one that gave a meeting another date.
import type { PlannedMeeting, Preset } from '$lib/model/meetings/meeting-problem.ts';
import type { Away } from '$lib/model/meetings/meetings-file.ts';
import type { SetAside } from '$lib/engines/meetings/index.ts';

/** What an action may change. */
export interface PlanSnapshot {
  plan: readonly PlannedMeeting[];
  locked: readonly PlannedMeeting[];
  absences: readonly Away[];
  cancelled: readonly string[];
  aside: readonly SetAside[];
  preset: Preset;
}

const isSamePlan = (one: readonly PlannedMeeting[], other: readonly PlannedMeeting[]): boolean => {
  if (one === other) return true;
  const keys = new Set(other.map(({ team, date, half }) => `${team} ${date} ${half}`));
  return (
    one.length === other.length && one.every(({ team, date, half }) => keys.has(`${team} ${date} ${half}`))
  );
};

/** The plan before the last action that gave a meeting another date; null when none did. */
export const planBefore = (
  done: readonly PlanSnapshot[],
  now: readonly PlannedMeeting[]
): readonly PlannedMeeting[] | null => done.findLast(({ plan }) => !isSamePlan(plan, now))?.plan ?? null;
