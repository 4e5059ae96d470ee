// The summary sentence of the page, with the marks of i18n/rich: it names the year, level, theme and place of its figures.
import { recognisedRows } from '$lib/session/uncounted.ts';
import { isOneCommune } from '$lib/cube/dashboard.ts';
import { capitalised, integer, numberWord } from '$lib/i18n/numbers.ts';
import { m } from '$lib/i18n/paraglide/messages.js';
import { inCommune, levelName, populationWords, themeName } from '$lib/i18n/terms.ts';
import { isByNetwork } from './zone-words.ts';
import type { CoverageState } from './coverage-state.svelte.ts';

type Shown = Pick<CoverageState, 'address' | 'cube' | 'facts' | 'filter'>;

const isFormer = ({ address, cube }: Shown) => address.year !== cube.dashboard.years.at(-1);

/** « à Anzin », « dans le quartier Bleuse Borne »; '' for all. */
function placeWords({ address: { place }, cube }: Shown): string {
  if (place === null) return '';
  const name = cube.nameOf(place.code);
  if (place.kind === 'group')
    return isByNetwork(cube) ? m.coverage_place_network({ name }) : m.coverage_place_group({ name });
  return place.kind === 'commune' ? inCommune(name) : m.coverage_place_qpv({ name });
}

/** Of another year, a level or a theme: what the figures are of comes first. Posts are known of today alone. */
function filtered(shown: Shown): string {
  const { year, level, theme } = shown.address;
  const { children, followed, schools } = shown.facts;
  const parts = [
    placeWords(shown),
    level === 'ALL' ? '' : levelName(level).toLowerCase(),
    theme === 'ALL' ? '' : m.coverage_filtered_theme({ theme: themeName(theme) })
  ].filter(Boolean);
  const words = {
    scope: m.coverage_filtered_scope({
      year,
      parts: parts.map((part) => m.coverage_filtered_part({ part })).join('')
    }),
    schools: shown.facts.known
      ? m.coverage_filtered_followed({
          count: followed,
          followed: integer(followed),
          total: integer(schools)
        })
      : m.coverage_perimeter_unknown(),
    every: theme === 'ALL' ? '' : m.coverage_filtered_part({ part: m.coverage_every_theme() })
  };
  if (children.value === null && children.status !== 'suppressed') return m.coverage_filtered_schools(words);
  return m.coverage_filtered({
    ...words,
    children:
      children.value === null
        ? m.coverage_filtered_children_protected()
        : m.coverage_filtered_children({ count: children.value, shown: integer(children.value) })
  });
}

function opening(shown: Shown): string {
  const { address, cube, facts } = shown;
  const { children, followed, referents } = facts;
  if (address.level === 'college') {
    const { linked } = cube.zone(shown.filter);
    return m.coverage_sentence_colleges({ count: linked, linked: capitalised(numberWord(linked)) });
  }
  if (!cube.followUpKnown) return m.coverage_sentence_unknown({ total: integer(facts.schools) });
  if (isFormer(shown) || address.level !== 'ALL' || address.theme !== 'ALL') return filtered(shown);
  const counted = { count: followed, followed: integer(followed), total: integer(facts.schools) };
  const schools = m.coverage_schools_of(counted);
  const known =
    children.value === null
      ? null
      : m.coverage_children({ count: children.value, shown: integer(children.value) });
  if (address.place === null) {
    if (referents === 0 && known === null) return m.coverage_sentence_schools({ schools });
    const team =
      referents === 0
        ? m.coverage_team_unknown()
        : m.coverage_team({ count: referents, words: capitalised(numberWord(referents)) });
    if (known === null) return m.coverage_sentence_protected({ team, schools });
    // Pupils of a collège are in none of the schools counted.
    return facts.levels.includes('college')
      ? m.coverage_sentence_levels({
          ...{ team, children: known, population: populationWords(facts.levels) },
          schools: m.coverage_schools_first(counted)
        })
      : m.coverage_sentence({ team, children: known, schools });
  }
  const clause = !facts.known
    ? m.coverage_schools_unknown()
    : facts.schools === 0
      ? m.coverage_no_school()
      : followed === 0
        ? m.coverage_followed_none()
        : m.coverage_followed_clause({ count: followed, schools });
  const words = { place: capitalised(placeWords(shown)), schools: clause };
  if (known !== null) return m.coverage_sentence_commune({ ...words, children: known });
  return children.status === 'suppressed'
    ? m.coverage_sentence_commune_protected(words)
    : m.coverage_sentence_commune_absent(words);
}

function ending(shown: Shown): string {
  const { waiting, followed, most } = shown.facts;
  if (shown.address.level === 'college' || followed + waiting === 0) return '';
  const former = isFormer(shown);
  if (waiting === 0)
    return former
      ? m.coverage_none_waiting_then()
      : m.coverage_sentence_none_waiting({ rows: recognisedRows() });
  const [first, second] = isOneCommune(shown.cube.dashboard) ? [] : most;
  const where = first ? { words: numberWord(first.waiting, 'feminine'), place: inCommune(first.name) } : null;
  const mostWords = !where
    ? ''
    : second
      ? m.coverage_sentence_most_two({ ...where, other: inCommune(second.name) })
      : m.coverage_sentence_most(where);
  const words = {
    count: waiting,
    words: capitalised(numberWord(waiting, 'feminine')),
    most: mostWords
  };
  return former ? m.coverage_waiting_then(words) : m.coverage_waiting_sentence(words);
}

export const coverageSentence = (shown: Shown): string =>
  [opening(shown), ending(shown)].filter(Boolean).join(' ');
