// The names of the programme's vocabulary: levels of action, funders, categories of partners.
import type { Action, ActionForm, CorrespondentRole, Funder, Payer } from '../model/service.ts';
import { m } from './paraglide/messages.js';

const LEVELS: Record<Action['level'], () => string> = {
  ingenierie: m.programme_level_ingenierie,
  intercommunal: m.programme_level_intercommunal,
  communal: m.programme_level_communal
};

const FORMS: Record<ActionForm, () => string> = {
  individuelle: m.programme_form_individual,
  'petit-groupe': m.programme_form_small_group,
  collective: m.programme_form_collective
};

const ROLES: Record<CorrespondentRole, () => string> = {
  presence: m.programme_role_presence,
  projets: m.programme_role_projects,
  situations: m.programme_role_situations,
  administratif: m.programme_role_administrative,
  logistique: m.programme_role_logistic
};

/** The name alone, and the name in a sentence. */
const FUNDER_NAMES: Record<Funder, [alone: () => string, spoken: () => string]> = {
  etat: [m.programme_funder_etat, m.programme_the_etat],
  epci: [m.programme_funder_epci, m.programme_the_epci],
  communes: [m.programme_funder_communes, m.programme_the_communes],
  'cites-educatives': [m.programme_funder_cites_educatives, m.programme_the_cites_educatives],
  'education-nationale': [m.programme_funder_education_nationale, m.programme_the_education_nationale],
  departement: [m.programme_funder_departement, m.programme_the_departement],
  caf: [m.programme_funder_caf, m.programme_the_caf]
};

const CATEGORIES: Record<string, () => string> = {
  'education-nationale': m.programme_category_education_nationale,
  'services-municipaux': m.programme_category_services_municipaux,
  associations: m.programme_category_associations,
  'centres-sociaux': m.programme_category_centres_sociaux,
  departement: m.programme_category_departement,
  ccas: m.programme_category_ccas,
  parentalite: m.programme_category_parentalite,
  'petite-enfance': m.programme_category_petite_enfance,
  'prevention-specialisee': m.programme_category_prevention_specialisee,
  mediation: m.programme_category_mediation
};

export const actionLevelName = (level: Action['level']): string => LEVELS[level]();
export const roleName = (role: CorrespondentRole): string => ROLES[role]();
export const roleStateName = (state: 'held' | 'vacant'): string =>
  state === 'held' ? m.programme_role_held() : m.programme_role_vacant();
/** A form of action; null: not given. */
export const actionFormName = (form: ActionForm | null): string =>
  form === null ? m.programme_form_unknown() : FORMS[form]();
export const funderName = (funder: Payer): string =>
  funder === 'unknown' ? m.programme_funder_unknown() : FUNDER_NAMES[funder][0]();
export const theFunder = (funder: Funder): string => FUNDER_NAMES[funder][1]();
/** The category itself where a service names one of its own. */
export const categoryName = (category: string): string => CATEGORIES[category]?.() ?? category;
