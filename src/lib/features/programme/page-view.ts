// Programme in frames, pictures and stories.
import { NO_FILTER, themeRows, totalOf } from '$lib/cube/programme-figures.ts';
import type { PageView } from '$lib/features/share/page-view-type.ts';
import { sumWords } from '$lib/i18n/known-sums.ts';
import { euros, integer } from '$lib/i18n/numbers.ts';
import { m } from '$lib/i18n/paraglide/messages.js';
import { themeGapWords } from './programme-figure-words.ts';
import { programmeSnapshotFromUrl } from './snapshot.ts';

const view: PageView = {
  snapshot: ({ programme, dashboard }, params) => programmeSnapshotFromUrl(programme, dashboard, params),
  steps({ cube, programme }) {
    if (!programme || programme.actions.length === 0) return [];
    const { actions, teams, partners } = programme;
    const served = cube.dashboard.communes.filter(({ intervention }) => intervention);
    const short = themeRows(
      programme,
      served.map(({ code }) => code),
      NO_FILTER
    ).filter(({ missing }) => missing.length > 0);
    const figures = m.council_story_programme_text({
      sheets: integer(actions.length),
      euros: sumWords(totalOf(actions), euros),
      count: actions.length
    });
    const around = [
      ...(teams.length > 0 ? [m.programme_row_teams({ count: teams.length })] : []),
      ...(partners.length > 0
        ? [m.programme_row_partners({ count: partners.reduce((sum, { count }) => sum + count, 0) })]
        : [])
    ];
    const gaps = themeGapWords(short);
    const names = short.map(({ commune }) => cube.nameOf(commune)).join(', ');
    const said = `${[figures, ...around].join(', ')}.`;
    const text = gaps === null ? said : `${said}\n${m.programme_gap_named({ gaps, names })}`;
    return [{ address: '/programme', title: m.council_story_programme(), text }];
  }
};
export default view;
