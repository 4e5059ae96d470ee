import { describe, expect, it } from 'vitest';
import { exitGate } from '../../../src/lib/engines/disclosure/index.ts';
import type { PublishedCube } from '../../../src/lib/engines/disclosure/index.ts';
import { exitLead, exitSentence, exitFigureName, insteadWords } from '../../../src/lib/i18n/exit-words.ts';
import type { ExitReport, ReleasedFigure } from '../../../src/lib/model/report/exit-figure.ts';
import { exitFigureOf, isAuditable, variablesOf } from '../../../src/lib/figures/figures-of-answers.ts';
import { bootHighs } from '../../../src/lib/solver/highs.ts';

const YEAR = '2025-2026';
const answer = (id: string, value: number, word?: string) => ({
  id,
  value,
  last: null,
  gate: 'state' as const,
  ...(word !== undefined && { word })
});
const ANSWERS = [
  answer('children.total', 38),
  answer('children.girls', 34),
  answer('children.boys', 4),
  answer('children.age.6-10', 20),
  answer('children.age.11-16', 18),
  answer('children.reason.absences', 35, 'Absences'),
  answer('children.new', 14),
  answer('children.before', 24),
  answer('children.ended', 24),
  answer('children.open', 14),
  answer('paths.endReason.relais', 20, 'Relais'),
  answer('paths.endReason.abandon', 4, 'Abandon'),
  answer('children.inQpv', 24),
  answer('children.outsideQpv', 14),
  answer('staff.referents.fte', 2)
];
const solver = await bootHighs();
const names = { answers: ANSWERS, nameOf: (code: string) => code };
const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ');

/** The total of last year, published. */
const LAST: PublishedCube = {
  k: 11,
  years: ['2024-2025'],
  dimensions: [{ name: 'zone', trees: [{ ALL: { '1:Q': {}, '1:hors': {} } }] }],
  cells: [{ key: ['ALL'], value: 31 }]
};

function asked(
  ids: readonly string[],
  form: 'count' | 'share' = 'count',
  former: readonly ReleasedFigure[] = []
) {
  const figures = ids.flatMap(
    (id) =>
      exitFigureOf(
        ANSWERS.find((one) => one.id === id)!,
        YEAR,
        form,
        38
      ) ?? []
  );
  const cubes: PublishedCube[] = [
    {
      k: 11,
      years: [YEAR],
      dimensions: [
        {
          name: 'zone',
          trees: [
            { ALL: { '1': { '1:Q': {}, '1:hors': {} } } },
            { ALL: { Q: { '1:Q': {} }, hors: { '1:hors': {} } } }
          ]
        }
      ],
      cells: [{ key: ['ALL'], value: 38 }]
    },
    LAST
  ];
  const report: ExitReport = exitGate(solver, {
    cubes,
    former,
    figures,
    variables: variablesOf({ year: YEAR, answers: ANSWERS })
  });
  const sentences = report.verdicts.flatMap((one) =>
    one.status === 'refused' ? [plain(exitSentence(one, figures, report.k, names))] : []
  );
  return { figures, report, sentences };
}

describe('the sentence of the exit gate', () => {
  it('names the count that is found, and the way', () => {
    const { sentences, report, figures } = asked(['children.girls']);
    expect(sentences).toEqual([
      'Publier 34 (Filles) permet de retrouver 4 enfants (Garçons) : 38 (tous les enfants) − 34 (Filles).'
    ]);
    expect(plain(exitLead(report))).toBe('Un chiffre ne peut pas être publié tel quel.');
    expect(insteadWords(figures[0]!, null)).toBe('Gardez-le pour le service.');
  });

  it('is the same of a percentage, of a reason among several, and of a small count', () => {
    expect(asked(['children.girls'], 'share').sentences[0]).toContain(
      'Publier 89 % (Filles) permet de retrouver'
    );
    expect(asked(['children.reason.absences']).sentences[0]).toContain('(les autres enfants)');
    const { report, figures, sentences } = asked(['children.boys']);
    expect(sentences[0]).toBe('4 (Garçons) : moins de 11 enfants, qu’un proche pourrait reconnaître.');
    const [verdict] = report.verdicts;
    expect(plain(insteadWords(figures[0]!, verdict?.status === 'refused' ? verdict.instead : null))).toBe(
      'Écrivez « moins de 11 ».'
    );
  });

  it('names those of one part, and those of two years with their year', () => {
    expect(asked(['children.ended', 'paths.endReason.relais']).sentences).toEqual([
      'Publier 24 (Parcours terminés dans l’année) et 20 (Motif de sortie : Relais) permet de retrouver 4 enfants (Motif de sortie : Abandon) : 24 (Parcours terminés dans l’année) − 20 (Motif de sortie : Relais).'
    ]);
    expect(asked(['children.before']).sentences).toEqual([
      'Publier 24 (Enfants déjà suivis l’an dernier) permet de retrouver 7 enfants (enfants qui ne sont plus suivis l’année suivante, en 2024-2025) : 31 (tous les enfants, en 2024-2025) − 24 (Enfants déjà suivis l’an dernier).'
    ]);
  });

  it('says of a count that could be worked out already what more is told of it', () => {
    const counts = { year: YEAR, within: { 'child.sex': ['F'] } } as const;
    expect(
      asked(['children.girls'], 'count', [{ id: 'children.girls', counts, least: 32, most: 35 }]).sentences
    ).toEqual([
      'Publier 34 (Filles) en dit plus sur un effectif que l’on pouvait déjà retrouver (Garçons) : 3 à 6 enfants avant, 4 enfants après.'
    ]);
  });

  it('passes what finds nobody: ages, priority neighbourhoods', () => {
    const { report, figures } = asked(['children.age.6-10', 'children.inQpv', 'children.outsideQpv']);
    expect(report.verdicts.map(({ status }) => status)).toEqual(['passes', 'passes', 'passes']);
    expect(plain(exitFigureName(figures[1]!, names))).toBe(
      '24 (Enfants vivant dans un quartier prioritaire)'
    );
  });

  it('is asked of counts of children alone', () => {
    expect(ANSWERS.filter((one) => !isAuditable(one)).map(({ id }) => id)).toEqual(['staff.referents.fte']);
  });
});
