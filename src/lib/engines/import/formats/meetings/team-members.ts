// Who sits in each support team, by function: a row that looks like a person's name is left out, and no name is read from another column.
import type { Importer } from '../../importer.ts';
import { foldPlace } from '../../../../model/names.ts';
import { looksLikePerson } from '../function-words.ts';
import { readYes } from '../service-words.ts';
import { boundedNumber, readNumber } from '../values.ts';

export interface MemberRow {
  line: number;
  /** As written: looked up once the teams are known. */
  team: string;
  function: string;
  /** School or commune as written; empty where none is. */
  place: string;
  /** How much an absence counts. */
  weight: number;
  /** Profession of the quorum; empty for the others. */
  class: string;
}

type Key = 'team' | 'function' | 'place' | 'profession' | 'weight' | 'quorum';

const WEIGHT = [0, 10] as const;
const WORDS: readonly (readonly [RegExp, number])[] = [
  [/^(?:indispensable|essentiel|obligatoire)/, 3],
  [/^(?:important|souhait)/, 2],
  [/^(?:utile|facultatif|invite|normal)/, 1]
];
const readWeight = (text: string) =>
  WORDS.find(([word]) => word.test(foldPlace(text)))?.[1] ?? readNumber(text);

export const MEMBER_FORMAT: Importer<Key, MemberRow> = {
  columns: {
    team: ['equipe', 'team', 'eps', 'n_equipe', 'numero_equipe', 'n_eps'],
    function: ['fonction', 'function', 'fonction_du_membre'],
    place: ['lieu', 'place', 'ecole', 'uai', 'etablissement', 'commune', 'ville'],
    profession: ['profession', 'metier', 'institution'],
    weight: ['poids', 'weight', 'importance'],
    quorum: ['quorum', 'quorum_class', 'presence_necessaire']
  },
  required: ['team', 'function'],
  unique: {
    code: 'duplicate-row',
    column: 'function',
    of: (row) => `${row.team}, ${row.function}`
  },
  rows(cell, line, remark) {
    const [team, name, profession, quorum] = [
      cell('team'),
      cell('function'),
      cell('profession'),
      cell('quorum')
    ];
    if (team === '') return { dropped: { code: 'empty-cell', column: 'team' } };
    if (name === '') return { dropped: { code: 'empty-cell', column: 'function' } };
    for (const column of ['function', 'profession', 'quorum'] as const) {
      if (column === 'quorum' && readYes(quorum) !== null) continue;
      if (looksLikePerson(cell(column))) return { dropped: { code: 'person-name', column } };
    }
    const said = readYes(quorum);
    if (said === true && profession === '')
      remark('doubtful', { code: 'quorum-without-profession', column: 'quorum' });
    const named = said === true ? profession : said === false ? '' : quorum;
    const weight = boundedNumber(cell, 'weight', WEIGHT, remark, readWeight) ?? 1;
    return { row: { line, team, function: name, place: cell('place'), weight, class: named.toLowerCase() } };
  }
};
