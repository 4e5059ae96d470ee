// Default story made from the territory's figures: one step for each topic with data.
import { isUnknown, knownSum } from '$lib/model/known-sum';
import { sumWords } from '$lib/i18n/known-sums';
import { changesBetween } from '$lib/cube/changes';
import { CoverageCube } from '$lib/cube/coverage';
import { sentenceFacts } from '$lib/cube/figures';
import { NO_FILTER, themeRows, totalOf } from '$lib/cube/programme-figures';
import { DEFAULT_WEIGHTS, waitingSchools } from '$lib/cube/waiting';
import type { Dashboard } from '$lib/cube/dashboard';
import type { Programme } from '$lib/cube/programme';
import { capitalised, duration, euros, integer, numberWord } from '$lib/i18n/numbers';
import { m } from '$lib/i18n/paraglide/messages.js';
import { richParts } from '$lib/i18n/rich';
import { inCommune, theSchool } from '$lib/i18n/terms';
import type { Filter } from '$lib/cube/filter';
import { FEWEST_STEPS, type Story, type StoryStep } from '$lib/pages/story';
import type { AssignmentFile } from '$lib/model/assignment/assignment-file.ts';
import { changeText } from '$lib/features/changes/change-text';
import { DemandState } from '$lib/features/demand/demand-state.svelte';
import { postsOf } from '$lib/features/demand/load-demand';
import { foreseenSentences } from '$lib/features/demand/sentence';
import { timeWaited } from '$lib/features/waiting/criteria';

interface StoryFacts {
  dashboard: Dashboard;
  programme: Programme | null;
  /** Posts and their schools, where they are published. */
  assignment: AssignmentFile | null;
}

const words = (count: number) => capitalised(numberWord(count, 'feminine'));
const plain = (message: string) =>
  richParts(message)
    .map(({ text }) => text)
    .join('');

function coverageStep(cube: CoverageCube, filter: Filter): StoryStep {
  const { followed, schools, children } = sentenceFacts(cube, filter);
  const childrenText =
    children.value === null
      ? children.status === 'suppressed'
        ? m.council_story_coverage_protected()
        : ''
      : m.council_story_coverage_children({ children: integer(children.value) });
  const text = m.council_story_coverage_text({
    count: followed,
    followed: integer(followed),
    schools: integer(schools),
    year: filter.year
  });
  return { address: '/', title: m.council_story_coverage(), text: [text, childrenText].join(' ').trim() };
}

function changeStep(cube: CoverageCube): StoryStep[] {
  const { years } = cube.dashboard;
  const [from, to] = [years[0], years.at(-1)];
  if (!from || !to || from === to) return [];
  const changes = changesBetween(cube, from, to);
  const text = changeText(changes, (code) => cube.nameOf(code))
    .slice(0, 3)
    .map(plain)
    .join('\n');
  const address = years.length === 2 ? '/evolution' : `/evolution?de=${from}`;
  return [{ address, title: m.council_story_change({ from }), text }];
}

function waitingStep(cube: CoverageCube, filter: Filter): StoryStep[] {
  const list = waitingSchools(cube, filter, DEFAULT_WEIGHTS);
  const [first] = list;
  if (!first) return [];
  const count = list.length;
  const pupils = knownSum(list.map(({ school }) => school.pupils));
  const waits = list.flatMap(({ months }) => months ?? []);
  const counted = { count, pupils: sumWords(pupils, integer) };
  const text = [
    ...(isUnknown(pupils)
      ? []
      : [
          waits.length === 0
            ? m.council_story_waiting_undated(counted)
            : m.council_story_waiting_text({ ...counted, months: timeWaited(Math.max(...waits)) })
        ]),
    m.council_story_waiting_first({
      school: theSchool(first.school.name),
      place: inCommune(first.commune)
    })
  ].join('\n');
  return [{ address: '/ecoles', title: m.council_story_waiting({ count, Words: words(count) }), text }];
}

function sectorStep({ dashboard, assignment }: StoryFacts): StoryStep[] {
  if (!assignment) return [];
  const { referents, coordinators } = dashboard.posts;
  const text = m.council_story_sectors_text({
    posts: capitalised(numberWord(referents)),
    coordinators: numberWord(coordinators)
  });
  return [{ address: '/secteurs', title: m.council_story_sectors(), text }];
}

function travelStep({ dashboard }: StoryFacts): StoryStep[] {
  const { access, schools } = dashboard;
  const near = schools.flatMap(({ uai, name }) => {
    const found = access?.nearest[uai];
    return found ? [{ name, minutes: found.seconds / 60 }] : [];
  });
  if (!access || near.length === 0) return [];
  const farthest = near.reduce((most, one) => (one.minutes > most.minutes ? one : most));
  const text = [
    m.council_story_travel_text({
      mean: duration(near.reduce((sum, { minutes }) => sum + minutes, 0) / near.length),
      most: duration(farthest.minutes),
      school: theSchool(farthest.name)
    }),
    ...(access.schematic ? [m.council_story_travel_schematic()] : [])
  ].join('\n');
  return [{ address: '/deplacements', title: m.council_story_travel(), text }];
}

/** What the coming years ask for, each figure with its range; none where nothing is foreseen. */
function demandStep(cube: CoverageCube, { dashboard, assignment }: StoryFacts): StoryStep[] {
  const sentences = foreseenSentences(new DemandState(cube, postsOf(assignment, dashboard)));
  if (sentences.length === 0) return [];
  return [{ address: '/avenir', title: m.council_story_demand(), text: sentences.map(plain).join('\n') }];
}

function programmeStep(cube: CoverageCube, programme: Programme | null): StoryStep[] {
  if (!programme || programme.actions.length === 0) return [];
  const { actions, teams, partners } = programme;
  const served = cube.dashboard.communes.filter(({ intervention }) => intervention);
  const short = themeRows(
    programme,
    served.map(({ code }) => code),
    NO_FILTER
  ).filter(({ missing }) => missing.length > 0);
  const names = short.map(({ commune }) => cube.nameOf(commune)).join(', ');
  const text = [
    m.council_story_programme_text({
      sheets: integer(actions.length),
      euros: sumWords(totalOf(actions), euros),
      teams: integer(teams.length),
      partners: integer(partners.reduce((sum, { count }) => sum + count, 0))
    }),
    ...(short.length > 0
      ? [
          m.council_story_programme_gaps({
            count: short.length,
            words: numberWord(short.length, 'feminine'),
            names
          })
        ]
      : [])
  ].join('\n');
  return [{ address: '/programme', title: m.council_story_programme(), text }];
}

/** Views available in any territory: they fill the story where few data are published. */
function plainSteps({ dashboard }: StoryFacts): StoryStep[] {
  const count = dashboard.qpvs.length;
  return [
    ...(count > 0
      ? [
          {
            address: '/?vue=quartiers',
            title: m.council_story_quarters(),
            text: m.council_story_quarters_text({ count })
          }
        ]
      : []),
    { address: '/?vue=ecoles', title: m.council_story_schools(), text: m.council_story_schools_text() }
  ];
}

export function defaultStory(facts: StoryFacts): Story {
  const { dashboard, programme } = facts;
  const cube = new CoverageCube(dashboard);
  const year = dashboard.years.at(-1)!;
  const filter: Filter = { year, level: 'ALL', theme: 'ALL', place: null };
  const steps = [
    coverageStep(cube, filter),
    ...changeStep(cube),
    ...waitingStep(cube, filter),
    ...sectorStep(facts),
    ...travelStep(facts),
    ...demandStep(cube, facts),
    ...programmeStep(cube, programme)
  ];
  const more = plainSteps(facts).slice(0, Math.max(0, FEWEST_STEPS - steps.length));
  return {
    title: m.council_story_title_plain({ territory: dashboard.territory.name }),
    steps: [...steps, ...more]
  };
}
