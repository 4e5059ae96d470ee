// Communes, QPV and schools of a territory that a list names instead of writing their code.
import type { School } from '../../model/school.ts';
import { editDistance } from '../../algorithms/edit-distance.ts';
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
  /** The schools of a commune, or of all, whose name is nearest: two at most, the nearest first. They are offered, never taken. */
  near(name: string, commune: string | null): NamedSchool[];
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

/** « École Notre-Dame » is no collège. */
const isFirstDegree = (name: string): boolean => /^(?:ecoles?|ec|em|ep|ee|eep|epu)\b/.test(foldPlace(name));

const MOST_NEAR = 2;
const kindIn = (name: string) => KINDS.find(([, pattern]) => pattern.test(foldPlace(name)))?.[0];

/** The words that tell a school from another, in order: « ECOLE MATERNELLE JULES FERRY » and « mat. Ferry Jules ». */
const ownWords = (name: string): string =>
  foldPlace(name).replace(PLAIN_WORDS, ' ').split(' ').filter(Boolean).sort().join(' ');

/** How near two words are: the same, an abbreviation or an initial (« J. », « Th. »), a letter or two apart; 0 for any other. */
function wordLikeness(one: string, other: string): number {
  const [short, long] = one.length < other.length ? [one, other] : [other, one];
  if (short === long) return 1;
  if (short.length <= 3 && long.startsWith(short)) return 0.7;
  const most = long.length >= 7 ? 2 : long.length >= 4 ? 1 : 0;
  return editDistance(short, long) <= most ? 0.9 : 0;
}

/** From which a school is offered: « J. Macé » for « Jean Macé » is at 0.85, « Jean Moulin » at 0.35. */
const NEAR = 0.6;

/** Mean of the likeness of the words, each to the nearest of the other name, over those of the longer one; initials take what longer words leave. */
function nameLikeness(one: readonly string[], other: readonly string[]): number {
  const left = [...other];
  let sum = 0;
  for (const word of [...one].sort((a, b) => b.length - a.length)) {
    const scores = left.map((own) => wordLikeness(word, own));
    const best = Math.max(0, ...scores);
    if (best === 0) continue;
    sum += best;
    left.splice(scores.indexOf(best), 1);
  }
  return sum / Math.max(one.length, other.length, 1);
}

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
    near(name, commune) {
      const words = ownWords(name).split(' ').filter(Boolean);
      const kind = kindIn(name);
      const scored = schools
        .filter((school) => commune === null || school.commune === commune)
        .map((school) => {
          const likeness = nameLikeness(words, ownWords(school.name).split(' ').filter(Boolean));
          return { school, likeness, rank: likeness + (school.kind === kind ? 0.01 : 0) };
        })
        .filter(({ likeness }) => likeness >= NEAR)
        .sort((a, b) => b.rank - a.rank || (a.school.uai < b.school.uai ? -1 : 1));
      return scored.slice(0, MOST_NEAR).map(({ school }) => school);
    },
    school(name, commune) {
      // What a person took of those that were offered.
      if (schools.some(({ uai }) => uai === name)) return name;
      const words = ownWords(name);
      if (words === '' && commune === null) return null;
      const kind = kindIn(name);
      const alike = schools.filter(
        (school) =>
          (commune === null || school.commune === commune) &&
          ownWords(school.name) === words &&
          !(isFirstDegree(name) && school.kind === 'college')
      );
      const ofKind = alike.filter((school) => school.kind === kind);
      const found = ofKind.length > 0 ? ofKind : alike;
      return found.length === 1 ? found[0]!.uai : null;
    }
  };
}
