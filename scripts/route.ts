// npm run route -- PROBLEM.json: which school opens in which year, where new posts are based, who follows what each year.
import { basename } from 'node:path';
import {
  checkRoute,
  planRoute,
  readRoute,
  type RouteProgress,
  type RouteYearPlan
} from '../src/lib/engines/route/index.ts';
import { findingSentence } from '../src/lib/i18n/findings/findings.ts';
import { bootHighs } from '../src/lib/solver/highs.ts';
import { fail, jsonFile, onlyFile, print, progress, readArguments, searchSeconds, start } from './shell.ts';
import { relaxedWords, ruleWords } from './split/words.ts';

const USAGE = `Usage : npm run route -- PROBLÈME.json [--seconds 30]

Étale l’ouverture des écoles en attente sur plusieurs années : les écoles qui ouvrent, le lieu des nouveaux postes
et le découpage de chaque année. PROBLÈME.json est celui de « npm run split », avec en plus :

  waiting     les unités en attente : ["U12", …] ou [{"id": "U12", "requested": "2025-01"}, …] ; une unité peut
              aussi porter « requested »
  years       [{"label": "2026-2027", "posts": 6.5}, …] : les temps pleins de référent chaque année (300 au plus) ; ce qui dépasse
              l’équipe de « referents » est fait de nouveaux postes
  candidates  les lieux où les baser : le nom d’un référent (sa base), {"id", "minutes": […]}, {"id", "lat", "lon"}
              (durées estimées à vol d’oiseau, à l’allure des durées du fichier), ou des noms dont les durées sont les
              lignes de « minutes » qui suivent celles des référents ; sans lieu, les bases des référents
  growth      la hausse des charges suivies, en pourcentage par an, 1 000 au plus ; par défaut : 0
  capacity    la charge qu’un temps plein peut suivre, en minutes par semaine ; par défaut : celle d’aujourd’hui

Le plus d’écoles ouvrent, le plus tôt que les postes permettent, les demandes les plus anciennes d’abord ; ensuite
viennent les trajets. Chaque découpage annuel est prouvé pour ce calendrier et ces lieux ; le choix du calendrier et
des lieux ne l’est pas. « coupled » borne la somme des années, pour ce calendrier et ces lieux.

  --seconds  temps de calcul ; par défaut : 30
  --help     cette aide

Fin : 0 un plan chaque année ; 1 une année au moins n’en a pas ; 2 fichier inutilisable.`;

const spent = (value: number) => `${value.toFixed(1).replace('.', ',')} s`;
const percent = (share: number) => `${(100 * share).toFixed(2).replace('.', ',')} %`;
const hours = (tenths: number) => (tenths / 600).toLocaleString('fr-FR', { maximumFractionDigits: 2 });
const schools = (count: number) => `${count} école${count > 1 ? 's' : ''}`;

function yearLine({ label, opened, waiting, objective, status }: RouteYearPlan): string {
  const verb = opened.length > 1 ? 'ouvrent' : 'ouvre';
  const road = objective === null ? 'aucun plan' : `${hours(objective)} h`;
  const proof = status === 'optimal' ? ', prouvé' : '';
  return `${label} : ${schools(opened.length)} ${verb}, ${waiting.length} en attente, ${road}${proof}`;
}

/** Tells a first plan, each year proven, then once a second how good the whole is. */
function teller(): (state: RouteProgress) => void {
  let shown = -1;
  return ({ stage, settled, years, coupled, seconds: at }) => {
    if (stage === 'first') progress(`  ${spent(at)} : un premier plan pour chaque année`);
    else if (stage === 'years') progress(`  ${spent(at)} : ${yearLine(years[settled - 1]!)}`);
    else if (at >= shown + 1 && coupled?.gap != null) {
      shown = at;
      progress(
        `  ${spent(at)} : au plus ${percent(coupled.gap)} de mieux possible pour ce calendrier et ces lieux`
      );
    }
  };
}

/** Why a year has no plan. */
function causeLines({ label, posts, status, conflict, relaxed }: RouteYearPlan): string[] {
  if (posts === 0) return [`${label} : aucun poste.`];
  if (status === 'unknown') return [`${label} : aucun plan trouvé dans le temps donné. Augmentez --seconds.`];
  const rules = (conflict ?? []).map((rule) => `  ${ruleWords(rule)}`);
  const nearest = relaxed ? relaxedWords(relaxed).map((line) => `  ${line}`) : [];
  return [
    `${label} : aucun plan ne tient toutes les règles.`,
    ...(rules.length > 0 ? ['Ne peuvent tenir ensemble :', ...rules] : []),
    ...(nearest.length > 0 ? ['Plan le plus proche :', ...nearest] : [])
  ];
}

/** `npm run route`. */
export async function route(args: readonly string[]): Promise<void> {
  const { values, positionals } = readArguments(USAGE, { seconds: { type: 'string', default: '30' } }, args);
  const path = onlyFile(positionals, 'Attendu : un fichier PROBLÈME.json.', USAGE);
  const seconds = searchSeconds(values.seconds);
  const { route: given, findings } = readRoute(jsonFile(path).document, basename(path));
  const { problem, waiting, years, candidates } = given;
  progress(
    `${problem.units.length} unités dont ${waiting.length} en attente, ${problem.referents.length} référents, ${years.length} années, ${candidates.length} lieux`
  );
  for (const finding of findings) progress(`  ${findingSentence(finding)}`);
  if (findings.length > 0) progress(`  ${findings.length} remarque${findings.length > 1 ? 's' : ''}`);
  const found = planRoute(await bootHighs(), given, { seconds, onProgress: teller() });
  const wrong = checkRoute(given, found);
  if (wrong.length > 0)
    fail(
      2,
      `Le plan trouvé ne passe pas la vérification (${wrong.join(', ')}) : les nombres du fichier sont trop grands ou trop fins pour le solveur.`
    );
  print(JSON.stringify(found, null, 1));
  const left = found.years.at(-1)!.waiting;
  if (left.length > 0) {
    progress(`${schools(left.length)} en attente à la fin, faute de postes ou de route : ${left.join(', ')}`);
  }
  if (found.status === 'partial')
    fail(1, found.years.filter(({ objective }) => objective === null).flatMap(causeLines));
}

await start(import.meta.url, route);
