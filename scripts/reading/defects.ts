// What would stop or mislead a reader who hears the page, found in its tree and its elements, each as a line to read.
import type { Page } from '@playwright/test';
import { announced, parts, spoken, type Heard } from './tree.ts';

const CONTROLS = new Set([
  'button',
  'link',
  'textbox',
  'searchbox',
  'combobox',
  'listbox',
  'option',
  'checkbox',
  'radio',
  'switch',
  'slider',
  'spinbutton',
  'tab',
  'menuitem',
  'DisclosureTriangle',
  'Date',
  'InputTime'
]);
/** Parts that are reached by their name. */
const NAMED = new Set(['table', 'grid', 'dialog', 'alertdialog', 'image', 'region', 'radiogroup']);
/** Parts to jump to. */
const LANDMARKS = new Set(['navigation', 'region', 'complementary', 'form', 'search']);
/** Stops of the Tab key in a row, without a heading or a landmark to jump by. */
const LONGEST_RUN = 120;

const repeated = (names: readonly string[]): string[] => [
  ...new Set(names.filter((name, at) => names.indexOf(name) !== at))
];

/** Controls, tables, drawings and landmarks without a name. */
const nameless = (all: readonly Heard[]): string[] =>
  all
    .filter(({ role, name }) => (CONTROLS.has(role) || NAMED.has(role)) && name === '')
    .map((part) => `no name: ${announced(part)} ${spoken(part).slice(0, 60)}`.trim());

/** A part with what it stands in. */
interface Placed {
  part: Heard;
  above: readonly Heard[];
}
function* placed(part: Heard, above: readonly Heard[] = []): Generator<Placed> {
  yield { part, above };
  for (const child of part.children) yield* placed(child, [...above, part]);
}
/** Names of the nearest parts above, of these roles: what tells one control from another of the same name. */
const around = ({ above }: Placed, roles: ReadonlySet<string>): string =>
  above
    .filter(({ role, name }) => roles.has(role) && name !== '')
    .map(({ name }) => name)
    .join(', ');

/** The header of the row that a part stands in: it is said with each of its cells. */
const rowOf = ({ above }: Placed): string =>
  above.findLast(({ role }) => role === 'row')?.children.find(({ role }) => role === 'rowheader')?.name ?? '';

const TABLES = new Set(['table', 'grid', 'dialog', 'list']);
const GROUPS = new Set(['table', 'grid', 'dialog', 'group', 'radiogroup', 'region', 'article', 'form']);
const ITEMS = new Set(['listitem', 'row', 'definition', 'paragraph']);
const FIELDS = new Set(['checkbox', 'textbox', 'combobox', 'slider', 'spinbutton']);

/** Buttons that say the same and links that say the same and lead elsewhere: read out of their page, nobody knows which. */
function ambiguous(root: Heard): string[] {
  const all = [...placed(root)].filter(({ part }) => part.name !== '');
  const buttons = all
    .filter(({ part }) => part.role === 'button')
    .map((one) =>
      [one.part.name, one.part.description, rowOf(one), around(one, TABLES)].filter(Boolean).join(' · ')
    );
  const fields = all
    .filter(({ part }) => FIELDS.has(part.role))
    .map((one) => `${one.part.role} « ${one.part.name} » · ${around(one, GROUPS)}`);
  const links = new Map<string, Set<string>>();
  for (const { part, above } of all.filter(({ part }) => part.role === 'link')) {
    // A link may be told by the words of its line.
    const item = above.findLast(({ role }) => ITEMS.has(role));
    const name = [part.name, item && spoken(item)].filter(Boolean).join(' · ');
    links.set(name, (links.get(name) ?? new Set<string>()).add(part.url));
  }
  return [
    ...repeated(buttons).map((name) => `several buttons are « ${name} »`),
    ...repeated(fields).map((name) => `several fields are ${name}`),
    ...[...links]
      .filter(([, to]) => to.size > 1)
      .map(([name, to]) => `links « ${name} » lead to ${[...to].join(', ')}`)
  ];
}

/** One first heading, and none that skips a level. */
function headings(all: readonly Heard[]): string[] {
  const found = all.filter(({ role }) => role === 'heading');
  const level = ({ states }: Heard) => Number(states['level']);
  const skips = found.filter((heading, at) => at > 0 && level(heading) > level(found[at - 1]!) + 1);
  const first = found.filter((heading) => level(heading) === 1).length;
  return [
    ...(first === 1 ? [] : [`${first} headings of level 1`]),
    ...found.filter(({ name }) => name === '').map(() => 'a heading without words'),
    ...skips.map((heading) => `a level is skipped before ${announced(heading)}`)
  ];
}

/** One main part, and no two landmarks of one name within the same part. */
function landmarks(root: Heard): string[] {
  const all = [...placed(root)];
  const mains = all.filter(({ part }) => part.role === 'main').length;
  const names = all
    .filter(({ part }) => LANDMARKS.has(part.role))
    .map((one) => [`${one.part.role} « ${one.part.name} »`, around(one, GROUPS)].filter(Boolean).join(' · '));
  return [
    ...(mains === 1 ? [] : [`${mains} main parts`]),
    ...repeated(names).map((name) => `several parts are ${name}`)
  ];
}

/** The longest way by Tab from one heading or landmark to the next. */
const longRuns = (page: Page): Promise<string[]> =>
  page.evaluate((longest) => {
    const found: string[] = [];
    let run = 0;
    let last = '';
    const stops = 'a[href], button, input, select, textarea, [tabindex]';
    const marks = 'h1, h2, h3, h4, nav, section[aria-labelledby], aside, summary, table, footer';
    for (const element of document.querySelectorAll<HTMLElement>(`${stops}, ${marks}`)) {
      if (!element.checkVisibility()) continue;
      if (element.matches(marks)) {
        if (run > longest) found.push(`${run} stops of Tab after « ${last} »`);
        run = 0;
        last = element.textContent.replace(/\s+/g, ' ').trim().slice(0, 40);
      } else if (element.tabIndex >= 0) run += 1;
    }
    return found;
  }, LONGEST_RUN);

/** What the tree does not hold: headers of tables, addresses of attributes, choices that do not say whether they are open. */
const elements = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const found: string[] = [];
    const shown = <T extends Element>(selector: string) =>
      [...document.querySelectorAll<HTMLElement>(selector)].filter(
        (element) => element.checkVisibility() && !element.closest('[aria-hidden="true"], [inert]')
      ) as unknown as T[];
    const words = (element: Element) => element.outerHTML.replace(/\s+/g, ' ').slice(0, 100);
    for (const table of shown<HTMLTableElement>('table')) {
      const name =
        table.caption?.textContent?.trim() || table.ariaLabel || table.getAttribute('aria-labelledby');
      if (!name) found.push(`a table without a caption: ${words(table)}`);
      for (const header of table.querySelectorAll('th'))
        if (!header.scope && !header.id) found.push(`a header without a scope: ${words(header)}`);
      if (!table.querySelector('th')) found.push(`a table without headers: ${words(table)}`);
    }
    for (const name of ['aria-controls', 'aria-describedby', 'aria-labelledby', 'aria-activedescendant'])
      for (const element of shown<HTMLElement>(`[${name}]`))
        for (const id of element.getAttribute(name)!.split(/\s+/).filter(Boolean))
          // What a closed choice controls may not be there yet.
          if (!document.getElementById(id) && !(name === 'aria-controls' && element.ariaExpanded === 'false'))
            found.push(`${name} leads nowhere: ${words(element)}`);
    for (const button of shown<HTMLElement>('button[aria-haspopup]'))
      if (button.ariaExpanded === null) found.push(`does not say whether it is open: ${words(button)}`);
    for (const drawing of shown<SVGElement>('svg')) {
      const isSaid =
        drawing.getAttribute('role') === 'img' || drawing.closest('[role="img"], figure[aria-label]');
      if (!isSaid && drawing.querySelector('text'))
        found.push(`a drawing is read letter by letter: ${words(drawing)}`);
    }
    for (const image of shown<HTMLImageElement>('img'))
      if (!image.hasAttribute('alt')) found.push(`no text: ${words(image)}`);
    if (!document.documentElement.lang) found.push('the page does not say its language');
    return found;
  });

/** What is found in what is heard of a page. */
export function heardDefects(tree: Heard): string[] {
  const all = [...parts(tree)];
  return [...nameless(all), ...ambiguous(tree), ...headings(all), ...landmarks(tree)];
}

/** What is found in the elements of a page. */
export const elementDefects = async (page: Page): Promise<string[]> => [
  ...(await longRuns(page)),
  ...(await elements(page))
];

/** Everything found in a page, given what is heard of it. */
export const defectsOf = async (page: Page, tree: Heard): Promise<string[]> => [
  ...heardDefects(tree),
  ...(await elementDefects(page))
];
