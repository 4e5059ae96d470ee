// What is said once about a page of the site.

/** Users of the site, one door of the menu each; `beside`: what all of them consult. */
export type Door = 'elected' | 'head' | 'coordination' | 'beside';
export type Audience = 'elected' | 'head' | 'coordinator';

/** What a territory must hold for a page to say something: each is one test of its files (`readiness.ts` of Mon territoire). */
export type Need =
  | 'schools-followed'
  | 'schools-waiting'
  | 'children'
  | 'forecast-years'
  | 'means'
  | 'two-years'
  | 'places'
  | 'portraits'
  | 'perimeters'
  | 'programme'
  | 'actions-and-teams'
  | 'posts'
  | 'who-follows'
  | 'bases'
  | 'road-times'
  | 'meeting-members'
  | 'sessions';

/** For which territories a page has an object. */
export type Shape = 'several-communes' | 'several-posts' | 'several-years';

/** A message without blanks, in the reader's language unless another is asked. */
export type Words = (inputs?: Record<string, never>, options?: { locale?: 'fr' | 'en' }) => string;

/** Keys, and what they do. */
export interface KeyLine {
  keys: string[];
  does: string;
}

/** Of a feature that has keys of its own, in its `page-keys.ts`: those of each of its pages, for the sheet of keys. */
export type PageKeys = Readonly<Partial<Record<`/${string}`, () => KeyLine[]>>>;

export interface PageRecord {
  /** Route under the site's base; a parameter in brackets, as SvelteKit writes it. */
  path: `/${string}`;
  /** null for a page without an entry of its own: it is under another, or no list names it (the frame of a map). */
  door: Door | null;
  /** The page of the menu that it belongs to, when it has no entry of its own. */
  under?: `/${string}`;
  audience: readonly Audience[];
  /** Name in the menu and on the site map. */
  label: Words;
  /** Name of an entry of the menu that stands for the page and for those under it. */
  entry?: Words;
  /** Name of its view in a story, where the menu's is too short to stand alone. */
  viewLabel?: Words;
  /** The question that it answers, under its name in the menu: a few words. Whole, it is in `site-map.ts`. */
  question?: Words;
  /** Its words where the territory is one commune, whose places are its neighbourhoods. */
  ofOneCommune?: Partial<Record<'label' | 'question', Words>>;
  /** Without one of these the page is empty. */
  needs?: readonly Need[];
  /** Without one of these the page is incomplete. The first need, or the last want, says what it shows. */
  wants?: readonly Need[];
  shape?: readonly Shape[];
  /**
   * Its view can be drawn from its address alone, in a frame, a picture or a story (`features/NAME/page-view.ts`), with the dashboard
   * and the programme, or with files that are fetched when it is shown: today's assignment, or what its `open` computes with.
   */
  view?: 'dashboard' | 'assignment' | 'computed';
  /** A second view of the page: what its address says then, its name, and without what there is none. */
  second?: { query: Readonly<Record<string, string>>; label: Words; needs: readonly Need[] };
  /** Place of its view in the story proposed. */
  story?: number;
  /** The fragment of its address holds a plan, `#plan=…`. */
  planInFragment?: boolean;
  /** It shows counts of children. */
  children?: boolean;
  /** Its map stands at the first sight of the page. */
  map?: boolean;
  /** Folder of src/lib/features. */
  feature: string;
}
