// The year in ten sentences at most, made from the answers; a sentence whose figures are not known is not said.
import { listWords } from '../../i18n/lists.ts';
import { semicolon } from '../../i18n/locale.ts';
import { euros, integer, percent, plain, signed } from '../../i18n/numbers.ts';
import { m } from '../../i18n/paraglide/messages.js';
import { markWords, answerPart } from '../../i18n/report-words.ts';
import type { ReportAnswer, StateReport } from '../../model/report/state-report.ts';

type Answers = ReadonlyMap<string, ReportAnswer>;
const numberOf = (answers: Answers, id: string): number | null => {
  const value = answers.get(id)?.value;
  return typeof value === 'number' ? value : null;
};

/** Answers under a common beginning, with a number. */
const under = (answers: Answers, start: string): { answer: ReportAnswer; count: number }[] =>
  [...answers.values()].flatMap((answer) =>
    answer.id.startsWith(start) && !answer.id.endsWith('.unknown') && typeof answer.value === 'number'
      ? [{ answer, count: answer.value }]
      : []
  );

const sum = (parts: readonly { count: number }[]) => parts.reduce((total, { count }) => total + count, 0);
const most = <T extends { count: number }>(parts: readonly T[]): T | null =>
  parts.reduce<T | null>((best, part) => (part.count > (best?.count ?? 0) ? part : best), null);

/** « (en France, 58,2 % en 2021) »; empty without one. */
function markOf(answer: ReportAnswer | undefined): string {
  const mark = answer && markWords(answer);
  return mark ? m.report_say_mark({ value: mark.value, year: mark.year }) : '';
}

function schools(answers: Answers): string | null {
  const [followed, waiting] = [numberOf(answers, 'schools.followed'), numberOf(answers, 'schools.waiting')];
  if (followed === null) return null;
  const awaited = waiting === null ? '' : m.report_say_waiting({ count: waiting, waiting: integer(waiting) });
  return m.report_say_schools({ count: followed, followed: integer(followed), waiting: awaited });
}

function children(answers: Answers): string | null {
  const total = numberOf(answers, 'children.total');
  if (total === null) return null;
  const last = answers.get('children.total')?.last;
  const parts = (
    [
      ['children.new', m.report_say_new],
      ['children.open', m.report_say_open],
      ['children.ended', m.report_say_ended]
    ] as const
  ).flatMap(([id, say]) => {
    const count = numberOf(answers, id);
    return count === null ? [] : [say({ count, value: integer(count) })];
  });
  return m.report_say_children({
    count: total,
    total: integer(total),
    last:
      typeof last === 'number'
        ? m.report_say_last({ last: integer(last), change: signed(total - last) })
        : '',
    parts: parts.length > 0 ? m.report_say_parts({ parts: listWords(parts) }) : ''
  });
}

/** « parmi les 360 enfants pour lesquels c’est indiqué »; empty where it is told of all. */
function toldOf(answers: Answers, told: number): string {
  const total = numberOf(answers, 'children.total');
  return total === null || told >= total ? '' : m.report_say_told({ count: told, told: integer(told) });
}

function sexes(answers: Answers): string | null {
  const [girls, boys] = [numberOf(answers, 'children.girls'), numberOf(answers, 'children.boys')];
  if (girls === null || boys === null || girls + boys === 0) return null;
  return m.report_say_sexes({
    girls: m.report_say_girls({ count: girls, value: integer(girls) }),
    boys: m.report_say_boys({ count: boys, value: integer(boys) }),
    share: percent(boys / (girls + boys)),
    mark: markOf(answers.get('children.boys')),
    told: toldOf(answers, girls + boys)
  });
}

function ages(answers: Answers): string | null {
  const groups = under(answers, 'children.age.');
  const first = most(groups);
  if (!first) return null;
  const age = first.answer.id.slice('children.age.'.length);
  return m.report_say_ages({
    count: first.count,
    value: integer(first.count),
    age: age === '17+' ? m.report_age_last() : m.report_age({ age: age.replace('-', '\u2011') }),
    share: percent(first.count / sum(groups)),
    mark: markOf(first.answer),
    told: toldOf(answers, sum(groups))
  });
}

function profiles(answers: Answers): string | null {
  const all = under(answers, 'children.profile.');
  const told = sum(all);
  if (told === 0) return null;
  const middle = sum(all.filter(({ answer }) => /[23]$/.test(answer.id)));
  return m.report_say_profiles({
    count: middle,
    value: integer(middle),
    share: percent(middle / told),
    mark: markOf(answers.get('children.profile.2')),
    told: toldOf(answers, told)
  });
}

function living(answers: Answers): string | null {
  const [total, inQpv] = [numberOf(answers, 'children.total'), numberOf(answers, 'children.inQpv')];
  const origins = under(answers, 'children.orientedBy.');
  const first = most(origins);
  const parts = [
    ...(total && inQpv !== null
      ? [m.report_say_qpv({ count: inQpv, value: integer(inQpv), share: percent(inQpv / total) })]
      : []),
    ...(first
      ? [
          m.report_say_origin({
            count: first.count,
            value: integer(first.count),
            share: percent(first.count / sum(origins)),
            who: answerPart(first.answer) ?? ''
          })
        ]
      : [])
  ];
  return parts.length > 0 ? m.report_say_two({ parts: parts.join(semicolon()) }) : null;
}

function lengths(answers: Answers): string | null {
  const months = numberOf(answers, 'paths.lengthMedian');
  if (months === null) return null;
  return m.report_say_length({
    count: months,
    months: integer(months),
    mark: markOf(answers.get('paths.lengthMedian'))
  });
}

function meetings(answers: Answers): string | null {
  const [held, planned, seen] = ['meetings.held', 'meetings.planned', 'meetings.situations'].map((id) =>
    numberOf(answers, id)
  );
  if (held == null && planned == null) return null;
  const situations = seen == null ? '' : m.report_say_seen({ count: seen, value: integer(seen) });
  if (held == null)
    return m.report_say_planned({ count: planned ?? 0, planned: integer(planned ?? 0), situations });
  return m.report_say_held({
    count: held,
    held: integer(held),
    planned: planned == null ? '' : m.report_say_of_planned({ count: planned, planned: integer(planned) }),
    situations
  });
}

function staff(answers: Answers): string | null {
  const fte = numberOf(answers, 'staff.referents.fte');
  if (fte === null) return null;
  const each = numberOf(answers, 'staff.childrenPerReferent');
  const coordination = numberOf(answers, 'staff.coordination.fte');
  return m.report_say_staff({
    count: fte,
    fte: plain(fte),
    coordination: !coordination ? '' : m.report_say_coordination({ fte: plain(coordination) }),
    each: each === null ? '' : m.report_say_each({ value: integer(each) }),
    mark: each === null ? '' : markOf(answers.get('staff.childrenPerReferent'))
  });
}

function money(answers: Answers): string | null {
  const total = numberOf(answers, 'money.total');
  if (total === null) return null;
  const [each, rate] = [numberOf(answers, 'money.perChild'), numberOf(answers, 'money.cofinancingRate')];
  return m.report_say_money({
    total: euros(total),
    each: each === null ? '' : m.report_say_per_child({ value: euros(Math.round(each)) }),
    mark: each === null ? '' : markOf(answers.get('money.perChild')),
    rate: rate === null ? '' : m.report_say_rate({ value: percent(rate / 100) })
  });
}

/** `<b>` marks emphasis. None where nothing is known. */
export function yearSentences(report: StateReport): string[] {
  const answers = new Map(report.answers.map((answer) => [answer.id, answer]));
  return [
    schools(answers),
    children(answers),
    sexes(answers),
    ages(answers),
    profiles(answers),
    living(answers),
    lengths(answers),
    meetings(answers),
    staff(answers),
    money(answers)
  ].filter((sentence) => sentence !== null);
}
