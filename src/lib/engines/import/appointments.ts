// The appointments of an export of the national tool: of each its day, reason and status, the commune, and whether a minor was there.
import type { Finding, Imported } from '../../model/findings.ts';
import { foldHeader, foldPlace } from '../../model/names.ts';
import { readYes } from './formats/service-words.ts';
import { APPOINTMENT_COLUMNS, type AppointmentKey } from './personal/appointment-columns.ts';
import { mentionsPerson } from './persons/person-values.ts';
import type { RowTable } from './readers/row-table.ts';

type AppointmentStatus = 'planned' | 'waiting' | 'seen' | 'excused' | 'revoked' | 'missed';

interface Appointment {
  line: number;
  /** ISO day; null where it cannot be told. */
  date: string | null;
  reason: string;
  status: AppointmentStatus | null;
  /** As written. */
  commune: string;
  /** null where it is not said. */
  minor: boolean | null;
}

const STATUSES: readonly (readonly [RegExp, AppointmentStatus])[] = [
  [/^(?:a venir|programme|unknown|a renseigner|etat indetermine|statut a renseigner)/, 'planned'],
  [/^(?:en salle|waiting|present)/, 'waiting'],
  [/^(?:rendez vous honore|rdv honore|honore|vu|seen)/, 'seen'],
  [/^(?:annule (?:a l initiative du|par le) service|revoked)/, 'revoked'],
  [/^(?:annule|excuse|absence excusee|excused)/, 'excused'],
  [/^(?:absence non excusee|absent|non excuse|lapin|noshow|no show)/, 'missed']
];

const statusOf = (text: string): AppointmentStatus | null =>
  STATUSES.find(([pattern]) => pattern.test(foldPlace(text)))?.[1] ?? null;

/** « 05/09/2025 » or « 2025-09-05 » -> « 2025-09-05 »; null for what is no day. */
function dayOf(text: string): string | null {
  const [, day, month, year] = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})\b/.exec(text) ?? [];
  const iso =
    year === undefined ? text.slice(0, 10) : `${year}-${month!.padStart(2, '0')}-${day!.padStart(2, '0')}`;
  const date = /^\d{4}-\d{2}-\d{2}$/.test(iso) ? new Date(`${iso}T00:00:00Z`) : null;
  return date && !Number.isNaN(date.getTime()) && date.toISOString().startsWith(iso) ? iso : null;
}

/** What a cell says, but of a person. */
const impersonal = (text: string): string => (mentionsPerson(text) ? '' : text);

/** A commune may be named « Marie » or « La Madeleine »: a person is written in several words, without an article. */
const communeOf = (text: string): string =>
  /[\s@]/.test(text) && !/^l(?:a|e|es)\s/i.test(text) ? impersonal(text) : text;

/** The appointments of an opened export; one whose day cannot be told is dropped, and what stands in its place is not quoted. */
export function appointmentsIn({ name: file, header, records, read }: RowTable): Imported<Appointment> {
  const folded = header.map(foldHeader);
  const imported: Imported<Appointment> = { rows: [], findings: [], read };
  for (const { line, cells } of records) {
    const cell = (key: AppointmentKey) => cells[folded.indexOf(APPOINTMENT_COLUMNS[key])]?.trim() ?? '';
    const date = dayOf(cell('date'));
    if (date === null) {
      imported.findings.push({
        code: 'bad-date',
        severity: 'dropped',
        file,
        row: line,
        column: header[folded.indexOf(APPOINTMENT_COLUMNS.date)]!,
        found: '',
        expected: '05/09/2025'
      });
      continue;
    }
    imported.rows.push({
      line,
      date,
      reason: impersonal(cell('reason')),
      status: statusOf(cell('status')),
      commune: communeOf(cell('commune')),
      minor: readYes(cell('minor'))
    });
  }
  return imported;
}

/** What is said of an export: how many appointments it has, and how many were kept by both sides; no page shows them. */
export function appointmentsFinding(table: RowTable): Finding {
  const { rows } = appointmentsIn(table);
  const seen = rows.filter(({ status }) => status === 'seen').length;
  return {
    code: 'appointments-read',
    severity: 'dropped',
    file: table.name,
    found: String(rows.length),
    expected: String(seen)
  };
}
