// The communes' local correspondents: filled or vacant, by which function. What each does for the programme: held, to be named or unknown. Names of persons are not read.
import {
  CORRESPONDENT_ROLES,
  type Correspondent,
  type CorrespondentRole,
  type CorrespondentRoles
} from '../../../model/service.ts';
import { foldPlace } from '../../../model/names.ts';
import type { Importer } from '../importer.ts';
import type { Cell, Reason, Remark } from '../rows.ts';
import { looksLikePerson } from './function-words.ts';
import { readYes } from './service-words.ts';
import { readCommune } from './values.ts';

export type LocalContact = Omit<Correspondent, 'quality'> & { line: number };

type Key = 'commune' | 'filled' | 'function' | 'roles' | CorrespondentRole;

const ROLE_WORDS: Record<CorrespondentRole, RegExp> = {
  presence: /\bpresen|\beps\b/,
  projets: /\bprojet/,
  situations: /\bsituation/,
  administratif: /\badministrati/,
  logistique: /\blogisti/
};

/** « tenu », or « à nommer »; null when it is neither. */
export function readHeld(text: string): 'tenu' | 'a-nommer' | null {
  const told = foldPlace(text);
  if (/^(?:a |non |pas )|^(?:vacant|libre)/.test(told)) return 'a-nommer';
  return /^(?:tenu|held|nomme|assure|pourvu)/.test(told) || readYes(text) === true
    ? 'tenu'
    : readYes(text) === false
      ? 'a-nommer'
      : null;
}

export const CORRESPONDENT_FORMAT: Importer<Key, LocalContact> = {
  columns: {
    commune: ['commune', 'ville', 'code_insee'],
    filled: ['pourvu', 'filled', 'poste_pourvu'],
    function: ['fonction', 'function', 'fonction_du_correspondant'],
    roles: ['roles', 'roles_tenus'],
    presence: ['presence', 'presence_eps', 'presence_en_eps'],
    projets: ['projets', 'suivi_des_projets', 'suivi_projets'],
    situations: ['situations', 'connaissance_des_situations'],
    administratif: ['administratif', 'relais_administratif'],
    logistique: ['logistique', 'lien_logistique']
  },
  required: ['commune', 'filled'],
  unique: { code: 'duplicate-row', column: 'commune', of: ({ commune }) => commune },
  rows(cell, line, remark) {
    const commune = readCommune(cell('commune'));
    if (commune === null) {
      const found = cell('commune');
      return { dropped: { code: 'bad-insee', column: 'commune', found } };
    }
    const filled = readYes(cell('filled'));
    if (filled === null) {
      return { dropped: { code: 'bad-word', column: 'filled', found: cell('filled'), expected: 'oui, non' } };
    }
    // A name where a function or a role is expected: the row is left out, and the cell never quoted.
    const named = (['function', 'roles', ...CORRESPONDENT_ROLES] as const).find((key) =>
      looksLikePerson(cell(key))
    );
    if (named) return { dropped: { code: 'person-name', column: named } };
    const roles = rolesOf(cell, remark);
    const told = { ...(cell('function') !== '' && { function: cell('function') }) };
    return { row: { line, commune, filled, ...told, ...(Object.keys(roles).length > 0 && { roles }) } };
  }
};

/** The roles that a row tells: each by its own column, or held when the list of roles names it. What cannot be read is told and stays unknown. */
function rolesOf(cell: Cell<Key>, remark: Remark<Key>): CorrespondentRoles {
  const roles: CorrespondentRoles = {};
  const parts = cell('roles')
    .split(/[;,/+\n]/)
    .filter((part) => part.trim() !== '');
  for (const part of parts) {
    const role = CORRESPONDENT_ROLES.find((one) => ROLE_WORDS[one].test(foldPlace(part)));
    if (role) roles[role] = 'held';
    else remark('doubtful', unread('bad-role', 'roles', part.trim()));
  }
  for (const role of CORRESPONDENT_ROLES) {
    const text = cell(role);
    if (text === '') continue;
    const held = readHeld(text);
    if (held === null) remark('doubtful', unread('bad-role-state', role, text));
    else roles[role] = held === 'tenu' ? 'held' : 'vacant';
  }
  return roles;
}

const unread = (code: string, column: Key, found: string): Reason<Key> => ({ code, column, found });
