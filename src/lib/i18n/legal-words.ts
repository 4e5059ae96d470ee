// What each legal notice of a published site is called.
import type { LegalNotice } from '../model/legal-notices.ts';
import { m } from './paraglide/messages.js';

export const LEGAL_WORDS: Readonly<Record<LegalNotice, typeof m.legal_publisher>> = {
  publisher: m.legal_publisher,
  controller: m.legal_controller,
  dpo: m.legal_dpo,
  basis: m.legal_basis,
  contact: m.legal_contact
};
