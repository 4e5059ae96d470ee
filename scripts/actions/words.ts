// Clashes and needs of sessions in French, as the command tells them.
import type { ActionClash, NeedToMeet } from '../../src/lib/model/actions/action-year.ts';

const DAY = new Intl.DateTimeFormat('fr-FR', { timeZone: 'UTC', dateStyle: 'long' });
const dayWords = (date: string) => DAY.format(new Date(`${date}T00:00:00Z`));

/** One clash in a line. */
export function clashWords({ kind, ids, what }: ActionClash): string {
  const [one, other] = ids;
  switch (kind) {
    case 'room':
      return `${one} et ${other} : la salle « ${what} » est prise deux fois à la même heure`;
    case 'person':
      return `${one} et ${other} : « ${what} » ne peut pas être aux deux, à la même heure ou faute de temps pour la route`;
    case 'away':
      return `${one} : « ${what} » est absent`;
    case 'closed':
      return `${one} : la salle « ${what} » est fermée`;
    case 'holiday':
      return `${one} : le ${dayWords(what)} est en vacances scolaires`;
    case 'seats':
      return `${one} : plus d’inscrits que de places`;
  }
}

/** A session that will not be held, and the needs that stop it, in a line. */
export const compromisedWords = (session: string, late: readonly NeedToMeet[]): string =>
  `${session} : compromise, il manque ${late
    .map(({ need, latest }) => `« ${need} » (au plus tard le ${dayWords(latest)})`)
    .join(', ')}`;
