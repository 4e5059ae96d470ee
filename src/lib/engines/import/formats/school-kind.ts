// The kind of a school from the words of its name or of its type.
import type { SchoolKind } from '../../../model/school.ts';
import { foldPlace } from './names.ts';

/** Tried in this order; « E E PU » and « E P PR » are the ministry's short forms, « elelmentaire » and « primiare » its slips. */
const WORDS: readonly (readonly [RegExp, SchoolKind])[] = [
  [/^(?:college|clg)\b/, 'college'],
  [/prim(?:ai|ia|ei)r|^e p\b/, 'primaire'],
  [/\bele?l?e?ment|^e e\b/, 'elementaire'],
  [/\bmaternelle|^e m\b/, 'maternelle'],
  [/\b(?:groupe?|gpe|gr|pole) (?:scolaire|educatif)\b/, 'primaire'],
  [/\bcollege\b/, 'college']
];

/** null when no word tells: « NOTRE DAME » may be any kind of school. */
export function kindOfName(name: string): SchoolKind | null {
  const folded = foldPlace(name);
  return WORDS.find(([pattern]) => pattern.test(folded))?.[1] ?? null;
}
