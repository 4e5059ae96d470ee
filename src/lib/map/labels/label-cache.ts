// A cache of label placements, keyed by all but digits: placing labels takes milliseconds and a filter mostly changes their digits.
import { placeLabels, type Label, type LabelField, type LabelRequest } from './label-placement.ts';

const KEPT = 24;

/** Digits of the font have one width: a placement holds when only digits change. */
const masked = (value: string) => value.replace(/\d/g, '0');

function keyOf(field: LabelField, requests: readonly LabelRequest[]): string {
  const symbols = field.symbols.map(({ at, radius }) => Math.round(at[0] * 7 + at[1] * 13 + radius * 17));
  const places = requests.map(({ id, value, size, polygon: { box } }) => {
    return [
      id,
      masked(value),
      size,
      Math.round(box.left * 10),
      Math.round(box.top * 10),
      Math.round(box.right * 10)
    ];
  });
  return JSON.stringify([field.width, field.height, field.reserved, symbols, places]);
}

/** `placeLabels` with its last results cached. */
export class LabelCache {
  readonly #kept = new Map<string, Label[]>();

  readonly place = (field: LabelField, requests: readonly LabelRequest[]): Label[] => {
    const key = keyOf(field, requests);
    let labels = this.#kept.get(key);
    if (!labels) {
      labels = placeLabels(
        field,
        requests.map((request) => ({ ...request, value: masked(request.value) }))
      );
      const oldest = this.#kept.keys().next().value;
      if (this.#kept.size >= KEPT && oldest !== undefined) this.#kept.delete(oldest);
    }
    this.#kept.delete(key);
    this.#kept.set(key, labels);
    const values = new Map(requests.map(({ id, value }) => [id, value]));
    return labels.map((label) => withValue(label, values.get(label.id) ?? label.value));
  };
}

function withValue(label: Label, value: string): Label {
  if (value === label.value) return label;
  const last = label.lines.at(-1) ?? '';
  const lines = [...label.lines.slice(0, -1), last.slice(0, last.length - value.length) + value];
  return { ...label, lines, value };
}
