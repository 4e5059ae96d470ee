// The fields of the report in French, dotted, and what each says now: texts, and lists of which each line has a name and a figure.
import { semicolon } from '../../i18n/locale.ts';
import { m } from '../../i18n/paraglide/messages.js';
import { answerPart, questionWords, valueWords } from '../../i18n/report-words.ts';
import type { ReportAnswer, StateReport } from '../../model/report/state-report.ts';
import names from './field-names.json';
import type { WordFields } from './fill-model.ts';

/** A field as the page lists it. */
export interface FieldLine {
  /** As it is typed in the file, without its braces; a list begins with `#`. */
  name: string;
  question: string;
  value: string;
}

const TEXTS: Readonly<Record<string, string>> = names.texts;
const PARTS: Readonly<Record<string, string>> = names.parts;
const LISTS: Readonly<Record<string, string>> = names.lists;

/** Beginning of an id that has a name -> what is left of the id. */
function named(id: string, table: Readonly<Record<string, string>>): { name: string; rest: string } | null {
  for (let at = id.length; at > 0; at = id.lastIndexOf('.', at - 1)) {
    const name = table[id.slice(0, at)];
    if (name !== undefined) return { name, rest: id.slice(at + 1) };
  }
  return null;
}

/** « enfants.age.6-10 »; null for a word of the service, which is a line of its list. */
export function fieldName({ id }: Pick<ReportAnswer, 'id'>): string | null {
  const found = named(id, TEXTS);
  if (!found) return null;
  return found.rest === '' ? found.name : `${found.name}.${PARTS[found.rest] ?? found.rest}`;
}

const valueOf = ({ value, unit }: ReportAnswer): string =>
  value === null ? m.word_not_known() : valueWords(value, unit);

/** Every field and its value; a value that is not known says so, and is never 0. */
export function reportFields(
  { answers, year }: Pick<StateReport, 'answers' | 'year'>,
  territory: { name: string; service: string }
): { fields: WordFields; lines: FieldLine[] } {
  const values: Record<string, string> = {
    annee: year,
    territoire: territory.name,
    service: territory.service
  };
  const lists: Record<string, Record<string, string>[]> = {};
  const lines: FieldLine[] = [
    { name: 'annee', question: m.word_field_year(), value: year },
    { name: 'territoire', question: m.word_field_territory(), value: territory.name },
    { name: 'service', question: m.word_field_service(), value: territory.service }
  ];
  for (const answer of answers) {
    const list = named(answer.id, LISTS);
    if (list) {
      const line = Array.isArray(answer.value)
        ? answer.value.map((nom: string) => ({ nom }))
        : [{ nom: answerPart(answer) ?? answer.word ?? list.rest, valeur: valueOf(answer) }];
      const isTotal = list.rest === '' && !Array.isArray(answer.value);
      lists[list.name] = [...(lists[list.name] ?? []), ...(isTotal ? [] : line)];
    }
    const name = fieldName(answer);
    if (name === null) continue;
    values[name] = valueOf(answer);
    lines.push({ name, question: questionWords(answer), value: values[name] });
  }
  for (const [name, list] of Object.entries(lists))
    lines.push({
      name: `#${name}`,
      question: m.word_field_list({ fields: '{{nom}}, {{valeur}}' }),
      value: list
        .map(({ nom, valeur }) => (valeur === undefined ? nom : `${nom} ${valeur}`))
        .join(semicolon())
    });
  return { fields: { values, lists }, lines };
}
