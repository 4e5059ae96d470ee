// What a screen reader is given of an open page: Chromium's accessibility tree, told as lines in the order in which it is read.
import type { Page } from '@playwright/test';

/** A part of the page as assistive technology knows it. */
export interface Heard {
  role: string;
  name: string;
  /** What is said after the name. */
  description: string;
  /** What a field holds, as it is said. */
  value: string;
  /** Where a link leads. */
  url: string;
  /** Properties that are set: level, expanded, pressed, checked, live… */
  states: Readonly<Record<string, string>>;
  children: readonly Heard[];
  /** The element, for what the tree does not hold. */
  node: number | undefined;
}

interface AxValue {
  value?: unknown;
}
interface AxNode {
  nodeId: string;
  ignored: boolean;
  role?: AxValue;
  name?: AxValue;
  description?: AxValue;
  value?: AxValue;
  properties?: { name: string; value: AxValue }[];
  childIds?: string[];
  backendDOMNodeId?: number;
}

const text = (value: AxValue | undefined): string =>
  ['string', 'number'].includes(typeof value?.value) ? String(value!.value).replace(/\s+/g, ' ').trim() : '';

/** Roles that say nothing by themselves: their children stand in their place. */
const SILENT = new Set([
  'none',
  'generic',
  'InlineTextBox',
  'LayoutTable',
  'LayoutTableRow',
  'LayoutTableCell'
]);
const STATES = ['level', 'expanded', 'pressed', 'checked', 'selected', 'disabled', 'invalid', 'required', 'live', 'modal', 'current']; // prettier-ignore

/** Fields whose parts are the browser's own. */
const WHOLE = new Set(['Date', 'DateTime', 'InputTime', 'MenuListPopup']);

function heard(node: AxNode, nodes: ReadonlyMap<string, AxNode>): Heard[] {
  const role = text(node.role);
  const under = WHOLE.has(role) ? [] : (node.childIds ?? []);
  const children = under.flatMap((id) => {
    const child = nodes.get(id);
    return child ? heard(child, nodes) : [];
  });
  const property = (wanted: string) => node.properties?.find(({ name }) => name === wanted)?.value;
  const states = Object.fromEntries(
    (node.properties ?? [])
      .filter(
        ({ name, value }) => STATES.includes(name) && value.value !== undefined && value.value !== 'false'
      )
      .map(({ name, value }) => [name, String(value.value)])
      .filter(([name, value]) => name === 'expanded' || value !== 'false')
  );
  if (node.ignored || (SILENT.has(role) && !states['live'])) return children;
  return [
    {
      role,
      name: text(node.name),
      description: text(node.description),
      value: role === 'StaticText' ? '' : text(property('valuetext')) || text(node.value),
      url: text(property('url')),
      states,
      children,
      node: node.backendDOMNodeId
    }
  ];
}

/** The page as it is now. */
export async function pageTree(page: Page): Promise<Heard> {
  const session = await page.context().newCDPSession(page);
  const { nodes } = (await session.send('Accessibility.getFullAXTree')) as unknown as { nodes: AxNode[] };
  await session.detach();
  const known = new Map(nodes.map((node) => [node.nodeId, node]));
  const [root] = heard(nodes[0]!, known);
  if (!root) throw new Error('The page has no accessibility tree.');
  return root;
}

/** Every part under one, itself first, in reading order. */
export function* parts(root: Heard): Generator<Heard> {
  yield root;
  for (const child of root.children) yield* parts(child);
}

/** Roles whose words are said elsewhere: those of a label by its field, those of a legend by its group. */
const REPEATED = new Set(['LabelText', 'Legend', 'caption', 'Figcaption', 'ListMarker']);
const TABLE_CELLS = new Set(['cell', 'gridcell', 'columnheader', 'rowheader']);
const PLAIN = new Set([
  'StaticText',
  'strong',
  'emphasis',
  'abbr',
  'time',
  'mark',
  'subscript',
  'superscript'
]);

/** Words that a part reads out: its own where it is text, those of its children otherwise. */
export const spoken = (part: Heard): string =>
  part.role === 'StaticText' ? part.name : part.children.map(spoken).filter(Boolean).join(' ');

const isPlain = (part: Heard): boolean => PLAIN.has(part.role) && part.children.every(isPlain);

/** Role, name, states and description of a part. */
export function announced({ role, name, states, description, value }: Heard): string {
  const shown = Object.entries(states)
    .filter(([state, value]) => !(role === 'listitem' && state === 'level') && value !== '')
    .map(([state, value]) => (value === 'true' ? `[${state}]` : `[${state}=${value}]`));
  const after = description && description !== name ? `(${description})` : '';
  return [role, name && `« ${name} »`, value && value !== name && `= ${value}`, ...shown, after]
    .filter(Boolean)
    .join(' ');
}

/** What is under a part, a line each; the rows of a table beyond `most` are counted. */
function inside(part: Heard, depth: number, most: number): string[] {
  const rows = part.children.filter(({ role }) => role === 'row');
  const left = rows.slice(most);
  const lines = part.children
    .filter((child) => !left.includes(child))
    .flatMap((child) => told(child, most, depth));
  return left.length > 0 ? [...lines, `${'  '.repeat(depth)}… ${left.length} rows`] : lines;
}

/** The tree as lines to read, two spaces deeper a level. */
export function told(part: Heard, most = Infinity, depth = 0): string[] {
  const pad = '  '.repeat(depth);
  if (REPEATED.has(part.role))
    return inside({ ...part, children: part.children.filter((child) => !isPlain(child)) }, depth, most);
  if (PLAIN.has(part.role)) return [pad + spoken(part)].filter((line) => line.trim());
  if (part.role === 'paragraph' && part.children.every(isPlain))
    return [pad + spoken(part)].filter((line) => line.trim());
  if (part.role === 'rowgroup') return inside(part, depth, most);
  if (
    part.role === 'row' &&
    part.children.every(({ role, children }) => TABLE_CELLS.has(role) && children.every(isPlain))
  )
    return [`${pad}row ${part.children.map((cell) => cell.name || spoken(cell) || '(empty)').join(' | ')}`];
  const line = pad + announced(part);
  // What is drawn is known by its name alone, and a menu by its choice.
  if ((part.role === 'image' && part.name) || part.role === 'combobox') return [line];
  if (part.children.every(isPlain) && part.name) return [line];
  return [line, ...inside(part, depth + 1, most)];
}
