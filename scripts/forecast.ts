// npm run forecast -- SERIES.json: the next years of counts by year, each with its interval, and the back-test of the method.
import { basename } from 'node:path';
import {
  forecast,
  forecastRemarks,
  readSeries,
  type ForecastPoint
} from '../src/lib/engines/demand/index.ts';
import { findingSentence } from '../src/lib/i18n/findings/findings.ts';
import { fail, jsonFile, onlyFile, print, progress, readArguments, start } from './shell.ts';

const USAGE = `Usage : npm run forecast -- SÉRIES.json

Prévoit les effectifs des prochaines années : une hausse partagée par toutes les séries, qui ralentit d’année en
année, le niveau propre à chacune, et une fourchette qui contient l’effectif huit années sur dix. Un effectif
protégé ou inconnu s’écrit null : ce n’est jamais zéro, et une série sans aucun effectif connu n’a pas de prévision.

  SÉRIES.json  { "years": ["2023-2024", ...], "series": [{ "id", "values": [...] }], "horizon": 1, "level": 0.8 }
               horizon : 1 à 3 années ; level : part des années que la fourchette contient ;
               "total": { "values": [...] } (facultatif) : l’effectif publié de l’ensemble
  --help       cette aide

Le résultat (JSON) donne les prévisions, leur total et l’essai de la méthode sur les années connues.
Fin : 0 une prévision ; 1 aucune prévision possible (trop peu d’années, tout est protégé) ; 2 fichier inutilisable.`;

/** To a tenth: more would pretend to a precision that the interval denies. */
const tenth = (value: number) => Math.round(value * 10) / 10;
const thousandth = (value: number | null) => (value === null ? null : Math.round(value * 1000) / 1000);
const points = (next: readonly ForecastPoint[] | null) =>
  next?.map(({ year, value, low, high }) => ({
    year,
    value: tenth(value),
    low: tenth(low),
    high: tenth(high)
  })) ?? null;

/** `npm run forecast`. */
export function forecastSeries(args: readonly string[]): void {
  const { positionals } = readArguments(USAGE, {}, args);
  const path = onlyFile(positionals, 'Attendu : un fichier SÉRIES.json.', USAGE);
  const { table, horizon, level, findings } = readSeries(jsonFile(path).document, basename(path));
  for (const finding of findings) progress(`  ${findingSentence(finding)}`);
  progress(`${table.series.length} séries, ${table.years.length} années`);
  const found = forecast(table, { horizon, level });
  const remarks = forecastRemarks(table, found);
  for (const remark of remarks) progress(`  ${findingSentence(remark)}`);
  const { mae, sameAsLastYear, coverage, points: compared } = found.backtest;
  // As given, whatever order they were computed in.
  const series = table.series.map(({ id }) => found.series.find((one) => one.id === id)!);
  const answer = {
    series: series.map(({ id, next, why }) => ({ id, next: points(next), ...(why && { why }) })),
    total: { next: points(found.total.next), ...(found.total.why && { why: found.total.why }) },
    growth: thousandth(found.growth),
    backtest: {
      mae: thousandth(mae),
      coverage: thousandth(coverage),
      points: compared,
      sameAsLastYear: thousandth(sameAsLastYear)
    }
  };
  print(JSON.stringify(answer));
  if (series.every(({ next }) => next === null) && found.total.next === null)
    fail(1, 'Aucune prévision possible.');
}

await start(import.meta.url, forecastSeries);
