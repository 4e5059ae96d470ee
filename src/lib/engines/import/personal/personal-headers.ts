// What a header says of a column: of a person, of a place or a structure, of a post or a file number, or nothing.
import type { PersonalKind } from '../../../model/source-files.ts';
import { unaccented } from '../../../model/unaccented.ts';
import { foldHeader } from '../../../model/names.ts';

/** What a header says: a personal kind; `bare`: « Nom », of a person or of a school; `key`: what rows are joined by; `place`: a place or a structure. */
export type HeaderClass = PersonalKind | 'bare' | 'key' | 'place' | null;

const FIRST_NAME = /^(?:2e|3e|1er)?(?:prenoms?\d?|firstname|givenname|forename)/;
const PERSON =
  /^(?:(?:lastname|surname|familyname|fullname|childname|nameofchild|identite|nomprenoms?|prenomnom|nometprenoms?|nompatronymique|nomusuel|nomcomplet|nomdusage|nomusage|nomdenaissance|nomnaissance|nomdefamille|nomfamille|nommarital|nomjf)|noms?(?:et)?prenoms?.*|(?:noms?|prenoms?|identite)(?:d|de|du|dela|del|des)?(?:enfants?|eleves?|jeunes?|mineure?s?|beneficiaires?|usagers?|fille|garcon|mere|pere|parents?|maman|papa|tuteur|tutrice|responsable|directeur|directrice|enseignante?|maitresse|contact|interlocuteur|professeur|medecin).*)$/;
const CHILD = /^(?:l)?(?:enfant|eleve|jeune|mineur|beneficiaire|usager)e?(?:\d|concernee?|suivie?)?$/;
const ROLE =
  /^(?:directeur|directrice|directeurtrice|enseignante?|maitresse?|professeur|professeurdesecoles|interlocuteur|interlocutrice|medecin|contact|contacts|correspondante?|signataire|auteur|saisipar|redacteur|educateur|educatrice)$/;
const BIRTH =
  /naissance|^(?:ne|nee|neele|nele|neeele|nee?le|datenaiss.*|datedenaiss|ddn|dn|dob|birthdate|dateofbirth|birthplace|placeofbirth|ages?|ageenfant|agedelenfant|agedeleleve|ageactuel|ageans|ageenannees)$/;
const BIRTH_YEAR = /^(?:annee(?:de)?naissance|birthyear|yearofbirth)$/;
const RELATIVE =
  /^(?:(?:la)?meres?|(?:le)?peres?|maman|papa|parents?\d?|parent[12].*|tuteur|tutrice|tuteurlegal|fratrie|freres?|soeurs?|freresetsoeurs|conjointe?|mother|father|guardian|responsables?(?:legale?s?|legaux)?\d?|(?:premier|second|autre)?responsable(?:legale?|1|2).*|representante?s?(?:legale?s?|legaux)?\d?|autoriteparentale|noms?(?:des)?parents?|beaupere|bellemere|grandsparents|assistantefamiliale|familledaccueil)$/;
const NUMBER =
  /^(?:n|no|num|numero)?(?:de)?(?:nir|nirpp|niss|nss|ss|secu|secuss|secusociale|securitesociale|ine|numeroine|allocataires?|allocatairecaf|caf|nocaf|passeport|titredesejour)$/;
const ADDRESS =
  /^(?:adresses?\d?.*|domicile|rue|voie|numeroetvoie|nomdelavoie|numeroderue|complementdadresse|lieudit|address|street|batiment|appartement)$/;
const CONTACT =
  /^(?:tel|tels|tel\d|telephones?.*|tel(?:fixe|mobile|portable|domicile|mere|pere|parents?|responsable|travail).*|n?portable.*|mobile|gsm|phone.*|e?mails?\d?|e?mail.*|mel|courriels?.*|adressemail|adresseelectronique|coordonnees(?:parents|famille|telephoniques)?|(?:no|num|numero)(?:de)?(?:tel|telephone|portable).*)$/;

const KEY =
  /^(?:caseid|n?dossier|numerodossier|n?parcours|famille|nfamille|numerofamille|codefamille|idfamille|familyid|foyer|id|identifiant|reference|ref|fiche|code|matricule|referente?s?|referentedeparcours|referentdeparcours|nom(?:du|dela)referente?|post|n?poste|numeroposte|agents?|nomdelagent|suivipar|intervenante?|coordination|coordinat(?:or|eur|rice)|coordonnateur|coordonnatrice|nomducoordinateur)$/;
const PLACE =
  /etabliss|ecole|college|lycee|communes?|villes?|quartier|qpv|secteur|circonscription|academie|departement|region|territoire|epci|equipe|structure|organisme|partenaire|association|porteur|operateur|patronyme|appellation|denomination|base|lieu|site|reseau|programme|portage|lib(?:elle)?(?:qp|territoire|commune)|uai/;

/** What a header says of its column. */
export function headerClass(header: string): HeaderClass {
  const folded = foldHeader(header);
  if (folded === '') return null;
  if (BIRTH_YEAR.test(folded)) return null;
  if (FIRST_NAME.test(folded) || PERSON.test(folded) || CHILD.test(folded) || ROLE.test(folded))
    return 'name';
  if (BIRTH.test(folded)) return 'birth';
  if (RELATIVE.test(folded)) return 'relative';
  if (NUMBER.test(folded)) return 'number';
  if (CONTACT.test(folded)) return 'contact';
  if (ADDRESS.test(folded)) return 'address';
  if (/^(?:noms?|name|names)$/.test(folded)) return 'bare';
  if (KEY.test(folded)) return 'key';
  return PLACE.test(folded) ? 'place' : null;
}

/** Whether a header is of births by year, which no day may stand in. */
export const isBirthYearHeader = (header: string): boolean => BIRTH_YEAR.test(foldHeader(header));
/** Whether a header is of where somebody was born. */
export const isBirthPlaceHeader = (header: string): boolean =>
  /lieu|place|pays|commune|ville|departement/.test(foldHeader(header));

/** Whether a header names the first name of a person. */
export const isFirstNameHeader = (header: string): boolean => FIRST_NAME.test(foldHeader(header));

/** Whether a header speaks of a child. */
export const isChildHeader = (header: string): boolean =>
  /\b(?:enfants?|eleves?|jeunes?|mineure?s?|child|pupil)\b/.test(unaccented(header).replace(/[_'’-]/g, ' '));

/** Whether a header names a school. */
export const isSchoolHeader = (header: string): boolean =>
  /^(?:l)?(?:nom)?(?:del|de|dela|du)?(?:ecole|etablissement|college)(?:frequentee?|scolaire|descolarisation|desecteur)?$|^(?:ecole|etablissement)$/.test(
    foldHeader(header)
  );

/** Whether a header names somebody of the service or of a school: not a child. */
export const isStaffHeader = (header: string): boolean =>
  /referent|agent|poste?$|suivipar|intervenant|coord|direct|enseignant|maitresse|professeur|interlocut|correspondant|educat|medecin|responsabledel/.test(
    foldHeader(header)
  );
