// What the meetings to come are for is looked for once in a tab, whichever of Réunions and Semaine asks.
import { afterEach, expect, it, vi } from 'vitest';
import { planAgenda } from '../../../../src/lib/engines/agenda/index.ts';
import { USUAL_AGENDA } from '../../../../src/lib/figures/calendar/agenda-reviews.ts';
import { AgendaState } from '../../../../src/lib/figures/calendar/agenda-state.svelte.ts';
import type { CalendarYear } from '../../../../src/lib/figures/calendar/calendar-year.svelte.ts';
import type { AgendaProblem } from '../../../../src/lib/model/meetings/agenda.ts';
import type { DossiersState } from '../../../../src/lib/session/dossiers/dossiers.svelte.ts';
import { toResult } from '../../../../src/lib/workers/worker-call.ts';
import { stubWorkers } from '../../../fixtures/fake-worker.ts';

const problemOf = (capacity: number): AgendaProblem => ({
  months: 6,
  meetings: [{ team: 'A', number: 1, date: '2026-10-06', capacity }],
  situations: [{ id: 's1', team: 'A', opened: '2026-09-03', seen: null, until: null }],
  horizon: ['2026-09-01', '2027-07-04']
});
const page = () => new AgendaState({} as CalendarYear, {} as DossiersState, () => USUAL_AGENDA);

afterEach(() => vi.unstubAllGlobals());

it('a second page that asks for the same agenda has it without a search; another problem is searched', async () => {
  let searches = 0;
  stubWorkers({
    agenda: (problem: AgendaProblem) => {
      searches++;
      return toResult(() => planAgenda(problem));
    }
  });
  const asked = async (capacity: number) => {
    const state = page();
    state.ask(problemOf(capacity), false);
    await vi.waitFor(() => expect(state.answered).not.toBeNull());
    return state.answered!.agenda;
  };
  const first = await asked(5);
  expect(await asked(5)).toEqual(first);
  expect(searches).toBe(1);
  await asked(6);
  expect(searches).toBe(2);
});
