// The parts of a file that may be put together with another: all of them read by this version, and of its territory alone.
import { refusal, type MaillageContent } from './content.ts';
import { keptElsewhere, mergeParts } from './merge-parts.ts';
import { readDecision } from '../kept-decision.ts';
import { readReports } from '../kept-reports.ts';
import { readSessions } from '../kept-sessions.ts';
import { MEETING_PLANS } from '../meeting-plan-list.ts';
import { SCENARIOS } from '../scenario-list.ts';
import { readStoryFile } from '../story-file.ts';

type Parts = ReturnType<typeof mergeParts>;
type Reader = (text: string, siren: string) => unknown;

/** A part that this version would leave out cannot be put together with another. */
const READERS: Readonly<Record<keyof Parts['kept'], Reader>> = {
  plans: SCENARIOS.read,
  meetings: MEETING_PLANS.read,
  decision: readDecision,
  calendar: readDecision,
  answers: readReports,
  actions: readSessions,
  sessions: (text, siren) => readStoryFile(text, siren).story
};

/** @throws UnusableInput maillage-damaged */
export function refuseUnread(kept: Parts['kept'], siren: string, file: string): void {
  for (const [name, read] of Object.entries(READERS) as [keyof Parts['kept'], Reader][]) {
    const text = kept[name];
    if (text !== undefined && read(text, siren) === null)
      throw refusal({ code: 'maillage-damaged', file, found: name });
  }
}

/** @throws UnusableInput maillage-unknown, maillage-damaged */
export function wholeParts(content: MaillageContent, siren: string, file: string): Parts {
  const [elsewhere] = keptElsewhere(content, siren);
  if (elsewhere !== undefined) throw refusal({ code: 'maillage-unknown', file, found: elsewhere });
  const parts = mergeParts(content, siren);
  refuseUnread(parts.kept, siren, file);
  return parts;
}
