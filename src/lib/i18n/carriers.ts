// Who carries a PRE, in words. Read by the scripts and by the pages.
import type { Carrier } from '../model/place.ts';

interface Names {
  fr: string;
  en: string;
}

const CARRIER_NAMES: Readonly<Record<Carrier, Names>> = {
  ccas: { fr: 'CCAS', en: 'municipal social action centre (CCAS)' },
  cias: { fr: 'CIAS', en: 'intermunicipal social action centre (CIAS)' },
  'school-fund': { fr: 'caisse des écoles', en: 'school fund (caisse des écoles)' },
  commune: { fr: 'commune', en: 'commune' },
  epci: { fr: 'intercommunalité', en: 'group of communes (EPCI)' },
  gip: { fr: 'groupement d’intérêt public', en: 'public interest group (GIP)' },
  school: { fr: 'établissement scolaire', en: 'school' },
  other: { fr: 'association ou autre organisme', en: 'association or other body' }
};

/** « caisse des écoles » */
export const carrierName = (carrier: Carrier, language: keyof Names = 'fr'): string =>
  CARRIER_NAMES[carrier][language];
