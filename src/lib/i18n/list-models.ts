// The models of the service's lists: headers as the importers read them, what each needs, and the words that a cell may hold. In French, as
// the lists themselves are.
import { TRANSPORTS } from '../model/actions/action-sheets.ts';
import type { FormatId } from '../model/source-files.ts';

export interface ModelColumn {
  header: string;
  /** Without it the list is of no use. */
  needed?: true;
  /** Words offered in the cell; any other is refused by the workbook. */
  values?: readonly string[];
}

export interface ListModel {
  /** Name of the file, without its extension. */
  name: string;
  format: FormatId;
  columns: readonly ModelColumn[];
}

const YES_NO = ['oui', 'non'];
const HELD = ['tenu', 'à nommer'];
const HALF_DAYS = ['matin', 'après-midi', 'journée'];
const WEEKDAYS = ['lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi'];
const ORIGINS_OF_CHILDREN = ['école', 'services sociaux', 'famille', 'santé', 'autre'];
const THEMES = ['parentalité', 'santé', 'expression orale', 'estime de soi', 'culture et sport'];

const needed = (header: string, values?: readonly string[]): ModelColumn => ({
  header,
  needed: true,
  ...(values && { values })
});
const other = (header: string, values?: readonly string[]): ModelColumn => ({
  header,
  ...(values && { values })
});

/** The first one is enough to begin. */
export const LIST_MODELS: readonly ListModel[] = [
  {
    name: 'ecoles-suivies',
    format: 'followed-schools',
    columns: [
      needed('uai'),
      needed('statut', ['suivie', 'en attente', 'liée', 'hors']),
      ...['suivie_depuis', 'demandee_depuis', 'equipe', 'referent'].map((header) => other(header))
    ]
  },
  {
    name: 'postes',
    format: 'staff',
    columns: [
      needed('poste'),
      needed('role', ['responsable', 'coordination', 'référent']),
      needed('etp'),
      other('base'),
      needed('commune_base'),
      ...['longitude', 'latitude', 'coordination'].map((header) => other(header))
    ]
  },
  {
    name: 'equipes',
    format: 'teams',
    columns: [
      needed('equipe'),
      other('nom'),
      other('qpv'),
      needed('commune'),
      other('coordination'),
      needed('reunions'),
      needed('professionnels')
    ]
  },
  {
    name: 'actions',
    format: 'actions',
    columns: [
      needed('fiche'),
      needed('titre'),
      needed('niveau', ['ingénierie', 'intercommunal', 'communal']),
      other('theme', THEMES),
      other('communes'),
      needed('cout'),
      ...['etat', 'epci', 'communes', 'cites-educatives', 'education-nationale', 'departement', 'caf'].map(
        (funder) => other(`financement_${funder}`)
      ),
      other('nature_apport'),
      other('valeur_apport'),
      other('forme', ['individuelle', 'petit groupe', 'collective']),
      other('places'),
      other('periode', ['école', 'vacances', "toute l'année"]),
      ...['cout_seance', 'debut', 'issue_de'].map((header) => other(header))
    ]
  },
  {
    name: 'partenaires',
    format: 'partners',
    columns: ['categorie', 'commune', 'nombre'].map((one) => needed(one))
  },
  {
    name: 'correspondants',
    format: 'correspondents',
    columns: [
      needed('commune'),
      needed('pourvu', YES_NO),
      other('fonction'),
      ...['presence', 'projets', 'situations', 'administratif', 'logistique'].map((role) => other(role, HELD))
    ]
  },
  {
    name: 'membres-equipes',
    format: 'team-members',
    columns: [
      needed('equipe'),
      needed('fonction'),
      other('lieu'),
      other('profession'),
      other('poids', ['1', '2', '3']),
      other('quorum', YES_NO)
    ]
  },
  {
    name: 'disponibilites',
    format: 'availabilities',
    columns: [
      needed('qui'),
      needed('jour', WEEKDAYS),
      other('demi_journee', HALF_DAYS),
      other('du'),
      other('au'),
      other('disponible', ['disponible', 'absent'])
    ]
  },
  {
    name: 'salles',
    format: 'rooms',
    columns: [
      needed('commune'),
      needed('jour', WEEKDAYS),
      other('demi_journee', HALF_DAYS),
      ...['du', 'au', 'salle', 'places', 'debut', 'fin'].map((header) => other(header))
    ]
  },
  {
    name: 'seances',
    format: 'sessions',
    columns: [
      other('seance'),
      needed('fiche'),
      needed('date'),
      needed('debut'),
      ...['fin', 'lieu', 'commune', 'places', 'inscrits', 'presents'].map((one) => other(one)),
      ...['intervenant', 'accompagnateur'].map((one) => other(one)),
      other('transport', TRANSPORTS),
      ...['besoins', 'prets'].map((one) => other(one)),
      other('statut', ['prévue', 'confirmée', 'tenue', 'annulée'])
    ]
  },
  {
    name: 'secteurs',
    format: 'school-groups',
    columns: [needed('uai'), other('ecole'), needed('groupe_scolaire')]
  },
  { name: 'reperes', format: 'milestones', columns: [needed('date'), needed('repere')] },
  {
    name: 'parcours',
    format: 'cases',
    columns: [
      other('numero_dossier'),
      other('annee_scolaire'),
      needed('uai'),
      other('quartier_prioritaire'),
      other('commune_de_residence'),
      other('niveau', ['maternelle', 'elementaire', 'college']),
      other('thematique', THEMES),
      other('numero_famille'),
      other('nombre_de_visites'),
      other('sexe', ['F', 'M']),
      other('annee_naissance'),
      other('oriente_par', ORIGINS_OF_CHILDREN),
      other('motifs'),
      other('profil', ['1', '2', '3', '4']),
      other('entree'),
      other('sortie'),
      other('motif_sortie'),
      other('derniere_eps'),
      other('accord', ['oui', 'non'])
    ]
  },
  {
    name: 'visites',
    format: 'visits',
    columns: [needed('numero_dossier'), needed('date'), other('lieu', ['domicile', 'lieu neutre'])]
  }
];
