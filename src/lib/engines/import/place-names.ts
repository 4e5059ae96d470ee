// Communes, QPV and schools of a territory that a list names instead of writing their code.
import type { School } from '../../model/school.ts';
import { communeNamed, foldPlace, indexNames } from '../../model/names.ts';

interface NamedQpv {
  code: string;
  name: string;
  communes: readonly string[];
}
type NamedSchool = Pick<School, 'uai' | 'name' | 'kind' | 'commune'>;

export interface PlaceNames {
  /** INSEE code of a commune of the territory, by its code or name; null when it has none, or several of the name. */
  commune(text: string): string | null;
  /** Code of a QPV of the territory, by its code or name; of several with the name, the one of the commune. */
  qpv(text: string, commune: string | null): string | null;
  /** UAI of the one school that a name can mean, of a commune where it is told; null when none or several can. */
  school(name: string, commune: string | null): string | null;
}

/** Words of a school's name that do not tell it from another. */
const PLAIN_WORDS =
  /\b(?:ecoles?|ec|maternelles?|mat|elementaires?|elem|primaires?|prim|publi(?:que|c)s?|privee?s?|groupe|scolaire|colleges?|clg|gs|em|ep|ee|eep|epu|d|de|du|des|la|le|les|l|a)\b/g;
const KINDS = [
  ['maternelle', /\bmat(?:ernelle)?\b/],
  ['elementaire', /\belem(?:entaire)?\b/],
  ['primaire', /\bprim(?:aire)?\b|\bgroupe scolaire\b/],
  ['college', /\bcollege\b/]
] as const;

/** The words that tell a school from another, in order: « ECOLE MATERNELLE JULES FERRY » and « mat. Ferry Jules ». */
const ownWords = (name: string): string =>
  foldPlace(name).replace(PLAIN_WORDS, ' ').split(' ').filter(Boolean).sort().join(' ');

/** Finds the places of a territory by what a list writes of them. */
export function placeNameList({
  communes,
  qpvs = [],
  schools = []
}: {
  communes: readonly { code: string; name: string }[];
  qpvs?: readonly NamedQpv[];
  schools?: readonly NamedSchool[];
}): PlaceNames {
  const codes = new Set(communes.map(({ code }) => code));
  const index = indexNames(communes);
  return {
    commune: (text) => (codes.has(text) ? text : communeNamed(text, index)),
    qpv(text, commune) {
      const code = text.toUpperCase();
      if (qpvs.some((qpv) => qpv.code === code)) return code;
      const name = foldPlace(text.replace(/^(?:qpv|quartier)\b/i, ''));
      const named = qpvs.filter((qpv) => foldPlace(qpv.name) === name);
      const here = named.filter((qpv) => commune !== null && qpv.communes.includes(commune));
      const found = here.length > 0 ? here : named;
      return found.length === 1 ? found[0]!.code : null;
    },
    school(name, commune) {
      const words = ownWords(name);
      if (words === '' && commune === null) return null;
      const kind = KINDS.find(([, pattern]) => pattern.test(foldPlace(name)))?.[0];
      const alike = schools.filter(
        (school) => (commune === null || school.commune === commune) && ownWords(school.name) === words
      );
      const ofKind = alike.filter((school) => school.kind === kind);
      const found = ofKind.length > 0 ? ofKind : alike;
      return found.length === 1 ? found[0]!.uai : null;
    }
  };
}
