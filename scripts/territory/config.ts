// The configuration of a territory: what may be written in it, and a clear French line for each fault.
import * as v from 'valibot';
import { SERVICES, isWebAddress } from '../../src/lib/travel/services/service-file.ts';

const fileName = v.pipe(v.string(), v.trim(), v.nonEmpty());
const oneOrMore = v.union([
  v.pipe(
    fileName,
    v.transform((file) => [file])
  ),
  v.array(fileName)
]);

const text = v.pipe(v.string(), v.trim(), v.nonEmpty());
const SchoolFile = v.strictObject({
  annuaire: v.optional(fileName),
  ips: v.optional(fileName),
  effectifs: v.optional(fileName)
});
const Labels = v.strictObject({ publisher: v.optional(text), note: v.optional(text) });
const Logo = v.strictObject({
  file: v.pipe(fileName, v.regex(/\.(?:svg|png)$/i)),
  alt: text
});

const CommunesObject = v.strictObject({
  file: fileName,
  quality: v.optional(v.picklist(['official', 'generalised', 'approximate'])),
  source: v.optional(v.pipe(v.string(), v.nonEmpty()))
});
const CommunesSchema = v.union([
  v.pipe(
    fileName,
    v.transform((file): v.InferOutput<typeof CommunesObject> => ({ file }))
  ),
  CommunesObject
]);

const TravelObject = v.strictObject({
  service: v.picklist(SERVICES),
  url: v.pipe(v.string(), v.check(isWebAddress)),
  profile: v.optional(v.pipe(v.string(), v.trim(), v.nonEmpty())),
  key: v.optional(v.pipe(v.string(), v.trim(), v.nonEmpty()))
});

const ConfigSchema = v.strictObject({
  siren: v.pipe(v.string(), v.regex(/^\d{9}$/)),
  name: v.optional(v.pipe(v.string(), v.nonEmpty())),
  service: v.optional(v.pipe(v.string(), v.nonEmpty()), 'Réussite éducative'),
  communes: CommunesSchema,
  qpvs: v.optional(oneOrMore, []),
  schools: v.array(SchoolFile),
  rep: v.optional(oneOrMore, []),
  positions: v.optional(oneOrMore, []),
  intervention: v.optional(v.array(v.pipe(v.string(), v.regex(/^(?:\d{2}|2[AB])\d{3}$/i)))),
  travel: v.optional(TravelObject),
  cites: v.optional(oneOrMore, []),
  followed: v.optional(oneOrMore, []),
  staff: v.optional(oneOrMore, []),
  teams: v.optional(oneOrMore, []),
  actions: v.optional(oneOrMore, []),
  partners: v.optional(oneOrMore, []),
  correspondents: v.optional(oneOrMore, []),
  licences: v.optional(v.record(v.string(), text), {}),
  contact: v.optional(text),
  labels: v.optional(Labels),
  logo: v.optional(Logo)
});

export type Config = v.InferOutput<typeof ConfigSchema>;

/** What each key expects, in the words of docs/configuration.md. */
const EXPECTED: Readonly<Record<string, string>> = {
  siren: 'le SIREN de l’EPCI, 9 chiffres entre guillemets (exemple : "200093201")',
  name: 'le nom du territoire',
  service: 'le nom du service',
  communes: 'le nom d’un fichier GeoJSON, ou un objet { file, quality, source }',
  'communes.file': 'le nom d’un fichier GeoJSON',
  'communes.quality': '"official", "generalised" ou "approximate"',
  'communes.source': 'un texte',
  qpvs: 'le nom d’un fichier GeoJSON, ou une liste de noms',
  schools: 'une liste d’objets, un par fichier (exemple : [{ "ips": "ips-ecoles-2022.csv" }])',
  'schools.annuaire': 'le nom d’un fichier de l’annuaire de l’éducation',
  'schools.ips': 'le nom d’un fichier des indices de position sociale',
  'schools.effectifs': 'le nom d’un fichier des effectifs des écoles',
  rep: 'le nom d’un fichier CSV, ou une liste de noms',
  positions: 'le nom d’un fichier CSV, ou une liste de noms',
  intervention: 'une liste de codes INSEE de commune (exemple : ["59350"])',
  travel: 'un objet { service, url, profile, key }',
  'travel.service': SERVICES.map((name) => `"${name}"`).join(', '),
  'travel.url': 'une adresse du web, sans nom ni mot de passe (exemple : "https://routes.exemple.fr")',
  'travel.profile': 'le nom que le service donne à la voiture',
  'travel.key': 'la clé que le service demande ; elle est publiée avec le site',
  cites: 'le nom d’un fichier des Cités éducatives, ou une liste de noms',
  followed: 'le nom de la liste des écoles suivies, ou une liste de noms',
  staff: 'le nom de la liste des postes, ou une liste de noms',
  teams: 'le nom de la liste des équipes, ou une liste de noms',
  actions: 'le nom de la liste des fiches actions, ou une liste de noms',
  partners: 'le nom de la liste des partenaires, ou une liste de noms',
  correspondents: 'le nom de la liste des correspondants, ou une liste de noms',
  licences: 'un objet, nom de fichier et licence (exemple : { "qpv.geojson": "Licence Ouverte 2.0" })',
  contact: 'l’adresse ou le courriel à écrire pour l’accessibilité',
  labels: 'un objet { publisher, note }',
  'labels.publisher': 'le nom de qui publie le site',
  'labels.note': 'une phrase',
  logo: 'un objet { file, alt }',
  'logo.file': 'le nom d’une image .svg ou .png',
  'logo.alt': 'ce que dit l’image, en quelques mots'
};

/** Keys allowed at each level; `''` is the top. */
const ALLOWED: Readonly<Record<string, readonly string[]>> = {
  '': Object.keys(ConfigSchema.entries),
  communes: Object.keys(CommunesObject.entries),
  schools: Object.keys(SchoolFile.entries),
  travel: Object.keys(TravelObject.entries),
  labels: Object.keys(Labels.entries),
  logo: Object.keys(Logo.entries)
};

type Issue = v.BaseIssue<unknown>;

/** The most precise issues: those inside a union's branches when the union itself failed. */
function leaves(issue: Issue): Issue[] {
  const inner = (issue.issues ?? []).filter((one) => (one.path?.length ?? 0) > 0);
  return inner.length > 0
    ? inner
        .flatMap(leaves)
        .map((one) => ({ ...one, path: [...(issue.path ?? []), ...(one.path ?? [])] as Issue['path'] }))
    : [issue];
}

function line(issue: Issue): string {
  const keys = (issue.path ?? []).map((item) => String(item.key));
  const last = keys.at(-1) ?? '';
  const names = keys.filter((key) => !/^\d+$/.test(key));
  const level = names.slice(0, -1).join('.');
  if (issue.type === 'strict_object' && issue.expected === 'never') {
    return `clé inconnue « ${keys.join('.')} » ; clés permises : ${(ALLOWED[level] ?? []).join(', ')}`;
  }
  if (issue.received === 'undefined') return `clé manquante « ${keys.join('.')} » : ${expected(names)}`;
  if (last === '') return `attendu un objet JSON, trouvé ${issue.received}`;
  return `clé « ${keys.join('.')} » : attendu ${expected(names)} ; trouvé ${issue.received}`;
}

const expected = (names: readonly string[]) =>
  EXPECTED[names.join('.')] ?? EXPECTED[names[0] ?? ''] ?? 'une valeur';

/** The configuration, or one French line per fault. */
export function readConfig(json: unknown): { config: Config } | { faults: string[] } {
  if (Array.isArray(json)) return { faults: ['attendu un objet JSON, trouvé Array'] };
  const result = v.safeParse(ConfigSchema, json);
  if (result.success) return { config: result.output };
  return { faults: [...new Set(result.issues.flatMap(leaves).map(line))] };
}
