// A column that a case file has is told, even where nobody has a value in it.
import { expect, it } from 'vitest';
import type { Finding } from '$lib/model/findings.ts';
import type { Case } from '$lib/model/pathway.ts';
import { NO_DETAILS, type CaseDetails } from '$lib/model/report/case-details.ts';
import { fileDetails } from '$lib/model/report/file-details.ts';

const row = (details?: Partial<CaseDetails>) =>
  ({ case_id: 'e1', ...(details && { details: { ...NO_DETAILS, ...details } }) }) as Case;
const lacking = (file: string, found: string): Finding => ({
  code: 'absent-column',
  severity: 'note',
  file,
  found
});

it('a file without any of the columns tells none', () => {
  expect(fileDetails([row()], [lacking('a.csv', 'level')])).toEqual([]);
});

it('what no file has is not told; what one of two has is, by a value', () => {
  const findings = ['sex', 'profile'].map((column) => lacking('a.csv', column));
  const told = fileDetails([row(), row({ sex: 'F' })], findings);
  expect(told).toContain('sex');
  expect(told).toContain('exit');
  expect(told).not.toContain('profile');
});
