// Summary sentence of the plan on screen, for the page, the printed annex and the note: today's plan, or what changes of it.
import { loadSpan } from '$lib/engines/verdicts';
import { capitalised, duration, integer, numberWord, percent } from '$lib/i18n/numbers';
import { m } from '$lib/i18n/paraglide/messages.js';
import { richParts, type RichPart } from '$lib/i18n/rich';
import { postName } from '$lib/i18n/place-names';
import { bandDigits } from '$lib/model/assignment/fair-load.ts';
import type { Balance } from '$lib/model/assignment/balance.ts';
import { planChange } from './compare/plan-change';
import type { LoadsInUse } from '$lib/figures/loads-in-use.svelte.ts';
import { roadTime } from './words';

/** Narrow no-break spaces are too thin at the size of a sentence. */
const spaced = (text: string) => text.replaceAll('\u202f', '\u2009');

/** « Référent 6 a 37 % de plus que sa part, Référent 5 41 % de moins »; who is in the band is not named. Empty where nothing is shared. */
export function farLoads({ referents }: Pick<Balance, 'referents'>, tolerance: number): string {
  const span = loadSpan({ posts: referents, tolerance });
  if (!span) return '';
  const said = {
    over: postName(span.over.at(-1) ?? ''),
    more: percent(span.high, bandDigits(span.high, tolerance)),
    under: postName(span.under[0] ?? ''),
    less: percent(-span.low, bandDigits(span.low, tolerance))
  };
  if (span.over.length > 0)
    return span.under.length > 0 ? m.sectors_loads_both(said) : m.sectors_loads_over(said);
  return span.under.length > 0
    ? m.sectors_loads_under(said)
    : m.sectors_loads_within({ band: percent(tolerance) });
}

function todaySentence({ todayFigures: figures, roads, settings }: LoadsInUse): string[] {
  const loads = farLoads(figures, settings.tolerance);
  return [
    m.sectors_sentence({
      posts: numberWord(figures.referents.length),
      schools: integer(figures.referents.reduce((sum, one) => sum + one.schools, 0)),
      loads: loads === '' ? '' : m.sectors_sentence_loads({ loads, measure: settings.measure }),
      travel: spaced(roadTime({ roads }, figures.travel))
    })
  ];
}

function changeSentence(sectors: LoadsInUse, { onPaper }: SentenceOptions): string[] {
  const { deviation, added, isSampled, moved, gained, teams, pupils } = planChange(sectors);
  const left = moved.filter(({ uai }) => sectors.plan.referents[uai] === undefined).length;
  const count = moved.length - left;
  const known = added === 0 ? 'same' : added > 0 ? 'more' : 'less';
  const words = {
    ...deviation,
    road: isSampled ? known : 'unknown',
    time: spaced(duration(Math.abs(added)))
  };
  return [
    count === 0
      ? ''
      : m.sectors_sentence_moved({ count, number: capitalised(numberWord(count, 'feminine')) }),
    left === 0
      ? ''
      : m.sectors_sentence_left({ count: left, number: capitalised(numberWord(left, 'feminine')) }),
    gained.length === 0 ? '' : m.sectors_sentence_gained({ count: gained.length }),
    teams === 0 ? '' : m.sectors_sentence_teams({ count: teams }),
    sectors.isPending
      ? ''
      : deviation.before === deviation.after
        ? m.sectors_sentence_deviation_same(words)
        : m.sectors_sentence_deviation(words),
    onPaper && moved.length > 0 ? m.sectors_sentence_pupils({ count: integer(pupils) }) : ''
  ];
}

interface SentenceOptions {
  /** The pupils concerned are said: on screen they stand on the cards. */
  onPaper?: boolean;
}

export function sentenceParts(sectors: LoadsInUse, options: SentenceOptions = {}): RichPart[] {
  return (sectors.isChanged ? changeSentence(sectors, options) : todaySentence(sectors))
    .filter((sentence) => sentence !== '')
    .flatMap((sentence) => [...richParts(sentence), { tag: null, text: ' ' }]);
}
