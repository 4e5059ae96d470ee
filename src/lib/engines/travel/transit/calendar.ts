// Services that run on a day (GTFS calendar.txt, calendar_dates.txt).
import type { GtfsTable } from './gtfs-table.ts';

interface WeeklyService {
  /** Sunday first, as Date counts. */
  days: readonly boolean[];
  /** `YYYYMMDD`. */
  start: string;
  end: string;
}

export interface Calendar {
  weekly: Map<string, WeeklyService>;
  /** By `YYYYMMDD`: service -> added (true) or removed (false). */
  exceptions: Map<string, Map<string, boolean>>;
}

const DAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];

export function readServiceDays(weekly: GtfsTable | undefined, dates: GtfsTable | undefined): Calendar {
  const calendar: Calendar = { weekly: new Map(), exceptions: new Map() };
  if (weekly) {
    const days = DAYS.map((day) => weekly.column(day));
    const [start, end] = [weekly.column('start_date'), weekly.column('end_date')];
    weekly.column('service_id').forEach((service, row) => {
      const runs = days.map((day) => day[row] === '1');
      calendar.weekly.set(service, { days: runs, start: start[row]!, end: end[row]! });
    });
  }
  if (dates) {
    const [date, type] = [dates.column('date'), dates.column('exception_type')];
    dates.column('service_id').forEach((service, row) => {
      const day = calendar.exceptions.get(date[row]!) ?? new Map<string, boolean>();
      day.set(service, type[row] === '1');
      calendar.exceptions.set(date[row]!, day);
    });
  }
  return calendar;
}

/** A date `YYYY-MM-DD` some days later, or earlier. */
export function shiftDate(date: string, days: number): string {
  const day = new Date(`${date}T00:00:00Z`);
  day.setUTCDate(day.getUTCDate() + days);
  return day.toISOString().slice(0, 10);
}

/** Services that run on `date`, `YYYY-MM-DD`. */
export function servicesOn(calendar: Calendar, date: string): Set<string> {
  const compact = date.replaceAll('-', '');
  const weekday = new Date(`${date}T00:00:00Z`).getUTCDay();
  const services = new Set<string>();
  for (const [service, { days, start, end }] of calendar.weekly) {
    if (days[weekday] && start <= compact && compact <= end) services.add(service);
  }
  for (const [service, added] of calendar.exceptions.get(compact) ?? []) {
    if (added) services.add(service);
    else services.delete(service);
  }
  return services;
}
