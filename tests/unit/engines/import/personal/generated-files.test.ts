// No name of a child comes through, whatever the headers, their order, the container and the columns beside: over generated files.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  doubtfulCells,
  importFile,
  kindOfFile,
  openFile,
  proposeMatches
} from '../../../../../src/lib/engines/import/index.ts';
import { recogniseNear } from '../../../../../src/lib/engines/import/matching/recognise-near.ts';
import { droppedBytes } from '../../../../../src/lib/engines/import/dropped/dropped-file.ts';
import type { SourceFile } from '../../../../../src/lib/model/source-files.ts';
import { UnusableInput } from '../../../../../src/lib/model/findings.ts';
import { xlsxFile } from '../../../../fixtures/import/containers.ts';
import { collection, latin1File, textFile, UAIS } from '../../../../fixtures/import/files.ts';

const FIRST = 'Léa Yanis Aminata Mathéo Inès Kevin Chloé Mohamed Lina Enzo Fatoumata Noé Zoé Ibrahim Jade Rayan Manon Ousmane Élise Tiago Sofia Adam Camille Nathan Salomé Youssef Lucie Gabriel Maëlys Hugo'.split(' '); // prettier-ignore
const LAST = 'DURANDEL Benyoucef Diakité Lefèbvre NGUYENVAN Kowalczyk Delacourt Ouedraogue Vandenbroucke Haddadi Traoréba Zielinska Carpentreau Boukhalfi Szymczak Mendywa Sampaïo Dubuissonnet Tchoualeu Karakayalı'.split(' '); // prettier-ignore

const child = fc.record({
  first: fc.constantFrom(...FIRST),
  last: fc.constantFrom(...LAST),
  day: fc.integer({ min: 1, max: 28 }),
  month: fc.integer({ min: 1, max: 12 }),
  year: fc.integer({ min: 2010, max: 2021 }),
  phone: fc.integer({ min: 10_000_000, max: 99_999_999 }),
  street: fc.integer({ min: 1, max: 300 })
});
type Child = (typeof child extends fc.Arbitrary<infer One> ? One : never) & { at: number };
const two = (value: number) => String(value).padStart(2, '0');

interface Column {
  headers: readonly string[];
  cell: (one: Child) => string;
}
const ANY = ['Libellé', 'Commentaire', 'Référence', 'Colonne1', 'Info', 'Dossier', 'Divers', 'x', 'N°'];
const FULL: Column[] = [
  { headers: ['Nom et prénom', 'Élève', 'Nom de l’enfant', 'NOM Prénom', ...ANY], cell: ({ first, last }) => `${last.toUpperCase()} ${first}` },
  { headers: ['Prénom Nom', 'Enfant', 'Bénéficiaire', ...ANY], cell: ({ first, last }) => `${first} ${last}` },
  { headers: ['Prénom', 'PRENOM', 'Prénom de l’enfant', 'prenom_eleve', ...ANY], cell: ({ first }) => first }
]; // prettier-ignore
const BESIDE: Column[] = [
  { headers: ['Nom', 'NOM', 'Nom de famille', 'nom_enfant', 'Libellé', 'Colonne2'], cell: ({ last }) => last },
  { headers: ['Né(e) le', 'Date de naissance', 'DDN', 'Date', 'Jour'], cell: ({ day, month, year }) => `${two(day)}/${two(month)}/${year}` },
  { headers: ['Téléphone', 'Portable mère', 'Contact', 'Divers'], cell: ({ phone }) => `06${phone}` },
  { headers: ['Courriel', 'Mail', 'Info'], cell: ({ first, last }) => `${first}.${last}@orange.fr`.toLowerCase() },
  { headers: ['Adresse', 'Domicile', 'Lieu'], cell: ({ street }) => `${street} rue des Fusillés` },
  { headers: ['Observations', 'Remarques', 'Notes', 'Bilan'], cell: ({ first, at }) => (at % 3 === 0 ? `${first} progresse bien cette année` : 'rien à dire de plus pour cette fois') }
]; // prettier-ignore
const PLAIN: Column[] = [
  { headers: ['UAI', 'Code UAI', 'RNE'], cell: ({ at }) => UAIS[at % UAIS.length]! },
  { headers: ['Commune', 'Ville'], cell: ({ at }) => ['Anzin', 'Valenciennes', 'Denain'][at % 3]! },
  { headers: ['Statut', 'Situation'], cell: ({ at }) => (at % 2 ? 'suivie' : 'en attente') },
  { headers: ['Année scolaire', 'Année'], cell: () => '2024-2025' },
  { headers: ['Niveau', 'Classe'], cell: ({ at }) => ['CP', 'CE1', 'CM2'][at % 3]! },
  { headers: ['Suivi depuis'], cell: () => '2023-2024' },
  { headers: ['Visites'], cell: ({ at }) => String(at) }
];

const headed = (columns: readonly Column[], least: number) =>
  fc
    .subarray([...columns], { minLength: least })
    .chain((some) =>
      fc.tuple(
        ...some.map(({ headers, cell }) => fc.constantFrom(...headers).map((header) => ({ header, cell })))
      )
    );

const table = fc
  .record({
    named: headed(FULL, 1),
    beside: headed(BESIDE, 0),
    plain: headed(PLAIN, 0),
    children: fc.uniqueArray(child, { minLength: 3, maxLength: 14, selector: ({ last }) => last }),
    titled: fc.boolean(),
    order: fc.integer()
  })
  .map(({ named, beside, plain, children, titled, order }) => {
    const columns = [...named, ...beside, ...plain];
    // A fixed shuffle of the drawn order; two columns of one header are one only in GeoJSON.
    columns.sort((a, b) => ((a.header.length * 7919) ^ order) - ((b.header.length * 7919) ^ order));
    const rows = children.map((one, at) => columns.map(({ cell }) => cell({ ...one, at })));
    return { header: columns.map(({ header }) => header), rows, children, titled };
  });
type Table = typeof table extends fc.Arbitrary<infer One> ? One : never;

const CONTAINERS: readonly ((one: Table) => SourceFile | Promise<SourceFile>)[] = [
  ({ header, rows, titled }) => textFile('liste.csv', `${titled ? 'Liste des suivis 2024\n' : ''}${[header, ...rows].map((row) => row.join(';')).join('\r\n')}\r\n`),
  ({ header, rows }) => latin1File('liste.csv', [header, ...rows].map((row) => row.join(',').replace(/[’ı]/g, "'")).join('\n')),
  ({ header, rows }) => collection('liste.geojson', rows.map((row) => ({ properties: Object.fromEntries(row.map((cell, at) => [header[at]!, cell])), geometry: null }))),
  ({ header, rows, titled }) => xlsxFile([...(titled ? [['Liste des suivis 2024', null]] : []), [...header], ...rows.map((row) => [...row])])
]; // prettier-ignore

/** All that can reach a screen or a folder of a file. */
async function allOf(file: SourceFile): Promise<string> {
  const told: unknown[] = [await kindOfFile(droppedBytes(file))];
  try {
    const opened = await openFile(file);
    told.push(opened, recogniseNear(opened));
    const lines = opened.records.map(({ line }) => line);
    const findings = lines.map((row) => ({
      code: 'bad-uai',
      severity: 'dropped' as const,
      file: file.name,
      row,
      column: opened.header[0] ?? ''
    }));
    told.push(doubtfulCells(opened, findings));
    for (const id of ['cases', 'followed-schools', 'milestones', 'actions'] as const)
      told.push(proposeMatches(opened, id));
    for (const expect of [undefined, 'cases', 'followed-schools', 'actions'] as const)
      told.push(
        await importFile(file, { ...(expect && { expect }) }).catch((error: unknown) => faultOf(error))
      );
  } catch (error) {
    told.push(faultOf(error));
  }
  return JSON.stringify(told);
}
function faultOf(error: unknown): unknown {
  if (error instanceof UnusableInput) return [error.message, error.finding, error.findings];
  throw error;
}

const folded = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

it('nothing of a child is read, shown or kept, and what is left out is said', async () => {
  await fc.assert(
    fc.asyncProperty(table, fc.constantFrom(...CONTAINERS), async (one, write) => {
      const file = await write(one);
      const all = folded(await allOf(file));
      for (const { first, last, day, month, year } of one.children) {
        for (const name of [first, last])
          expect(all.includes(` ${folded(name)}`) || all.includes(`"${folded(name)}`), name).toBe(false);
        if (one.header.some((header) => /naissance|Né|DDN/.test(header)))
          expect(all).not.toContain(`${two(day)}/${two(month)}/${year}`);
      }
      expect(all).toContain('personal-co');
    }),
    { numRuns: process.env.SOAK ? 300 : 40, seed: 29 }
  );
}, 600_000);
