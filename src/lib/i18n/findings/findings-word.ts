// Words for a Word file of one's own that cannot be filled.
import type { FindingLexicon } from './finding-words.ts';

const ASK_PLAIN = {
  fr: 'Dans Word : Fichier, Enregistrer sous, « Document Word (.docx) », sans macro.',
  en: 'In Word: File, Save As, “Word Document (.docx)”, without macros.'
};

export const WORD_FINDINGS: FindingLexicon = {
  'word-not-docx': {
    title: { fr: 'ce n’est pas un fichier Word', en: 'not a Word file' },
    fr: 'ce n’est pas un document Word (.docx), ou il est abîmé ou protégé par un mot de passe',
    en: 'this is not a Word document (.docx), or it is damaged or locked by a password',
    fix: ASK_PLAIN
  },
  'word-too-large': {
    title: { fr: 'fichier trop lourd', en: 'file too large' },
    fr: 'ce document, une fois ouvert, serait trop lourd[ ({found})]',
    en: 'once opened, this document would be too large[ ({found})]',
    fix: { fr: 'Retirez ou réduisez ses images.', en: 'Remove its pictures, or make them smaller.' }
  },
  'word-too-many-parts': {
    title: { fr: 'trop d’éléments', en: 'too many parts' },
    fr: 'ce document a trop d’éléments pour être un modèle',
    en: 'this document has too many parts for a model'
  },
  'word-too-many-fields': {
    title: { fr: 'trop de champs', en: 'too many fields' },
    fr: 'ce document a plus de 20 000 champs',
    en: 'this document has more than 20,000 fields'
  },
  'word-too-deep': {
    title: { fr: 'listes trop imbriquées', en: 'lists nested too deep' },
    fr: 'une liste contient une liste qui en contient une autre',
    en: 'a list holds a list that holds another',
    fix: { fr: 'Deux niveaux suffisent.', en: 'Two levels are enough.' }
  },
  'word-too-long': {
    title: { fr: 'remplissage trop long', en: 'takes too long to fill' },
    fr: 'ce document a mis plus de 20 secondes à se remplir et a été arrêté',
    en: 'this document took more than 20 seconds to fill, and was stopped'
  },
  'word-macros': {
    title: { fr: 'document avec macros', en: 'document with macros' },
    fr: 'ce document contient des macros : elles s’exécuteraient chez ses lecteurs',
    en: 'this document holds macros: they would run at its readers’',
    fix: ASK_PLAIN
  },
  'word-objects': {
    title: { fr: 'objet incorporé', en: 'embedded object' },
    fr: 'ce document contient un objet incorporé[ ({found})] : classeur, programme ou contrôle',
    en: 'this document holds an embedded object[ ({found})]: a workbook, a program or a control',
    fix: { fr: 'Remplacez-le par une image ou par du texte.', en: 'Replace it by a picture or text.' }
  },
  'word-template': {
    title: { fr: 'modèle distant', en: 'remote template' },
    fr: 'ce document va chercher un modèle ailleurs[ ({found})]',
    en: 'this document fetches a template from elsewhere[ ({found})]',
    fix: {
      fr: 'Dans Word : Développeur, Modèle de document, choisissez « Normal ».',
      en: 'In Word: Developer, Document Template, choose “Normal”.'
    }
  },
  'word-chunk': {
    title: { fr: 'document inséré', en: 'inserted document' },
    fr: 'ce document en insère un autre sans le montrer[ ({found})]',
    en: 'this document inserts another without showing it[ ({found})]',
    fix: ASK_PLAIN
  },
  'word-links': {
    title: { fr: 'lien vers l’extérieur', en: 'link to the outside' },
    fr: 'ce document contient un lien vers l’extérieur[ ({found})]',
    en: 'this document holds a link to the outside[ ({found})]',
    fix: {
      fr: 'Retirez le lien (clic droit, « Supprimer le lien hypertexte »), ou écrivez l’adresse en texte.',
      en: 'Remove the link (right click, “Remove Hyperlink”), or write the address as text.'
    }
  },
  'word-fetches': {
    title: { fr: 'champ de Word qui va chercher ailleurs', en: 'Word field that fetches from elsewhere' },
    fr: 'un champ de Word[ ({found})] va chercher autre chose que ce document',
    en: 'a Word field[ ({found})] fetches something else than this document',
    fix: { fr: 'Remplacez-le par son contenu.', en: 'Replace it by what it holds.' }
  },
  'word-entities': {
    title: { fr: 'écriture inhabituelle', en: 'unusual writing' },
    fr: 'ce document définit des abréviations que Word n’écrit jamais[ ({found})]',
    en: 'this document defines abbreviations that Word never writes[ ({found})]',
    fix: ASK_PLAIN
  },
  'word-encoding': {
    title: { fr: 'écriture inhabituelle', en: 'unusual writing' },
    fr: 'ce document n’est pas écrit comme Word les écrit[ ({found})]',
    en: 'this document is not written as Word writes them[ ({found})]',
    fix: ASK_PLAIN
  },
  'word-fields': {
    title: { fr: 'champ mal fermé', en: 'field that does not close' },
    fr: 'un champ est mal ouvert ou mal fermé[ : « {found} »]',
    en: 'a field does not open or close as it should[: “{found}”]',
    fix: {
      fr: 'Un champ s’écrit {{enfants.total}} ; une liste s’ouvre par {{#communes}} et se ferme par {{/communes}}.',
      en: 'A field is typed {{enfants.total}}; a list opens with {{#communes}} and closes with {{/communes}}.'
    }
  }
};
