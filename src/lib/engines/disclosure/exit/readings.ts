// What a reader takes for granted when figures of two answers, or of two years, are laid side by side.

/** Each is audited by itself: a reader who takes less for granted may find what another excludes. */
export interface Reading {
  /** Children who are said to be followed from before are children of last year's total. */
  sameChildren: boolean;
  /** Whoever stays was followed at the end of last year: a path that ended is in no later year. */
  endedLeave: boolean;
  /** Reasons of entry are told of the children who came in the year. */
  reasonsOfEntry: boolean;
}

/** By the definitions of the answers alone, one year at a time. */
export const NOTHING_GRANTED: Reading = { sameChildren: false, endedLeave: false, reasonsOfEntry: false };

/** What the figures give occasion for. */
export type Occasions = Reading;

/** Every reading that differs by what the figures tell, the one that takes nothing for granted first. */
export function readingsOf(occasions: Occasions): Reading[] {
  const either = (is: boolean) => (is ? [false, true] : [false]);
  return either(occasions.reasonsOfEntry).flatMap((reasonsOfEntry) =>
    either(occasions.sameChildren).flatMap((sameChildren) =>
      either(sameChildren && occasions.endedLeave).map((endedLeave) => ({
        sameChildren,
        endedLeave,
        reasonsOfEntry
      }))
    )
  );
}
