// The comparison to take away: tables of its figures and of its communes, and a note for Word.
import { numberColumn, rounded, tableOf, textColumn } from '$lib/export/columns';
import type { Note } from '$lib/export/note';
import { saveFile } from '$lib/export/save-file';
import type { ExportTable } from '$lib/export/table';
import type { CommuneAlone, Compared } from '$lib/engines/demand/index.ts';
import { day } from '$lib/i18n/dates';
import { colon, locale } from '$lib/i18n/locale';
import { decimal, integer } from '$lib/i18n/numbers';
import { m } from '$lib/i18n/paraglide/messages.js';
import { richParts } from '$lib/i18n/rich';
import { shortFingerprint, sourcesOf } from '$lib/ui/paper/provenance';
import { allHypotheses } from './calculations';
import { comparedFigures, type PoolingFigure, type PoolingView } from './pooling-view';
import {
  bareRange,
  figureName,
  gainText,
  missingText,
  poolingSentences,
  postCount,
  rangeText
} from './pooling-words';

/** Of a figure that is not known. */
const NO_FIGURE = '–';

export interface CommuneRow extends CommuneAlone {
  name: string;
  /** « 0,78 (0,70 à 0,86) » */
  needText: string;
}

/** The communes in the order of their names. */
export function communeRows({ gain, cube }: PoolingView): CommuneRow[] {
  return gain.communes
    .map((one) => ({ ...one, name: cube.nameOf(one.commune), needText: needText(one) }))
    .sort((a, b) => a.name.localeCompare(b.name, 'fr'));
}

function needText({ need }: CommuneAlone): string {
  if (!need) return NO_FIGURE;
  const [low, value, high] = [need.low, need.central, need.high].map((one) => decimal(one, 2)) as [
    string,
    string,
    string
  ];
  return low === high ? value : m.pooling_central_in_range({ value, low, high });
}

interface FigureLine {
  figure: PoolingFigure;
  compared: Compared;
}

const ENDS = ['low', 'central', 'high'] as const;
const END_NAMES = { low: m.pooling_col_low, central: m.pooling_col_central, high: m.pooling_col_high };
const SIDES = ['alone', 'pooled', 'gain'] as const;
const SIDE_NAMES = { alone: m.pooling_alone, pooled: m.pooling_together, gain: m.pooling_col_gain };

const fileName = (part?: string): string => [m.pooling_file_name(), part].filter(Boolean).join('-');

/** One row a figure: both sides and the gain, least, central and greatest; a gain below 0 is a cost. */
export const figuresTable = (view: PoolingView): ExportTable =>
  tableOf<FigureLine>({ name: fileName(), title: m.pooling_title() }, comparedFigures(view), [
    textColumn(m.pooling_col_figure(), ({ figure }) => figureName(figure)),
    ...SIDES.flatMap((side) =>
      ENDS.map((end) =>
        numberColumn<FigureLine>(
          m.pooling_col_side({ side: SIDE_NAMES[side](), end: END_NAMES[end]() }),
          ({ compared }) => rounded(compared[side][end], 1)
        )
      )
    ),
    textColumn(m.pooling_col_words(), ({ figure, compared }) => gainText(figure, compared.gain)),
    textColumn(m.pooling_col_missing(), ({ figure, compared }) => missingText(figure, compared))
  ]);

/** One row a commune. */
export const poolingCommunesTable = (view: PoolingView): ExportTable =>
  tableOf<CommuneRow>({ name: fileName('communes'), title: m.pooling_communes() }, communeRows(view), [
    textColumn('INSEE', ({ commune }) => commune),
    textColumn(m.coverage_col_commune(), ({ name }) => name),
    numberColumn(m.pooling_col_schools(), ({ schools }) => schools),
    ...ENDS.map((end) =>
      numberColumn<CommuneRow>(
        m.pooling_col_side({ side: m.pooling_col_need(), end: END_NAMES[end]() }),
        ({ need }) => rounded(need?.[end] ?? null, 2)
      )
    ),
    ...ENDS.map((end) =>
      numberColumn<CommuneRow>(
        m.pooling_col_side({ side: m.pooling_col_posts(), end: END_NAMES[end]() }),
        ({ posts }) => rounded(posts?.[end] ?? null, 1)
      )
    ),
    numberColumn(m.pooling_col_today(), ({ today }) => rounded(today?.posts ?? null, 1)),
    ...ENDS.map((end) =>
      numberColumn<CommuneRow>(
        m.pooling_col_side({ side: m.pooling_col_followed(), end: END_NAMES[end]() }),
        ({ today }) => today?.followed[end] ?? null
      )
    ),
    ...(['alone', 'pooled'] as const).flatMap((side) =>
      ENDS.map((end) =>
        numberColumn<CommuneRow>(
          m.pooling_col_side({
            side: side === 'alone' ? m.pooling_file_road_alone() : m.pooling_file_road_pooled(),
            end: END_NAMES[end]()
          }),
          ({ road }) => rounded(road?.[side][end] ?? null, 0)
        )
      )
    )
  ]);

const right = { align: 'right' } as const;

/** The section as a note: its sentence, its figures, its communes, all that it takes for granted. */
export function poolingNote(view: PoolingView, now: Date): Note {
  const { cube, gain } = view;
  const { territory, fingerprint } = cube.dashboard;
  const figures = comparedFigures(view);
  const missing = figures.flatMap(({ figure, compared }) => {
    const text = missingText(figure, compared);
    return text === null ? [] : [figureName(figure) + colon() + text];
  });
  return {
    title: m.pooling_title(),
    subtitle: `${territory.service} · ${territory.name}. ${m.note_draft()}`,
    lead: richParts(poolingSentences(view).join(' '))
      .map(({ text }) => text)
      .join(''),
    sections: [
      {
        heading: m.pooling_subtitle(),
        table: {
          columns: [
            { label: m.pooling_col_figure(), width: 3 },
            { label: m.pooling_alone(), width: 3, ...right },
            { label: m.pooling_together(), width: 3, ...right },
            { label: m.pooling_col_words(), width: 4, ...right }
          ],
          rows: figures.map(({ figure, compared }) => [
            figureName(figure),
            rangeText(figure, compared.alone),
            rangeText(figure, compared.pooled),
            gainText(figure, compared.gain)
          ])
        }
      },
      ...(gain.posts === null
        ? []
        : [
            {
              heading: m.pooling_communes(),
              table: {
                columns: [
                  { label: m.coverage_col_commune(), width: 3 },
                  { label: m.pooling_col_schools(), ...right },
                  { label: m.pooling_col_need(), width: 3, ...right },
                  { label: m.pooling_col_posts(), width: 3, ...right },
                  { label: m.pooling_col_today(), width: 2, ...right }
                ],
                rows: communeRows(view).map((row) => [
                  row.name,
                  integer(row.schools),
                  row.needText,
                  row.posts ? bareRange('posts', row.posts) : NO_FIGURE,
                  row.today ? postCount(row.today.posts) : NO_FIGURE
                ])
              }
            }
          ]),
      {
        heading: m.demand_hypotheses(),
        paragraphs: [
          ...allHypotheses(
            view,
            figures.map(({ figure }) => figure)
          ),
          ...missing
        ]
      }
    ],
    sources: [sourcesOf(cube.dashboard), ...(territory.demonstration ? [m.portrait_sheet_demo()] : [])],
    foot: `${territory.name} · ${day(now)} · ${shortFingerprint(fingerprint)}`,
    language: locale() === 'fr' ? 'fr-FR' : 'en-GB'
  };
}

export async function savePoolingNote(view: PoolingView): Promise<void> {
  const { writeNote } = await import('$lib/export/note-docx');
  saveFile(`${fileName()}.docx`, await writeNote(poolingNote(view, new Date())));
}
