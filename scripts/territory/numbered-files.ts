// A configuration whose files are named after no person: the others are told by a number in all that is made of them.
import { numberedFileName, personInFileName } from '../../src/lib/engines/import/index.ts';
import { isRecord } from '../../src/lib/model/documents/json.ts';

const FILE = /\.(?:csv|txt|tsv|xlsx?|xlsm|xltx|ods|ots|geojson|json|parquet|grist|gpkg|zip|gz)(?:#.+)?$/i;

/** @returns the configuration, and the file of the operator's folder that each of its names is */
export function withNumberedFiles(json: unknown): { json: unknown; fileOf: (told: string) => string } {
  const told = new Map<string, string>();
  const name = (text: string): string => {
    if (!FILE.test(text) || personInFileName(text) === null) return text;
    const known = told.get(text) ?? numberedFileName(text, told.size + 1);
    told.set(text, known);
    return known;
  };
  const changed = (value: unknown): unknown => {
    if (typeof value === 'string') return name(value);
    if (Array.isArray(value)) return value.map(changed);
    if (!isRecord(value)) return value;
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [name(key), changed(one)]));
  };
  const renamed = changed(json);
  const files = new Map([...told].map(([file, one]) => [one, file]));
  return { json: renamed, fileOf: (one) => files.get(one) ?? one };
}
