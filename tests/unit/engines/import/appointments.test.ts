// The export of the national tool of appointments: five of its columns are read, and no name is shown, quoted or kept, whatever it holds.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { appointmentsIn } from '../../../../src/lib/engines/import/appointments.ts';
import { droppedBlob, kindOfFile, openFile, recognise } from '../../../../src/lib/engines/import/index.ts';
import { xlsFile } from '../../../fixtures/import/databases.ts';

/** As the tool writes it, in a workbook of Excel 97. */
const HEADER = [
  'année',
  'date prise rdv',
  'heure prise rdv',
  'origine',
  'date rdv',
  'heure rdv',
  'service',
  'motif',
  'contexte',
  'statut',
  'lieu',
  'professionnel.le(s)',
  'usager(s)',
  'commune du premier responsable',
  'au moins un usager mineur ?',
  'résultat des notifications',
  'Organisation',
  'date naissance',
  'code postal du premier responsable',
  'créé par',
  'email(s) professionnel.le(s)'
];
const rowOf = (own: Record<string, string>) => HEADER.map((name) => own[name] ?? '');
const ROWS = [
  rowOf({
    'date rdv': '05/09/2025',
    motif: 'Premier entretien',
    contexte: 'Léa ne dort plus, mère inquiète',
    statut: 'Rendez-vous honoré',
    'professionnel.le(s)': 'Julie MARTIN',
    'usager(s)': 'Léa DURAND, Karim BENALI',
    'commune du premier responsable': 'DENAIN',
    'au moins un usager mineur ?': 'oui',
    'date naissance': '12/03/2015',
    'email(s) professionnel.le(s)': 'julie.martin@ville.fr'
  }),
  rowOf({
    'date rdv': '08/09/2025',
    motif: 'Suivi',
    statut: 'Absence non excusée',
    'usager(s)': 'Zoé PETIT',
    'commune du premier responsable': 'HAVELUY',
    'au moins un usager mineur ?': 'non'
  })
];
const NAMES_OF_PERSONS = /Léa|Durand|Julie|Martin|Petit/i;
const NAMES = /Léa|Durand|Benali|Julie|Martin|Petit|julie\.martin|2015|dort/i;

describe('an export of appointments', () => {
  it('gives the date, the reason, the status, the commune and whether a minor was there', async () => {
    const table = await openFile(xlsFile({ Rdv: [HEADER, ...ROWS] }));
    const { rows, findings, read } = appointmentsIn(table);
    expect([read, findings]).toEqual([2, []]);
    expect(rows).toEqual([
      {
        line: 2,
        date: '2025-09-05',
        reason: 'Premier entretien',
        status: 'seen',
        commune: 'DENAIN',
        minor: true
      },
      { line: 3, date: '2025-09-08', reason: 'Suivi', status: 'missed', commune: 'HAVELUY', minor: false }
    ]);
  });

  it('shows no name, no birth and no context: they are left out as it is opened', async () => {
    const file = xlsFile({ Rdv: [HEADER, ...ROWS] });
    const table = await openFile(file);
    expect(table.header).toEqual([
      'date rdv',
      'motif',
      'statut',
      'commune du premier responsable',
      'au moins un usager mineur ?'
    ]);
    expect(JSON.stringify({ ...table, hides: null })).not.toMatch(NAMES);
  });

  it('is told of where it is dropped, counted, with what is not read', async () => {
    const { name, bytes } = xlsFile({ Rdv: [HEADER, ...ROWS] });
    const found = { code: 'appointments-read', found: '2', expected: '1' };
    expect(await recognise({ name, bytes })).toMatchObject(found);
    const seen = await kindOfFile(droppedBlob(new Blob([bytes.slice()]), name));
    expect(seen).toMatchObject({ kind: 'unknown', finding: found });
    expect(JSON.stringify(seen)).not.toMatch(NAMES);
  });

  it('shows no name whatever its other columns hold', async () => {
    const names = fc.constantFrom('Léa DURAND', 'Mme Petit', 'julie.martin@ville.fr', 'Martin', '12/03/2015');
    const others = HEADER.filter((name) => !/^(?:date rdv|motif|statut|commune|au moins)/.test(name));
    const row = fc.record(Object.fromEntries(others.map((name) => [name, names])));
    await fc.assert(
      fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 12 }), async (rows) => {
        const lines = rows.map((own) =>
          rowOf({ ...own, 'date rdv': '05/09/2025', motif: 'Suivi', statut: 'à venir' })
        );
        const table = await openFile(xlsFile({ Rdv: [HEADER, ...lines] }));
        expect(JSON.stringify({ ...table, hides: null })).not.toMatch(NAMES);
        expect(appointmentsIn(table).rows).toHaveLength(lines.length);
      }),
      { numRuns: 30, seed: 20_260_901 }
    );
  });

  it('keeps and quotes no name where a row is shifted, and one stands in a column that is read', async () => {
    const names = fc.constantFrom('Léa DURAND', 'Mme Petit', 'julie.martin@ville.fr', 'Julie Martin');
    const row = fc.record(Object.fromEntries(HEADER.map((name) => [name, names])));
    await fc.assert(
      fc.asyncProperty(row, fc.constantFrom('05/09/2025', 'Léa DURAND'), async (own, day) => {
        const { name, bytes } = xlsFile({ Rdv: [HEADER, ...ROWS, rowOf({ ...own, 'date rdv': day })] });
        const told = appointmentsIn(await openFile({ name, bytes }));
        expect(JSON.stringify(told)).not.toMatch(NAMES_OF_PERSONS);
        expect(told.rows).toHaveLength(day === '05/09/2025' ? 3 : 2);
        expect(JSON.stringify(await recognise({ name, bytes }))).not.toMatch(NAMES_OF_PERSONS);
        const seen = await kindOfFile(droppedBlob(new Blob([bytes.slice()]), name));
        expect(JSON.stringify(seen)).not.toMatch(NAMES_OF_PERSONS);
      }),
      { numRuns: 30, seed: 20_260_902 }
    );
  });

  it('keeps the name of a commune that is also a first name', async () => {
    for (const commune of ['Marie', 'La Madeleine', 'CHATEAU-THIERRY', 'Saint-Martin']) {
      const row = rowOf({ 'date rdv': '05/09/2025', 'commune du premier responsable': commune });
      const { rows } = appointmentsIn(await openFile(xlsFile({ Rdv: [HEADER, row] })));
      expect(rows[0]?.commune).toBe(commune);
    }
  });
});
