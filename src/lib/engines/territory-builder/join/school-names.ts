// Names that a list writes in capitals without accents, as one would read them: « École primaire privée Notre Dame de l’Assomption ».

/** Words that keep small letters, with the accents that capitals lose. */
const COMMON: Readonly<Record<string, string>> = {
  ecole: 'école',
  college: 'collège',
  lycee: 'lycée',
  elementaire: 'élémentaire',
  primaire: 'primaire',
  maternelle: 'maternelle',
  publique: 'publique',
  privee: 'privée',
  prive: 'privé',
  intercommunale: 'intercommunale',
  groupe: 'groupe',
  scolaire: 'scolaire',
  application: 'application',
  ...Object.fromEntries(
    ['de', 'du', 'des', 'la', 'le', 'les', 'et', 'en', 'sur', 'sous', 'aux', 'au'].map((word) => [word, word])
  )
};
/** Written whole in capitals everywhere. */
const INITIALS = /^(?:rpi|rpc|ii|iii|iv|vi{0,3}|ix|xx|xxiii)$/;

const capitalised = (word: string) =>
  word.replace(/(^|[-’'])(\p{L})/gu, (_, before: string, letter: string) => before + letter.toUpperCase());

/** The name as it is when it has a small letter already. */
export function readableName(name: string): string {
  if (/\p{Ll}/u.test(name) || !/\p{L}{3}/u.test(name)) return name;
  const text = name
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/(^|\s)([dl])['’ ](?=[aàeéèêhioôuy])/g, '$1$2’');
  const words = text.split(' ').map((word) => {
    if (INITIALS.test(word)) return word.toUpperCase();
    const [, article = '', rest = word] = /^([dl]’)?(.*)$/.exec(word) ?? [];
    return article + (COMMON[rest] ?? capitalised(rest));
  });
  const whole = words.join(' ');
  return whole.charAt(0).toUpperCase() + whole.slice(1);
}
