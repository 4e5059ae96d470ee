// A diary (.ics) as a list of availability: whose it is, its busy half-days, the day on which it was read. Nothing else of it is kept.
import { absencesOf, yearsWith, type BusyCalendar } from '$lib/engines/meetings/index.ts';
import { foldPlace } from '$lib/model/names.ts';
import { toCsv } from '$lib/export/csv';
import type { MeetingsFile } from '$lib/model/meetings/meetings-file.ts';

/** First and last day of the school years known: a diary is read within them. */
export const DIARY_PERIOD = { from: yearsWith()[0]!.from, to: yearsWith().at(-1)!.to };

export interface DiaryOwner {
  /** Of a coordinator or a partner. */
  id: string;
  /** As the list of availability writes it. */
  name: string;
  kind: 'coordinator' | 'partner';
}

/** Those whose diary may be read: coordinators, then functions, each once. */
export function diaryOwners({ coordinators, members }: MeetingsFile): DiaryOwner[] {
  const functions = new Map(members.map((member) => [member.partner, member.function]));
  return [
    ...coordinators.map(({ id }) => ({ id, name: id, kind: 'coordinator' as const })),
    ...[...functions]
      .map(([id, name]) => ({ id, name, kind: 'partner' as const }))
      .sort((a, b) => a.name.localeCompare(b.name, 'fr', { numeric: true }))
  ];
}

const HALVES = { am: 'matin', pm: 'après-midi' };

/**
 * The list that takes the place of a diary; its name is that of its owner, since a diary's often names a person.
 * @param readOn ISO date
 */
export function diaryList(owner: string, { busy }: Pick<BusyCalendar, 'busy'>, readOn: string): File {
  const text = toCsv(absencesOf(owner, busy, readOn), [
    { header: 'qui', value: ({ who }) => who },
    { header: 'demi_journee', value: ({ half }) => (half ? HALVES[half] : 'journée') },
    { header: 'du', value: ({ from }) => from },
    { header: 'au', value: ({ to }) => to },
    { header: 'lu_le', value: () => readOn }
  ]);
  return new File([text], `agenda-${foldPlace(owner).replaceAll(' ', '-')}.csv`, { type: 'text/csv' });
}
