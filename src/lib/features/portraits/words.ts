// Texts of a portrait: kinds of place, indicators, funders, partners, summary sentence.
import { absentWords } from '$lib/session/counts-underway';
import type { Count } from '$lib/cube/filter';
import type { Portrait } from '$lib/cube/portrait';
import type { Indicator, IndicatorName } from '$lib/cube/portrait-indicators';
import type { PortraitKind, PortraitPlace } from '$lib/cube/portrait-places';
import { capitalised, decimal, duration, integer, numberWord, percent } from '$lib/i18n/numbers';
import { m } from '$lib/i18n/paraglide/messages.js';
import { postName } from '$lib/i18n/place-names';

const KINDS: Record<PortraitKind, () => string> = {
  commune: m.portrait_kind_commune,
  cite: m.portrait_kind_cite,
  group: m.portrait_kind_group,
  network: m.portrait_kind_network,
  district: m.portrait_kind_district,
  qpv: m.portrait_kind_qpv,
  other: m.portrait_kind_other
};
const GROUPS: Record<PortraitKind, () => string> = {
  commune: m.portrait_group_commune,
  cite: m.portrait_group_cite,
  group: m.portrait_group_group,
  network: m.portrait_group_network,
  district: m.portrait_group_district,
  qpv: m.portrait_group_qpv,
  other: m.portrait_group_other
};
const INDICATORS: Record<IndicatorName, () => string> = {
  rate: m.portrait_indicator_rate,
  children: m.portrait_row_children,
  share: m.portrait_indicator_share,
  ips: m.portrait_indicator_ips,
  drive: m.portrait_indicator_drive,
  partners: m.portrait_indicator_partners
};
const PARTNERS: Record<string, () => string> = {
  'education-nationale': m.portrait_partner_education,
  'services-municipaux': m.portrait_partner_town,
  associations: m.portrait_partner_associations,
  'centres-sociaux': m.portrait_partner_centres,
  departement: m.portrait_partner_department,
  ccas: m.portrait_partner_ccas,
  parentalite: m.portrait_partner_parents,
  'petite-enfance': m.portrait_partner_nurseries,
  'prevention-specialisee': m.portrait_partner_prevention,
  mediation: m.portrait_partner_mediators
};

export const kindWord = ({ place: { kind }, qpvs }: Pick<Portrait, 'place' | 'qpvs'>): string =>
  kind === 'other' && qpvs.length > 0 ? m.portrait_kind_other_qpv() : KINDS[kind]();
export const groupWord = (kind: PortraitKind, count: number): string =>
  kind === 'commune' && count === 1 ? m.portrait_group_one_commune() : GROUPS[kind]();
export const indicatorName = (name: IndicatorName): string => onScreen(INDICATORS[name]());
/** An unknown category is shown as its code. */
export const partnerName = (category: string): string =>
  PARTNERS[category]?.() ?? category.replaceAll('-', '\u00a0');

/** The typeface has no U+202F: digits are separated by a non-breaking thin space instead. */
const onScreen = (text: string) => text.replace(/(?<=\d)\u202f(?=\d)/g, '\u2060\u2009\u2060');

/** Name in a title: « Cité éducative Anzin – Valenciennes ». */
export const titleOf = ({ kind, name }: PortraitPlace): string =>
  kind === 'cite'
    ? m.portrait_cite_name({ name })
    : kind === 'network'
      ? m.portrait_network_name({ name })
      : name;
export const fullTitleOf = (place: PortraitPlace): string =>
  place.kind === 'qpv' ? place.fullName : titleOf(place);

export function indicatorValue(name: IndicatorName, value: number): string {
  switch (name) {
    case 'share':
      return percent(value);
    case 'drive':
      return duration(value);
    case 'partners':
      return decimal(value, 1);
    default:
      return integer(value);
  }
}

/** « Référent 6, base Condé-sur-l’Escaut, 12 écoles, à 11 min au plus de sa base ». */
export function postWords({ id, base, schools, drive }: Portrait['posts'][number]): string {
  const post = m.portrait_post({ id: postName(id), base, count: schools });
  if (drive === null) return post;
  return m.portrait_post_drive({ post, minutes: Math.max(1, Math.round(drive.most)) });
}

/** « 2021 : 2021 ou avant. »: schools followed from the first year known, whose request is not dated; nothing where none is. */
export function sinceFirstWords({ schools, evolution }: Pick<Portrait, 'schools' | 'evolution'>): string {
  const first = evolution[0]?.year;
  const isCensored = ({ school, status }: Portrait['schools'][number]) =>
    status === 'followed' && school.followed_since === first && school.requested_since === null;
  return first && schools.some(isCensored) ? m.portrait_since_first({ year: first.slice(0, 4) }) : '';
}

/** « le trajet le plus long », « 3e trajet le plus court »: of drives, from the end that is nearest. */
function driveRank(rank: number, of: number): string {
  if (2 * rank <= of + 1)
    return rank === 1 ? m.portrait_rank_longest_first() : m.portrait_rank_longest({ rank });
  const back = of + 1 - rank;
  return back === 1 ? m.portrait_rank_shortest_first() : m.portrait_rank_shortest({ rank: back });
}

/** « 3e sur 11 »: of values, from the highest; a long drive is no honour, and is named. Nothing without a value. */
export function rankWord({ name, rank, of, protectedPeers }: Indicator): string {
  if (rank === null || of < 2) return '';
  if (name === 'drive') return driveRank(rank, of);
  const word =
    rank === 1 ? m.portrait_rank_first({ of: integer(of) }) : m.portrait_rank({ rank, of: integer(of) });
  return protectedPeers > 0 ? m.portrait_rank_protected({ count: protectedPeers, rank: word }) : word;
}

export const countWord = ({ value, status }: Count): string =>
  value !== null ? integer(value) : status === 'suppressed' ? m.portrait_protected() : absentWords();

/** Why a place has no count of children: none is known of the territory, or none is published of such a place. */
export const childrenAbsent = ({ counted }: Pick<Portrait, 'counted'>): string =>
  counted ? m.portrait_children_absent_long() : absentWords(m.portrait_children_unknown);

/** Why no action sheet is listed: none is known anywhere, they are known by commune, or none is of this place alone. */
export const noActionWords = ({
  actions,
  actionsKnown
}: Pick<Portrait, 'actions' | 'actionsKnown'>): string =>
  !actionsKnown
    ? m.portrait_actions_unknown()
    : actions === null
      ? m.portrait_actions_by_commune()
      : m.portrait_actions_none();

const sentenceCase = (count: number) => capitalised(numberWord(count, 'feminine'));

function schoolsSentence({ known, counts: { schools, followed }, place, teams }: Portrait): string {
  if (!known) return m.portrait_schools_unknown();
  if (schools === 0 && place.kind === 'qpv' && teams.length > 0)
    return m.portrait_no_school_teams({ count: teams.length, Words: sentenceCase(teams.length) });
  if (schools === 0) return m.portrait_no_school();
  if (followed === null) return m.portrait_followed_unknown({ count: schools, words: sentenceCase(schools) });
  if (followed === 0)
    return m.portrait_none_followed({ count: schools, total: numberWord(schools, 'feminine') });
  if (followed === schools)
    return m.portrait_all_followed({ count: schools, total: numberWord(schools, 'feminine') });
  return m.portrait_followed({
    count: followed,
    words: sentenceCase(followed),
    total: numberWord(schools, 'feminine')
  });
}

function childrenSentence({ children, place }: Portrait): string {
  if (children.status === 'suppressed') return m.portrait_children_protected();
  if (children.value === null) return place.kind === 'cite' ? m.portrait_children_absent() : '';
  return m.portrait_children({ count: children.value, shown: integer(children.value) });
}

const waitingSentence = ({ counts: { waiting } }: Portrait): string =>
  !waiting ? '' : m.portrait_waiting({ count: waiting, words: sentenceCase(waiting) });

/** Of a commune without intervention of its own: a priority neighbourhood may reach into it. */
function otherSentence({ qpvs }: Portrait): string {
  const names = qpvs.map(({ name }) => `<b>${name}</b>`).join(', ');
  const inside = qpvs.length > 0 ? ` ${m.portrait_sentence_other_qpv({ names })}` : '';
  return m.portrait_sentence_other() + inside;
}

/** « Cinq ans »: the years known, as many as there are. */
export const yearsWord = ({ evolution: { length: count } }: Pick<Portrait, 'evolution'>): string =>
  m.portrait_five_years({ count, words: capitalised(numberWord(count)) });

/** Summary sentence, with the marks of i18n/rich. */
export function portraitSentence(portrait: Portrait): string {
  if (portrait.place.kind === 'other') return otherSentence(portrait);
  return onScreen(
    [schoolsSentence(portrait), childrenSentence(portrait), waitingSentence(portrait)]
      .filter((part) => part !== '')
      .join(' ')
  );
}
