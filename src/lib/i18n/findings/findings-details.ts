// Words for what the year's report reads in a case file. The child counts in every case.
import type { InEachLanguage } from '../template.ts';
import type { FindingLexicon } from './finding-words.ts';

/** What the absence of a column leaves unknown. */
export const ABSENT_DETAILS: Readonly<Record<string, InEachLanguage>> = {
  sex: { fr: 'le sexe', en: 'the sex' },
  birth_year: { fr: 'l’année de naissance', en: 'the year of birth' },
  oriented_by: { fr: 'qui a orienté l’enfant', en: 'who oriented the child' },
  reasons: { fr: 'les motifs', en: 'the reasons' },
  profile: { fr: 'le profil', en: 'the profile' },
  entry: { fr: 'l’entrée', en: 'the entry' },
  exit: { fr: 'la sortie', en: 'the exit' },
  exit_reason: { fr: 'le motif de sortie', en: 'the reason of the exit' },
  last_review: { fr: 'le dernier examen en équipe', en: 'the last review by the team' }
};

const CHECK: InEachLanguage = { fr: 'Vérifiez cette case.', en: 'Check this cell.' };

export const DETAIL_FINDINGS: FindingLexicon = {
  'detail-bad-word': {
    title: { fr: 'mot hors de la liste', en: 'word that is not in the list' },
    fr: 'ce mot[ (« {found} »)] n’est pas de la liste : {expected} ; l’enfant compte, ce renseignement n’est pas connu',
    en: 'this word[ (“{found}”)] is none of the list: {expected}; the child counts, and this is not known',
    fix: {
      fr: 'Choisissez un mot de la liste, ou dites à quoi le vôtre correspond.',
      en: 'Choose a word of the list, or say what yours stands for.'
    }
  },
  'detail-bad-origin': {
    title: { fr: 'orientation hors de la liste', en: 'origin that is not in the list' },
    fr: 'ce mot[ (« {found} »)] n’est pas de la liste : école, services sociaux, famille, santé, autre ; l’enfant compte, qui l’a orienté n’est pas connu',
    en: 'this word[ (“{found}”)] is none of the list: school, social services, family, health, other; the child counts, and who oriented it is not known',
    fix: {
      fr: 'Choisissez un mot de la liste, ou dites à quoi le vôtre correspond.',
      en: 'Choose a word of the list, or say what yours stands for.'
    }
  },
  'detail-bad-birth': {
    title: { fr: 'année de naissance illisible', en: 'unreadable year of birth' },
    fr: 'aucune année de naissance ne peut être lue dans cette case ; l’enfant compte, son âge n’est pas connu',
    en: 'no year of birth can be read in this cell; the child counts, and the age is not known',
    fix: { fr: 'Écrivez l’année : 2017.', en: 'Write the year: 2017.' }
  },
  'detail-age': {
    title: { fr: 'âge improbable', en: 'unlikely age' },
    fr: '{found} ans à la fin de décembre ; attendu : {expected} ; l’enfant compte, son âge n’est pas connu',
    en: '{found} years old at the end of December; expected: {expected}; the child counts, and the age is not known',
    fix: { fr: 'Vérifiez l’année de naissance ou l’âge.', en: 'Check the year of birth or the age.' }
  },
  'detail-bad-date': {
    title: { fr: 'date illisible', en: 'unreadable date' },
    fr: 'cette date[ (« {found} »)] ne peut pas être lue ; attendu : {expected}',
    en: 'this date[ (“{found}”)] cannot be read; expected: {expected}',
    fix: CHECK
  },
  'detail-in-future': {
    title: { fr: 'date à venir', en: 'date in the future' },
    fr: 'cette date est à venir : {found} ; l’enfant compte, elle ne compte qu’une fois passée',
    en: 'this date is in the future: {found}; the child counts, and the date does once it is past',
    fix: CHECK
  },
  'detail-exit-before-entry': {
    title: { fr: 'sortie avant l’entrée', en: 'exit before the entry' },
    fr: 'sortie ({found}) avant l’entrée ({expected}) ; l’enfant compte',
    en: 'exit ({found}) before the entry ({expected}); the child counts',
    fix: { fr: 'Corrigez l’une des deux dates.', en: 'Correct one of the two dates.' }
  },
  'detail-free-text': {
    title: { fr: 'phrase ou nom de personne', en: 'sentence or name of a person' },
    fr: 'cette case tient une phrase ou le nom d’une personne : elle n’est ni lue, ni affichée, ni gardée ; l’enfant compte',
    en: 'this cell holds a sentence or the name of a person: it is not read, shown or kept; the child counts',
    fix: { fr: 'Écrivez un motif en quelques mots.', en: 'Write a reason in a few words.' }
  },
  'birth-years': {
    title: { fr: 'dates de naissance réduites à l’année', en: 'dates of birth reduced to the year' },
    fr: 'de ces colonnes, seule l’année de naissance est lue : {found}. Le jour et le mois ne sont ni affichés, ni gardés',
    en: 'of these columns, the year of birth alone is read: {found}. The day and the month are not shown or kept'
  },
  'visits-without-cases': {
    title: { fr: 'visites sans fichier des parcours', en: 'visits without a case file' },
    fr: 'ce fichier est une liste de visites, et aucun fichier des parcours n’est ouvert dans cet onglet',
    en: 'this file is a list of visits, and no case file is open in this tab',
    fix: { fr: 'Donnez d’abord le fichier des parcours.', en: 'Give the case file first.' }
  },
  'visit-unknown-case': {
    title: { fr: 'visite d’un dossier inconnu', en: 'visit of an unknown case' },
    fr: 'aucun dossier du fichier des parcours n’a ce numéro ; la visite n’est pas comptée',
    en: 'no case of the case file has this number; the visit is not counted',
    fix: { fr: 'Vérifiez le numéro de dossier.', en: 'Check the case number.' }
  },
  'visit-places-unread': {
    title: { fr: 'lieux de visite hors de la liste', en: 'places of visits that are not in the list' },
    fr: 'lieux de visite qui ne sont ni lus, ni affichés, ni gardés : {found}. La visite compte, son lieu n’est pas connu',
    en: 'places of visits that are not read, shown or kept: {found}. The visit counts, and its place is not known',
    fix: { fr: 'Écrivez « domicile » ou « lieu neutre ».', en: 'Write “domicile” or “lieu neutre”.' }
  }
};
