// What a published site gives to those who put it online: each host finds its own settings, and they say the same.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const textOf = (name: string) => readFileSync(join(import.meta.dirname, '../../../../static', name), 'utf8');
const policies = (text: string) =>
  [...text.matchAll(/Content-Security-Policy:? "?([^"\n]*)/g)].map(([, policy]) => policy).sort();

describe('the settings of hosts', () => {
  it('ask the same policies of Apache as of hosts that read _headers', () => {
    expect(policies(textOf('.htaccess'))).toEqual(policies(textOf('_headers')));
  });

  it('are explained to a reader who has never seen one', () => {
    const guide = textOf('LISEZMOI.txt');
    for (const name of ['-public.zip', '-interne.zip', '.htaccess', 'web.config', '_headers', '404.html'])
      expect(guide).toContain(name);
    expect(guide.startsWith('\uFEFF'), 'read as UTF-8 by the oldest notepad').toBe(true);
  });
});
