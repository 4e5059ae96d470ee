// Protection report for a data protection officer: what was protected, how, and how it was checked.
import { typeset } from '../i18n/typeset.ts';
import { PUBLIC_K } from '../model/pathway.ts';

/** The part of the engine's report that is printed. */
interface ReportedProtection {
  k: number;
  families: number;
  method: keyof typeof METHODS;
  years: readonly {
    year: string;
    status: keyof typeof STATUSES;
    cells: number;
    gap: number | null;
    seconds: number;
  }[];
  audit: { examined: number; open: readonly unknown[]; narrowest: number | null; below: number };
  withheld: readonly ('schools' | 'families' | 'visits')[];
}

/** The cube as published. */
interface ReportedCube {
  k: number;
  dimensions: readonly { name: string }[];
  alone?: readonly unknown[];
  cells: readonly { key: readonly string[]; value?: number }[];
}

const number = new Intl.NumberFormat('fr-FR');
const ESCAPES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;'
};
const escape = (text: string): string => text.replace(/[&<>"']/g, (letter) => ESCAPES[letter]!);

const METHODS = {
  exact: 'le moins de cases protégées possible, prouvé par le calcul',
  gauss: 'élimination puis réparation, rapide'
};
const STATUSES = { optimal: 'optimum prouvé', heuristic: 'sûr, optimum non prouvé' };

const STYLE = `
body { font: 1rem/1.5 system-ui, sans-serif; max-width: 50rem; margin: 2rem auto; padding: 0 1rem; color: #1d1d1b }
h1 { font-size: 1.6rem } h2 { font-size: 1.2rem; margin-top: 2rem }
table { border-collapse: collapse; width: 100% } caption { text-align: left; color: #555 }
th, td { border-bottom: 1px solid #bbb; padding: .3rem .5rem; text-align: right }
th:first-child, td:first-child { text-align: left }
@media print { body { margin: 0; max-width: none } h2 { break-after: avoid } tr { break-inside: avoid } }`;

/** A standalone page: no script, no URL, no figure that is not in `cube`. */
export function reportHtml(report: ReportedProtection, cube: ReportedCube): string {
  const { k, families, audit, years, method, withheld } = report;
  const isPublic = k >= PUBLIC_K;
  const figures = withheld.filter((one) => one !== 'schools');
  const row = (cells: readonly string[], tag = 'td') =>
    `<tr>${cells.map((cell) => `<${tag}${tag === 'th' ? ' scope="col"' : ''}>${escape(cell)}</${tag}>`).join('')}</tr>`;
  const perYear = years.map((year) => [
    year.year,
    number.format(year.cells),
    number.format(
      cube.cells.filter(({ key, value }) => value !== undefined && inYear(cube, key, year.year)).length
    ),
    STATUSES[year.status],
    year.gap === null ? '' : `${number.format(Math.round(1000 * year.gap) / 10)} %`,
    `${number.format(Math.round(10 * year.seconds) / 10)} s`
  ]);
  return typeset(`<!doctype html>
<html lang="fr"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Protection des effectifs</title><style>${STYLE}</style></head><body>
<h1>Protection des effectifs : ce qui peut être ${isPublic ? 'publié' : 'montré dans le service'}</h1>
<p>Le fichier des parcours n’est copié nulle part.${isPublic ? '' : ` Au seuil de ${k}, des groupes de ${k} à ${PUBLIC_K - 1} enfants sont montrés : rien de ceci ne se publie.`}</p>
<h2>La règle</h2>
<p>Dans ces tableaux (lieu, niveau, thème), aucun effectif de 1 à ${k - 1} enfants ne peut être retrouvé, ni lu ni calculé à partir des totaux. Un effectif montré compte au moins ${k} enfants et ${families} familles. Un groupe qui réunit presque tout son total est protégé de même${cube.alone?.length ? ', ainsi que le détail des lieux d’une seule école' : ''}.</p>
<p>Une case protégée peut aussi être vide, ou grande : on ne peut pas savoir pourquoi elle l’est.</p>
<h2>Le résultat</h2>
<table><caption>Par année scolaire (${METHODS[method]})</caption>
<thead>${row(['Année', 'Cases', 'Montrées', 'Calcul', 'Écart à l’optimum', 'Durée'], 'th')}</thead>
<tbody>${perYear.map((cells) => row(cells)).join('\n')}</tbody></table>
${figures.length > 0 ? `<p>Non publié, car cela aurait trahi un effectif : ${figures.map((one) => (one === 'families' ? 'les familles' : 'les visites')).join(', ')}.</p>` : ''}
${withheld.includes('schools') ? '<p>Les totaux par école ne sont pas publiés : la nature d’au moins une école (maternelle, élémentaire, collège…) n’est pas connue.</p>' : ''}
<h2>Le contrôle</h2>
<p>Un second calcul, qui ne connaît que ce qui est publié, a cherché à retrouver chacun des ${number.format(audit.examined)} effectifs
protégés ou non publiés, toutes années ensemble. ${audit.open.length === 0 ? 'Il n’en a retrouvé aucun.' : `Il en a retrouvé ${audit.open.length}.`}${
    audit.narrowest === null
      ? ''
      : ` L’effectif le moins bien caché peut encore prendre ${number.format(audit.narrowest)} valeurs.`
  }</p>
<h2>Pourquoi un total peut trahir</h2>
<p>Si un total de 42 est montré avec deux parties de 30 et 9, la troisième vaut 3, même cachée. C’est pourquoi d’autres cases
que les petites sont protégées.</p>
<h2>Ce que ce rapport ne dit pas</h2>
<p>Rien des lignes du fichier des parcours, ni ce qui y a été remarqué, ni combien de fois : compter les remarques ferait retrouver
des effectifs protégés. Le service les garde dans un autre fichier, qui ne se publie pas.</p>
<h2>Ce que le contrôle ne couvre pas</h2>
<p>Il examine chaque case, et ce qui reste entre deux cases dont l’une contient l’autre. ${audit.below === 0 ? 'Trois cases ou plus, mises ensemble, n’en disent pas davantage. Il n’examine' : 'Il n’examine ni ce que trois cases ou plus donnent ensemble,'}
ni ce qu’un autre document aurait donné, ni ce que sait déjà qui connaît ces enfants.</p>
</body></html>
`);
}

function inYear(cube: ReportedCube, key: readonly string[], year: string): boolean {
  const d = cube.dimensions.findIndex(({ name }) => name === 'year');
  return d < 0 || key[d] === year;
}
