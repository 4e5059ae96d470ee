// Whether a cell names a person where a function is expected. In doubt it does: such a row is left out, and the cell is never quoted.
import { foldPlace } from '../../../model/names.ts';

/** « Mme Durand », « M. Martin », « Dr Petit »; « Mme la directrice » is a function. */
const CIVILITY =
  /(?:^|[^\p{L}])(?:mmes?|mlles?|melle|mr|monsieur|madame|mademoiselle|messieurs|mesdames|dr|docteure?)\.?\s+(?!l[ea]s?\s|l['’])\p{L}|(?:^|[^\p{L}.])M\.?\s+(?!l[ea]\s|l['’])\p{L}{2}|(?:^|[^\p{L}])Me\s+\p{Lu}/u;
const CIVILITY_FOLDED = /^(?:mme|mlle|mr|monsieur|madame|dr|docteure?) (?!la |le |les |l )[a-z]/;
const ADDRESS = /@|(?:\d[\s.-]?){9,}/;

/** Beginnings of the words of functions and of structures, unaccented. */
const FUNCTION =
  /\b(?:direct|adjoint|respons|chef|refer|coord|charge|agent|assist|educ|anim|mediat|psy|medec|infirm|pueri|sage femme|ortho|travaill|conseil|princip|provis|cpe|enseig|profes|maitre|inspec|ien|ccas|cias|pmi|caf|msa|mairie|maire|ville|commune|elue?s?\b|servic|departement|region|etat|prefe|deleg|associat|asso|centre|ecole|coll?ege|lycee|matern|elemen|primai|creche|multi|rased|segpa|ulis|upe2a|udaf|aemo|ase|utpas|uts|mds|pjj|polic|gendarm|justic|mission|maison|mjc|foyer|club|preven|baill|hopital|chu?|cmpp?|camsp|sessad|ime|itep|mecs|cada|chrs|sante|social|enfan|jeune|famil|parent|parten|membre|poste|disposi|reseau|pole|antenne|equipe|protec|accueil|loge|inser|cultur|sport|loisir|biblio|mediath|ludo|accompa|interv|techni|gestion|secret|repres|presid|vice|benev|mandat|juris|avocat|diet|ergo|kine|pediat|hygi|atsem|aesh|avs|aed|vie|surveil|france|resto|secours|croix|emmaus|pre|drfe|reuss|cite|politiq|contrat|salle|bureau|groupe|tuteur|parrain|stagi|formateur|principal|gardien|concierge|habitant)/;
/** Places that bear a person's name. */
const NAMED_PLACE =
  /\b(?:ecoles?|coll?ege|clg|lycee|maternelle|elementaire|primaire|scolaire|centre|maison|foyer|espace|creche|mjc|association|instituti?o?n?|hopital|clinique|mediatheque|bibliotheque|quartier|residence|salle|club|pole|antenne|fondation|cite|rpi|rep|gs|em|ee|ep|rue|place|square|stade|gymnase|st|ste)\b/;

const FIRST_NAMES =
  'adele agathe agnes alain albert alexandra alexandre alexis alice aline amandine amelie amina anais andre anne annie anthony antoine arnaud arthur audrey aurelie aurelien aurore baptiste beatrice benedicte benjamin benoit bernadette bernard bertrand brigitte bruno camille carine carole caroline catherine cecile cedric celine chantal charles charlotte christelle christian christiane christine christophe claire claude claudine clemence clement colette corinne cyril damien daniel danielle david delphine denis denise didier dominique dorothee edouard elisabeth elise elodie emilie emma emmanuel emmanuelle eric estelle etienne eva evelyne fabien fabienne fabrice fanny farid fatiha fatima felix florence florent francis franck francois francoise frederic frederique gabriel gael gaelle genevieve georges gerald gerard geraldine gilbert gilles ginette gregory guillaume guy hakim hamid hassan helene henri herve hugo ines ingrid irene isabelle jacqueline jacques jean jeanne jeannine jerome jessica joel joelle johan jonathan joseph josette josiane julie julien juliette justine karim karima karine kevin khadija laetitia laura laure laurence laurent lea leila lionel lise louis louise luc lucas lucie lucien ludovic lydie mael magali malika manon marc marcel margaux marguerite marianne marie marina marine marion marjorie martin martine mathieu mathilde matthieu maurice maxime melanie michael michel michele mickael mireille mohamed monique morgane mourad muriel mustapha myriam nadege nadia nadine natacha nathalie nathan nicolas nicole noemie olivier ophelie pascal pascale patrice patricia patrick paul paulette pauline philippe pierre quentin rachid raphael raymond regis regine rene renee remi remy richard robert roger roland romain sabine sabrina said salima samia samir samuel sandra sandrine sarah sebastien serge severine simon simone solange sonia sophie stephane stephanie suzanne sylvain sylvie tatiana theo therese thierry thomas tristan valentin valerie vanessa veronique victor vincent virginie viviane wilfried xavier yann yannick yasmina yvan yves yvette yvonne zoe zohra';
const isFirstName = (word: string): boolean => ` ${FIRST_NAMES} `.includes(` ${word} `);

const WORD = `(?:\\p{Lu}[\\p{L}'’-]*\\.?|d['’]\\p{Lu}[\\p{L}-]*|de|du|des|la|le)`;
/** Up to five words, each with a capital. */
const CAPITALISED = /* @__PURE__ */ new RegExp(`^\\p{Lu}[\\p{L}'’-]*\\.?(?:\\s+${WORD}){0,4}$`, 'u');
const ACRONYM = /^[\p{Lu}.&/-]{2,4}$/u;
/** Parts of a cell, each with its own words: « CPE - Durand », « Psychologue (Martin) ». */
const PARTS = /\s+[-–—]+\s+|[:,;/()|]/;

function isPersonPart(text: string): boolean {
  const folded = foldPlace(text);
  if (folded === '') return false;
  const words = folded.split(' ');
  const first = words.some((word) => isFirstName(word));
  const isFunction = FUNCTION.test(folded);
  if (first && !NAMED_PLACE.test(folded)) return true;
  if (isFunction || /\d/.test(text)) return false;
  return CAPITALISED.test(text.trim()) && !ACRONYM.test(text.trim());
}

/** Whether a text looks like the name, the address or the number of a person: a function, a profession or a structure does not. */
export function looksLikePerson(text: string): boolean {
  const bare = text.trim();
  if (ADDRESS.test(bare) || CIVILITY.test(bare) || CIVILITY_FOLDED.test(foldPlace(bare))) return true;
  return bare.split(PARTS).some(isPersonPart);
}

/** Places that bear any name. */
const ANY_PLACE =
  /\b(?:theatre|cinema|piscine|parc|musee|patinoire|complexe|gymnase|auditorium|conservatoire|ferme|zoo|bowling|hall|base|foret|plage|jardin|marais|terril|chateau|librairie|laboratoire|musique|danse|arts?|scene|gare|port)\b/;

/** Whether the words of a place name somebody: « chez Mme Durand », « Lina Durand »; « Le Phénix », « théâtre Jacques Brel » do not. */
export function isPersonPlace(text: string): boolean {
  const folded = foldPlace(text);
  if (/^chez /.test(folded)) return true;
  const bare = ANY_PLACE.test(folded) ? '' : text.replace(/^(?:le|la|les|l\W)\s*(?=\S+$)/i, '');
  return bare !== '' && bare === text.trim() ? looksLikePerson(bare) : looksLikePerson(bare.toLowerCase());
}
