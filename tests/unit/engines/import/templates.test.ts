// The templates that a service starts from are what the importers expect: recognised, and taken without a remark.
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { FORMATS } from '../../../../src/lib/engines/import/format-list.ts';
import { importFile } from '../../../../src/lib/engines/import/import-file.ts';

const FOLDER = 'docs/modeles';
const FORMAT_OF: Record<string, string> = {
  'actions.csv': 'actions',
  'correspondants.csv': 'correspondents',
  'disponibilites.csv': 'availabilities',
  'ecoles-suivies.csv': 'followed-schools',
  'equipes.csv': 'teams',
  'membres-equipes.csv': 'team-members',
  'parcours.csv': 'cases',
  'partenaires.csv': 'partners',
  'postes.csv': 'staff',
  'reperes.csv': 'milestones',
  'salles.csv': 'rooms',
  'seances.csv': 'sessions',
  'secteurs.csv': 'school-groups',
  'visites.csv': 'visits'
};

describe('templates of the service’s lists', () => {
  it('are there, one for each of its formats', () => {
    expect(readdirSync(FOLDER).sort()).toEqual(Object.keys(FORMAT_OF).sort());
    const own = FORMATS.filter(({ origin }) => origin !== 'official').map(({ id }) => id);
    expect(Object.values(FORMAT_OF).sort()).toEqual(own.sort());
  });

  it.each(Object.entries(FORMAT_OF))('%s is taken without a remark', async (name, format) => {
    const bytes = new Uint8Array(readFileSync(`${FOLDER}/${name}`));
    const imported = await importFile({ name: 'liste', bytes });
    expect(imported).toMatchObject({ format, findings: [] });
    expect(imported.counts.kept).toBe(imported.counts.read);
  });
});
