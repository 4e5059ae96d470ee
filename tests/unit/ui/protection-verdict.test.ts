// What the audit of a protection covers, in words: what was not looked at is never said to be safe.
import { expect, it } from 'vitest';
import { m } from '$lib/i18n/paraglide/messages.js';
import { verdictOf } from '$lib/ui/protection-verdict.ts';

const details = (below?: number) =>
  verdictOf({
    ...{ k: 11, examined: 5, narrowest: 11, withheld: [], years: [] },
    ...(below !== undefined && { below })
  }).details;

it('sums of counts are said to be safe only where no count is known to be below the threshold', () => {
  expect(details(0)).toContain(m.data_verdict_sums());
  for (const other of [details(1), details()]) {
    expect(other).toContain(m.data_verdict_no_sums());
    expect(other).not.toContain(m.data_verdict_sums());
  }
});
