// What a value says of a person: a name, a first name, an e-mail address, a telephone number, a social security number, a postal address, a full date.
import { unaccented } from '../../../model/unaccented.ts';
import { isFirstName } from './first-names.ts';

const CIVILITY =
  /^(?:mme|mlle|melle|mr|monsieur|madame|mademoiselle|dr|docteure?)\.? (?!la |le |les |l )[a-z]{2}|^m\.? (?!le |la )[a-z]{2,}/;
/** Words of places, structures and functions: what bears one is not a person's name. */
const NOT_PERSON =
  /\b(?:ecoles?|coll?eges?|clg|lycees?|maternelles?|elementaires?|primaires?|scolaires?|groupe|centre|maison|foyer|espace|creche|mjc|association|asso|institut|institution|hopital|clinique|mediatheque|bibliotheque|quartier|cite|residence|salle|clubs?|pole|antenne|fondation|rpi|rep|rue|place|square|stade|gymnase|st|ste|saint|sainte|notre|avenue|boulevard|chemin|allee|impasse|route|mairie|ville|commune|communaute|agglomeration|metropole|departement|region|ccas|cias|caf|conseil|service|direction|mission|projet|action|atelier|dispositif|reseau|equipe|eps|referente?s?|coordination|coordinateur|coordinatrice|poste|secteur|zone|nord|sud|est|ouest|college|psychologue|medecin|infirmiere?|enseignante?|directeur|directrice|educateur|educatrice|agent|animateur|animatrice|lecture|langage|parents?|familles?|enfants?|jeunes?|sante|sport|culture|oui|non|euros?)\b/;
/** « Mme Durand », « M. Petit »: a person, whatever the rest. */
export const hasCivility = (text: string): boolean => CIVILITY.test(unaccented(text.trim()));
const PARTICLES: ReadonlySet<string> = new Set(['de', 'du', 'des', 'la', 'le', 'da', 'dos', 'el', 'al', 'ben', 'bin', 'van', 'von', 'd', 'l', 'et', 'ou', 'o']); // prettier-ignore
/** Words of a note on somebody, even where it names a place: « appel avec Yanis et sa famille ». */
const ABOUT_PERSON =
  /\b(?:avec|appele?|vue?s?|rencontree?s?|refuse|absente?s?|suivie? (?:de|par)|(?:sa|son|ses) \p{L}|maman|papa|mere|pere|fratrie)\b/u;
const MOST_LETTERS = 60;
const MOST_WORDS = 4;

/** `name`: a first name with others words. `first`: a first name alone. `surname`: words that could be one. */
export type NameShape = 'name' | 'first' | 'surname' | null;

/** Whether a whole value is shaped as the name of a person. */
export function nameShape(text: string): NameShape {
  const bare = text.trim();
  if (bare.length < 2 || bare.length > MOST_LETTERS) return null;
  const folded = unaccented(bare).replace(/['’`-]/g, ' ');
  if (CIVILITY.test(folded)) return 'name';
  const letters = folded.replace(/[\d()/.,;:]+/g, ' ').trim();
  if (NOT_PERSON.test(letters) || /[^\p{L}\s]/u.test(letters)) return null;
  const words = letters.split(/\s+/).filter((word) => word !== '' && !PARTICLES.has(word));
  const others = words.filter((word) => !isFirstName(word));
  if (words.length === 0 || words.length > MOST_WORDS) return null;
  if (others.length < words.length) return words.length > 1 ? 'name' : /\d/.test(bare) ? null : 'first';
  const isPlain = !/\d/.test(bare) && words.length <= 3 && words.some((word) => word.length > 2);
  return isPlain && /^\p{Lu}/u.test(bare) && !/^(?:les?|la|l|du|des) /.test(folded) ? 'surname' : null;
}

const EMAIL = /[^\s@<>;,]+@[^\s@<>;,]+\.[a-z]{2,}/i;
/** Addresses of schools, town halls and services, not of persons. */
const SHARED_EMAIL =
  /^(?:ce\.|\d{7}[a-z]@|(?:mairie|contact|accueil|secretariat|ecole|college|info|infos|direction|communication|service)[\w.-]*@)/i;
export const isOwnEmail = (text: string): boolean => EMAIL.test(text) && !SHARED_EMAIL.test(text.trim());
export const isEmail = (text: string): boolean => EMAIL.test(text);

/** Neither the digits of a number nor those of a longer code (« c2-0123535008 »); « 0-123 » begins no telephone. */
const PHONE =
  /(?<![\d,]|\d\.|(?:\p{L}\d+|\d\p{L}+)[_.-])(?:(?:\+|00)33\s?(?:\(0\))?[\s.-]?|0\s?)[1-9](?:[\s.-]?\d{2}){4}(?!\d|[_.-]?\p{L}\d)/u;
/** A mobile number that lost its leading zero in a spreadsheet. */
const SHORT_MOBILE = /^[67]\d{8}$/;
export const isPhone = (text: string): boolean => PHONE.test(text) || SHORT_MOBILE.test(text.trim());

const NIR =
  /(?<![\d.,])[1-478] ?\d{2} ?(?:0[1-9]|1[0-2]|[2-9]\d) ?(?:\d{2}|2[AB]) ?\d{3} ?\d{3}(?: ?\d{2})?(?![\d.,])/i;
/** A social security number: thirteen digits, fifteen with the key. */
export const isSocialNumber = (text: string): boolean => NIR.test(text);

const STREET =
  /^\d{1,4} ?(?:bis|ter|quater|[a-d])?,? +(?:rue|avenue|av|boulevard|bd|place|pl|chemin|ch|allee|impasse|imp|route|rte|residence|res|square|sq|cite|quai|cours|sentier|hameau|lotissement|clos|passage|voie|ruelle|faubourg)\b/;
export const isAddress = (text: string): boolean => STREET.test(unaccented(text.trim()));

const DAY = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{2}|\d{4})(?:\s|$)/;
const ISO_DAY = /^(\d{4})-(\d{2})-(\d{2})(?:[T\s]|$)/;
/** The year of a full date; null when a value is none. */
export function yearOfDay(text: string): number | null {
  const bare = text.trim();
  const iso = ISO_DAY.exec(bare);
  if (iso) return Number(iso[1]);
  const [, day, month, year] = DAY.exec(bare) ?? [];
  if (year === undefined || Number(day) > 31 || Number(month) > 12) return null;
  return year.length === 2 ? 2000 + Number(year) : Number(year);
}

const WORDS = /[\p{L}'’-]+/gu;
const NAMED = /(?:^|[^\p{L}])(?:Mme|Mlle|Melle|Monsieur|Madame|M\.|Mr|Dr)\s+(?!la |le |les |l['’])\p{Lu}/u;

/** Whether a text, whole or in part, names a person, or holds an address or a number of one. Names of schools and places do not. */
export function mentionsPerson(text: string): boolean {
  if (isOwnEmail(text) || isPhone(text) || isSocialNumber(text) || NAMED.test(text)) return true;
  const shape = nameShape(text);
  if (shape === 'name' || shape === 'first') return true;
  const isShort = text.length <= MOST_LETTERS;
  if (
    isShort &&
    !ABOUT_PERSON.test(unaccented(text)) &&
    NOT_PERSON.test(unaccented(text).replace(/['’-]/g, ' '))
  )
    return false;
  return (text.match(WORDS) ?? []).some((word, at) => {
    if (at === 0 && !isShort) return false;
    return /^\p{Lu}/u.test(word) && unaccented(word).split(/['’-]/).some(isFirstName);
  });
}
