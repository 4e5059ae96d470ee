// A key of the messages stands in one file: the compiler never ends over one that stands in two.
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

describe('keys of the messages', () => {
  it.each(['fr', 'en'])('stand in one file each (%s)', (language) => {
    const files = readdirSync('messages').map((folder) => `messages/${folder}/${language}.json`);
    expect(files.length).toBeGreaterThan(10);
    const keys = files.flatMap((file) =>
      Object.keys(JSON.parse(readFileSync(file, 'utf8')) as object).filter((key) => key !== '$schema')
    );
    expect(keys.filter((key, at) => keys.indexOf(key) !== at)).toEqual([]);
  });
});
