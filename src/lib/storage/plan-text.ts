// The text of a plan file that this site wrote, before its content is read.

/** Maximum length in characters; a plan of a thousand schools has about 30,000. */
export const PLAN_FILE_LIMIT = 1_000_000;

/** The JSON of the file, or the code of the finding that refuses it. Never throws. */
export function parsePlanText(
  text: string
): { value: unknown } | { refused: 'plan-too-large' | 'plan-empty' | 'plan-truncated' | 'plan-not-json' } {
  if (text.length > PLAN_FILE_LIMIT) return { refused: 'plan-too-large' };
  const clean = text.replace(/^\ufeff/, '').trim();
  if (clean === '') return { refused: 'plan-empty' };
  try {
    return { value: JSON.parse(clean) as unknown };
  } catch {
    // The cause is told by a finding: a file cut short, or no JSON at all.
    return { refused: clean.startsWith('{') && !clean.endsWith('}') ? 'plan-truncated' : 'plan-not-json' };
  }
}
