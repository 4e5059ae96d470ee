// Words for an assignment: what its file cannot say, and rules that can hardly have been meant.
import { quoted, type FindingLexicon } from './finding-words.ts';

const shape = (title: string, fix?: string): FindingLexicon[string] => ({
  title,
  ...(fix && { fix }),
  what: ({ expected, found }) => `${title} : attendu ${expected ?? ''}${found ? `, trouvé ${found}` : ''}`
});

export const ASSIGNMENT_FINDINGS: FindingLexicon = {
  'meetings-value': shape(
    'valeur incorrecte',
    'Corrigez la valeur ; le guide des réunions donne la forme du fichier.'
  ),
  'meetings-unknown': {
    title: 'nom inconnu',
    what: ({ found }) => `le nom${quoted(found)} ne figure pas dans la liste`,
    fix: 'Corrigez le nom, ou ajoutez-le à sa liste.'
  },
  'meetings-twice': {
    title: 'ligne en double',
    what: ({ found }) => `${found ?? 'cette ligne'} figure deux fois`,
    fix: 'Gardez une seule des deux.'
  },
  'calendar-unreadable': {
    title: 'agenda illisible',
    what: () => 'ce fichier n’est pas un agenda au format iCalendar (.ics)',
    fix: 'Exportez l’agenda au format .ics, sans le retoucher.'
  },
  'calendar-too-large': {
    title: 'agenda trop grand',
    what: ({ found }) => `cet agenda pèse ${found ?? 'plus de 20'} Mo ; 20 Mo au plus sont lus`,
    fix: 'Exportez l’année scolaire seule.'
  },
  'calendar-unknown-zone': {
    title: 'fuseau inconnu',
    what: ({ found }) =>
      `le fuseau${quoted(found)} n’est pas connu ; ses heures sont lues comme celles de Paris`,
    fix: 'Vérifiez les demi-journées de cet agenda.'
  },
  'calendar-endless-rule': {
    title: 'répétition trop longue',
    what: ({ found }) => `un rendez-vous se répète plus de ${found ?? ''} fois ; la suite n’est pas lue`,
    fix: 'Donnez une fin à cette répétition.'
  },
  'calendar-odd-event': {
    title: 'rendez-vous illisible',
    what: () => 'un rendez-vous de cet agenda n’a pas de dates lisibles ; il est laissé de côté',
    fix: 'Ouvrez-le dans l’agenda et enregistrez-le à nouveau.'
  },
  'team-without-meetings': {
    title: 'équipe sans nombre de réunions',
    what: ({ found }) => `l’équipe ${found ?? ''} n’a pas de nombre de réunions ; elle est laissée de côté`,
    fix: 'Donnez ce nombre dans la liste des équipes.'
  },
  'team-without-coordinator': {
    title: 'équipe sans coordination',
    what: ({ found }) => `l’équipe ${found ?? ''} n’a pas de coordination connue ; elle est laissée de côté`,
    fix: 'Donnez-lui un poste de coordination dans la liste des postes.'
  },
  'team-without-members': {
    title: 'équipe sans membre',
    what: ({ found }) => `l’équipe ${found ?? ''} n’a pas de membre ; elle est laissée de côté`,
    fix: 'Ajoutez ses membres à la liste des membres d’équipe.'
  },
  'team-without-times': {
    title: 'équipe sans temps de trajet',
    what: ({ found }) =>
      `l’équipe ${found ?? ''} se réunit dans une commune sans temps de trajet ; elle est laissée de côté`,
    fix: 'Vérifiez sa commune.'
  },
  'split-malformed': {
    ...shape('répartition de départ illisible'),
    fix: 'Construisez le site de nouveau.'
  },
  'split-not-an-object': shape(
    'objet attendu',
    'Un problème est un objet JSON : { "units": […], "referents": […], "minutes": […] }.'
  ),
  'split-empty-list': shape('liste vide ou absente', 'Donnez au moins une ligne.'),
  'split-not-a-list': shape('liste attendue', 'Écrivez une liste de paires, ou retirez la clé.'),
  'split-bad-id': shape('identifiant absent', 'Donnez à chaque ligne un identifiant qui n’est qu’à elle.'),
  'split-bad-number': shape('nombre incorrect', 'Écrivez un nombre sans guillemets ni unité, avec un point.'),
  'split-large-number': shape('nombre trop grand', 'Vérifiez le nombre et son unité.'),
  'split-too-many': shape('trop de lignes', 'Découpez le problème, ou regroupez des unités.'),
  'split-bad-flag': shape('valeur incorrecte', 'Écrivez true ou false, sans guillemets.'),
  'split-bad-pair': shape('paire attendue', 'Écrivez deux identifiants entre crochets.'),
  'split-wrong-size': {
    title: 'durées de mauvaise taille',
    what: ({ expected, found }) =>
      `les durées forment un tableau de ${found ?? ''}, attendu ${expected ?? ''} (référents × unités)`,
    fix: 'Donnez une ligne par référent et une colonne par unité, dans leur ordre.'
  },
  'split-duplicate-id': {
    title: 'identifiant en double',
    what: ({ found }) => `l’identifiant${quoted(found)} figure deux fois`,
    fix: 'Donnez à chacun un identifiant différent.'
  },
  'split-nobody-works': {
    title: 'aucun temps de travail',
    what: () => 'aucun référent n’a de temps de travail',
    fix: 'Donnez à un référent au moins un temps de travail supérieur à zéro.'
  },
  'split-unknown-key': {
    title: 'clé inconnue',
    what: ({ found }) => `la clé${quoted(found)} n’est pas connue ; elle est laissée de côté`,
    fix: 'Vérifiez son orthographe.'
  },
  'split-unknown-name': {
    title: 'nom inconnu',
    what: ({ found }) => `${found ?? 'ce nom'} n’est ni une unité ni un référent connu ici`,
    fix: 'La règle est laissée de côté ; corrigez le nom.'
  },
  'route-unknown-waiting': {
    title: 'école en attente inconnue',
    what: ({ found }) => `${found ?? 'ce nom'} attend, mais n’est pas une unité du fichier`,
    fix: 'Ajoutez-la aux unités, ou corrigez son nom.'
  },
  'route-waiting-twice': {
    title: 'école en attente nommée deux fois',
    what: ({ found }) => `${found ?? 'une école'} est nommée deux fois ; elle compte une fois`,
    fix: 'Retirez l’une des deux.'
  },
  'route-years-order': {
    title: 'années en désordre',
    what: ({ found }) => `les années ne se suivent pas (${found ?? ''}) ; elles sont remises dans l’ordre`
  },
  'route-year-missing': {
    title: 'année absente',
    what: ({ found }) =>
      `une année manque entre ${found ?? 'deux années'} ; la hausse compte les années écoulées`,
    fix: 'Ajoutez l’année si elle a un nombre de postes.'
  },
  'route-year-without-posts': {
    title: 'année sans nombre de postes',
    what: ({ found }) =>
      `${found ?? 'une année'} n’a pas de nombre de postes ; celui de l’année précédente est gardé`,
    fix: 'Donnez « posts » à chaque année.'
  },
  'route-nobody-works': {
    title: 'année sans poste',
    what: ({ found }) =>
      `aucun poste en ${found ?? 'une année'} : aucune école n’ouvre et aucun plan n’est possible`,
    fix: 'Donnez au moins un poste, ou retirez l’année.'
  },
  'route-posts-fall': {
    title: 'postes en baisse',
    what: ({ found }) =>
      `les postes baissent (${found ?? ''}) ; les écoles ouvertes le restent et les autres se partagent la charge`
  },
  'route-below-team': {
    title: 'moins de postes qu’aujourd’hui',
    what: ({ found }) =>
      `moins de postes que l’équipe actuelle (${found ?? ''}) ; le fichier ne dit pas qui part : le temps de chacun baisse dans la même proportion`,
    fix: 'Retirez de « referents » le poste qui part, si vous le savez.'
  },
  'route-no-load-left': {
    title: 'hausse de −100 %',
    what: () =>
      'une hausse de −100 % ne laisse aucune charge dès la deuxième année : les postes n’y limitent plus rien',
    fix: 'Vérifiez la hausse annuelle.'
  },
  'route-odd-growth': {
    title: 'hausse inhabituelle',
    what: ({ found }) => `une hausse de ${found ?? ''} % par an est inhabituelle ; elle est gardée`,
    fix: 'La hausse est en pourcentage : écrivez 3 pour 3 % par an.'
  },
  'route-unknown-candidate': {
    title: 'lieu inconnu',
    what: ({ found }) => `ce lieu n’a ni durées, ni position, ni référent connu${quoted(found)}`,
    fix: 'Donnez « minutes » (une par unité), « lat » et « lon », ou le nom d’un référent.'
  },
  'route-candidate-twice': {
    title: 'lieu nommé deux fois',
    what: ({ found }) => `le lieu${quoted(found)} est nommé deux fois ; le premier compte`,
    fix: 'Donnez à chaque lieu un nom différent.'
  },
  'route-extra-rows': {
    title: 'durées sans lieu',
    what: ({ found }) =>
      `${found ?? 'des'} ligne(s) de durées ne vont à aucun lieu ; elles sont laissées de côté`,
    fix: 'Nommez leurs lieux dans « candidates », dans le même ordre.'
  },
  'route-estimated-minutes': {
    title: 'durées estimées',
    what: ({ found }) =>
      `durées estimées à vol d’oiseau pour ${found ?? 'des'} lieu(x), à l’allure des durées du fichier`,
    fix: 'Donnez « minutes » pour des durées par la route.'
  },
  'route-no-candidates': {
    title: 'aucun lieu proposé',
    what: () => 'aucun lieu n’est proposé ; les nouveaux postes sont basés là où un référent l’est déjà',
    fix: 'Donnez des lieux dans « candidates ».'
  },
  'route-no-capacity': {
    title: 'capacité d’un poste inconnue',
    what: () => 'aucune école n’est suivie aujourd’hui : ce qu’un poste peut suivre n’est pas connu',
    fix: 'Donnez « capacity », en minutes par semaine pour un temps plein.'
  },
  'route-coordinators': {
    title: 'coordinations non équilibrées',
    what: () =>
      'les années où un poste est créé ne sont pas équilibrées entre coordinations : le nouveau poste n’en a pas'
  },
  'split-same-twice': {
    title: 'paire d’une seule unité',
    what: ({ found }) => `la paire nomme deux fois ${found ?? 'la même unité'} ; elle est laissée de côté`,
    fix: 'Corrigez l’un des deux noms.'
  },
  'split-base-without-position': {
    title: 'base sans position',
    what: ({ found }) =>
      `la base de ${found ?? 'ce référent'} n’a pas de coordonnées ; seules les durées données comptent`,
    fix: 'Ajoutez lat et lon, en degrés, pour la voir sur la carte.'
  },
  'split-unknown-pupils': {
    title: 'unités sans effectif',
    what: ({ found }) =>
      `unités sans nombre d’élèves : ${found ?? ''} ; aucune n’est comptée parmi les élèves qui changent de référent`,
    fix: 'Donnez le nombre d’élèves (« pupils ») de chaque unité.'
  },
  'split-no-time': {
    title: 'référent sans temps de travail',
    what: ({ found }) =>
      `${found ?? 'ce référent'} n’a pas de temps de travail : sa part de la charge est de zéro`,
    fix: 'Donnez-lui un temps de travail (1 pour un temps plein), ou retirez-le.'
  },
  'split-no-coordinator': {
    title: 'référent sans coordination',
    what: ({ found }) =>
      `${found ?? 'ce référent'} n’a pas de coordination : il n’entre dans aucun équilibre`,
    fix: 'Donnez-lui une coordination, ou retirez coordinatorTolerance.'
  },
  'split-one-place': {
    title: 'bases toutes au même endroit',
    what: ({ found }) =>
      `les ${found ?? ''} bases sont au même endroit : les trajets ne départagent personne`,
    fix: 'Vérifiez les coordonnées des bases.'
  },
  'split-large-unit': {
    title: 'unité plus grande que toute part permise',
    what: ({ found, expected }) =>
      `cette unité dépasse ce qu’un référent peut porter (${found ?? ''}, au plus ${expected ?? ''})`,
    fix: 'Découpez-la, ou élargissez la tolérance.'
  },
  'split-pins-over-capacity': {
    title: 'attributions fixées au-delà de la capacité',
    what: ({ found, expected }) =>
      `les unités fixées dépassent ce que ce référent peut porter (${found ?? ''}, au plus ${expected ?? ''})`,
    fix: 'Libérez une unité, ou élargissez la tolérance.'
  },
  'split-pinned-twice': {
    title: 'unité fixée à deux référents',
    what: ({ found }) => `une unité est fixée à deux référents (${found ?? ''})`,
    fix: 'Gardez une seule des deux attributions.'
  },
  'split-unreachable-unit': {
    title: 'unité sans chemin',
    what: ({ found }) => `aucun référent n’a de chemin vers ${found ?? 'cette unité'}`,
    fix: 'Complétez la ligne des durées.'
  },
  'split-without-neighbour': {
    title: 'unités sans voisine',
    what: ({ found, expected }) => `${expected ?? ''} unité(s) sans voisine (${found ?? ''})`,
    fix: 'La règle d’un seul tenant ne s’applique pas à elles : donnez leurs voisines.'
  },
  'split-zero-tolerance': {
    title: 'tolérance de zéro',
    what: () => 'une tolérance de zéro demande des charges égales à la minute près, ce qui existe rarement',
    fix: 'Essayez 0,05.'
  },
  'split-wide-tolerance': {
    title: 'tolérance de plus de 100 %',
    what: ({ found }) => `une tolérance de ${found ?? ''} n’équilibre rien`,
    fix: 'La tolérance est une part : 0,1 pour 10 %.'
  },
  'split-no-workload': {
    title: 'aucune charge',
    what: () => 'aucune unité n’a de charge : il n’y a rien à équilibrer',
    fix: 'Donnez les minutes par semaine de chaque unité (workload).'
  },
  'cpmp-malformed': shape('fichier de p-médianes illisible'),
  'cpmp-impossible': {
    title: 'demande au-delà de la capacité',
    what: ({ found, expected }) => `la demande (${found ?? ''}) dépasse la capacité (${expected ?? ''})`
  },
  'vote-no-hands': {
    title: 'aucune main levée',
    what: () => 'aucune main n’est levée : il n’y a rien à compter',
    fix: 'Donnez le nombre de mains levées pour au moins un critère.'
  },
  'vote-hands-value': {
    title: 'nombre de mains incorrect',
    what: () => 'ce nombre de mains n’est pas un nombre entier, positif ou nul',
    fix: 'Donnez un nombre entier, ou 0.'
  },
  'vote-voters-value': {
    title: 'nombre de votants incorrect',
    what: () => 'le nombre de votants n’est pas un nombre entier, positif ou nul',
    fix: 'Donnez un nombre entier, ou laissez la case vide.'
  },
  'vote-more-hands': {
    title: 'plus de mains que de votants',
    what: ({ found, expected }) =>
      `${found ?? ''} mains sont comptées pour ${expected ?? ''} votants : chacun ne lève la main qu’une fois`,
    fix: 'Recomptez les mains, ou corrigez le nombre de votants.'
  },
  'vote-few-plans': {
    title: 'moins de deux plans',
    what: () => 'il faut deux plans au moins, dont aucun n’égale ou ne dépasse l’autre sur tous les critères',
    fix: 'Calculez d’autres plans.'
  }
};
