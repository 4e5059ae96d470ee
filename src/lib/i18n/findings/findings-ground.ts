// Words for OpenStreetMap extracts: why a file cannot be read, and what to take instead.
import type { Finding } from '../../model/findings.ts';
import type { Locale } from '../locale.ts';
import { fill, type InEachLanguage } from '../template.ts';
import { seenWords, type FindingLexicon } from './finding-words.ts';

/** « de 2,70° E à 3,40° E et de 50,40° N à 50,80° N », from `west south east north`. */
function boxWords(box = '', language: Locale): string {
  const sides = box.split(' ').map(Number);
  if (sides.length !== 4 || !sides.every(Number.isFinite)) return '';
  const degrees = (side: number, [positive = '', negative = '']: string) =>
    `${Math.abs(side).toLocaleString(language, { minimumFractionDigits: 2, maximumFractionDigits: 2 })}° ${side < 0 ? negative : positive}`;
  const [west = '', south = '', east = '', north = ''] = sides.map((side, index) =>
    degrees(side, index % 2 === 1 ? 'NS' : language === 'fr' ? 'EO' : 'EW')
  );
  return language === 'fr'
    ? `de ${west} à ${east} et de ${south} à ${north}`
    : `from ${west} to ${east} and from ${south} to ${north}`;
}

const inBoxes = ({ found, expected, ...rest }: Finding, language: Locale): Finding => ({
  ...rest,
  found: boxWords(found, language),
  expected: boxWords(expected, language)
});

const MODES: Readonly<Record<string, InEachLanguage>> = {
  car: { fr: 'voiture', en: 'car' },
  bike: { fr: 'vélo', en: 'bicycle' },
  foot: { fr: 'marche', en: 'foot' }
};

const AGAIN = { fr: 'Téléchargez-le de nouveau.', en: 'Download it again.' };
const AS_PUBLISHED = {
  fr: 'Reprenez l’extrait tel que download.geofabrik.de le publie.',
  en: 'Take the extract again, as published by download.geofabrik.de.'
};

export const GROUND_FINDINGS: FindingLexicon = {
  'ground-no-mode': {
    title: { fr: 'aucune route pour un mode de déplacement', en: 'no road for a mode' },
    fr: ({ found = '' }) =>
      ['aucune route pour un mode de déplacement', MODES[found]?.fr].filter(Boolean).join('\u202f: '),
    en: ({ found = '' }) => ['no road for a mode', MODES[found]?.en].filter(Boolean).join(': '),
    fix: {
      fr: 'Vérifiez que l’extrait couvre le territoire ; les temps de ce mode restent estimés.',
      en: 'Check that the extract covers the territory; the times of this mode stay estimates.'
    }
  },
  'pbf-foreign': seenWords('ce n’est pas un fichier OpenStreetMap PBF', 'not an OpenStreetMap PBF file', {
    fr: 'Prenez un extrait « .osm.pbf », par exemple de download.geofabrik.de.',
    en: 'Take an “.osm.pbf” extract, for instance from download.geofabrik.de.'
  }),
  'pbf-xml': seenWords('ce fichier OpenStreetMap est au format XML', 'this OpenStreetMap file is in XML', {
    fr: 'Prenez l’extrait au format « .osm.pbf ».',
    en: 'Take the extract as “.osm.pbf”.'
  }),
  'pbf-compressed': seenWords('ce fichier est compressé', 'this file is compressed', {
    fr: 'Prenez l’extrait au format « .osm.pbf », qui se lit sans être décompressé.',
    en: 'Take the extract as “.osm.pbf”, which is read without being unpacked.'
  }),
  'pbf-overpass': seenWords(
    'ce fichier est une réponse d’Overpass en JSON',
    'this file is an answer of Overpass in JSON',
    {
      fr: 'Prenez un extrait « .osm.pbf » de la région, par exemple de download.geofabrik.de.',
      en: 'Take an “.osm.pbf” extract of the region, for instance from download.geofabrik.de.'
    }
  ),
  'pbf-packing': seenWords(
    'les blocs de ce fichier sont compressés par un procédé que les navigateurs ne lisent pas',
    'the blocks of this file are compressed in a way that browsers do not read',
    AS_PUBLISHED
  ),
  'pbf-feature': seenWords(
    'ce fichier n’est pas un extrait courant d’OpenStreetMap',
    'this file is not an ordinary OpenStreetMap extract',
    {
      fr: 'Prenez un extrait sans historique, par exemple de download.geofabrik.de.',
      en: 'Take an extract without history, for instance from download.geofabrik.de.'
    }
  ),
  'pbf-unsorted': seenWords('ce fichier n’est pas trié', 'this file is not sorted', AS_PUBLISHED),
  'pbf-truncated': seenWords('fichier PBF incomplet', 'PBF file cut short', AGAIN),
  'pbf-damaged': seenWords('bloc PBF illisible', 'unreadable PBF block', AGAIN),
  'pbf-unreachable': seenWords('ce fichier ne peut plus être lu', 'this file can no longer be read', {
    fr: 'Vérifiez qu’il n’a été ni déplacé ni modifié, puis choisissez-le de nouveau.',
    en: 'Check that it was neither moved nor changed, then choose it again.'
  }),
  'pbf-antimeridian': {
    title: {
      fr: 'le territoire passe de part et d’autre du 180e méridien',
      en: 'the territory lies on both sides of the 180th meridian'
    },
    fr: (finding) =>
      fill(
        'le territoire passe de part et d’autre du 180e méridien[\u202f: {found}]',
        inBoxes(finding, 'fr')
      ),
    en: (finding) =>
      fill('the territory lies on both sides of the 180th meridian[: {found}]', inBoxes(finding, 'en')),
    fix: { fr: 'Traitez chaque côté séparément.', en: 'Do each side apart.' }
  },
  'pbf-box': seenWords('limites illisibles', 'unreadable limits', {
    fr: 'Attendu\u202f: ouest, sud, est, nord, en degrés, par exemple 3.3,50.2,3.7,50.5.',
    en: 'Expected: west, south, east, north, in degrees, for instance 3.3,50.2,3.7,50.5.'
  }),
  'pbf-elsewhere': {
    title: { fr: 'cet extrait ne couvre pas le territoire', en: 'this extract does not cover the territory' },
    fr: (finding) =>
      fill(
        'cet extrait ne couvre pas le territoire[\u202f: il va {found}, le territoire {expected}]',
        inBoxes(finding, 'fr')
      ),
    en: (finding) =>
      fill(
        'this extract does not cover the territory[: it goes {found}, the territory {expected}]',
        inBoxes(finding, 'en')
      ),
    fix: {
      fr: 'Prenez l’extrait de la région où se trouve le territoire.',
      en: 'Take the extract of the region where the territory is.'
    }
  },
  'pbf-no-road': seenWords('aucune route dans ce fichier', 'no road in this file', {
    fr: 'Vérifiez que l’extrait couvre le territoire et le mode demandé.',
    en: 'Check that the extract covers the territory and the mode asked for.'
  }),
  'ground-unreadable': seenWords(
    'ce n’est pas une archive de tuiles PMTiles (version 3) lisible',
    'this is not a readable PMTiles archive of tiles (version 3)',
    {
      fr: 'Prenez une archive « .pmtiles » complète, ou déposez un extrait « .osm.pbf ».',
      en: 'Take a whole “.pmtiles” archive, or drop an “.osm.pbf” extract.'
    }
  ),
  'ground-pictures': {
    title: { fr: 'tuiles en images', en: 'tiles as pictures' },
    fr: 'les tuiles de cette archive sont des images[ ({found})], non des tracés',
    en: 'the tiles of this archive are pictures[ ({found})], not lines',
    fix: {
      fr: 'Prenez une archive de tuiles vectorielles au schéma Shortbread, ou déposez un extrait « .osm.pbf ».',
      en: 'Take an archive of vector tiles of the Shortbread schema, or drop an “.osm.pbf” extract.'
    }
  },
  'ground-packing': {
    title: { fr: 'compression non lue', en: 'compression that is not read' },
    fr: 'cette archive est compressée par {found}, que tous les navigateurs ne lisent pas',
    en: 'this archive is compressed by {found}, which not every browser reads',
    fix: {
      fr: 'Prenez une archive dont les tuiles sont compressées par gzip.',
      en: 'Take an archive whose tiles are compressed by gzip.'
    }
  },
  'ground-schema': {
    title: { fr: 'archive d’un autre schéma', en: 'archive of another schema' },
    fr: 'les couches de cette archive ne sont pas celles attendues ({expected})\u202f; trouvé\u202f: [{found}|aucune]',
    en: 'the layers of this archive are not those expected ({expected}); found: [{found}|none]',
    fix: {
      fr: 'Prenez une archive au schéma Shortbread, ou déposez un extrait « .osm.pbf ».',
      en: 'Take an archive of the Shortbread schema, or drop an “.osm.pbf” extract.'
    }
  },
  'ground-elsewhere': {
    title: { fr: 'fond de carte d’un autre lieu', en: 'base map of another place' },
    fr: (finding) =>
      fill(
        'cette archive ne couvre pas le territoire[\u202f: elle va {found}, le territoire {expected}]',
        inBoxes(finding, 'fr')
      ),
    en: (finding) =>
      fill(
        'this archive does not cover the territory[: it goes {found}, the territory {expected}]',
        inBoxes(finding, 'en')
      ),
    fix: {
      fr: 'Prenez l’archive de la région où se trouve le territoire, ou déposez un extrait « .osm.pbf ».',
      en: 'Take the archive of the region where the territory is, or drop an “.osm.pbf” extract.'
    }
  },
  'ground-too-large': {
    title: { fr: 'archive trop lourde', en: 'archive too heavy' },
    fr: 'cette archive pèse {found} Mo, au plus {expected} Mo',
    en: ({ found = '', expected = '' }) =>
      `this archive weighs ${found.replace(',', '.')} MB, at most ${expected} MB`,
    fix: {
      fr: 'Prenez une archive réduite au territoire, ou déposez un extrait « .osm.pbf ».',
      en: 'Take an archive reduced to the territory, or drop an “.osm.pbf” extract.'
    }
  },
  'ground-heavy': {
    title: { fr: 'archive lourde pour un hébergement', en: 'archive heavy for a host' },
    fr: 'cette archive pèse {found} Mo\u202f; des hébergements refusent un fichier de plus de {expected} Mo',
    en: ({ found = '', expected = '' }) =>
      `this archive weighs ${found.replace(',', '.')} MB; some hosts refuse a file of more than ${expected} MB`,
    fix: {
      fr: 'Avant de publier, prenez une archive réduite au territoire.',
      en: 'Before publishing, take an archive reduced to the territory.'
    }
  },
  'ground-no-paper': {
    title: { fr: 'pas de fond sur papier', en: 'no base map on paper' },
    fr: 'aucune route principale ni rivière n’est lue dans cette archive\u202f; les cartes imprimées n’auront pas de fond',
    en: 'no main road nor river is read in this archive; printed maps will have no base map'
  }
};
