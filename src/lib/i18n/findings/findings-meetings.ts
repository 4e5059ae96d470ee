// Words for the meetings of teams: their file, their lists, and the diaries of their members.
import { shapeWords, type FindingLexicon } from './finding-words.ts';

export const MEETING_FINDINGS: FindingLexicon = {
  'meetings-value': shapeWords('valeur incorrecte', 'wrong value', {
    fr: 'Corrigez la valeur ; le guide des réunions donne la forme du fichier.',
    en: 'Correct the value; the guide of meetings gives the form of the file.'
  }),
  'meetings-unknown': {
    title: { fr: 'nom inconnu', en: 'unknown name' },
    fr: 'le nom[ « {found} »] ne figure pas dans la liste',
    en: 'the name[ “{found}”] is not in the list',
    fix: { fr: 'Corrigez le nom, ou ajoutez-le à sa liste.', en: 'Correct the name, or add it to its list.' }
  },
  'meetings-twice': {
    title: { fr: 'ligne en double', en: 'row given twice' },
    fr: '[{found}|cette ligne] figure deux fois',
    en: '[{found}|this row] stands twice',
    fix: { fr: 'Gardez une seule des deux.', en: 'Keep one of the two.' }
  },
  'agenda-outside': {
    title: { fr: 'hors de la période', en: 'outside the period' },
    fr: '[{found}|cette ligne] est en dehors de la période à planifier ; la ligne est laissée de côté',
    en: '[{found}|this row] is outside the period to plan; the row is left out',
    fix: {
      fr: 'Vérifiez la date, ou étendez la période (« horizon »).',
      en: 'Check the date, or extend the period (“horizon”).'
    }
  },
  'agenda-undated': {
    title: { fr: 'équipe sans réunion datée', en: 'team without a dated meeting' },
    fr: 'l’équipe {found} n’a pas de réunion dans la période ; ses situations attendent jusqu’à la fin',
    en: 'the team {found} has no meeting in the period; its situations wait until its end',
    fix: {
      fr: 'Ajoutez ses réunions, ou vérifiez le nom de l’équipe.',
      en: 'Add its meetings, or check the name of the team.'
    }
  },
  'agenda-many': {
    title: { fr: 'équipe trop grande', en: 'team too large' },
    fr: 'l’équipe dépasse ce que le calcul peut prouver ({found} ; {expected} au plus)',
    en: 'the team is beyond what can be proven ({found}; {expected} at most)',
    fix: {
      fr: 'Partagez l’équipe, ou raccourcissez la période (« horizon »).',
      en: 'Divide the team, or shorten the period (“horizon”).'
    }
  },
  'calendar-unreadable': {
    title: { fr: 'agenda illisible', en: 'unreadable calendar' },
    fr: 'ce fichier n’est pas un agenda au format iCalendar (.ics)',
    en: 'this file is no calendar of the iCalendar format (.ics)',
    fix: {
      fr: 'Exportez l’agenda au format .ics, sans le retoucher.',
      en: 'Export the calendar as .ics, without editing it.'
    }
  },
  'calendar-too-large': {
    title: { fr: 'agenda trop grand', en: 'calendar too large' },
    fr: 'cet agenda pèse [{found}|plus de 20] Mo ; 20 Mo au plus sont lus',
    en: 'this calendar is [{found}|over 20] MB; 20 MB at most are read',
    fix: { fr: 'Exportez l’année scolaire seule.', en: 'Export the school year alone.' }
  },
  'calendar-unknown-zone': {
    title: { fr: 'fuseau inconnu', en: 'unknown time zone' },
    fr: 'le fuseau[ « {found} »] n’est pas connu ; ses heures sont lues comme celles de Paris',
    en: 'the time zone[ “{found}”] is not known; its hours are read as those of Paris',
    fix: { fr: 'Vérifiez les demi-journées de cet agenda.', en: 'Check the half-days of this calendar.' }
  },
  'calendar-endless-rule': {
    title: { fr: 'répétition trop longue', en: 'repetition too long' },
    fr: 'un rendez-vous se répète plus de {found} fois ; la suite n’est pas lue',
    en: 'an appointment is repeated more than {found} times; the rest is not read',
    fix: { fr: 'Donnez une fin à cette répétition.', en: 'Give this repetition an end.' }
  },
  'calendar-odd-event': {
    title: { fr: 'rendez-vous illisible', en: 'unreadable appointment' },
    fr: 'un rendez-vous de cet agenda n’a pas de dates lisibles ; il est laissé de côté',
    en: 'an appointment of this calendar has no readable dates; it is left out',
    fix: {
      fr: 'Ouvrez-le dans l’agenda et enregistrez-le à nouveau.',
      en: 'Open it in the calendar and save it again.'
    }
  },
  'team-without-meetings': {
    title: { fr: 'équipe sans nombre de réunions', en: 'team without a number of meetings' },
    fr: 'l’équipe {found} n’a pas de nombre de réunions ; elle est laissée de côté',
    en: 'the team {found} has no number of meetings; it is left out',
    fix: { fr: 'Donnez ce nombre dans la liste des équipes.', en: 'Give this number in the list of teams.' }
  },
  'team-without-coordinator': {
    title: { fr: 'équipe sans coordination', en: 'team without coordinator' },
    fr: 'l’équipe {found} n’a pas de coordination connue ; elle est laissée de côté',
    en: 'the team {found} has no known coordinator; it is left out',
    fix: {
      fr: 'Donnez-lui un poste de coordination dans la liste des postes.',
      en: 'Give it a coordinator post in the list of posts.'
    }
  },
  'team-without-members': {
    title: { fr: 'équipe sans membre', en: 'team without members' },
    fr: 'l’équipe {found} n’a pas de membre ; elle est laissée de côté',
    en: 'the team {found} has no member; it is left out',
    fix: {
      fr: 'Ajoutez ses membres à la liste des membres d’équipe.',
      en: 'Add its members to the list of team members.'
    }
  },
  'team-without-times': {
    title: { fr: 'équipe sans temps de trajet', en: 'team without travel times' },
    fr: 'l’équipe {found} se réunit dans une commune sans temps de trajet ; elle est laissée de côté',
    en: 'the team {found} meets in a commune without travel times; it is left out',
    fix: { fr: 'Vérifiez sa commune.', en: 'Check its commune.' }
  },
  'unknown-meeting-team': {
    title: { fr: 'membre d’une équipe inconnue', en: 'member of an unknown team' },
    fr: 'aucune équipe du territoire ne s’appelle[ « {found} »| ainsi] ; la ligne est laissée de côté',
    en: 'no team of the territory is called[ “{found}”| so]; the row is left out',
    fix: {
      fr: 'Écrivez le numéro de l’équipe comme dans la liste des équipes.',
      en: 'Write the number of the team as in the list of teams.'
    }
  },
  'unknown-member-place': {
    title: { fr: 'école ou commune d’un membre inconnue', en: 'unknown school or commune of a member' },
    fr: 'aucune école ni commune du territoire ne s’appelle[ « {found} »| ainsi] ; le membre est gardé sans elle',
    en: 'no school or commune of the territory is called[ “{found}”| so]; the member is kept without it',
    fix: {
      fr: 'Écrivez le nom ou le numéro UAI de l’école, ou le nom de la commune.',
      en: 'Write the name or the UAI number of the school, or the name of the commune.'
    }
  },
  'unknown-partner': {
    title: { fr: 'absence de quelqu’un d’inconnu', en: 'absence of somebody unknown' },
    fr: 'ni membre d’une équipe ni coordination :[ « {found} »| cette case] ; la ligne est laissée de côté',
    en: 'neither member of a team nor coordinator:[ “{found}”| this cell]; the row is left out',
    fix: {
      fr: 'Écrivez la fonction comme dans la liste des membres, le nom du poste comme dans la liste des postes, ou « Service ».',
      en: 'Write the function as in the list of members, the name of the post as in the list of posts, or "Service".'
    }
  },
  'closing-without-dates': {
    title: { fr: 'fermeture du service sans dates', en: 'closing of the service without dates' },
    fr: 'une fermeture du service se donne par deux dates, sans jour de la semaine ; la ligne est laissée de côté',
    en: 'a closing of the service is given by two dates, without a day of the week; the row is left out',
    fix: { fr: 'Remplissez « du » et « au ».', en: 'Fill in "du" and "au".' }
  }
};
