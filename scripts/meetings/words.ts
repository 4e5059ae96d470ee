// The rules of a year's meetings in French, as the command tells them.
import type { ConflictRule } from '../../src/lib/model/meetings/meeting-rules.ts';

const DAY = new Intl.DateTimeFormat('fr-FR', {
  timeZone: 'UTC',
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  year: 'numeric'
});
const HALF = { am: 'matin', pm: 'après-midi' } as const;

/** « mardi 6 octobre 2026, matin » */
export const slotWords = ({ date, half }: { date: string; half: 'am' | 'pm' }): string =>
  `${DAY.format(new Date(`${date}T00:00:00Z`))}, ${HALF[half]}`;

export function conflictWords(rule: ConflictRule): string {
  switch (rule.rule) {
    case 'away': {
      const who = rule.who.startsWith('room:') ? `la salle de ${rule.who.slice(5)}` : rule.who;
      return `${who} : ${rule.weekly ? 'absences de chaque semaine' : 'absences datées'}`;
    }
    case 'quorum':
      return `${rule.team} : quorum, au moins ${rule.least} « ${rule.class} »`;
    case 'least-days':
      return `${rule.team} : au moins ${rule.days} jours entre deux réunions`;
    case 'most-days':
      return rule.days < 1
        ? `${rule.team} : aucun jour entre deux réunions, alors qu’une équipe se réunit au plus une fois par jour`
        : `${rule.team} : au plus ${rule.days} jours entre deux réunions`;
    case 'locked':
      return `${rule.team} : réunion ${rule.number} fixée au ${slotWords(rule)}`;
    case 'calendar':
      return `${rule.team} : ${rule.meetings} réunions dans un calendrier de ${rule.days} jours`;
    case 'coordinator':
      return `${rule.coordinator} : deux réunions par demi-journée à 20 minutes au plus dans les deux sens, trois par jour`;
    case 'two-places':
      return `${rule.partner} : dans un seul lieu à la fois`;
  }
}
