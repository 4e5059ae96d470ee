// Schools whose pupils or meetings no file gives, and the hypotheses that their workload is reckoned with.
import { decimal, integer } from '$lib/i18n/numbers.ts';
import { m } from '$lib/i18n/paraglide/messages.js';
import type { DemandFigure } from '$lib/model/workload.ts';

interface AssumedSchool {
  pupils: number;
  meetings: number;
  assumed?: readonly DemandFigure[];
}

/** « 95 », « 95 à 120 » */
function rangeWords(values: readonly number[], write: (value: number) => string): string {
  const [least, most] = [Math.min(...values), Math.max(...values)].map(write) as [string, string];
  return least === most ? least : m.shell_range({ least, most });
}

/** A sentence for each figure that is a hypothesis for some schools. */
export function assumedWords(schools: readonly AssumedSchool[]): string[] {
  const values = (figure: DemandFigure) =>
    schools.flatMap((school) => (school.assumed?.includes(figure) ? [school[figure]] : []));
  const [pupils, meetings] = [values('pupils'), values('meetings')];
  const digits = (value: number) => decimal(value, value % 1 === 0 ? 0 : 1);
  return [
    ...(pupils.length === 0
      ? []
      : [m.travel_assumed_pupils({ count: pupils.length, value: rangeWords(pupils, integer) })]),
    ...(meetings.length === 0
      ? []
      : [m.travel_assumed_meetings({ count: meetings.length, value: rangeWords(meetings, digits) })])
  ];
}
