// One sign is enough for a column of persons to be left out, and for a list to be of children.
import { describe, expect, it } from 'vitest';
import { openFile } from '../../../../../src/lib/engines/import/index.ts';
import { textFile } from '../../../../fixtures/import/files.ts';

const [ONE, TWO] = ['0590271Z', '0590272A'] as const;
const open = (...lines: string[]) => openFile(textFile('liste.csv', `${lines.join('\n')}\n`));
const left = async (...lines: string[]) =>
  ((await open(...lines)).personal ?? []).map(({ at, kind }) => `${at} ${kind}`);

describe('a column of persons is left out', () => {
  it('for mobile numbers that a spreadsheet cut short', async () => {
    expect(await left('Info;Total', '612345678;4', '798765432;5')).toEqual(['0 contact']);
  });

  it('for the telephone of a mother in a list of one row a school', async () => {
    expect(await left('uai;statut;tel_mere', `${ONE};suivie;03 27 00 00 00`)).toEqual(['2 contact']);
  });

  it('for a surname of the list in a short note', async () => {
    const rows = ['TREMBLOT;Léa;vu', 'OUEDRAOGUE;Yanis;avec tremblot', 'KRZYZAK;Minh;vu'];
    expect(await left('Nom;Prénom;Suite', ...rows)).toEqual(['0 name', '1 name', '2 text']);
  });

  it('for surnames under a header that says nothing, one of five being frequent', async () => {
    const rows = ['TREMBLOT', 'OUEDRAOGUE', 'KRZYZAK', 'VANDERBROUCQ'].map((name, at) => `${at};${name}`);
    expect(await left('Total;Concerne', ...rows, '4;DUPONT')).toEqual(['1 name']);
    expect(await left('Total;Concerne', ...rows, '4;ZWOLINSKY')).toEqual([]);
  });

  it.each([
    ['a birth', 'Né le', ['12/03/2015', '01/09/2014'], 'birth'],
    ['a parent', 'Mère', ['Mme A', 'Mme B'], 'relative']
  ])('for surnames beside %s, without any first name', async (_, header, [one, two], kind) => {
    expect(await left(`Nom;${header}`, `TREMBLOT;${one}`, `KRZYZAK;${two}`)).toEqual(['0 name', `1 ${kind}`]);
  });

  it('for surnames that no list knows, where a school has several rows', async () => {
    const names = ['TREMBLOT', 'OUEDRAOGUE', 'KRZYZAK', 'VANDERBROUCQ', 'ZWOLINSKY', 'HAUTECOEURT'];
    const rows = names.map((name, at) => `${at % 2 === 0 ? ONE : TWO};${name}`);
    expect(await left('UAI;Concerne', ...rows)).toEqual(['1 name']);
  });

  it.each([
    'appel long avec Yanis hier soir, sans suite',
    'appel avec Yanis et sa famille',
    'Sa mère a appelé l’école, Yanis absent'
  ])('for a child named in one note of eight: « %s »', async (named) => {
    const notes = Array.from({ length: 8 }, (_, at) =>
      at === 3 ? named : `point ${at} sur le projet de lecture`
    );
    expect(await left('Total;Suite', ...notes.map((note, at) => `${at};${note}`))).toEqual(['1 text']);
  });

  it('for a header that is a name, which is not shown', async () => {
    const { header, personal } = await open('uai;Yanis BENALI', `${ONE};4`);
    expect(header).not.toContain('Yanis BENALI');
    expect(personal).toMatchObject([{ at: 1, header: '', kind: 'name' }]);
  });

  it('and no cell that names one of them is quoted', async () => {
    const { hides } = await open('Nom;Prénom;Commune', 'TREMBLOT;Léa;Anzin', 'KRZYZAK;Minh;Anzin');
    expect(['Sophie Martin', 'Tremblot', 'Anzin'].map((text) => hides?.(text))).toEqual([true, true, false]);
  });
});

describe('a post that is named by a first name', () => {
  it('has a code', async () => {
    const { records } = await open(
      'Agent;Role;ETP;Commune',
      'Sophie;référent;1;59014',
      'R2;référent;1;59014'
    );
    expect(records.map(({ cells }) => cells[0])).toEqual([expect.stringMatching(/^P-[A-Z]{5}$/), 'R2']);
  });
});

describe('a list is of children', () => {
  it('for births alone, or for names by school', async () => {
    expect((await open('uai;Date de naissance', `${ONE};12/03/2015`)).ofChildren).toBe(true);
    const names = ['Léa DURAND', 'Yanis BENALI', 'Minh NGUYEN', 'Emma PETIT'];
    const rows = names.map((name, at) => `${at % 2 ? ONE : TWO};${name}`);
    expect((await open('uai;Participant', ...rows)).ofChildren).toBe(true);
  });
});
