// The configuration of a territory: what may be written in it, and a clear French line for each fault.
import * as v from 'valibot';
import { CorrectionsSchema, FORMATS, MatchesSchema } from '../../import/index.ts';
import { LABELS } from '../../../model/legal-notices.ts';
import { CARRIERS } from '../../../model/place.ts';
import type { FormatId } from '../../../model/source-files.ts';
import { EXPECTED, LEAST } from './config-words.ts';

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
const Labels = v.partial(v.strictObject(v.entriesFromList(LABELS, text)));
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

const Graphs = v.strictObject({
  car: v.optional(fileName),
  bike: v.optional(fileName),
  foot: v.optional(fileName)
});
const GraphsSchema = v.union([
  v.pipe(
    fileName,
    v.transform((car): v.InferOutput<typeof Graphs> => ({ car }))
  ),
  Graphs
]);
const TravelObject = v.strictObject({
  graph: v.optional(GraphsSchema),
  // Of version 1.0, whose files still open: no longer read, and said by `travel-service-unread`.
  service: v.optional(v.unknown()),
  url: v.optional(v.unknown()),
  profile: v.optional(v.unknown()),
  key: v.optional(v.unknown())
});

const most = (least: number) =>
  v.optional(v.pipe(v.number(), v.integer(), v.minValue(least), v.maxValue(1000)));
/** File -> the kind that a person chose for it; a kind of tomorrow has no effect. */
const Kinds = v.pipe(
  v.record(v.string(), v.string()),
  v.transform((kinds) => {
    const known = FORMATS.map(({ id }): [string, FormatId] => [id, id]);
    const ids = new Map(known);
    return Object.fromEntries(
      Object.entries(kinds).flatMap(([file, kind]) => {
        const id = ids.get(kind);
        return id === undefined ? [] : [[file, id] as const];
      })
    );
  })
);
const Thresholds = v.strictObject({
  children: most(LEAST.internal),
  families: most(LEAST.families)
});

/** An archive of tiles of the operator's folder. */
const GroundObject = v.strictObject({
  file: v.pipe(fileName, v.regex(/^[^/\\:]+\.pmtiles$/i)),
  credit: v.optional(text)
});
const GroundSchema = v.union([
  v.pipe(
    GroundObject.entries.file,
    v.transform((file): v.InferOutput<typeof GroundObject> => ({ file }))
  ),
  GroundObject
]);

/** Roads and water of the operator's folder; `none`, like no key, draws nothing. */
const BasemapObject = v.strictObject({
  file: v.pipe(fileName, v.regex(/^[^/\\:]+\.(?:geo)?json$/i)),
  credit: v.optional(text)
});
const BasemapSchema = v.union([
  v.pipe(
    v.literal('none'),
    v.transform((): v.InferOutput<typeof BasemapObject> | undefined => undefined)
  ),
  v.pipe(
    BasemapObject.entries.file,
    v.transform((file): v.InferOutput<typeof BasemapObject> | undefined => ({ file }))
  ),
  BasemapObject
]);

/** Départements whose packs give what no file of the configuration gives. */
const Base = v.strictObject({
  departements: v.pipe(v.array(v.pipe(v.string(), v.regex(/^(?:\d{2}|2[AB]|97\d)$/))), v.nonEmpty())
});

/** The PRE of the official list that the territory is of. */
const PreObject = v.strictObject({ name: text, carrier: v.picklist(CARRIERS) });

/** Members of each profession who must be at a meeting. */
const Quorum = v.record(text, v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(20)));

/** `internal`: posts and who follows what are in the site, which may not be put on line. */
export const PROFILES = ['public', 'internal'] as const;

const ConfigSchema = v.strictObject({
  siren: v.pipe(v.string(), v.regex(/^\d{9}$/)),
  name: v.optional(v.pipe(v.string(), v.nonEmpty())),
  service: v.optional(v.pipe(v.string(), v.nonEmpty()), 'Réussite éducative'),
  pre: v.optional(PreObject),
  /** Needed where no base gives the communes. */
  communes: v.optional(CommunesSchema),
  base: v.optional(Base),
  /** Whether its site ships the packs of every département, as the demonstration's does. */
  packs: v.optional(v.boolean()),
  qpvs: v.optional(oneOrMore, []),
  /** Needed where no base gives them. */
  schools: v.optional(v.array(SchoolFile)),
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
  milestones: v.optional(oneOrMore, []),
  groups: v.optional(oneOrMore, []),
  members: v.optional(oneOrMore, []),
  availabilities: v.optional(oneOrMore, []),
  rooms: v.optional(oneOrMore, []),
  sessions: v.optional(oneOrMore, []),
  quorum: v.optional(Quorum),
  calendar: v.optional(oneOrMore, []),
  licences: v.optional(v.record(v.string(), text), {}),
  contact: v.optional(text),
  labels: v.optional(Labels),
  logo: v.optional(Logo),
  profile: v.optional(v.picklist(PROFILES), 'public'),
  thresholds: v.optional(Thresholds, {}),
  /** Months for which the service keeps the rows of a child after its exit. */
  retention: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(600))),
  pathways: v.optional(oneOrMore),
  /** Files that give the same identifiers, and of which both are counted. */
  both: v.optional(v.array(v.tuple([fileName, fileName]))),
  ground: v.optional(GroundSchema),
  basemap: v.optional(BasemapSchema),
  matches: v.optional(MatchesSchema),
  corrections: v.optional(CorrectionsSchema),
  kinds: v.optional(Kinds)
});

type Parsed = v.InferOutput<typeof ConfigSchema>;
export type Config = Omit<Parsed, 'schools'> & { schools: NonNullable<Parsed['schools']> };

/** Keys allowed at each level; `''` is the top. */
const ALLOWED: Readonly<Record<string, readonly string[]>> = {
  '': Object.keys(ConfigSchema.entries),
  communes: Object.keys(CommunesObject.entries),
  schools: Object.keys(SchoolFile.entries),
  travel: Object.keys(TravelObject.entries),
  'travel.graph': Object.keys(Graphs.entries),
  thresholds: Object.keys(Thresholds.entries),
  base: Object.keys(Base.entries),
  pre: Object.keys(PreObject.entries),
  ground: Object.keys(GroundObject.entries),
  basemap: Object.keys(BasemapObject.entries),
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

/** What keys say of each other. */
function mismatches({ base, travel, profile, thresholds, ...places }: Parsed): string[] {
  const faults: string[] = [];
  for (const key of ['communes', 'schools'] as const) {
    if (!places[key] && !base) faults.push(`clé manquante « ${key} » : ${expected([key])}`);
  }
  if (travel && Object.values(travel).every((value) => value === undefined)) {
    faults.push(`clé « travel » : attendu ${expected(['travel'])} ; trouvé un objet sans « graph »`);
  }
  if (places.ground && places.basemap)
    faults.push('clés « ground » et « basemap » : attendu l’une ou l’autre ; trouvé les deux');
  const { children = LEAST.public } = thresholds;
  if (profile === 'public' && children < LEAST.public) {
    faults.push(
      `clé « thresholds.children » : ${children} est trop bas pour un site public ; attendu ${LEAST.public} ou plus (${LEAST.internal} ou plus avec "profile": "internal")`
    );
  }
  return faults;
}

/** The configuration, or one French line per fault. */
export function readConfig(json: unknown): { config: Config } | { faults: string[] } {
  if (Array.isArray(json)) return { faults: ['attendu un objet JSON, trouvé Array'] };
  const result = v.safeParse(ConfigSchema, json);
  if (result.success) {
    const { schools = [], ...rest } = result.output;
    const faults = mismatches(result.output);
    return faults.length > 0 ? { faults } : { config: { ...rest, schools } };
  }
  return { faults: [...new Set(result.issues.flatMap(leaves).map(line))] };
}
