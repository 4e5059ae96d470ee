// What is said of a road to homes that nobody knows: about how long, how sure for a team, and when a day does not hold its visits.
import { describe, expect, it } from 'vitest';
import { daySentence, homesNote, teamSentence } from '../../../../src/lib/features/travel/homes-words.ts';
import { aboutPost } from '../../../../src/lib/figures/road-words.ts';
import { DEFAULT_SETTINGS } from '../../../../src/lib/model/travel/travel-settings.ts';

/** Ten children a school, each seen as often as the settings say. */
const team = (homeMetres: number) =>
  ['A', 'B', 'C', 'D'].map((id) => ({
    ...{ id, base: '10001' },
    schools: [1, 2, 3].map((at) => ({
      ...{ uai: `${id}${at}`, pupils: 200, meetings: 1, children: 10 },
      homeMetres
    }))
  }));
const plain = (text: string) => text.replace(/\s/g, ' ');

describe('the road of a team', () => {
  it('is told in whole hours, with what the way among homes leaves open, and never as a bound', () => {
    const said = plain(teamSentence(1222, team(1500), { ...DEFAULT_SETTINGS, visitsPerMonth: 2 }));
    expect(said).toBe(
      'L’équipe passe environ <b>20 h par semaine</b> en trajets en voiture, à 1 h 30 près selon l’endroit où habitent les familles.'
    );
    expect(said).not.toMatch(/au plus|prouvé|toujours/);
  });

  it('has no range where families are taken to live at the school', () => {
    const settings = { ...DEFAULT_SETTINGS, homeMetres: 0 };
    expect(plain(teamSentence(1222, team(600), settings))).toBe(
      'L’équipe passe environ <b>20 h par semaine</b> en trajets en voiture.'
    );
  });

  it('is told to ten minutes for a post', () => {
    expect(plain(aboutPost(217))).toBe('3 h 40');
  });

  it('says where a day does not hold the visits of an outing, and nothing where it does', () => {
    const words = (visitsPerMonth: number | null) =>
      plain(daySentence(1200, team(600), { ...DEFAULT_SETTINGS, visitsPerMonth }));
    expect(words(null)).toBe('');
    expect(words(4)).toBe('8 visites par sortie : la journée n’y suffit pas.');
  });

  it('says that no address is known, and the distance that was chosen', () => {
    expect(plain(homesNote({ homeMetres: null }))).toMatch(
      /^Les visites se font chez les familles\. Aucune adresse n’est connue : chaque visite compte/
    );
    expect(plain(homesNote({ homeMetres: 600 }))).toContain('(familles à moins de 600 m)');
  });

  it('says the share of visits that are away from home, and that it is unknown where none is published', () => {
    const [post] = team(600);
    const shared = { ...post!, schools: post!.schools.map((school) => ({ ...school, neutralShare: 0.18 })) };
    expect(plain(homesNote({ homeMetres: null }, [shared]))).toContain(
      '18 % des visites ont lieu hors du domicile'
    );
    expect(plain(homesNote({ homeMetres: null }, team(600)))).toContain(
      'Leur lieu n’est pas connu : toutes sont comptées à domicile.'
    );
  });
});
