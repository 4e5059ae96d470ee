// The fields of a Word model: every question of the report has a name of its own, in French without accents.
import { describe, expect, it } from 'vitest';
import { fieldName, reportFields } from '../../../../src/lib/export/word-model/report-fields.ts';
import { reportAnswers, reportQuestions } from '../../../../src/lib/engines/report/index.ts';

const none = {
  schools: null,
  partners: null,
  correspondents: null,
  cases: null,
  teams: null,
  records: null,
  actions: null,
  posts: null,
  kept: null
};
const settings = { carrier: 'CCAS', communes: ['Denain', 'Anzin'], qpvs: null, cites: null };
const report = reportAnswers({ ...none, year: '2025-2026', today: '2026-03-02', settings });
const { fields, lines } = reportFields(report, { name: 'Porte', service: 'PRE' });

describe('the fields of the report', () => {
  it('name every question once, or make it lines of a list', () => {
    const asked = reportQuestions().filter(({ kind }) => kind !== 'words');
    const names = asked.map(fieldName);
    const unnamed = asked.filter((_, i) => names[i] === null).map(({ id }) => id);
    expect(unnamed).toEqual(['structure.communes', 'structure.qpvs']);
    const known = names.filter((name) => name !== null);
    expect(new Set(known).size).toBe(known.length);
    for (const name of known) expect(name).toMatch(/^[a-z]+(?:[.-][a-z0-9+-]+)*$/);
  });

  it('say what is not known, and never 0', () => {
    expect(fields.values['structure.porteur']).toBe('CCAS');
    expect(fields.values['enfants.total']).toBe('non renseigné');
    expect(fields.lists['communes']).toEqual([{ nom: 'Anzin' }, { nom: 'Denain' }]);
    expect(lines.find(({ name }) => name === '#communes')?.value).toBe('Anzin\u202f; Denain');
  });
});
