// The fewest meetings that move so that the plan on screen holds again, and so that meetings without a date get one.
import type { Away } from '$lib/model/meetings/meetings-file.ts';
import type { MeetingsState } from '../meetings-state.svelte.ts';
import type { ChangeProposal } from './change-proposal.svelte.ts';

/** Asks for it and shows it among the changes. @param why in the reader's words @param changed declared absences whose meetings may move too */
export function askRepair(
  meetings: MeetingsState,
  proposal: ChangeProposal,
  why: string,
  changed: readonly Away[] = []
): void {
  meetings.stop();
  const { plan } = meetings;
  const problem = meetings.statedWith({});
  if (!problem || plan.length === 0) return;
  meetings.change({ view: 'changes' });
  void proposal.ask({
    why,
    problem,
    declared: meetings.declared,
    changed,
    aside: [],
    before: plan,
    shown: plan,
    part: {}
  });
}
