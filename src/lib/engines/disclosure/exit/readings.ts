// What a reader takes for granted when figures of two answers, or of two years, are laid side by side.

/** Each is audited by itself: a reader who takes less for granted may find what another excludes. */
export interface Assumptions {
  /** Children who are said to be followed from before are children of last year's total. */
  sameChildren: boolean;
  /** Whoever stays was followed at the end of last year: a path that ended is in no later year. */
  endedLeave: boolean;
  /** Reasons of entry are told of the children who came in the year. */
  reasonsOfEntry: boolean;
}

/**
 * What each reader takes for granted, the one who takes nothing first: the definitions of the answers alone, one year at a time.
 *
 * @param occasions what the figures give occasion for
 */
export function readingsOf(occasions: Assumptions): Assumptions[] {
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
