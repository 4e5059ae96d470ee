// Years of meetings stored on this computer, at the reader's request only.
import { meetingsKey } from './carried.ts';
import { countKept, forgetKept, KeptList, type ListForm } from './kept-list.ts';
import type { MeetingPlan } from './meeting-plan.ts';
import { readMeetingPlans, writeMeetingPlans } from './meeting-plan-list.ts';

const FORM: ListForm<MeetingPlan> = { write: writeMeetingPlans, read: readMeetingPlans };

/** Number of plans of meetings stored, all territories together. */
export const keptMeetings = (): number => countKept(meetingsKey(''), FORM);

/** Deletes the plans of meetings of all territories. */
export const forgetMeetings = (): void => forgetKept(meetingsKey(''));

/** Stored years of one territory. @param territory SIREN */
export const meetingPlanStore = (territory: string): KeptList<MeetingPlan> =>
  new KeptList(meetingsKey(territory), FORM);
