// Years of meetings stored on this computer, at the reader's request only.
import { NO_MEETING_PLANS, type MeetingPlanList } from './meeting-plan.ts';
import { meetingsKey } from './carried.ts';
import { countKept, forgetKept, KeptList, type ListForm, type StoredList } from './kept-list.ts';
import {
  mergeMeetingPlans,
  readMeetingPlans,
  sameMeetingPlans,
  writeMeetingPlans
} from './meeting-plan-list.ts';

export type StoredMeetings = StoredList<MeetingPlanList>;

const FORM: ListForm<MeetingPlanList> = {
  write: writeMeetingPlans,
  read: readMeetingPlans,
  merge: mergeMeetingPlans,
  isSame: sameMeetingPlans,
  count: ({ items }) => items.length,
  none: NO_MEETING_PLANS
};

/** Number of plans of meetings stored, all territories together. */
export const keptMeetings = (): number => countKept(meetingsKey(''), FORM);

/** Deletes the plans of meetings of all territories. */
export const forgetMeetings = (): void => forgetKept(meetingsKey(''));

/** Stored years of one territory. */
export class KeptMeetings extends KeptList<MeetingPlanList> {
  /** @param territory SIREN */
  constructor(territory: string) {
    super(meetingsKey(territory), FORM);
  }
}
