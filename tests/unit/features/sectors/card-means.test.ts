// Each card of Répartition says the posts, the cost and the openings that go with it: those that Moyens says once it is taken, and why they changed.
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { parseDashboard } from '../../../../src/lib/cube/read-dashboard.ts';
import { OpeningsState } from '../../../../src/lib/figures/openings-state.svelte.ts';
import {
  openingsSentence,
  splitChangesWords,
  withPlanWords
} from '../../../../src/lib/figures/openings-words.ts';
import { SectorsState } from '../../../../src/lib/features/sectors/state/sectors-state.svelte.ts';
import { CARD_AIMS } from '../../../../src/lib/engines/cards/index.ts';
import { parseAssignmentFile } from '../../../../src/lib/model/assignment/assignment-file.ts';
import { Decision } from '../../../../src/lib/session/decision/decision.svelte.ts';
import { SiteData } from '../../../../src/lib/session/site-data.svelte.ts';

const plain = (text: string) => text.replace(/<\/?[a-z]+>/g, '').replace(/[\u00a0\u202f]/g, ' ');
const dashboard = parseDashboard(readFileSync('static/tables/dashboard.json', 'utf8'));
const file = parseAssignmentFile(readFileSync('static/graph/split.json', 'utf8'));
const decided = new Decision({ dashboard });
const openings = new OpeningsState(new SiteData(dashboard), decided, () => null);
openings.file = file;
const sectors = new SectorsState(file, dashboard, () => '', decided);

it('a card says what Moyens says once it is taken', () => {
  expect(openings.withToday).toBeNull();
  const today = openings.chosen!;
  const told = CARD_AIMS.map((aim) => {
    decided.revert();
    const before = openings.underPlan(sectors.cards.of(aim)!.plan, sectors.settings.together)!;
    sectors.cards.take(aim);
    const { chosen, withToday, view } = openings;
    expect(chosen!.lines, aim).toEqual(before.lines);
    expect([chosen!.asked, chosen!.cost]).toEqual([before.asked, before.cost]);
    expect(withToday!.lines).toEqual(today.lines);
    const words = plain(withPlanWords(before, view.cost));
    const ids = new Set(view.queue.map(({ school }) => school.uai));
    const said = plain(openingsSentence(chosen!, { ids, where: null }, chosen!.asked, view.cost));
    // The posts, their cost and the last opening of the card are in the sentence of Moyens.
    for (const part of [/(?<=: )[^,;]*poste/, /[\d ]+ €/, /\d{4}-\d{4}/])
      expect(said).toContain(part.exec(words)![0].trim());
    return { words, why: splitChangesWords(withToday!, chosen!, view.cost) };
  });
  decided.revert();
  expect(plain(withPlanWords(today, openings.view.cost))).toMatch(
    /^Écoles en attente : 1 poste, 52 000 € par an \(hypothèse\), \d{4}-\d{4} ; onze ouvertures sur onze, dont \S+ sans nouveau poste\.$/
  );
  // One asks more than today's, and it is said why.
  const whys = told.flatMap(({ why }) => (why === null ? [] : [plain(why)]));
  expect(whys.length).toBeGreaterThan(0);
  for (const why of whys)
    expect(why).toMatch(/ce serait 1 poste, 52 000 € par an .*place libre : avec la répartition en cours/);
});
