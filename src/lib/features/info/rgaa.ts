// The 106 criteria of RGAA 4.1.2, how each was tested, and the result; untested criteria are not counted as conform.

export const RESULTS = ['conform', 'failed', 'untested', 'absent'] as const;
export type Result = (typeof RESULTS)[number];

/**
 * One letter a criterion, in the order of the text: `a` conform by axe-core on every page, `t` conform by a browser test,
 * `n` conform by the Nu HTML checker on every rendered page, `l` conform by review,
 * `x` not conform, `?` not tested, `-` not applicable.
 */
const THEMES = [
  'aal--ll-l',
  '--',
  'ltt',
  '-------ll--tt',
  '---alaa-',
  'la',
  'lttlt',
  'lnaaaltal-',
  'aaa-',
  'ltltllllllttt-',
  'alllllllalt--',
  'lllt-ltlttt',
  '--l---llltl-'
] as const;

const OF: Record<string, Result> = {
  a: 'conform',
  t: 'conform',
  n: 'conform',
  l: 'conform',
  x: 'failed',
  '?': 'untested'
};

interface ThemeResult {
  /** 1 to 13. */
  theme: number;
  /** Numbers of the criteria of each result, « 3.2 ». */
  criteria: Record<Result, string[]>;
}

export const rgaaThemes = (): ThemeResult[] =>
  THEMES.map((letters, at) => {
    const criteria: ThemeResult['criteria'] = { conform: [], failed: [], untested: [], absent: [] };
    [...letters].forEach((letter, i) => criteria[OF[letter] ?? 'absent'].push(`${at + 1}.${i + 1}`));
    return { theme: at + 1, criteria };
  });

interface RgaaCount extends Record<Result, number> {
  /** Criteria that apply to the site. */
  applicable: number;
  /** Conform over applicable criteria, 0..1; untested ones are in the denominator. */
  rate: number;
}

export function rgaaCount(): RgaaCount {
  const letters = THEMES.join('');
  const count = { conform: 0, failed: 0, untested: 0, absent: 0 };
  for (const letter of letters) count[OF[letter] ?? 'absent'] += 1;
  const applicable = letters.length - count.absent;
  return { ...count, applicable, rate: count.conform / applicable };
}
