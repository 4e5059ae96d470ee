// Words for a story's file.
import type { Finding } from '../../model/findings.ts';
import { fill } from '../template.ts';
import type { FindingLexicon } from './finding-words.ts';

/** `found` is a number of steps. */
const stepsOf = (fr: string, en: string) => ({
  fr: (finding: Finding) => fill(`[{found}|une] étape${Number(finding.found) > 1 ? 's' : ''}${fr}`, finding),
  en: (finding: Finding) => fill(`[{found}|one] step${Number(finding.found) > 1 ? 's' : ''}${en}`, finding)
});

export const STORY_FINDINGS: FindingLexicon = {
  'story-too-large': {
    title: { fr: 'fichier trop long', en: 'file too long' },
    fr: 'une séance tient en [{expected}|peu de] caractères, ce fichier est plus long',
    en: 'a presentation fits in [{expected}|few] characters, this file is longer',
    fix: {
      fr: 'Vérifiez que c’est bien un fichier de séance.',
      en: 'Check that it is the file of a presentation.'
    }
  },
  'story-unreadable': {
    title: { fr: 'fichier illisible', en: 'unreadable file' },
    fr: 'le fichier n’a pas pu être lu',
    en: 'the file could not be read',
    fix: {
      fr: 'Ouvrez-le de nouveau : il a peut-être été déplacé.',
      en: 'Open it again: it may have been moved.'
    }
  },
  'story-not-json': {
    title: { fr: 'fichier abîmé', en: 'damaged file' },
    fr: 'ce n’est pas un fichier de séance, ou il a été coupé',
    en: 'this is not the file of a presentation, or it was cut short',
    fix: { fr: 'Enregistrez la séance de nouveau.', en: 'Save the presentation again.' }
  },
  'story-foreign': {
    title: { fr: 'autre sorte de fichier', en: 'file of another kind' },
    fr: 'ce fichier n’est pas une séance de Maillage',
    en: 'this file is not a Maillage presentation',
    fix: {
      fr: 'Une séance s’enregistre depuis la page « Séance ».',
      en: 'A presentation is saved from the page “Presentation”.'
    }
  },
  'story-version': {
    title: { fr: 'autre version', en: 'another version' },
    fr: 'la séance est de la version [{found}|inconnue], ce site lit la version {expected}',
    en: 'the presentation is of version [{found}|unknown], this site reads version {expected}',
    fix: { fr: 'Mettez à jour le plus ancien des deux sites.', en: 'Update the older of the two sites.' }
  },
  'story-territory': {
    title: { fr: 'autre territoire', en: 'another territory' },
    fr: 'cette séance raconte un autre territoire (SIREN [{found}|inconnu]) que celui de ce site ({expected})',
    en: 'this presentation tells of another territory (SIREN [{found}|unknown]) than this site’s ({expected})',
    fix: {
      fr: 'Ouvrez-la sur le site de son territoire, ou partez de la séance proposée ici. Rien n’a été modifié.',
      en: 'Open it on the site of its territory, or start from the presentation proposed here. Nothing was changed.'
    }
  },
  'story-no-step': {
    title: { fr: 'séance vide', en: 'empty presentation' },
    fr: 'aucune étape de ce fichier ne montre une page de ce site',
    en: 'no step of this file shows a page of this site',
    fix: { fr: 'Partez de la séance proposée.', en: 'Start from the presentation proposed.' }
  },
  'story-unknown-page': {
    title: { fr: 'page inconnue', en: 'unknown page' },
    ...stepsOf(' sans page connue ici, laissée de côté', ' without a page known here, left out')
  },
  'story-too-long': {
    title: { fr: 'séance trop longue', en: 'presentation too long' },
    ...stepsOf(' au-delà de {expected}, laissée de côté', ' beyond {expected}, left out')
  }
};
