// Words with which services name their files, unaccented and in small letters: those of lists, those before the name of a place, those before the name of one child.

const OF_LISTS = `
a absences academies accompagnement accompagnements accompagnes actif actifs action actions actives actuel actuelle adolescents ados agenda agents an ancien
ancienne anciens annee annees annexe annexes annuaire annuel annuelle anonyme anonymes anonymise anonymisee anonymisees anonymises aout ap appellation archive
archives atelier ateliers au aux avec avril base bases beneficiaires besoin besoins bilan bilans bis book bord brouillon budget caf cahier calendrier carte cas
cases ccas ce chez children cias cites classe classes classeur cm cohorte collegiens comite communal communale communales complet complete completes complets
comptage compte compter comptes contacts contrat convocations coordinateur coordination coordinations coordinatrice coordo copie copies copy correspondants
corrige corrigee corriges cout couts cp csv culture dans data date dates de debut decembre decision decisions def definitif definitive demande demandes depart
departs depot depuis dernier derniere des disponibilites dispositif doc document documents domicile donnee donnees dossiers dre du echantillon ecoliers
educatif educatifs education educative effectif effectifs elementaires eleves en encours enfants enquete entree entrees entretiens eps equipe equipement
equipes erip essai estime et etalab evaluation evaluations excel exemple export exports expression extract extraction extrait familles feuil feuille feuilles
fevrier fiches fichier fichiers fictif fictifs fictive filles fin final finale financement financements financeurs fonctions formulaire fr fratries garcons
geo geolocalisation gestion grille grist gs hebdomadaire heures hors ign import importer imports indicateurs individuel individuelle individuels inscriptions
inscrits insee interne internes inventaire ips janv janvier jeunes jour jours juil juillet juin la langage le lecture les liste listes listing listings
lyceens mai maj mars membres mensuel mensuelle mineurs mise modele modeles mois motif motifs ms national nationale new niveau niveaux nom nombre noms nord
note notes nouveau nouveaux nouvelle nouvelles nov novembre numerique numero numeros oct octobre ok old onglet open orale orientation orientations orientes
original ou outre ouverts page par parcours parent parentalite parents partage partages partenaires periode periodes personnel personnels pilotage plan
planning pluridisciplinaire pluridisciplinaires positions post poste postes pour pre pres presence presences prevention primaires priorite profil profils
programme programmes projet projets propre provisoire ps public publics pupils questionnaire rapport rapports recap recapitulatif recensement recueil referent
referente referentes referents registre releve releves rentree rep repartition reperes repertoire reponses reprise reseau reseaux resultat resultats reunion
reunions reussite reussites rev revu revue saisie salles sans sante sauvegarde scolaire scolaires seance seances secteurs segpa selon semaine semaines semestre sept
septembre service services situations social sociale soi sortie sorties sous soutien sport sports stat statistique statistiques stats statut statuts
structures suivi suivie suivies suivis sur synthese table tableau tableaux tables ter test tests thematique thematiques theme themes titre total totaux tous
tout toute toutes trajets transmis travail tri trimestre trimestriel tsv txt ulis un une usagers v vacances valide validee validees version vf vide vierge
visite visites xls xlsx zip
`;
/** A school, a place, a structure: what follows is its name. */
const OF_PLACES = `
academie agglo agglomeration arrondissement canton ca cc centre circonscription cite clg college colleges commune communes cu ecole ecoles elementaire etablissement etablissements
groupe ilot lycee lycees mairie maison maternelle maternelles metropole mjc place primaire quartier quartiers qpv residence rpi rue saint sainte saintes secteur st ste
territoire territoires ville
`;
/** Of one child or family: a word that follows and is of no list may be a name. */
const OF_ONE = 'dossier enfant eleve famille fiche fratrie jeune mineur situation entretien';

const setOf = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/));
let known: { lists: ReadonlySet<string>; places: ReadonlySet<string>; one: ReadonlySet<string> } | null =
  null;
const words = () =>
  (known ??= { lists: setOf(`${OF_LISTS} ${OF_ONE}`), places: setOf(OF_PLACES), one: setOf(OF_ONE) });

/** Whether a word, unaccented and in small letters, tells what list a file is. */
export const isListWord = (word: string): boolean => words().lists.has(word);
/** Whether what follows a word is the name of a school or a place. */
export const isPlaceWord = (word: string): boolean => words().places.has(word);
/** Whether a word speaks of one child or family. */
export const isWordOfOne = (word: string): boolean => words().one.has(word);
