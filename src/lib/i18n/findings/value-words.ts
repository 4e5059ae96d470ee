// Words that stand for a value of a finding: what was found or expected, where the file has no value to quote.
import type { Finding, ValueWord } from '../../model/findings.ts';
import type { Locale } from '../locale.ts';
import { fill, type InEachLanguage } from '../template.ts';

const WORDS: Readonly<Record<ValueWord, InEachLanguage>> = {
  nothing: { fr: 'rien', en: 'nothing' },
  'no-geometry': { fr: 'aucune géométrie', en: 'no geometry' },
  degrees: { fr: 'des degrés WGS84', en: 'degrees, WGS84' },
  rep: { fr: 'REP ou REP+', en: 'REP or REP+' },
  block: { fr: 'bloc {figure}', en: 'block {figure}' },
  bytes: { fr: '{figure} o', en: '{figure} bytes' },
  'least-bytes': { fr: 'au moins {figure} o', en: 'at least {figure} bytes' },
  'median-line': { fr: 'x y capacité demande', en: 'x y capacity demand' },
  'median-demand': { fr: 'demande ≤ {figure}', en: 'demand ≤ {figure}' },
  'median-total': { fr: 'demande totale ≤ {figure}', en: 'total demand ≤ {figure}' },
  decimals: { fr: 'x y : {figure} décimales au plus', en: 'x y: {figure} decimals at most' },
  'logo-size': { fr: '{figure} ko, limite 200 ko', en: '{figure} kB, 200 kB at most' },
  'logo-not-png': { fr: 'ce n’est pas une image PNG', en: 'it is no PNG image' },
  'logo-not-svg': { fr: 'ce n’est pas une image SVG', en: 'it is no SVG image' },
  'logo-active': {
    fr: 'cette image contient un programme ou une adresse extérieure',
    en: 'this image holds a program or an outside address'
  }
};

function inWords(value: string | undefined, language: Locale): string | undefined {
  const [, word = '', figure] = /^#([a-z-]+)(?: (\d+))?$/.exec(value ?? '') ?? [];
  const words = (WORDS as Readonly<Record<string, InEachLanguage | undefined>>)[word];
  return words ? fill(words[language], { figure }) : value;
}

/** The same finding, its values that are words said in a language. */
export const withValueWords = (finding: Finding, language: Locale): Finding => ({
  ...finding,
  found: inWords(finding.found, language),
  expected: inWords(finding.expected, language)
});
