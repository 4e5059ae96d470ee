// A finding on a plan, in a sentence of its own. Words of findings are many, and fetched once there is a finding.
import { locale } from '$lib/i18n/locale';
import type { Finding } from '$lib/model/findings';

export async function planRemark(finding: Finding): Promise<string> {
  const { wordsIn } = await import('$lib/i18n/findings/findings');
  const words = wordsIn(locale(), finding.code);
  const what = words?.what(finding) ?? finding.code;
  return [`${what.charAt(0).toUpperCase()}${what.slice(1)}.`, words?.fix].filter(Boolean).join(' ');
}
