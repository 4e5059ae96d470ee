// Why a download did not end well, in French, with the way on.
import type { HandSource, OfficialSource } from './source-list.ts';

export type FaultKind =
  | 'offline'
  | 'missing'
  | 'busy'
  | 'server'
  | 'refused'
  | 'redirects'
  | 'type'
  | 'size'
  | 'cut'
  | 'stalled'
  | 'hash'
  | 'content';

export class FetchFault extends Error {
  readonly kind: FaultKind;
  /** Worth another try at once. */
  readonly passing: boolean;
  /** Seconds that the server asks to wait. */
  readonly wait: number | undefined;
  constructor(kind: FaultKind, detail: string, options: { cause?: unknown; wait?: number | undefined } = {}) {
    super(detail, { cause: options.cause });
    this.name = 'FetchFault';
    this.kind = kind;
    this.passing = ['busy', 'server', 'cut', 'stalled'].includes(kind);
    this.wait = options.wait;
  }
}

export const byHand = ({ page, file }: OfficialSource | HandSource, folder: string): string =>
  `Téléchargez-le à la main depuis ${page} et posez-le dans ${folder} sous le nom ${file}.`;

const WORDS: Record<FaultKind, (detail: string) => string> = {
  offline: (host) => `pas de réseau, ou ${host} ne répond pas`,
  missing: () => 'ce fichier n’est plus à cette adresse (404)',
  busy: () => 'le site demande d’attendre (429)',
  server: (status) => `le site est en panne (${status})`,
  refused: (status) => `le site refuse ce téléchargement (${status})`,
  redirects: () => 'l’adresse renvoie sans fin vers une autre',
  type: (found) => `ce n’est pas le fichier attendu, mais ${found}`,
  size: (sizes) => `la taille n’est pas celle qui est annoncée (${sizes})`,
  cut: (sizes) => `le téléchargement a été coupé (${sizes})`,
  stalled: (seconds) => `plus rien n’arrive depuis ${seconds} s`,
  hash: (found) => `le fichier n’est pas celui qui est épinglé (sha256 ${found}…)`,
  content: (reason) => `le fichier est arrivé, mais ne peut pas servir : ${reason}`
};
const MENDS: Partial<Record<FaultKind, string>> = {
  busy: 'Relancez la commande dans quelques minutes.',
  server: 'Relancez la commande plus tard.',
  cut: 'Relancez la commande : elle reprendra où elle s’est arrêtée.',
  stalled: 'Relancez la commande : elle reprendra où elle s’est arrêtée.',
  hash: 'Le fichier a changé : vérifiez-le, puis mettez à jour data/sources.json, ou relancez sans --locked.'
};

/** « qpv : pas de réseau… » and what to do about it, on one line. */
export function faultLine(source: OfficialSource, { kind, message }: FetchFault, folder: string): string {
  return `${source.name} : ${WORDS[kind](message)}. ${MENDS[kind] ?? byHand(source, folder)}`;
}
