// What is left of a formula where its result should be: an error of a spreadsheet, or the formula itself.

const ERROR =
  /^(?:#(?:REF|N\/A|VALUE|VALEUR|DIV\/0|NAME|NOM|NULL|NUL|NUM|NOMBRE|CALC|SPILL|EPARS)[!?]?|Err:\d{3})$/i;
const FORMULA = /^=[A-Z0-9($+\-@"'[]/i;

/** The code of the finding that tells of it; null for any other text. */
export function formulaFault(text: string): 'formula-error' | 'formula-without-result' | null {
  if (text.startsWith('=')) return FORMULA.test(text) ? 'formula-without-result' : null;
  return (text.startsWith('#') || text.startsWith('Err')) && ERROR.test(text) ? 'formula-error' : null;
}
