// What each meeting is for: which situation a team reviews at which of its dated meetings. A situation is known by a pseudonym, never a name.

export interface AgendaMeeting {
  team: string;
  /** 1-based, in the order of the year. */
  number: number;
  /** ISO day. */
  date: string;
  /** Situations that it can see. */
  capacity: number;
}

/** Days are ISO days. */
export interface AgendaSituation {
  id: string;
  team: string;
  /** Request: seen from that day on. */
  opened: string;
  /** Last review; null: none. */
  seen: string | null;
  /** End of its path, not seen from that day on; null: open. */
  until: string | null;
}

export interface AgendaProblem {
  /** Longest wait between two reviews that counts nothing over. */
  months: number;
  meetings: readonly AgendaMeeting[];
  situations: readonly AgendaSituation[];
  /** First and last day. */
  horizon: readonly [from: string, to: string];
}

/** Days of a month, as waits are counted. */
export const MONTH_DAYS = 30.5;

/** In the order in which they are made as small as can be. */
export interface AgendaFigures {
  /** Days of waits over the months, summed over all waits. */
  over: number;
  /** Days of the longest wait of a situation, summed over situations. */
  longest: number;
  reviews: number;
  /** Sum over meetings of the square of the number seen. */
  balance: number;
}

export interface PlannedAgenda {
  team: string;
  number: number;
  /** Ids. */
  situations: string[];
}

export interface Agenda extends AgendaFigures {
  /** No agenda has less days over, nor, with as few, a smaller sum of longest waits: equal to the figures where that is proven. */
  bound: Pick<AgendaFigures, 'over' | 'longest'>;
  meetings: PlannedAgenda[];
}
