// A dropped file that is named after a child.
import { expect, it } from 'vitest';
import { file, openFolder, seen } from '../../../fixtures/territory/steps.ts';

it('tells a file named after a child by a number, on its line, in its findings, in the configuration and its step', async () => {
  const { project, built } = await openFolder({
    inspect: async ({ name }) =>
      seen('followed-schools', {
        personal: name.startsWith('liste')
          ? [{ at: 0, header: 'Nom', kind: 'name', why: 'header', treatment: 'out' }]
          : []
      })
  });
  await project.add([file('Dupont Lucas.csv')]);
  expect([project.lastStep, built.at(-1)?.config['followed']]).toEqual(['fichier 1.csv', ['fichier 1.csv']]);
  await project.add([file('liste Emma MARTIN.csv'), file('suivi Camille.csv'), file('Jean Jaurès.csv')]);
  const names = ['fichier 1.csv', 'fichier 2.csv', 'suivi Camille.csv', 'Jean Jaurès.csv'];
  expect(project.files.map(({ name }) => name)).toEqual(names);
  // Dropped again, it takes its own place.
  await project.add([file('Dupont Lucas.csv')]);
  expect(project.files.map(({ name }) => name).sort()).toEqual([...names].sort());
  await project.add([file('Dupont Emma.xlsx#Léa'), file('Dupont Emma.xlsx#Visites')]);
  expect(project.files.slice(-2).map(({ name }) => name)).toEqual([
    'fichier 3.xlsx#Léa',
    'fichier 3.xlsx#Visites'
  ]);
  expect(JSON.stringify([project.config, [...project.inspections], built.map(({ config }) => config)])).not.toMatch(/Dupont|MARTIN/); // prettier-ignore
});

it('tells a list of children by a number unless its name is that of a list, and forgets what was put right in it with it', async () => {
  const { project } = await openFolder({
    inspect: async ({ name }) =>
      seen(
        name.startsWith('parcours') || name.startsWith('fichier') || name.startsWith('V')
          ? 'cases'
          : 'actions'
      )
  });
  await project.add([
    file('Vandenbroucke.csv'),
    file('parcours 2025-2026.csv'),
    file('lectures au parc.csv')
  ]);
  expect(
    project.files.flatMap(({ name, kind }) => (kind === 'cases' || kind === 'actions' ? name : []))
  ).toEqual(['fichier 1.csv', 'parcours 2025-2026.csv', 'lectures au parc.csv']);
  const put = { file: 'fichier 1.csv', row: 2, column: 'qpv', value: 'QN05930M' } as never;
  await project.match(['fichier 1.csv'], { corrections: [put], kinds: { 'fichier 1.csv': 'cases' } });
  await project.remove('fichier 1.csv');
  expect(JSON.stringify(project.config)).not.toMatch(/fichier 1|QN05930M/);
});
