// The sentence says no more than its filters: its year, its level and its theme are named, and what they do not reach is told.
import { describe, expect, it } from 'vitest';
import { richParts } from '../../../../src/lib/i18n/rich.ts';
import { coverageSentence } from '../../../../src/lib/features/coverage/coverage-sentence.ts';
import { CoverageState } from '../../../../src/lib/features/coverage/coverage-state.svelte.ts';
import { SiteData } from '../../../../src/lib/session/site-data.svelte.ts';
import { watchSchoolsOut } from '../../../../src/lib/session/uncounted.ts';
import { smallDashboard } from '../../../fixtures/dashboard.ts';

const said = (part: Parameters<CoverageState['change']>[0], dashboard = smallDashboard) => {
  const coverage = new CoverageState(new SiteData(dashboard));
  coverage.change(part);
  return richParts(coverageSentence(coverage))
    .map(({ text }) => text)
    .join('')
    .replace(/[\u00a0\u202f]/g, ' ');
};

describe('the sentence of coverage', () => {
  it('says today’s posts of today alone: another year is named, in the past', () => {
    expect(said({})).toContain('Deux référents suivent');
    const former = said({ year: '2024-2025' });
    expect(former).toBe(
      'En 2024-2025 : 30 enfants accompagnés ; 2 écoles suivies sur 5. Deux écoles attendaient l’appui du service.'
    );
  });

  it('says the service, and not « zéro référent », where no list of posts was given', () => {
    const posts = { referents: 0, coordinators: 0 };
    expect(said({}, { ...smallDashboard, posts })).toMatch(/^Le service suit \d+ enfants/);
  });

  it('puts pupils of a collège in none of the schools counted, which are of the first degree', () => {
    const coverage = new CoverageState(new SiteData(smallDashboard));
    const told = (levels: typeof coverage.facts.levels) => {
      const { address, cube, filter } = coverage;
      const sentence = coverageSentence({ address, cube, filter, facts: { ...coverage.facts, levels } });
      return sentence.replace(/<\/?\w+>/g, '').replace(/[\u00a0\u202f]/g, ' ');
    };
    expect(told(['maternelle', 'elementaire', 'college'])).toMatch(
      /^Deux référents suivent \d+ enfants, de la maternelle au collège, et \d écoles du premier degré sur 5\./
    );
    expect(told(['maternelle', 'elementaire'])).toMatch(
      /^Deux référents suivent \d+ enfants dans \d écoles sur 5\./
    );
  });

  it('names a theme and a level, and says that schools are of all themes', () => {
    expect(said({ theme: 'sante' })).toMatch(
      /^En 2025-2026, thème « Santé et bien-être » : .*écoles suivies sur 5, tous thèmes\./
    );
    expect(said({ level: 'maternelle' })).toMatch(/^En 2025-2026, maternelle : /);
  });

  it('says that nobody waits of the rows that are recognised alone, where some are not', () => {
    const schools = smallDashboard.schools.map((school) =>
      school.status === 'waiting' ? { ...school, status: 'outside' as const, requested_since: null } : school
    );
    const nobody = { ...smallDashboard, schools };
    expect(said({}, nobody)).toContain('Aucune école n’est en attente.');
    watchSchoolsOut(() => 3);
    expect(said({}, nobody)).toContain('Aucune école reconnue n’est en attente.');
    watchSchoolsOut(() => 0);
  });

  it('names the place with them', () => {
    const there = said({ place: { kind: 'commune', code: '10001' }, theme: 'sante' });
    expect(there).toMatch(/^En 2025-2026, à Alpha, thème « Santé et bien-être » : /);
  });

  it('counts no school of a neighbourhood whose perimeter is unknown, and says so', () => {
    const [qpv] = smallDashboard.qpvs;
    const qpvs = [{ ...qpv!, geometry_quality: 'none' as const }];
    const there = said({ place: { kind: 'qpv', code: qpv!.code } }, { ...smallDashboard, qpvs });
    expect(there).toContain('les écoles ne sont pas connues, faute de périmètre');
    expect(there).not.toMatch(/aucune école|0 école/);
  });
});
