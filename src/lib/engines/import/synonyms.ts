// Words by which services call our columns, beyond the headers that are read as they are: they make proposals, never a reading.
import { FORMATS } from './format-list.ts';
import type { FormatId } from '../../model/source-files.ts';
import { foldHeader } from '../../model/names.ts';

const ANYWHERE: Readonly<Record<string, readonly string[]>> = {
  uai: ['code établissement', 'identifiant école', 'numéro école', 'code école'],
  commune: ['localité', 'lieu', 'insee', 'commune de résidence', 'domicile', 'municipalité'],
  name: ['libellé', 'intitule', 'dénomination', 'nom établissement', 'nom de l’équipe'],
  qpv: ['quartier de résidence', 'QP', 'zone prioritaire', 'géographie prioritaire'],
  level: ['classe', 'niveau scolaire', 'cycle', 'section', 'type d’action', 'portée'],
  theme: ['domaine', 'motif', 'problématique', 'type de suivi', 'objectif'],
  coordinator: ['coordinateur', 'coordo', 'responsable de l’équipe', 'animateur'],
  lon: ['lng', 'long', 'x'],
  lat: ['y'],
  pupils: ['effectif', 'élèves', 'total élèves']
};

const BY_FORMAT: Partial<Record<FormatId, Readonly<Record<string, readonly string[]>>>> = {
  cases: {
    case_id: ['fiche', 'identifiant', 'code enfant', 'id enfant', 'matricule', 'référence', 'dossier enfant'],
    school_year: ['année', 'exercice', 'période', 'rentrée'],
    uai: ['école fréquentée', 'établissement scolaire'],
    family_id: ['foyer', 'code famille', 'identifiant famille', 'ménage'],
    visits: ['rencontres', 'entretiens', 'rendez-vous', 'visites à domicile', 'VAD'],
    sex: ['fille ou garcon'],
    oriented_by: ['prescripteur', 'demandeur', 'oriente vers le PRE par'],
    reasons: ['raisons', 'difficultes reperees', 'motif de la demande'],
    profile: ['profil de besoin', 'niveau de besoin'],
    entry: ['debut accompagnement', 'date admission', 'debut du suivi'],
    exit: ['fin accompagnement', 'fin du suivi', 'cloture'],
    exit_reason: ['motif de fin', 'motif de cloture'],
    last_review: ['dernier passage en equipe', 'derniere reunion equipe']
  },
  visits: { case_id: ['fiche', 'identifiant', 'matricule'], date: ['jour', 'le'], place: ['endroit'] },
  'followed-schools': {
    status: ['état', 'accompagnement', 'position', 'PRE'],
    since: ['début', 'date d’entrée', 'année d’entrée', 'rentrée'],
    requested: ['demande', 'date de sollicitation'],
    team: ['équipe pluridisciplinaire', 'EPR', 'équipe de soutien'],
    post: ['référent de parcours', 'agent', 'suivi par']
  },
  staff: {
    id: ['agent', 'numéro', 'identifiant', 'code poste', 'intitulé du poste'],
    role: ['métier', 'profil', 'emploi', 'mission'],
    fte: ['temps', 'équivalent temps plein', 'pourcentage', 'quotité de travail'],
    base: ['site', 'bureau', 'implantation', 'structure'],
    commune: ['commune du site', 'ville de la base'],
    coordinator: ['rattachement', 'supérieur']
  },
  teams: {
    id: ['numéro', 'code équipe', 'EPR', 'équipe pluridisciplinaire'],
    meetings: ['séances', 'rencontres', 'nombre de séances', 'fréquence'],
    professionals: ['partenaires', 'effectif', 'personnes']
  },
  actions: {
    id: ['référence'],
    title: ['projet', 'nom du projet', 'objet'],
    cost: ['coût prévisionnel', 'dépenses', 'prix', 'total'],
    communes: ['lieu', 'secteur', 'périmètre'],
    'paid-etat': ['subvention État', 'BOP 147', 'ANCT', 'part État'],
    'paid-epci': ['agglomération', 'part EPCI', 'fonds propres'],
    'paid-communes': ['ville', 'villes', 'subvention communes'],
    'paid-caf': ['subvention CAF'],
    'paid-departement': ['conseil départemental', 'subvention département'],
    in_kind: ['contribution en nature', 'mise a disposition'],
    in_kind_euros: ['montant valorise', 'valeur de la mise a disposition'],
    form: ['modalite', 'format', 'accompagnement'],
    places: ['capacite', 'nombre de places offertes'],
    period: ['quand', 'temps'],
    begun: ['creation', 'lancement'],
    taken_from: ['origine']
  },
  partners: {
    category: ['type', 'nature', 'structure', 'famille', 'catégorie de partenaire'],
    count: ['total', 'effectif', 'nombre de partenaires', 'quantité']
  },
  'team-members': {
    team: ['équipe pluridisciplinaire', 'EPR', 'équipe de soutien'],
    function: ['poste', 'rôle', 'membre', 'partenaire', 'qualité'],
    profession: ['corps', 'structure', 'organisme'],
    weight: ['priorité'],
    quorum: ['membre obligatoire', 'présence obligatoire']
  },
  availabilities: {
    who: ['personne', 'poste', 'coordination'],
    weekday: ['jour de semaine'],
    half: ['plage', 'horaire', 'heures', 'demi-jour'],
    from: ['à partir du', 'depuis', 'le'],
    to: ['jusqu’au']
  },
  rooms: {
    weekday: ['jour de semaine'],
    half: ['plage', 'horaire', 'heures', 'demi-jour'],
    from: ['à partir du', 'depuis', 'le'],
    to: ['jusqu’au']
  },
  sessions: {
    id: ['reference', 'numero'],
    sheet: ['projet', 'fiche-action', 'intitule'],
    begin: ['commence a', 'heures'],
    end: ['finit a', 'se termine a'],
    place: ['adresse', 'site'],
    enrolled: ['effectif prevu', 'enfants inscrits'],
    present: ['effectif', 'enfants presents', 'participations'],
    provider: ['animateur', 'partenaire'],
    companion: ['referent', 'accompagne par'],
    transport: ['mode de transport', 'vehicule'],
    needs: ['a prevoir', 'a preparer'],
    ready: ['obtenu', 'prepare'],
    status: ['situation', 'avancement']
  },
  milestones: {
    date: ['quand', 'mois et année', 'date de l’événement'],
    note: ['quoi', 'libellé', 'description', 'intitulé', 'commentaire']
  },
  'school-groups': { group: ['zone', 'carte scolaire', 'site', 'pole', 'territoire', 'college de secteur'] },
  correspondents: { filled: ['occupé', 'correspondant', 'en poste', 'état', 'statut'] }
};

/** All names of a column: those that are read, and those that only make it likely. */
export const columnNames = (
  id: FormatId,
  column: string,
  spellings: readonly string[]
): readonly string[] => [
  ...spellings,
  column,
  ...((Object.hasOwn(ANYWHERE, column) && ANYWHERE[column]) || []),
  ...(BY_FORMAT[id]?.[column] ?? [])
];

let known: ReadonlySet<string> | null = null;

/** Whether a cell is a name of a column of some format, as it is read or as services call it. */
export function isLikeColumn(cell: string): boolean {
  known ??= new Set(
    FORMATS.flatMap(({ id, importer }) =>
      Object.keys(importer.columns).flatMap((column) =>
        columnNames(id, column, importer.columns[column] ?? [])
      )
    ).map(foldHeader)
  );
  return (
    known.has(foldHeader(cell)) ||
    known.has(foldHeader(cell.replace(/^(?:n[°º]?|num[ée]ro|code|nom|date)\s+/i, '')))
  );
}
