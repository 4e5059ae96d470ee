// A plan as a note: assignment, workload and changes, from formatted rows.
import { m } from '../i18n/paraglide/messages.js';
import { localeTag } from '../i18n/locale.ts';
import type { Note } from './note.ts';

interface PlanNoteRows {
  /** « Plan de septembre ». */
  name: string;
  /** « Réussite éducative · Valenciennes Métropole ». */
  service: string;
  /** Summary sentence of the page. */
  sentence: string;
  loads: readonly {
    post: string;
    base: string;
    schools: string;
    children: string;
    road: string;
    gap: string;
  }[];
  schools: readonly { school: string; commune: string; post: string; minutes: string }[];
  /** Empty for today's plan. */
  moves: readonly { school: string; from: string; to: string }[];
  /** Settings and rules, sources, synthetic data: one paragraph each. */
  sources: readonly string[];
  /** Fingerprint of data and plan, date. */
  foot: string;
}

/** Turns a plan's formatted rows into a note for `writeNote`. */
export function planNote({
  name,
  service,
  sentence,
  loads,
  schools,
  moves,
  sources,
  foot
}: PlanNoteRows): Note {
  const right = { align: 'right' } as const;
  return {
    title: name,
    subtitle: `${service}. ${m.note_draft()}`,
    lead: sentence,
    sections: [
      {
        heading: m.note_plan_loads(),
        table: {
          columns: [
            { label: m.note_plan_post(), width: 2 },
            { label: m.note_plan_base(), width: 3 },
            { label: m.note_plan_schools(), ...right },
            { label: m.note_plan_children(), width: 1.5, ...right },
            { label: m.note_plan_road(), width: 1.5, ...right },
            { label: m.note_plan_gap(), width: 1.5, ...right }
          ],
          rows: loads.map((one) => [one.post, one.base, one.schools, one.children, one.road, one.gap])
        }
      },
      ...(moves.length > 0
        ? [
            {
              heading: m.note_plan_moves(),
              table: {
                columns: [
                  { label: m.portrait_col_school(), width: 3 },
                  { label: m.note_plan_from(), width: 2 },
                  { label: m.note_plan_to(), width: 2 }
                ],
                rows: moves.map((one) => [one.school, one.from, one.to])
              }
            }
          ]
        : []),
      {
        heading: m.note_plan_title(),
        table: {
          columns: [
            { label: m.portrait_col_school(), width: 4 },
            { label: m.portrait_kind_town(), width: 3 },
            { label: m.note_plan_post(), width: 2 },
            { label: m.portrait_col_drive(), ...right }
          ],
          rows: schools.map((one) => [one.school, one.commune, one.post, one.minutes])
        }
      }
    ],
    sources,
    foot,
    language: localeTag() === 'fr-FR' ? 'fr-FR' : 'en-GB'
  };
}
