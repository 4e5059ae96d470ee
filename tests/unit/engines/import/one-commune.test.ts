// The lists of a service of one commune, as services keep them: without a column for what every row would repeat.
import { describe, expect, it } from 'vitest';
import {
  importExpected,
  matchesIn,
  openFile,
  proposeMatches,
  recognise
} from '../../../../src/lib/engines/import/index.ts';
import type { FormatId } from '../../../../src/lib/model/source-files.ts';

const MAUBEUGE = '59392';
const LISTS: readonly [FormatId, string][] = [
  [
    'followed-schools',
    'Établissement scolaire;Suivi PRE ?;Depuis\nÉcole Jean Macé;oui;2023\nÉcole du Parc;en attente;'
  ],
  ['staff', 'N°;Fonction;ETP;Lieu de travail\nR1;référent;1;Maison de quartier\nR2;référent;0,5;'],
  ['teams', 'N°;Nom;Quartier;Nombre de réunions;Membres\n1;Centre;;9;8\n2;Sous-le-Bois;;6;7'],
  ['partners', 'Catégorie;Nombre\nécole;12\nassociation;5'],
  ['actions', 'N° fiche;Intitulé;Coût total\nA1;Café des parents;1 200\nA2;Ateliers du soir;800']
];
const source = (text: string) => ({ name: 'liste.csv', bytes: new TextEncoder().encode(text) });

describe('a list without commune nor level', () => {
  it.each(LISTS)(
    'of %s is whole in a territory of one commune: nothing is asked, no row is lost',
    async (id, text) => {
      const matches = matchesIn([MAUBEUGE]);
      const known = await recognise(source(text), matches);
      expect(known).toMatchObject({ format: id });
      const table = await openFile(source(text), matches);
      const { missing, columns } = proposeMatches(table, id, matches);
      expect([missing, columns.map(({ header }) => header)]).toEqual([[], []]);
      const { rows, findings } = importExpected(table, id, { matches });
      expect(rows).toHaveLength(2);
      expect(findings.filter(({ severity }) => severity !== 'note')).toEqual([]);
      expect(JSON.stringify(rows).match(new RegExp(MAUBEUGE, 'g'))?.length).toBeGreaterThanOrEqual(2);
    }
  );

  it('of action sheets reaches the commune, and a cell left empty is that commune too', async () => {
    const text = 'Fiche;Titre;Niveau;Communes;Coût\nA1;Café des parents;communal;;1200\nA2;Stage;;59392;800';
    const { rows, findings } = importExpected(await openFile(source(text)), 'actions', {
      matches: matchesIn([MAUBEUGE])
    });
    expect(rows.map(({ communes, level }) => [communes, level])).toEqual([
      [[MAUBEUGE], 'communal'],
      [[MAUBEUGE], 'communal']
    ]);
    expect(findings).toEqual([]);
  });

  it('is asked for them where there are several communes, or none is known', async () => {
    for (const communes of [['59392', '59365'], [], null, undefined])
      for (const [id, text] of LISTS) {
        const matches = matchesIn(communes);
        expect(matches).toEqual({});
        const { missing } = proposeMatches(await openFile(source(text)), id, matches);
        expect(missing.length, id).toBeGreaterThan(0);
      }
  });
});
