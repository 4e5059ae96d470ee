// Words for an assignment: what its file cannot say, and rules that can hardly have been meant.
import { shapeWords, type FindingLexicon } from './finding-words.ts';

export const ASSIGNMENT_FINDINGS: FindingLexicon = {
  'split-malformed': shapeWords('répartition de départ illisible', 'unreadable starting split', {
    fr: 'Construisez le site de nouveau.',
    en: 'Build the site again.'
  }),
  'split-not-an-object': shapeWords('objet attendu', 'object expected', {
    fr: 'Un problème est un objet JSON : { "units": […], "referents": […], "minutes": […] }.',
    en: 'A problem is a JSON object: { "units": […], "referents": […], "minutes": […] }.'
  }),
  'split-empty-list': shapeWords('liste vide ou absente', 'empty or missing list', {
    fr: 'Donnez au moins une ligne.',
    en: 'Give at least one row.'
  }),
  'split-not-a-list': shapeWords('liste attendue', 'list expected', {
    fr: 'Écrivez une liste de paires, ou retirez la clé.',
    en: 'Write a list of pairs, or take the key out.'
  }),
  'split-bad-id': shapeWords('identifiant absent', 'missing identifier', {
    fr: 'Donnez à chaque ligne un identifiant qui n’est qu’à elle.',
    en: 'Give each row an identifier of its own.'
  }),
  'split-bad-number': shapeWords('nombre incorrect', 'wrong number', {
    fr: 'Écrivez un nombre sans guillemets ni unité, avec un point.',
    en: 'Write a number without quotes or unit, with a point.'
  }),
  'split-large-number': shapeWords('nombre trop grand', 'number too large', {
    fr: 'Vérifiez le nombre et son unité.',
    en: 'Check the number and its unit.'
  }),
  'split-too-many': shapeWords('trop de lignes', 'too many rows', {
    fr: 'Découpez le problème, ou regroupez des unités.',
    en: 'Cut the problem up, or group units.'
  }),
  'split-bad-flag': shapeWords('valeur incorrecte', 'wrong value', {
    fr: 'Écrivez true ou false, sans guillemets.',
    en: 'Write true or false, without quotes.'
  }),
  'split-bad-pair': shapeWords('paire attendue', 'pair expected', {
    fr: 'Écrivez deux identifiants entre crochets.',
    en: 'Write two identifiers in brackets.'
  }),
  'split-wrong-size': {
    title: { fr: 'durées de mauvaise taille', en: 'durations of the wrong size' },
    fr: 'les durées forment un tableau de {found}, attendu {expected} (référents × unités)',
    en: 'the durations make a table of {found}, expected {expected} (caseworkers × units)',
    fix: {
      fr: 'Donnez une ligne par référent et une colonne par unité, dans leur ordre.',
      en: 'Give one row per caseworker and one column per unit, in their order.'
    }
  },
  'split-duplicate-id': {
    title: { fr: 'identifiant en double', en: 'identifier twice' },
    fr: 'l’identifiant[ « {found} »] figure deux fois',
    en: 'the identifier[ “{found}”] stands twice',
    fix: { fr: 'Donnez à chacun un identifiant différent.', en: 'Give each a different identifier.' }
  },
  'split-nobody-works': {
    title: { fr: 'aucun temps de travail', en: 'no working time' },
    fr: 'aucun référent n’a de temps de travail',
    en: 'no caseworker has any working time',
    fix: {
      fr: 'Donnez à un référent au moins un temps de travail supérieur à zéro.',
      en: 'Give at least one caseworker a working time above zero.'
    }
  },
  'split-unknown-key': {
    title: { fr: 'clé inconnue', en: 'unknown key' },
    fr: 'la clé[ « {found} »] n’est pas connue ; elle est laissée de côté',
    en: 'the key[ “{found}”] is not known; it is left out',
    fix: { fr: 'Vérifiez son orthographe.', en: 'Check its spelling.' }
  },
  'split-unknown-name': {
    title: { fr: 'nom inconnu', en: 'unknown name' },
    fr: '[{found}|ce nom] n’est ni une unité ni un référent connu ici',
    en: '[{found}|this name] is neither a unit nor a caseworker known here',
    fix: {
      fr: 'La règle est laissée de côté ; corrigez le nom.',
      en: 'The rule is left out; correct the name.'
    }
  },
  'route-unknown-waiting': {
    title: { fr: 'école en attente inconnue', en: 'unknown waiting school' },
    fr: '[{found}|ce nom] attend, mais n’est pas une unité du fichier',
    en: '[{found}|this name] is waiting but is no unit of the file',
    fix: {
      fr: 'Ajoutez-la aux unités, ou corrigez son nom.',
      en: 'Add it to the units, or correct its name.'
    }
  },
  'route-waiting-twice': {
    title: { fr: 'école en attente nommée deux fois', en: 'waiting school named twice' },
    fr: '[{found}|une école] est nommée deux fois ; elle compte une fois',
    en: '[{found}|a school] is named twice; it counts once',
    fix: { fr: 'Retirez l’une des deux.', en: 'Remove one of them.' }
  },
  'route-years-order': {
    title: { fr: 'années en désordre', en: 'years out of order' },
    fr: 'les années ne se suivent pas ({found}) ; elles sont remises dans l’ordre',
    en: 'the years do not follow one another ({found}); they were put in order'
  },
  'route-year-missing': {
    title: { fr: 'année absente', en: 'missing year' },
    fr: 'une année manque entre [{found}|deux années] ; la hausse compte les années écoulées',
    en: 'a year is missing between [{found}|two years]; growth counts the years gone by',
    fix: {
      fr: 'Ajoutez l’année si elle a un nombre de postes.',
      en: 'Add the year if its number of posts is known.'
    }
  },
  'route-year-without-posts': {
    title: { fr: 'année sans nombre de postes', en: 'year without a number of posts' },
    fr: '[{found}|une année] n’a pas de nombre de postes ; celui de l’année précédente est gardé',
    en: '[{found}|a year] has no number of posts; that of the year before is kept',
    fix: { fr: 'Donnez « posts » à chaque année.', en: 'Give “posts” to each year.' }
  },
  'route-nobody-works': {
    title: { fr: 'année sans poste', en: 'year without a post' },
    fr: 'aucun poste en [{found}|une année] : aucune école n’ouvre et aucun plan n’est possible',
    en: 'no post in [{found}|a year]: no school opens and no plan is possible',
    fix: {
      fr: 'Donnez au moins un poste, ou retirez l’année.',
      en: 'Give at least one post, or remove the year.'
    }
  },
  'route-posts-fall': {
    title: { fr: 'postes en baisse', en: 'falling posts' },
    fr: 'les postes baissent ({found}) ; les écoles ouvertes le restent et les autres se partagent la charge',
    en: 'posts fall ({found}); open schools stay open and the others share the load'
  },
  'route-below-team': {
    title: { fr: 'moins de postes qu’aujourd’hui', en: 'fewer posts than today' },
    fr: 'moins de postes que l’équipe actuelle ({found}) ; le fichier ne dit pas qui part : le temps de chacun baisse dans la même proportion',
    en: 'fewer posts than the present team ({found}); the file does not say who leaves: everyone works less, in the same proportion',
    fix: {
      fr: 'Retirez de « referents » le poste qui part, si vous le savez.',
      en: 'Remove the post that leaves from “referents”, if it is known.'
    }
  },
  'route-no-load-left': {
    title: { fr: 'hausse de −100 %', en: 'growth of −100%' },
    fr: 'une hausse de −100 % ne laisse aucune charge dès la deuxième année : les postes n’y limitent plus rien',
    en: 'growth of −100% leaves no load from the second year on: posts then limit nothing',
    fix: { fr: 'Vérifiez la hausse annuelle.', en: 'Check the yearly growth.' }
  },
  'route-odd-growth': {
    title: { fr: 'hausse inhabituelle', en: 'unusual growth' },
    fr: 'une hausse de {found} % par an est inhabituelle ; elle est gardée',
    en: 'growth of {found}% a year is unusual; it was kept',
    fix: {
      fr: 'La hausse est en pourcentage : écrivez 3 pour 3 % par an.',
      en: 'Growth is a percentage: write 3 for 3% a year.'
    }
  },
  'route-unknown-candidate': {
    title: { fr: 'lieu inconnu', en: 'unknown place' },
    fr: 'ce lieu n’a ni durées, ni position, ni référent connu[ « {found} »]',
    en: 'this place has no times, no position and no known referent[ “{found}”]',
    fix: {
      fr: 'Donnez « minutes » (une par unité), « lat » et « lon », ou le nom d’un référent.',
      en: 'Give “minutes” (one per unit), “lat” and “lon”, or the name of a referent.'
    }
  },
  'route-candidate-twice': {
    title: { fr: 'lieu nommé deux fois', en: 'place named twice' },
    fr: 'le lieu[ « {found} »] est nommé deux fois ; le premier compte',
    en: 'the place[ “{found}”] is named twice; the first one counts',
    fix: { fr: 'Donnez à chaque lieu un nom différent.', en: 'Give each place its own name.' }
  },
  'route-extra-rows': {
    title: { fr: 'durées sans lieu', en: 'times without a place' },
    fr: '[{found}|des] ligne(s) de durées ne vont à aucun lieu ; elles sont laissées de côté',
    en: '[{found}|some] row(s) of times belong to no place; they were left out',
    fix: {
      fr: 'Nommez leurs lieux dans « candidates », dans le même ordre.',
      en: 'Name their places in “candidates”, in the same order.'
    }
  },
  'route-estimated-minutes': {
    title: { fr: 'durées estimées', en: 'estimated times' },
    fr: 'durées estimées à vol d’oiseau pour [{found}|des] lieu(x), à l’allure des durées du fichier',
    en: 'straight-line times for [{found}|some] place(s), at the pace of the file’s own times',
    fix: { fr: 'Donnez « minutes » pour des durées par la route.', en: 'Give “minutes” for times by road.' }
  },
  'route-no-candidates': {
    title: { fr: 'aucun lieu proposé', en: 'no place offered' },
    fr: 'aucun lieu n’est proposé ; les nouveaux postes sont basés là où un référent l’est déjà',
    en: 'no place is offered; new posts are based where a referent already is',
    fix: { fr: 'Donnez des lieux dans « candidates ».', en: 'Give places in “candidates”.' }
  },
  'route-no-capacity': {
    title: { fr: 'capacité d’un poste inconnue', en: 'unknown capacity of a post' },
    fr: 'aucune école n’est suivie aujourd’hui : ce qu’un poste peut suivre n’est pas connu',
    en: 'no school is followed today: what a post can follow is not known',
    fix: {
      fr: 'Donnez « capacity », en minutes par semaine pour un temps plein.',
      en: 'Give “capacity”, in minutes a week for a full-time post.'
    }
  },
  'route-coordinators': {
    title: { fr: 'coordinations non équilibrées', en: 'coordinators not balanced' },
    fr: 'les années où un poste est créé ne sont pas équilibrées entre coordinations : le nouveau poste n’en a pas',
    en: 'years in which a post is created are not balanced between coordinators: the new post has none'
  },
  'split-same-twice': {
    title: { fr: 'paire d’une seule unité', en: 'pair of a single unit' },
    fr: 'la paire nomme deux fois [{found}|la même unité] ; elle est laissée de côté',
    en: 'the pair names [{found}|the same unit] twice; it is left out',
    fix: { fr: 'Corrigez l’un des deux noms.', en: 'Correct one of the two names.' }
  },
  'split-base-without-position': {
    title: { fr: 'base sans position', en: 'base without a position' },
    fr: 'la base de [{found}|ce référent] n’a pas de coordonnées ; seules les durées données comptent',
    en: 'the base of [{found}|this caseworker] has no coordinates; only the durations given count',
    fix: {
      fr: 'Ajoutez lat et lon, en degrés, pour la voir sur la carte.',
      en: 'Add lat and lon, in degrees, to see it on the map.'
    }
  },
  'split-unknown-pupils': {
    title: { fr: 'unités sans effectif', en: 'units without a number of pupils' },
    fr: 'unités sans nombre d’élèves : {found} ; aucune n’est comptée parmi les élèves qui changent de référent',
    en: 'units without a number of pupils: {found}; none is counted among the pupils who change caseworker',
    fix: {
      fr: 'Donnez le nombre d’élèves (« pupils ») de chaque unité.',
      en: 'Give the number of pupils (“pupils”) of each unit.'
    }
  },
  'split-no-time': {
    title: { fr: 'référent sans temps de travail', en: 'caseworker without working time' },
    fr: '[{found}|ce référent] n’a pas de temps de travail : sa part de la charge est de zéro',
    en: '[{found}|this caseworker] has no working time: their share of the load is zero',
    fix: {
      fr: 'Donnez-lui un temps de travail (1 pour un temps plein), ou retirez-le.',
      en: 'Give them a working time (1 for full time), or take them out.'
    }
  },
  'split-no-coordinator': {
    title: { fr: 'référent sans coordination', en: 'caseworker without a coordinator' },
    fr: '[{found}|ce référent] n’a pas de coordination : il n’entre dans aucun équilibre',
    en: '[{found}|this caseworker] has no coordinator: they enter no balance',
    fix: {
      fr: 'Donnez-lui une coordination, ou retirez coordinatorTolerance.',
      en: 'Give them a coordinator, or take coordinatorTolerance out.'
    }
  },
  'split-one-place': {
    title: { fr: 'bases toutes au même endroit', en: 'bases all at one place' },
    fr: 'les {found} bases sont au même endroit : les trajets ne départagent personne',
    en: 'the {found} bases are at one place: journeys tell nobody apart',
    fix: { fr: 'Vérifiez les coordonnées des bases.', en: 'Check the coordinates of the bases.' }
  },
  'split-large-unit': {
    title: { fr: 'unité plus grande que toute part permise', en: 'unit larger than any share allowed' },
    fr: 'cette unité dépasse ce qu’un référent peut porter ({found}, au plus {expected})',
    en: 'this unit exceeds what a caseworker can carry ({found}, at most {expected})',
    fix: { fr: 'Découpez-la, ou élargissez la tolérance.', en: 'Cut it up, or widen the tolerance.' }
  },
  'split-pins-over-capacity': {
    title: { fr: 'attributions fixées au-delà de la capacité', en: 'fixed assignments beyond capacity' },
    fr: 'les unités fixées dépassent ce que ce référent peut porter ({found}, au plus {expected})',
    en: 'the fixed units exceed what this caseworker can carry ({found}, at most {expected})',
    fix: { fr: 'Libérez une unité, ou élargissez la tolérance.', en: 'Free a unit, or widen the tolerance.' }
  },
  'split-pinned-twice': {
    title: { fr: 'unité fixée à deux référents', en: 'unit fixed to two caseworkers' },
    fr: 'une unité est fixée à deux référents ({found})',
    en: 'a unit is fixed to two caseworkers ({found})',
    fix: { fr: 'Gardez une seule des deux attributions.', en: 'Keep one of the two assignments.' }
  },
  'split-unreachable-unit': {
    title: { fr: 'unité sans chemin', en: 'unit without a route' },
    fr: 'aucun référent n’a de chemin vers [{found}|cette unité]',
    en: 'no caseworker has a route to [{found}|this unit]',
    fix: { fr: 'Complétez la ligne des durées.', en: 'Complete the row of durations.' }
  },
  'split-without-neighbour': {
    title: { fr: 'unités sans voisine', en: 'units without a neighbour' },
    fr: '{expected} unité(s) sans voisine ({found})',
    en: '{expected} unit(s) without a neighbour ({found})',
    fix: {
      fr: 'La règle d’un seul tenant ne s’applique pas à elles : donnez leurs voisines.',
      en: 'The rule of sectors in one piece does not apply to them: give their neighbours.'
    }
  },
  'split-zero-tolerance': {
    title: { fr: 'tolérance de zéro', en: 'tolerance of zero' },
    fr: 'une tolérance de zéro demande des charges égales à la minute près, ce qui existe rarement',
    en: 'a tolerance of zero asks for loads equal to the minute, which rarely exist',
    fix: { fr: 'Essayez 0,05.', en: 'Try 0.05.' }
  },
  'split-wide-tolerance': {
    title: { fr: 'tolérance de plus de 100 %', en: 'tolerance of more than 100%' },
    fr: 'une tolérance de {found} n’équilibre rien',
    en: 'a tolerance of {found} balances nothing',
    fix: { fr: 'La tolérance est une part : 0,1 pour 10 %.', en: 'The tolerance is a share: 0.1 for 10%.' }
  },
  'split-no-workload': {
    title: { fr: 'aucune charge', en: 'no load' },
    fr: 'aucune unité n’a de charge : il n’y a rien à équilibrer',
    en: 'no unit has any load: there is nothing to balance',
    fix: {
      fr: 'Donnez les minutes par semaine de chaque unité (workload).',
      en: 'Give the minutes per week of each unit (workload).'
    }
  }
};
