// Figures by their meaning, as pages, prints, notes and files word them: what the test of one figure, one value collects.
import { strFromU8, unzipSync } from 'fflate';

/** One way to word a figure. The value is the first group; the name is what stands before or after it, for people. */
interface Wording {
  /** Matched on a text whose spaces are plain and single. */
  pattern: RegExp;
}

export interface Meaning {
  name: string;
  wordings: readonly Wording[];
  /** Fewest sources that must show it, so that a change of words is seen. */
  sources: number;
}

const NUMBERS = [
  'zéro',
  'un',
  'deux',
  'trois',
  'quatre',
  'cinq',
  'six',
  'sept',
  'huit',
  'neuf',
  'dix',
  'onze',
  'douze'
];
const COUNT = String.raw`(\d{1,3}(?: \d{3})*|${NUMBERS.slice(1).join('|')})`;
const TIME = String.raw`(\d+ h(?: \d\d)?)`;
/** The répartition that a number of posts depends on. */
const SPLIT = '(?: avec la répartition [^:.]+?)?';
const EUROS = String.raw`(\d{1,3}(?: \d{3})*) €`;

const meaning = (name: string, sources: number, ...patterns: string[]): Meaning => ({
  name,
  sources,
  wordings: patterns.map((pattern) => ({ pattern: new RegExp(pattern, 'gi') }))
});

/** Figures of the whole territory in its latest year, under the default settings. */
export const MEANINGS: readonly Meaning[] = [
  meaning(
    'écoles suivies',
    8,
    `suivent (?:\\d+ enfants(?: dans|, [^,.]+, et) )?${COUNT} écoles`,
    `Écoles suivies ${COUNT} sur`,
    `écoles suivies passe de \\d+ à ${COUNT}`,
    `Écoles à répartir ${COUNT}`,
    `${COUNT} écoles, écart permis`
  ),
  meaning(
    'écoles du premier degré',
    2,
    `écoles(?: du premier degré)? sur ${COUNT}\\.`,
    `Écoles suivies \\d+ sur ${COUNT}`
  ),
  meaning(
    'écoles en attente',
    5,
    `${COUNT} écoles ont demandé l’(?:intervention|appui du service)(?! :)`,
    `${COUNT} écoles attendent à la fin de 2025-2026`,
    `Écoles en attente ${COUNT} (?:\\+|−|=)\\d* en un an`,
    `Écoles en attente \\d+ ${COUNT} [+−]`,
    `${COUNT} écoles attendent(?: ;|\\. \\S+ peuvent ouvrir)`,
    `Pour suivre les ${COUNT} écoles${SPLIT} :`
  ),
  meaning(
    'postes demandés',
    3,
    `Pour suivre les \\S+ écoles${SPLIT} : ([\\d,]+) postes? d’ici`,
    `à la rentrée 20\\d\\d, avec ([\\d,]+) postes? de plus,`,
    `suivre toutes demande ([\\d,]+) postes?,`,
    `([\\d,]+) postes? proposés?\\b`
  ),
  meaning(
    'coût des postes demandés',
    3,
    `Pour suivre les \\S+ écoles${SPLIT} : [\\d,]+ postes? d’ici [\\d-]+, ${EUROS} par an \\(hypothèse`,
    `à la rentrée 20\\d\\d, avec [\\d,]+ postes? de plus, ${EUROS} par an \\(hypothèse`,
    `suivre toutes demande [\\d,]+ postes?, ${EUROS} par an \\(hypothèse`
  ),
  meaning(
    'écoles ouvertes sans nouveau poste',
    3,
    `par an \\(hypothèse[^)]*\\)\\. ${COUNT} seront suivies sans nouveau poste`,
    `D’ici [\\d-]+${SPLIT}\\. ${COUNT} seront suivies sans nouveau poste`,
    `${COUNT} écoles peuvent être suivies dans cette place`
  ),
  meaning(
    'enfants accompagnés',
    4,
    `suivent ${COUNT} enfants`,
    `Enfants accompagnés ${COUNT} (?:\\+|−|=)\\d* en un an`,
    `Enfants accompagnés \\d+ ${COUNT} [+−]`,
    `enfants accompagnés passe de \\d+ à ${COUNT}`,
    `Coût par enfant accompagné [\\d ]+ € ${COUNT} enfants`
  ),
  meaning(
    'réunions d’équipe par an',
    3,
    `réunions de \\d+ à ${COUNT} par an`,
    `Réunions par an (?:\\d+ (?:hypothèse )?|inconnu )${COUNT} (?:(?:environ )?[+−]|non comparable)`,
    `Équipes[^0-9]* \\d+ ${COUNT} réunions par an`
  ),
  meaning(
    'équipes',
    4,
    `équipes passent de \\d+ à ${COUNT}`,
    `Équipes pluridisciplinaires (?:\\d+ (?:hypothèse )?|inconnu )${COUNT} (?:(?:environ )?[+−]|non comparable)`,
    `Équipes[^0-9]* ${COUNT} \\d+ réunions par an`
  ),
  meaning('fiches-actions', 3, `${COUNT} fiches-actions pour`, `Coût des ${COUNT} fiches-actions`),
  meaning(
    'coût des fiches-actions',
    5,
    `fiches-actions pour ${EUROS}`,
    `Coût des fiches-actions ${EUROS}(?! hypothèse| [\\d ]+€)`,
    `Coût des \\d+ fiches-actions ${EUROS}`,
    `Coût des fiches-actions [\\d ]+ € (?:hypothèse )?${EUROS} (?:environ )?[+−]`,
    `[Cc]oût des fiches-actions passe de [\\d ]+ € à ${EUROS}`
  ),
  meaning(
    'trajets de l’équipe, par semaine',
    5,
    `la route prend à l’équipe ${TIME} par semaine`,
    `Trajets de l’équipe,? (?:par semaine )?${TIME}`,
    `Équipe (?:arrondi : [^\\d]+ )?(\\d+ h \\d\\d) (?:\\d|≈)`
  ),
  ...[5].map((post) =>
    meaning(
      `référent ${post}, sous sa part, route comprise`,
      5,
      `Référent ${post} de (\\d+) %`,
      `Référent ${post} \\(−(\\d+) %\\)`,
      `Référent ${post} [^\\d%]+ −(\\d+) % \\d+ h`
    )
  ),
  ...[1, 2, 3, 4, 5, 6].map((post) =>
    meaning(
      `trajets du référent ${post}, par semaine`,
      4,
      `Référent ${post} [^\\d%]+ [+−]?\\d+ % ${TIME} \\d+ `,
      `Référent ${post} (?:(?!Référent).)*? en moyenne ${TIME} \\d+ \\d+ \\d+ €`,
      `Référent ${post} [^\\d%]+ (?:≈ )?\\d+ [+−]?\\d+ % ${TIME} `,
      `Référent ${post},? [^\\d%]+ (?:≈ ?)?\\d+ ${TIME} \\d+ %`,
      `Référent ${post}, trajets ${TIME}`
    )
  )
];

/** Names that a figure had before: one is enough, on all pages. */
export const FORMER_NAMES: readonly RegExp[] = [
  /coût de la programmation/i,
  /budget, \d+ fiches/i,
  /équipes de soutien/i,
  /sur la route/i,
  /route de l’équipe/i,
  /heures de route/i,
  /attendent l’intervention/i,
  /sa part, hors route|leur part, hors route/i
];

/** Plain single spaces: what a person reads. */
export const plainText = (text: string): string => text.replace(/[\s\u00a0\u202f\u2009\u2060]+/g, ' ');

function valueOf(text: string): string {
  const word = NUMBERS.indexOf(text.toLowerCase());
  return word >= 0 ? String(word) : text.replace(/ (?=\d{3}(?:\D|$))/g, '').trim();
}

/** Every value that a text gives to a meaning. */
export const valuesIn = (text: string, { wordings }: Meaning): string[] =>
  wordings.flatMap(({ pattern }) => [...text.matchAll(pattern)].map((found) => valueOf(found[1]!)));

/** The running text of a Word note or the cells of a workbook. */
export function textOfOffice(file: Uint8Array): string {
  const parts = unzipSync(file);
  const read = Object.entries(parts)
    .filter(([name]) => /document\.xml$|sharedStrings\.xml$|sheet\d+\.xml$/.test(name))
    .map(([, part]) => strFromU8(part));
  return plainText(
    read
      .join(' ')
      .replace(/<[^>]+>/g, ' ')
      .replace(/&amp;/g, '&')
  );
}
