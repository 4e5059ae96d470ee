// The French of a public agent: words that no page, print, note or guide uses, each with its reason. An exception is named one by one.
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { findingCodes, findingSentenceIn } from '../../../src/lib/i18n/findings/findings.ts';

interface Ban {
  word: RegExp;
  reason: string;
}

const BANNED: Readonly<Record<string, Ban>> = {
  découpage: { word: /découpage/, reason: 'one term for who follows which school: répartition' },
  scénario: { word: /scénario/, reason: 'a répartition that is kept is a répartition' },
  plan: {
    word: /\bplans?\b(?! du site)/,
    reason: 'said of a répartition, of a calendar and of the site: only « plan du site » is kept'
  },
  synthétique: { word: /synthétiq/, reason: 'data that are invented are fictives' },
  'de démonstration': { word: /de démonstration/, reason: 'data that are invented are fictives' },
  'fichier d’exemple': { word: /fichier d’exemple/, reason: 'data that are invented are fictives' },
  'demande sans appui': {
    word: /ne l’(a|ont) pas encore(?! été)|demand\w+ l’intervention/,
    reason: 'a school has asked for l’appui du service, and waits for it'
  },
  solveur: { word: /solveur/, reason: 'a program of ours, which nobody knows' },
  preuve: { word: /(?<!é)prouvé|\bpreuves?\b/, reason: 'a result is trouvé, and contrôlé deux fois' },
  certificat: { word: /certificat/, reason: 'Dossier de contrôle, pour le service informatique' },
  'procès-verbal': { word: /procès-verba/, reason: 'a legal act; ours is a relevé' },
  peindre: { word: /\bpeign|\bpeindre|pinceau/, reason: 'one clicks schools to hand them to a referent' },
  'de mieux possible': { word: /de mieux possible/, reason: 'Très proche du meilleur calendrier possible' },
  'temps pleins': { word: /temps pleins/, reason: 'Nombre de postes, par demi-poste' },
  répertoire: { word: /répertoire/, reason: 'dossier de l’ordinateur' },
  synonymes: { word: /plus élevée sur/, reason: 'a rank is « 5e sur 10 »' },
  liaison: { word: /liaison/, reason: 'said of the work with a school: échanges avec l’école' },
  'sorties de la semaine': {
    word: /sorties? par (semaine|jour)|les sorties, le stationnement/,
    reason: 'a trip by car is a tournée; a child leaves by a sortie, and what is handed out is a document'
  },
  'sorties de papier': {
    word: /registre des sorties|trois sorties|chaque sortie|contrôle de sortie/,
    reason: 'what is handed out is a document, looked at before it is published'
  },
  'sa part': {
    word: /\b(sa|leur) part(?! équitable)\b/,
    reason: 'what a post should carry is its part équitable, on every page'
  },
  'à 95 %': { word: /à 95 %/, reason: 'a range is told « 19 fois sur 20 »' },
  'noms de tables': {
    word: /\b(case_id|school_year|family_id|pathways_cube|support_teams|service_years|requested_since|followed_since)\b/,
    reason: 'columns and tables have French names; technical ones are in the SQL console'
  }
};

/** « key or file »: why the word stays. */
const EXCEPTIONS: Readonly<Record<string, { words: readonly string[]; reason: string }>> = {
  'docs/glossaire.md': { words: Object.keys(BANNED), reason: 'lists the words that are not written' },
  'docs/certificat.md': { words: Object.keys(BANNED), reason: 'format of the control file, for programs' },
  'docs/certificat-protection.md': {
    words: Object.keys(BANNED),
    reason: 'format of the control file, for programs'
  },
  'docs/commandes.md': { words: Object.keys(BANNED), reason: 'commands and their files' },
  'docs/configuration.md': { words: Object.keys(BANNED), reason: 'commands and their files' }
};

/** Findings that commands alone say: their words are those of a file format. */
const OF_COMMANDS = /^(split|cube|route|meetings|certificate|median|forecast|protection)-/;

const plain = (text: string) =>
  text
    .replace(/<\/?[a-z]+>/g, '')
    .replace(/\{\w+\}/g, '')
    .replace(/[\u00a0\u202f\u2009]/g, ' ')
    .replace(/'/g, '’')
    .toLowerCase();

type Message = string | { match: Record<string, string> }[];
/** But those of findings, which are read below as they are said. */
const folders = readdirSync('messages').filter((folder) => folder !== 'findings');
const messages = folders.flatMap((folder) =>
  Object.entries(
    JSON.parse(readFileSync(`messages/${folder}/fr.json`, 'utf8')) as Record<string, Message>
  ).flatMap(([key, message]) =>
    (typeof message === 'string' ? [message] : message.flatMap(({ match }) => Object.values(match))).map(
      (text) => ({ place: folder, key, text: plain(text) })
    )
  )
);
const guides = ['docs', 'docs/protection']
  .flatMap((folder) => readdirSync(folder).map((name) => `${folder}/${name}`))
  .filter((path) => path.endsWith('.md'))
  .flatMap((path) =>
    readFileSync(path, 'utf8')
      // What is in a block of code is a command, what is in brackets an address.
      .replace(/```[^]*?```|^ {4,}npm .*$|\]\([^)]*\)|`[^`]*`/gm, '')
      .split('\n')
      .map((line) => ({ place: path, key: path, text: plain(line) }))
  );
const findings = findingCodes()
  .filter((code) => !OF_COMMANDS.test(code))
  .map((code) => ({
    place: 'findings',
    key: code,
    text: plain(findingSentenceIn('fr', { code, severity: 'note', file: 'a.csv', found: '4', expected: '9' }))
  }));
const texts = [...messages, ...guides, ...findings];

const foundIn = ({ word }: Ban, name: string) =>
  texts.filter(({ key, text }) => word.test(text) && !EXCEPTIONS[key]?.words.includes(name));

describe('the French of the pages, findings and guides', () => {
  it.each(Object.entries(BANNED))('does not say « %s »', (name, ban) => {
    expect(
      foundIn(ban, name).map(({ key, text }) => `${key}: ${text}`),
      ban.reason
    ).toEqual([]);
  });

  it('names an exception only for a text that exists', () => {
    const keys = new Set(texts.map(({ key }) => key));
    for (const [key, { reason }] of Object.entries(EXCEPTIONS)) {
      expect(keys.has(key), key).toBe(true);
      expect(reason).not.toBe('');
    }
  });
});
