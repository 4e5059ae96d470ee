// A finding on a plan, in a sentence of its own.
import { wordsIn } from '$lib/i18n/findings/finding-words';
import { PLAN_FINDINGS } from '$lib/i18n/findings/findings-plan';
import { locale } from '$lib/i18n/locale';
import type { Finding } from '$lib/model/findings';

export function planRemark(finding: Finding): string {
  const words = wordsIn(locale(), PLAN_FINDINGS[finding.code]);
  const what = words?.what(finding) ?? finding.code;
  return [`${what.charAt(0).toUpperCase()}${what.slice(1)}.`, words?.fix].filter(Boolean).join(' ');
}
