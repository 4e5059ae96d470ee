// The address of the page of actions: its rows, its weeks, whose sessions, the session that is open, the sheet of paper that is shown.
import { addressCodec, param } from '$lib/session/kit/address-codec.ts';
import { among, words } from '$lib/session/kit/address-kinds.ts';
import { matching } from '$lib/session/kit/address-settings.ts';
import type { RowKind } from './grid/grid-rows.ts';
import type { TodoOrder } from './todo/todo-groups.ts';

/** A sheet of paper: what a commune prepares, the week of a person, a month. */
export type SheetKind = 'commune' | 'person' | 'month';

export interface ActionsAddress {
  by: RowKind;
  /** A day of the first week shown, ISO date; null: the week of today. */
  week: string | null;
  /** A person; null: the whole team. */
  who: string | null;
  order: TodoOrder;
  /** The session that is open. */
  session: string | null;
  paper: SheetKind | null;
  /** Of `paper`: the commune, the person or the month; null: the first. */
  of: string | null;
}

interface KnownActions {
  people: readonly string[];
  sessions: readonly string[];
}

const ANY = /^.{1,120}$/;

export const actionsAddress = addressCodec<ActionsAddress, KnownActions>(
  {
    by: param('par', words<RowKind>({ commune: 'commune', theme: 'theme' }), 'commune'),
    week: param('semaine', matching(/^\d{4}-\d{2}-\d{2}$/), null),
    who: param('qui', among('people'), null),
    order: param(
      'afaire',
      words<TodoOrder>({ due: 'echeance', person: 'personne', commune: 'commune' }),
      'due'
    ),
    session: param('fiche', among('sessions'), null),
    paper: param('papier', words<SheetKind>({ commune: 'commune', person: 'referent', month: 'mois' }), null),
    of: param('de', matching(ANY), null)
  },
  (address) => (address.paper === null ? { ...address, of: null } : address)
);
