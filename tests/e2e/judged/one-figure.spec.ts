// One figure, one value: every page, print, note and file of the default scenario gives the same value to the same quantity.
import { expect, test } from '@playwright/test';
import { FORMER_NAMES, MEANINGS, plainText, valuesIn } from '../one-figure.ts';
import { WHOLE_QUESTIONS } from '../../../src/lib/pages/site-map.ts';
import { routesOf } from '../page.ts';
import { recordOf, visitOf } from '../visits/record.ts';

const soft = expect.configure({ soft: true });

test('every page, print, note and file gives one value to a figure, under one name', () => {
  // Pages with figures: those of the menu, and those to consult.
  const texts = new Map(
    routesOf(({ path }) => WHOLE_QUESTIONS[path] !== undefined).flatMap((path) => {
      const { body, paper } = visitOf(path).texts;
      return [
        [`/${path}`, plainText(body)],
        [`/${path}, imprimé`, plainText(paper.body)]
      ];
    })
  );
  for (const [name, text] of Object.entries(recordOf<Record<string, string>>('demonstration', 'files')))
    texts.set(name, text);
  for (const meaning of MEANINGS) {
    const found = [...texts].flatMap(([source, text]) =>
      valuesIn(text, meaning).map((value) => ({ source, value }))
    );
    const values = new Map<string, string[]>();
    for (const { source, value } of found) values.set(value, [...(values.get(value) ?? []), source]);
    soft(
      Object.fromEntries([...values].slice(1)),
      `${meaning.name} : ${[...values.keys()].join(', ')}`
    ).toEqual({});
    soft(new Set(found.map(({ source }) => source)).size, `${meaning.name} : sources`).toBeGreaterThanOrEqual(
      meaning.sources
    );
  }
  for (const [source, text] of texts)
    for (const name of FORMER_NAMES)
      soft(name.exec(text)?.[0] ?? null, `${source} : ${name.source}`).toBeNull();
});
