// Services of other shapes than the demonstration: one commune with two posts, one city with seven, one overseas. Every page that is in
// their menu, on a desk, on a phone and on paper.
import { expect, test } from '@playwright/test';
import { menuDoors } from '../../../src/lib/pages/menu.ts';
import type { PageRecord } from '../../../src/lib/pages/record.ts';
import { PAGES } from '../../../src/lib/pages/register.ts';
import { SHAPES, type ShapeName } from '../../fixtures/territory/shapes.ts';
import { MEANINGS, plainText, valuesIn } from '../one-figure.ts';
import { portraitOf, TERRITORY } from '../visits/addresses.ts';
import { recordOf, type OtherVisit, type Shown } from '../visits/record.ts';

const soft = expect.configure({ soft: true });
/** Pages of the doors of users; the others answer what they are asked. */
const IN_MENU = menuDoors().flatMap(({ pages }) => pages.map(({ path }) => path as string));
/** What is false of one commune, on screen and on paper. */
const FALSE_WORDS = [
  /\b1 communes/,
  /\bLes 1 /,
  /Commune par commune/i,
  /De commune à commune/i,
  /Parmi les 1 /,
  /Face aux 1 /,
  /Une commune sans action/,
  /Dans une commune, un thème/,
  /communes concernées/,
  /Choisir ma commune/,
  /Ensemble du territoire/,
  /entre (\d+) et \1\b/,
  /0 partenaire/,
  /0 sur 0/,
  /Cinq ans/,
  /Valenciennes/
];
/** First-degree schools of the commune: « sur 19 » of any other number is a figure of elsewhere. */
const SCHOOLS: Record<ShapeName, number> = { commune: 19, city: 77, overseas: 32 };
/** What a figure of the whole is, by the name that `one-figure` gives it. */
const valuesOf = (name: ShapeName): Record<string, number> => ({
  'écoles suivies': SHAPES[name].followed,
  'écoles du premier degré': SCHOOLS[name],
  'écoles en attente': SHAPES[name].waiting,
  'enfants accompagnés': SHAPES[name].children
});

for (const name of Object.keys(SHAPES) as ShapeName[]) {
  const shape = SHAPES[name];
  test(`the pages of ${shape.name} have its figures alone, on screen, on a phone and on paper; none is empty, none tells of communes`, () => {
    const { pages, errors } = recordOf<Shown>(name, 'shown');
    soft(pages.length).toBeGreaterThan(10);
    // No list says who sits in the meetings: their pages would be empty, and Mon territoire says which list opens them.
    for (const { path, needs = [] } of PAGES as readonly PageRecord[])
      if (needs.includes('meeting-members')) soft(pages, path).not.toContain(path);
    soft(plainText(recordOf<OtherVisit>(name, TERRITORY).texts.main)).toContain(
      'il manque les membres des équipes et leurs disponibilités'
    );
    const texts = new Map<string, string>();
    for (const address of [...pages, portraitOf(shape.commune)]) {
      const read = recordOf<OtherVisit>(name, address);
      soft(read.poorCharts, `${address}: charts`).toEqual([]);
      if (IN_MENU.includes(address)) soft(read.empty, `${address}: empty`).toBe(0);
      if (read.width !== null) soft(read.width, `${address} at 360`).toBeLessThanOrEqual(360);
      texts.set(address, plainText(read.texts.main));
      texts.set(`${address}, imprimé`, plainText(read.texts.paper.main));
    }
    for (const [kind, text] of texts)
      soft(
        FALSE_WORDS.flatMap((words) => words.exec(text)?.[0] ?? []),
        kind
      ).toEqual([]);
    for (const meaning of MEANINGS) {
      const asked = valuesOf(name)[meaning.name];
      const found = [...texts].flatMap(([source, text]) =>
        valuesIn(text, meaning).map((value) => `${value} ${source}`)
      );
      const expected = asked === undefined ? found[0]?.split(' ')[0] : String(asked);
      soft(
        found.filter((one) => !one.startsWith(`${expected} `)),
        `${meaning.name}: ${expected}`
      ).toEqual([]);
      if (asked !== undefined) soft(found.length, meaning.name).toBeGreaterThan(0);
    }
    soft(errors, 'errors of the pages').toEqual([]);
  });
}
