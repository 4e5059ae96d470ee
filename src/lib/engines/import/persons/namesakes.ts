// People after whom French schools are most often named (facts of the national directory of schools): a list of schools is no list of persons.
import { unaccented } from '../../../model/unaccented.ts';
import { isFirstName } from './first-names.ts';

const NAMESAKES =
  'abbe pierre|aime cesaire|alain fournier|albert camus|albert jacquard|albert schweitzer|alfred de musset|alphonse daudet|anatole france|andre chedid|andree chedid|andre chenier|andre malraux|angela davis|anne frank|anne sylvestre|aristide briand|arthur rimbaud|auguste renoir|berthelot|blaise pascal|boris vian|brossolette|buisson|cachin|camille claudel|celestin freinet|charles peguy|charles perrault|charpak|chateaubriand|claude bernard|claude debussy|claude monet|clemenceau|cocteau|coubertin|courbet|cousteau|danielle casanova|de foucauld|de gaulle|delaunay|denis diderot|descartes|desnos|doisneau|dolto|don bosco|dumas|dunant|duruy|edouard herriot|eluard|emile zola|eric tabarly|erckmann chatrian|eugenie cotton|evariste galois|fernand leger|ferry|flora tristan|francois rabelais|francois villon|gabriel peri|galilee|gambetta|gauguin|genevoix|george sand|georges brassens|georges lapierre|gerard philipe|germaine tillion|giono|goscinny|gouges|guesde|guehenno|guillaume apollinaire|guy moquet|helene boucher|henri barbusse|henri iv|henri matisse|henri wallon|honore de balzac|jacqueline auriol|jacques brel|jacques cartier|jacques decour|jacques monod|jacques prevert|jaures|jean charcot|jean de la fontaine|jean ferrat|jean lurcat|jean mace|jean mermoz|jean monnet|jean moulin|jean perrin|jean racine|jean renoir|jean rostand|jean vilar|jean zay|jean jacques rousseau|jeanne arc|jeanne d arc|joachim du bellay|joliot|josephine baker|jules michelet|jules romains|jules valles|jules verne|julie daubie|kergomard|lagrange|lamartine|langevin|leo ferre|leon blum|leon gambetta|leonard de vinci|louis aragon|louis armand|louis bleriot|louis pasteur|louise michel|lucie aubrac|mandela|marcel ayme|marcel pagnol|marie curie|marc bloch|martin luther king|maryse bastie|maupassant|maurice ravel|maurice thorez|mauriac|mendes france|mistral|mitterrand|moliere|montaigne|neruda|niki de saint phalle|olympe de gouges|pablo picasso|painleve|pape carpantier|pasteur|paul bert|paul cezanne|paul doumer|paul fort|paul valery|paul verlaine|paul emile victor|peguy|pergaud|pierre curie|pierre loti|pierre perret|pompidou|ronsard|renan|rene cassin|rene guy cadou|robert schuman|robespierre|romain rolland|rosa bonheur|rosa parks|roger salengro|rouget de lisle|saint exupery|schoelcher|simone de beauvoir|simone veil|suzanne lacore|suzanne lanoy|theodore monod|thomas pesquet|triolet|truffaut|vaillant|vaillant couturier|van gogh|varlin|victor hugo|voltaire|wallon|yves duteil|youri gagarine|gagarine|jean bart|jean bouin|jules isaac|jean jacques|nicolas copernic|pierre mendes|henri des|louis braille|ambroise croizat|georges politzer|pierre semard|marie mauron|jacques yves|emile durkheim|gustave eiffel|guillaume tell|claude levi strauss|edgar degas|jean giraudoux|louis lumiere|auguste rodin|arago|lavoisier|parmentier|maria montessori|marguerite yourcenar|francoise sagan|sophie germain|ada lovelace|claudie haignere|nina simone|rosa luxemburg|elsa|colette|condorcet';

let known: RegExp | null = null;
let phrases: string[][] | null = null;

/** Whether a name is, or holds, that of a person after whom schools are named. */
export function isNamesake(text: string): boolean {
  known ??= new RegExp(`\\b(?:${NAMESAKES})\\b`);
  return known.test(
    unaccented(text)
      .replace(/[^a-z]+/g, ' ')
      .trim()
  );
}

/**
 * Words without those that are the name of such a person, with the first name before a surname alone: « suivi jean jaures » -> « suivi ».
 *
 * @param words unaccented, in small letters
 * @param whole leaves a word that stands alone: « elsa » may be a child
 */
export function withoutNamesakes(words: readonly string[], whole = false): string[] {
  phrases ??= NAMESAKES.split('|')
    .map((name) => name.split(' '))
    .sort((a, b) => b.length - a.length);
  const left: string[] = [];
  for (let at = 0; at < words.length; at++) {
    const found = phrases.find((phrase) => phrase.every((word, i) => words[at + i] === word));
    const isFirst = found?.length === 1 && isFirstName(left.at(-1) ?? '');
    if (!found || (whole && found.length === 1 && !isFirst)) {
      left.push(words[at]!);
      continue;
    }
    if (isFirst) left.pop();
    at += found.length - 1;
  }
  return left;
}
