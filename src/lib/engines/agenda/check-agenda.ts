// Whether an agenda keeps its rules and has the figures that it says, from the dates alone: nothing of the search is used here.
import type { Agenda, AgendaProblem } from '../../model/meetings/agenda.ts';

export type AgendaFault =
  | { rule: 'meeting' | 'capacity'; team: string; number: number }
  | {
      rule: 'team' | 'twice' | 'before-opened' | 'after-until';
      team: string;
      number: number;
      situation: string;
    }
  | { rule: 'over' | 'longest' | 'reviews' | 'balance' | 'bound'; said: number; found: number };

const DAY = 86_400_000;
const timeOf = (iso: string) => Date.parse(`${iso}T00:00:00Z`);

/** Days of the waits of a situation reviewed on those days, in order. */
export function waitsOf(
  { opened, seen, until }: AgendaProblem['situations'][number],
  reviews: readonly string[],
  horizon: AgendaProblem['horizon']
): number[] {
  const end = until !== null && until < horizon[1] ? until : horizon[1];
  const stops = [seen ?? opened, ...[...reviews].sort(), end].map(timeOf);
  return stops.slice(1).map((stop, at) => (stop - stops[at]!) / DAY);
}

/** The rules that an agenda breaks and the figures that are not what it says; none: it is right. */
export function checkAgenda(problem: AgendaProblem, agenda: Agenda): AgendaFault[] {
  const faults: AgendaFault[] = [];
  const dates = new Map<string, string[]>();
  const left = new Set(problem.meetings);
  let balance = 0;
  for (const { team, number, situations } of agenda.meetings) {
    const meeting = [...left].find((other) => other.team === team && other.number === number);
    if (!meeting) {
      faults.push({ rule: 'meeting', team, number });
      continue;
    }
    left.delete(meeting);
    balance += situations.length * situations.length;
    if (situations.length > meeting.capacity) faults.push({ rule: 'capacity', team, number });
    situations.forEach((id, at) => {
      const situation = problem.situations.find((other) => other.id === id);
      const fault = { team, number, situation: id };
      if (situation?.team !== team) faults.push({ rule: 'team', ...fault });
      if (situations.indexOf(id) < at) faults.push({ rule: 'twice', ...fault });
      if (situation && meeting.date < situation.opened) faults.push({ rule: 'before-opened', ...fault });
      if (situation?.until && meeting.date >= situation.until) faults.push({ rule: 'after-until', ...fault });
      dates.set(id, [...(dates.get(id) ?? []), meeting.date]);
    });
  }
  for (const { team, number } of left) faults.push({ rule: 'meeting', team, number });
  const figures = { over: 0, longest: 0, reviews: 0, balance };
  for (const situation of problem.situations) {
    const reviews = dates.get(situation.id) ?? [];
    const waits = waitsOf(situation, reviews, problem.horizon);
    for (const wait of waits) figures.over += Math.max(0, wait - problem.months * 30.5);
    figures.longest += Math.max(...waits);
    figures.reviews += reviews.length;
  }
  for (const rule of ['over', 'longest', 'reviews', 'balance'] as const)
    if (agenda[rule] !== figures[rule]) faults.push({ rule, said: agenda[rule], found: figures[rule] });
  if (agenda.bound.over > agenda.over)
    faults.push({ rule: 'bound', said: agenda.bound.over, found: agenda.over });
  return faults;
}
