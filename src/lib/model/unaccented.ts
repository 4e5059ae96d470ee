// Text to compare or to search in, whatever its case and accents.

/** « Cité Œuvrière » -> « cite oeuvriere ». */
export const unaccented = (text: string): string =>
  text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replaceAll('œ', 'oe').replaceAll('æ', 'ae');

/** Part of a file name: « Métropole de Lille, 2026 » -> « metropole-de-lille-2026 »; empty where no letter or digit is left. */
export const slugOf = (text: string): string =>
  unaccented(text)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
