// Findings of a story's file, in French.
import type { FindingLexicon } from '../finding-words.ts';

const steps = (count: string | undefined): string =>
  Number(count) > 1 ? `${count} étapes` : `${count ?? 'une'} étape`;

export const STORY_FINDINGS: FindingLexicon = {
  'story-too-large': {
    title: 'fichier trop long',
    what: ({ expected }) =>
      `une séance tient en ${expected ?? 'peu de'} caractères, ce fichier est plus long`,
    fix: 'Vérifiez que c’est bien un fichier de séance.'
  },
  'story-unreadable': {
    title: 'fichier illisible',
    what: () => 'le fichier n’a pas pu être lu',
    fix: 'Ouvrez-le de nouveau : il a peut-être été déplacé.'
  },
  'story-not-json': {
    title: 'fichier abîmé',
    what: () => 'ce n’est pas un fichier de séance, ou il a été coupé',
    fix: 'Enregistrez la séance de nouveau.'
  },
  'story-foreign': {
    title: 'autre sorte de fichier',
    what: () => 'ce fichier n’est pas une séance de Maillage',
    fix: 'Une séance s’enregistre depuis la page « Séance ».'
  },
  'story-version': {
    title: 'autre version',
    what: ({ found, expected }) =>
      `la séance est de la version ${found ?? 'inconnue'}, ce site lit la version ${expected ?? ''}`,
    fix: 'Mettez à jour le plus ancien des deux sites.'
  },
  'story-territory': {
    title: 'autre territoire',
    what: ({ found, expected }) =>
      `cette séance raconte un autre territoire (SIREN ${found ?? 'inconnu'}) que celui de ce site (${expected ?? ''})`,
    fix: 'Ouvrez-la sur le site de son territoire, ou partez de la séance proposée ici. Rien n’a été modifié.'
  },
  'story-no-step': {
    title: 'séance vide',
    what: () => 'aucune étape de ce fichier ne montre une page de ce site',
    fix: 'Partez de la séance proposée.'
  },
  'story-unknown-page': {
    title: 'page inconnue',
    what: ({ found }) => `${steps(found)} sans page connue ici, laissée de côté`
  },
  'story-too-long': {
    title: 'séance trop longue',
    what: ({ found, expected }) => `${steps(found)} au-delà de ${expected ?? ''}, laissée de côté`
  }
};
