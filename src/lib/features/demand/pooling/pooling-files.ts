// The comparison to take away: tables of its figures and of its communes, and a note for Word.
import {
  FILE,
  noteTable,
  numberColumn,
  textColumn,
  viewOf,
  type ViewColumn,
  type TableView
} from '$lib/export/columns';
import type { Note } from '$lib/export/note';
import type { CommuneAlone, Compared, Range } from '$lib/engines/demand/index.ts';
import { day } from '$lib/i18n/dates';
import { colon } from '$lib/i18n/locale';
import { decimal } from '$lib/i18n/numbers';
import { m } from '$lib/i18n/paraglide/messages.js';
import { richParts } from '$lib/i18n/rich';
import { exportFoot, noteOf, saveNote, serviceLine } from '$lib/ui/export/notes';
import { sourcesOf } from '$lib/ui/paper/provenance';
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

interface CommuneRow extends CommuneAlone {
  name: string;
  /** « 0,78 (0,70 à 0,86) » */
  needText: string;
}

/** The communes in the order of their names. */
function communeRows({ gain, cube }: PoolingView): CommuneRow[] {
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

/** Of files: least, central and greatest, a column each. */
const endColumns = <Row>(
  side: string,
  of: (row: Row) => Range | null | undefined,
  digits: number
): ViewColumn<Row>[] =>
  ENDS.map((end) =>
    numberColumn(m.pooling_col_side({ side, end: END_NAMES[end]() }), (row: Row) => of(row)?.[end], {
      ...FILE,
      file: { digits }
    })
  );

/** A column of words at the right, where the page and its note say a range in one. */
const rangeColumn = <Row>(
  label: string,
  words: (row: Row) => string | null,
  width: number
): ViewColumn<Row> => textColumn(label, undefined, { only: 'screen', align: 'right', words, width });

/** One row a figure: both sides and the gain; a gain below 0 is a cost. */
export const figuresTable = (view: PoolingView): TableView<FigureLine> =>
  viewOf({ name: fileName(), caption: m.pooling_title() }, comparedFigures(view), [
    textColumn(m.pooling_col_figure(), ({ figure }) => figureName(figure), { width: 3 }),
    rangeColumn(m.pooling_alone(), ({ figure, compared }) => rangeText(figure, compared.alone), 3),
    rangeColumn(m.pooling_together(), ({ figure, compared }) => rangeText(figure, compared.pooled), 3),
    ...SIDES.flatMap((side) =>
      endColumns<FigureLine>(SIDE_NAMES[side](), ({ compared }) => compared[side], 1)
    ),
    textColumn(m.pooling_col_words(), ({ figure, compared }) => gainText(figure, compared.gain), {
      align: 'right',
      width: 4
    }),
    textColumn(m.pooling_col_missing(), ({ figure, compared }) => missingText(figure, compared), FILE)
  ]);

/** One row a commune: its work, its posts alone, what today's posts would follow there, its trips. */
export function poolingCommunesTable(view: PoolingView): TableView<CommuneRow> {
  const staffed = <Part>(part: Part) => (view.gain.posts === null ? [] : [part]);
  const driven = <Part>(part: Part) => (view.gain.road === null ? [] : [part]);
  return viewOf(
    { name: fileName('communes'), caption: m.pooling_communes(), id: ({ commune }) => commune },
    communeRows(view),
    [
      textColumn('INSEE', ({ commune }) => commune, FILE),
      textColumn(m.coverage_col_commune(), ({ name }) => name, { width: 3 }),
      numberColumn(m.pooling_col_schools(), ({ schools }) => schools),
      ...staffed(rangeColumn<CommuneRow>(m.pooling_col_need(), (row) => row.need && row.needText, 3)),
      ...endColumns<CommuneRow>(m.pooling_col_need(), ({ need }) => need, 2),
      ...staffed(
        rangeColumn<CommuneRow>(m.pooling_col_posts(), ({ posts }) => posts && bareRange('posts', posts), 3)
      ),
      ...endColumns<CommuneRow>(m.pooling_col_posts(), ({ posts }) => posts, 1),
      numberColumn(m.pooling_col_today(), ({ today }) => today?.posts, {
        ...(view.gain.posts === null && FILE),
        words: ({ today }) => today && postCount(today.posts),
        file: { digits: 1 },
        width: 2
      }),
      ...staffed(
        rangeColumn<CommuneRow>(
          m.pooling_col_followed(),
          ({ today }) => today && bareRange('schools', today.followed),
          0
        )
      ),
      ...endColumns<CommuneRow>(m.pooling_col_followed(), ({ today }) => today?.followed, 3),
      ...driven(
        rangeColumn<CommuneRow>(
          m.pooling_col_road_alone(),
          ({ road }) => road && rangeText('road', road.alone),
          0
        )
      ),
      ...endColumns<CommuneRow>(m.pooling_file_road_alone(), ({ road }) => road?.alone, 0),
      ...driven(
        rangeColumn<CommuneRow>(
          m.pooling_col_road_pooled(),
          ({ road }) => road && rangeText('road', road.pooled),
          0
        )
      ),
      ...endColumns<CommuneRow>(m.pooling_file_road_pooled(), ({ road }) => road?.pooled, 0)
    ]
  );
}

/** The section as a note: its sentence, its figures, its communes, all that it takes for granted. */
export function poolingNote(view: PoolingView, now: Date): Note {
  const { cube, gain } = view;
  const { territory } = cube.dashboard;
  const figures = comparedFigures(view);
  const missing = figures.flatMap(({ figure, compared }) => {
    const text = missingText(figure, compared);
    return text === null ? [] : [figureName(figure) + colon() + text];
  });
  return noteOf(cube.dashboard, {
    title: m.pooling_title(),
    subtitle: `${serviceLine(cube.dashboard)}. ${m.note_draft()}`,
    lead: richParts(poolingSentences(view).join(' '))
      .map(({ text }) => text)
      .join(''),
    sections: [
      { heading: m.pooling_subtitle(), table: noteTable(figuresTable(view)) },
      ...(gain.posts === null
        ? []
        : [{ heading: m.pooling_communes(), table: noteTable(poolingCommunesTable(view)) }]),
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
    foot: exportFoot(cube.dashboard, day(now))
  });
}

export const savePoolingNote = (view: PoolingView): Promise<string> =>
  saveNote(fileName(), poolingNote(view, new Date()));
