// npm run report -- CONFIG.json --cases CASES.csv: the answers of a year to the State, from the lists of a territory and its case file.
import { basename, resolve } from 'node:path';
import { pathLengths, sharesAfter } from '../src/lib/engines/pathways/index.ts';
import { reportAnswers, reportLists } from '../src/lib/engines/report/index.ts';
import { carrierName } from '../src/lib/i18n/carriers.ts';
import { findingSentence, findingSummary } from '../src/lib/i18n/findings/findings.ts';
import { withoutIdentifier } from '../src/lib/export/identifiers.ts';
import type { PathShare } from '../src/lib/export/report/report-facts.ts';
import { UnsafeTerritory, UnusableInput, type Finding } from '../src/lib/model/findings.ts';
import type { Case } from '../src/lib/model/pathway.ts';
import { childPaths, reportDay } from '../src/lib/engines/pathways/index.ts';
import type { AnswerList } from '../src/lib/model/report/state-report.ts';
import { isSchoolYear, type SchoolYear } from '../src/lib/model/school-year.ts';
import { answersJson } from './report/answers-json.ts';
import { caseRows } from './report/case-rows.ts';
import { writeOutputs } from './report/outputs.ts';
import { territoryRows, type ReportTerritoryRows } from './report/territory-rows.ts';
import { fail, print, progress, readArguments, start } from './shell.ts';

const USAGE = `Le bilan de l’année : les réponses à l’État, dans l’ordre de l’enquête.

  npm run report -- CONFIG.json --cases PARCOURS.csv [--data DOSSIER] [--year 2025-2026] [--out DOSSIER]
  npm run report -- --name "AGGLOMÉRATION" --cases PARCOURS.csv
  npm run report -- --pre "PRE" --cases PARCOURS.csv
  npm run report -- FICHIER.maillage --cases PARCOURS.csv

  CONFIG.json      le territoire et ses listes (voir docs/configuration.md) ; --name, --pre et un fichier .maillage comme
                   pour « npm run territory »
  --cases FICHIER  fichier des parcours, une ligne par enfant et par année scolaire ; il n’est jamais nommé dans CONFIG
  --data DOSSIER   où sont les fichiers de CONFIG.json (par défaut : à côté de lui)
  --year ANNÉE     année scolaire, comme 2025-2026 (par défaut : la dernière du fichier des parcours)
  --out DOSSIER    y écrit aussi report.json, le classeur des réponses et le rapport (Word)
  --help           cette aide

Le résultat (JSON) donne pour chaque question sa réponse, d’où elle vient, le repère national et la réponse de l’année
d’avant ; une réponse que rien ne donne est null, jamais 0. Réponses exactes, pour l’État seul : ne pas diffuser.

Fin : 0 un bilan ; 1 le territoire n’est pas sûr ; 2 fichier inutilisable.`;

function optionsOf(args: readonly string[]) {
  const { values, positionals } = readArguments(
    USAGE,
    {
      cases: { type: 'string' },
      data: { type: 'string' },
      name: { type: 'string' },
      pre: { type: 'string' },
      year: { type: 'string' },
      out: { type: 'string' }
    },
    args
  );
  const [input, ...extra] = positionals;
  const { name, pre, year } = values;
  const asked = [input, name, pre].filter((one) => one !== undefined);
  if (asked.length !== 1 || extra.length > 0)
    fail(2, ['Attendu : un seul fichier de configuration ou de territoire, ou --name, ou --pre.', USAGE]);
  if (values.cases === undefined) fail(2, ['--cases : attendu un fichier des parcours, rien trouvé', USAGE]);
  if (year !== undefined && !isSchoolYear(year))
    fail(2, `--year : attendu une année scolaire comme 2025-2026, trouvé « ${year} »`);
  return {
    ...values,
    asked: { input, name, pre },
    year: year as SchoolYear | undefined,
    cases: values.cases
  };
}

/** The files that each list was read from. */
function filesOf({ config }: ReportTerritoryRows, input: string | undefined, cases: string) {
  const files: Partial<Record<AnswerList, readonly string[]>> = {
    settings: input === undefined ? [] : [basename(input)],
    schools: config.followed,
    qpvs: config.qpvs,
    partners: config.partners,
    correspondents: config.correspondents,
    cases: [cases],
    meetings: config.teams,
    posts: config.staff,
    actions: config.actions
  };
  return (list: AnswerList): string | null => files[list]?.join(', ') || null;
}

/** Shares of paths still open after some months. @param day ISO day */
function lengthsOf(rows: readonly Case[], day: string): PathShare[] {
  const { curve } = pathLengths(childPaths(rows, day), day);
  return sharesAfter(curve).map(({ months, step: { share, low, high } }) => ({ months, share, low, high }));
}

/** Each doubtful or dropped row, then how many there are of each kind. */
function tellFindings(findings: readonly Finding[]): void {
  for (const finding of findings) {
    if (finding.code !== 'understood') progress(`  ${findingSentence(withoutIdentifier(finding))}`);
  }
  for (const line of findingSummary(findings)) progress(`  ${line}`);
}

/** `npm run report`. */
export async function report(args: readonly string[]): Promise<void> {
  const { asked, data, cases: path, year: wanted, out } = optionsOf(args);
  const today = new Date().toISOString().slice(0, 10);
  try {
    const rows = await territoryRows(asked, data);
    const { file, cases, findings, read } = await caseRows(path, rows, wanted, today);
    const last = cases.rows
      .map(({ school_year }) => school_year)
      .sort()
      .at(-1);
    const year = wanted ?? last!;
    const ofYear = cases.rows.filter(({ school_year }) => school_year === year).length;
    progress(`${file} : ${read} lignes lues, ${cases.rows.length} retenues, ${ofYear} en ${year}`);
    tellFindings(findings);
    const { pre } = rows.territory;
    const lists = reportLists(rows, pre ? carrierName(pre.carrier) : null);
    const found = reportAnswers({ ...lists, year, today, cases, records: null, kept: null });
    const json = answersJson(found, filesOf(rows, asked.input, file));
    progress(`${found.ready} réponses sur ${found.total} viennent de vos fichiers.`);
    if (out !== undefined) {
      const told = findings
        .map(withoutIdentifier)
        .map((finding) => ({ ...finding, sentence: findingSentence(finding) }));
      const { name, service, demonstration } = rows.territory;
      const isOneCommune = rows.communes.filter(({ intervention }) => intervention).length === 1;
      await writeOutputs(resolve(out), {
        json: { ...json, findings: told },
        facts: {
          report: found,
          territory: { name, service, isFictitious: demonstration, isOneCommune },
          places: null,
          years: [],
          lengths: lengthsOf(cases.rows, reportDay(year, today)),
          sources: [file],
          foot: `Maillage · ${name} · ${today}`
        }
      });
    }
    print(JSON.stringify(json));
  } catch (error) {
    if (error instanceof UnsafeTerritory) fail(1, error.reasons);
    if (error instanceof UnusableInput) {
      for (const finding of error.findings) progress(`  ${findingSentence(withoutIdentifier(finding))}`);
      fail(2, findingSentence(error.finding));
    }
    throw error;
  }
}

await start(import.meta.url, report);
