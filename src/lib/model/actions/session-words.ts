// The words of a list of sessions: how a group goes there, what is needed, where a session stands, when an action is held.
import { TRANSPORTS, type Transport } from './action-sheets.ts';
import { ACTION_PERIODS, type ActionPeriod, type SessionStatus } from './action-year.ts';
import { NEED_DELAYS } from './needs.ts';
import { foldPlace } from '../names.ts';

const TRANSPORT_WORDS: readonly (readonly [RegExp, Transport])[] = [
  [/\bpied|\bmarche|^pedestre/, 'à pied'],
  [/\bmini ?(?:bus|car)|\bneuf places|\b9 places/, 'minibus'],
  [/\b(?:auto)?cars?\b|\bbus\b/, 'car'],
  [/\btaxis?\b|\bvtc\b/, 'taxi'],
  [/\bfamilles?\b|\bparents?\b|\bcovoiturage\b/, 'familles']
];
const STATUS_WORDS: readonly (readonly [RegExp, SessionStatus])[] = [
  [/^(?:annule|supprime|cancel|reporte|non tenu)/, 'cancelled'],
  [/^(?:tenu|realise|fait|effectue|held|passe)/, 'held'],
  [/^(?:confirme|valide|confirmed|ok$)/, 'confirmed'],
  [/^(?:prevu|planifie|programme|planned|a venir|$)/, 'planned']
];
const PERIOD_WORDS: readonly (readonly [RegExp, ActionPeriod])[] = [
  [/\btoute|\bannee|^les deux/, "toute l'année"],
  [/\bvacances|\bstage/, 'vacances'],
  [/\becole|\bscolaire/, 'école']
];
const NEED_WORDS: readonly (readonly [RegExp, string])[] = [
  [/^salles?$|^locaux$|^lieu$/, 'salle'],
  [/^intervenante?s?$/, 'intervenant'],
  [/^transports?$|^vehicules?$/, 'transport'],
  [/^groupes?$|^liste du groupe$/, 'groupe'],
  [/^accords?$|^autorisations?$/, 'accords'],
  [/^materiels?$/, 'matériel'],
  [/^accompagnat(?:eur|rice)s?$/, 'accompagnateur'],
  [/^informations?$|^info$/, 'information']
];

const among = <Word>(words: readonly (readonly [RegExp, Word])[], text: string): Word | null =>
  words.find(([pattern]) => pattern.test(foldPlace(text)))?.[1] ?? null;

/** Null for an empty text too: nothing is said of how the group goes. */
export const readTransport = (text: string): Transport | null =>
  TRANSPORTS.find((one) => one === text) ?? among(TRANSPORT_WORDS, text);
/** An empty text is a session that is planned. */
export const readSessionStatus = (text: string): SessionStatus | null => among(STATUS_WORDS, text);
/** What a list writes, of which `readSessionStatus` makes the status again. */
export const STATUS_CHOICES: Readonly<Record<SessionStatus, string>> = {
  planned: 'prévue',
  confirmed: 'confirmée',
  held: 'tenue',
  cancelled: 'annulée'
};
/** Null for what is none. */
export const readPeriod = (text: string): ActionPeriod | null =>
  ACTION_PERIODS.find((one) => one === text.replace('’', "'")) ?? among(PERIOD_WORDS, text);

/** One need that is known; null for a word of the service's own. */
export const knownNeed = (text: string): string | null =>
  Object.keys(NEED_DELAYS).find((need) => need === text) ?? among(NEED_WORDS, text);

/** Half-days, as a list writes them. */
export const HALF_DAY_WORDS = ['matin', 'après-midi'] as const;
