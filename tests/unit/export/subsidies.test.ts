// Subsidies in the national columns are read by any tool that reads the standard, and invent nothing.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCsv } from '../../../src/lib/engines/import/readers/csv.ts';
import { subsidiesCsv, type Subsidy } from '../../../src/lib/export/subsidies.ts';
import { draws } from '../../draws.ts';

function read(text: string): { data: Record<string, string>[]; findings: number } {
  const { header, records, findings } = readCsv({
    name: 'subventions.csv',
    bytes: new TextEncoder().encode(text)
  });
  const data = records.map(({ cells }) =>
    Object.fromEntries(header.map((title, at) => [title, cells[at] ?? '']))
  );
  return { data, findings: findings.length };
}

describe('subsidies leave in the national columns', () => {
  const one: Subsidy = {
    funder: 'État',
    beneficiary: 'PRE de Maubeuge',
    purpose: 'Lecture, « un livre »',
    euros: 12_500.5,
    share: 0.33333
  };

  it('with a comma between columns, a point in decimals, and what is unknown left empty', () => {
    const text = subsidiesCsv([one]);
    expect(text.split('\r\n')[0]).toMatch(/^nomAttribuant,idAttribuant,/);
    const { data } = read(text);
    expect(data[0]).toMatchObject({
      nomAttribuant: 'État',
      idAttribuant: '',
      dateConvention: '',
      nomBeneficiaire: 'PRE de Maubeuge',
      objet: 'Lecture, « un livre »',
      montant: '12500.5',
      nature: 'aide en numéraire',
      pourcentageSubvention: '0.3333'
    });
  });

  it('has no share where the cost of the action is unknown', () => {
    expect(read(subsidiesCsv([{ ...one, share: null }])).data[0]?.['pourcentageSubvention']).toBe('');
  });

  it('keeps its columns whatever the words are, and no cell runs as a formula', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (purpose, funder) => {
        const { data, findings } = read(subsidiesCsv([{ ...one, purpose, funder }]));
        expect(findings).toBe(0);
        expect(data).toHaveLength(1);
        expect(Object.keys(data[0]!)).toHaveLength(15);
        expect(data[0]!['objet']).not.toMatch(/^[=+\-@]/);
      }),
      { seed: 31, numRuns: draws() }
    );
  });
});
