// What a file's line tells of the file as a whole.
import { describe, expect, it } from 'vitest';
import { notesOf } from '../../../../src/lib/features/territory/file-notes.ts';
import type { Finding } from '../../../../src/lib/model/findings.ts';

const note = (code: string, part: Partial<Finding> = {}): Finding => ({
  ...{ code, severity: 'note', file: 'actions.csv', ...part }
});
const project = {
  built: {
    findings: [
      note('unknown-column', { column: 'Bilan' }),
      note('ignored-column', { column: 'Fondation X' }),
      note('unknown-column', { column: 'Autre', file: 'autre.csv' }),
      note('hidden-sheet', { found: 'Actions' }),
      note('understood', { row: 3 })
    ]
  },
  inspections: new Map([
    ['actions.csv', { proposals: { columns: [{ header: 'Bilan' }, { header: 'Votée le' }] } }]
  ])
} as unknown as Parameters<typeof notesOf>[0];

describe('the line of a file', () => {
  it('lists every column that is not read, once, and the sheets that were hidden', () => {
    const { unread, told } = notesOf(project, { name: 'actions.csv', state: 'used' });
    expect(unread).toEqual(['Bilan', 'Fondation X', 'Votée le']);
    expect(told.map(({ code }) => code)).toEqual(['hidden-sheet']);
  });

  it('says nothing of a file that is left out', () => {
    expect(notesOf(project, { name: 'actions.csv', state: 'refused' })).toEqual({ unread: [], told: [] });
  });
});
