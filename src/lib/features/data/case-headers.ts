// Headers of a case file in French, as the template writes them and the page explains them; the reader of files knows each.
import type { Case } from '$lib/model/pathway';

export const CASE_HEADERS: Readonly<Record<keyof Case, string>> = {
  case_id: 'Numéro de dossier',
  school_year: 'Année scolaire',
  uai: 'UAI',
  qpv: 'Quartier prioritaire',
  commune: 'Commune de résidence',
  level: 'Niveau',
  theme: 'Thématique',
  family_id: 'Numéro de famille',
  visits: 'Nombre de visites'
};
