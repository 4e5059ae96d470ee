// What a site says of whoever publishes it. Beside `place.ts`: what every page loads has nothing of it.

/** Parts of `labels`. `note`: a sentence in the foot; `controller`: responsable du traitement; `dpo`: how to write to the data protection officer. */
export const LABELS = ['publisher', 'note', 'controller', 'dpo', 'basis'] as const;
export type Labels = { [Label in (typeof LABELS)[number]]?: string | undefined };

/** What a site for everyone says of whoever publishes it. `basis`: the legal basis of the processing; `contact`: for the accessibility. */
export const LEGAL_NOTICES = ['publisher', 'controller', 'dpo', 'basis', 'contact'] as const;
export type LegalNotice = (typeof LEGAL_NOTICES)[number];

/** Each legal notice and what the service wrote; empty where it wrote nothing. */
export const legalNotices = ({
  labels,
  contact
}: {
  labels?: Labels | undefined;
  contact?: string | undefined;
}): { notice: LegalNotice; text: string }[] =>
  LEGAL_NOTICES.map((notice) => ({ notice, text: { ...labels, contact }[notice] ?? '' }));
