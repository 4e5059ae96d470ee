// The columns of an export of the national tool of appointments (RDV Service Public). Five are read; every other, names, births, e-mails,
// contexts, places, is left out as the file is opened.
import { foldHeader } from '../../../model/names.ts';
import type { PersonalColumn } from '../../../model/source-files.ts';
import { headerClass } from './personal-headers.ts';

/** Headers that are read, folded; the commune and the minor are not in every version of the export. */
export const APPOINTMENT_COLUMNS = {
  date: 'daterdv',
  reason: 'motif',
  status: 'statut',
  commune: 'communedupremierresponsable',
  minor: 'aumoinsunusagermineur'
} as const;
export type AppointmentKey = keyof typeof APPOINTMENT_COLUMNS;

/** What no other list has. */
const signs = () => [
  APPOINTMENT_COLUMNS.date,
  APPOINTMENT_COLUMNS.reason,
  APPOINTMENT_COLUMNS.status,
  'heurerdv'
];

/** Whether a header is that of the export. */
export const isAppointmentsHeader = (header: readonly string[]): boolean => {
  const folded = new Set(header.map(foldHeader));
  return signs().every((sign) => folded.has(sign));
};

/** The columns of an export that are not read: none of them is shown, quoted or kept. */
export function unreadOfAppointments(header: readonly string[]): PersonalColumn[] {
  const read: readonly string[] = Object.values(APPOINTMENT_COLUMNS);
  return header.flatMap((name, at): PersonalColumn[] => {
    if (read.includes(foldHeader(name))) return [];
    const says = headerClass(name);
    const kind = says === null || says === 'bare' || says === 'key' || says === 'place' ? 'text' : says;
    return [{ at, header: name, kind, why: 'header', treatment: 'out' }];
  });
}
