// Text to compare or to search in, whatever its case and accents.

/** « Cité Œuvrière » -> « cite oeuvriere ». */
export const unaccented = (text: string): string =>
  text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replaceAll('œ', 'oe').replaceAll('æ', 'ae');
