// Frequent first names of people who live in France, of every origin, unaccented: facts of the civil registers. Those that are first of all a word are left out.
const FIRST_NAMES = `
aaliyah aaron abdallah abdel abdelaziz abdelkader abdellah abderrahmane abdou abdoul abdoulaye abel abigail achille adam adama adel adelaide adele
adem adil adrian adriana adrien adrienne agathe aglae agnes agnieszka ahmed aicha aida aimee aissa aissata aissatou akram aksel alain alan alana
alassane alban albane albert alda alessia alessio alex alexander alexandra alexandre alexia alexis aleyna alfred ali alia alice alicia alicja alima
aline alisha alison alix aliya aliyah allan alma aloys alya alyssa alyssia amadou amandine amaury amel amelia amelie amelle amin amina aminata
amine aminou amir amira amna anabelle anael anaelle anais anas anastasia anatole anaya andre andrea andreas andreea ange angela angele angelina
angeline angelique anis anissa anita anna annabelle anne annette annick annie anouar anouk anthony antoine antoinette anton antonella antonin antonio
apolline appoline arda ariane arielle arij armand armelle arnaud arsene arthur asma assa assane assetou assia assma astrid athena aubin aude audrey
auguste augustin augustine aurel aurelie aurelien aurore awa axel axelle aya ayah ayden ayman aymen aymeric ayoub ayse azra baptiste baran basile
bastien batiste beatrice benedicte benjamin benoit berenice bernadette bernard bertille bertrand bilal bilel binta bintou blaise blanche blandine
bogdan boubacar boubakar brahim brandon brayan brenda brice brigitte bruno bryan camelia camille candice capucine carine carla carlos carole caroline
cassandra cassandre catalin caterina catherine cecile cecilia cedric celestin celestine celia celian celine cem chadi chaima chaimae chantal charlene
charles charlie charline charlotte cheick cheikh chiara chloe chris christelle christian christiane christina christine christophe cindy claire clara
clarisse claude claudia claudine claudiu clea clelia clemence clement clementine cleo clothilde clotilde clovis colette coline coralie coraline
corentin corinne cosima cosmin coumba cristian cristina cyprien cyril cyrille dalia dalila damien dani daniel daniela daniele danielle daouda darius
david deborah delphine denis denisa denise deniz devran diaby diana diane didier dieudonne dimitri dina djamel djamila djibril dominique dorian
doriane dorothee dounia dragos driss dylan ecrin eddy edgar edith edmond edouard edwige efe ela elea eleanor elena eleonore elhadj elia eliana elias
elie eliette elif elijah eline eliot eliott elisa elisabeth elise ella ellie elliot elma eloan elodie eloi eloise elona elouan elsa elvira elyas elyes
elyne elyssa ema emeline emeric emie emile emilia emilie emilien emilio emine emir emirhan emma emmanuel emmanuella emmanuelle emmy emna emre enes
enola enora enzo eric erika ernest erwan erwann esma esteban estelle esther ethan etienne eugene eugenie eva evan evann evelyne ewen eylul eymen ezio
fabien fabienne fabio fabrice fadi fadila faiza fanny fanta fantine fares farid farida farouk fatiha fatim fatima fatimata fatine fatma fatou fatouma
fatoumata faustine fayza felicie felix ferdi ferdinand ferhat feriel fethi firmin flavie flavien flavio florence florent florian floriane florin fode
fodil fouad foune fouzia francesca francesco francine francis francisco franck francois francoise frank frederic frederique gabin gabriel gabriela
gabriella gabrielle gael gaelle gaetan gaspard gaston gauthier gautier genevieve geoffrey george georges georgette georgia gerald geraldine gerard
germain germaine gheorghe ghislain ghislaine ghita gianni gilbert gilles gina ginette giovanni gisele giulia giulian gokhan goran gregoire gregory
guilhem guillaume gurvan gustave guy gwenael gwenaelle gwendoline habib habiba hacene hadja hadrien hafid hafida hafsa haidar hakan hakim halima hamid
hamida hamidou hamza hana hanaa hanae hanan hanane hania hanna hannah haris haron haroun harouna hasan hassan hassane hayat hedi helena helene helia
heloise henri henriette henry herve hiba hicham hichem hind hocine honore honorine horace houda houria hugo hugues huong hussein ibrahim ibrahima
ibtihel ibtissem idris idriss igor ihsan ihssane ikhlass ikram ilan ilana ilham ilhan ilian iliana ilias iliass ilies iljas ilona ilyan ilyana ilyas
ilyes iman imane imen imene imran inaya inayah ines inna ioana ionela ionut irene iris isaac isaak isabella isabelle isaiah isak isham isis islem
ismael ismail issa issam issiaka itziar iulia ivan ivana izia jacky jacob jacqueline jacques jad jade jalil jamal jamel james jamila jana janna jannah
jasmine jason jassim java jawad jayden jean jeanne jeannine jenna jennifer jennyfer jeremie jeremy jerome jessica jessy jibril jihad jihane joachim
joan joanna joao joel joelle johan johann johanna john jonas jonathan jordan jordane joris jose joseph josephine josette joshua josiane josselin josue
joy joyce juan judith jules julia julian juliana julie julien julienne juliette juline justin justine kader kadiatou kadidia kadidiatou kadidja kadija
kaelig kaina kais kamel kamelia kamelya kamil kamila kamilia karen karim karima karine karl kassandra kassim katell kathleen katia kawtar kayla keita
kelly kelya kelyan kemal kenan kenny kenza kenzi kenzo kerem kevin khadidja khadija khadra khaled khalid khalifa khalil kheira kilian killian 
kimberley klara koffi kofi kristina kyara kylian kyllian laetitia laila lamia lamiae lamine lana lara larisa larissa latifa laura laure laureen
laureline laurence laurent laurette laurie lauryn layana layla lea leana leandre leandro leane leila leina lena leni lenny leny leo leon leona leonard
leonardo leonie leonor leontine leopold leopoldine leslie leyla leyna lia liam liana lidia lila lili lilia lilian liliana liliane lilly lilou lilouan
lily lilya lina linda linh lino linoa lionel lisa lisandro lise lison livia livio liya liyah lizea lizzie loan loane loanne loeva lohan loic loick
lois lola lolita lorenzo loris lou louane louann louanne loubna louca loucas louis louisa louise louison louka loukas lounes loup luana luane luc luca
lucas lucian luciano lucie lucien lucienne lucile lucille lucy ludivine ludovic luigi luis luisa luka lukas luna lya lyam lyana lydia lydie lyes lylia
lylou lyna lynn lysa madeleine madison mado mael maelie maeline maelle maelya maelyne maelys maeva magali magalie magda maghnia mahamadou mahaut mahdi
mahe mahmoud maia mailys maimouna maissa maissane maiwenn makan malak malek malia malick malik malika malo malone malvina mamadou mamady manal manel
manelle manon manuel manuela mara marc marceau marcel marcelle marco margaux margot marguerite maria mariam mariama mariame marian marianne marie
mariella marielle mariem marietou marilou marilyn marina marine mario marion marius marjorie marko marlene marley marlon maroua marouane martha marthe
martin martine marveille marvin marwa marwan marwane mary maryam maryame maryline maryse massinissa mateo mathias mathieu mathilda mathilde mathis
mathurin mathys matis matteo matthew matthias matthieu matthis matys maud maude maurice mauricette maxence maxim maxime maximilien maya mayeul
mayline mayssa mayssane medhi medina medine megane mehdi mehmet mei meissa melanie melek melina melinda meline melissa melodie melvin melvyn melyna
menel merlin merve merwan meryam meryem mia michael michel michele micheline mickael miguel mihaela mihai mika mikael mila milan milana milena milhan
milla milo milos mina minh miral mireille miriam mirza moctar modibo mohamadou mohamed mohammad mohammed moise molly monique morgan morgane mouhamed
mouna mounir mourad moussa moustapha muhammad muhammed muriel mustafa mustapha mya myla mylan mylene myriam nabil nabila nacim nada nadege nadia
nadine nadir nadjib nael naelia naelle nahel nahil nahla naila naim naima najat najib najwa naomi naomie narjess nasser nassera nassim nassima natacha
natalia natanael nathalie nathan nathanael nathanaelle natheo nawal nawel naya nayla neila neissa nell nelson nesma nesrine nevena nguyen nicolas
nicole nicoleta nihad nikita nikola nils nina nino nisrine noa noah noam noan noann noelie noeline noella noelle noemi noemie noham nolan nolann
nolhan nolwenn nora norah norbert nordine noreddine nouh nour noura noureddine nyla nylan oceane octave octavia odette odile ofelia oihan oksana oleg
olena olga olivia olivier olympe omar omayma ombeline omer ondine ophelie orlando orlane oscar oswald othman othmane ouassim oumaima oumar oumayma
oumou oumy ousmane oussama ovidiu owen pablo palmyre paloma paola paolo pascal pascale pascaline patrice patricia patrick paul paula paulette paulin
pauline pedro perrine petru pharell philemon philibert philippe philippine pia pierre pierrette prescillia priscilla priya quentin rabab rabah rabia
rachel rachelle rachid rachida radu rafael raffael raja rajaa raluca ramata ramatoulaye rami ramla ramy rania raphael raphaella raphaelle raquel rayan
rayane rayen raymond raymonde razane razvan rebecca reda redouane regine regis remi remy renan renaud rene renee reyan rhita riad ribal ricardo
richard rihab rihanna rim rita riyad robert roberto robin rodolphe rodrigue roger rokhaya rokia roland romain romaissa romane romaric romeo romuald
romy ronan rosa rosalie rosalind roseline rosine rouguiatou roukaya roxana roxane ruben rudy ruth ryad ryan ryana sabah sabine sabri sabrina sacha
safa safaa safia safiatou safiya safwan said saida saif saja sajid sakina salah salamata saliha salim salima salimata salma salome salomon salwa
samantha samba sami samia samir samira samuel samy sana sandra sandrine sandy sanna sara sarah saran sasha savannah scarlett sebastian sebastien
segolene seher sekou sekouba selena selene selim selima selin selma selya senel serena serge sergio serine serkan sevan severine seydou shaina shana
shanaya shanna sharon shayan shaynez sherine sheryne shirine shirley siaka sibylle sidi sidonie siham sihem simeon simon simone sira sirine soan soane
sofia sofiane sohan solal solan solange solene solenn solenne soline somaya sonia sophia sophie soraya soren sorin soufiane souhail souleymane soumaya
stacy stanislas stefan stefania stella stephan stephane stephanie steve steven sukeyna suzanne suzon sven svetlana sybille sydney sylla sylvain
sylvaine sylvana sylvia sylvie syrine taha tahar taina talia tamara tamime tanguy tania tao tara tarek tarik tasnim tatiana tayron tea teddy teo tess
tessa thaina thais thalia thanh thea thelma theo theodora theodore theophile theotime theresa therese thibaud thibault thibaut thierno thierry thiziri
thomas tiago tiana tidiane tifany tiffany tiguida tilio tim timael timea timeo timothe timothee tina titouan titus tobias tom tomas tommy toni
tony toufik tracy tristan tuba tugce tugdual tyler tyron ugo ulysse umut ursula valentin valentina valentine valere valeria valerian valerie valeriy
valery vanessa vasco vasile vera veronique vicente vickie victoire victor victoria viktor viktoria vincent violette viorel virgile virginie viviane
vivien vladimir wael wafa wahiba waleed walid walter warda warren wassila wassim wei wendy wesley wiam widad wided wilfried william willy wissal
wissam xavier xin yacine yael yaelle yahya yakoub yamina yanis yann yannick yannis yara yasin yasine yasmina yasmine yasser yassin yassine yassir
yassmine yazid yelena yigit yoan yoann yohan yohann yolande yollane younes youness younous youri yousra youssef youssouf ysaline ysee yuki yulia yuna
yusuf yvan yves yvette yvon yvonne zaccharie zacharia zacharie zachary zahia zahra zainab zakaria zakariya zakarya zakia zaky zayd zayn zayneb zeinab
zeinabou zelie zeliha zeynep ziad zied zineb ziyad ziyed zoe zohra zoubida zoubir zoulikha zoumana
`;
/** Frequent surnames, of every origin; those that are also a word tell something only where others stand beside them. */
const SURNAMES = `
abdallah ahmed ali amar amrani andre arnaud aubert aubry bailly barbier baron barry barthelemy belaid belkacem benali benamar benmoussa benoit bernard berger bertin bertrand blanc
blanchard bonnet bouchet boucher bouazza boudiaf boulanger bourgeois bouvier brahimi breton brun brunet camara carlier carpentier carre charles charpentier chevalier cisse clement
colin collet collin coulibaly cousin da silva david delannoy delattre delcroix delmas denis descamps deschamps dia diallo diarra diop dos santos dubois duchemin dufour duhamel
dumas dumont dumoulin dupont dupuis dupuy durand duval etienne fabre faure fernandes fernandez ferreira fleury fofana fontaine fournier francois gaillard garcia garnier gaudin
gautier gauthier gerard germain girard giraud gomes gonzalez guerin guillaume guillot guyot haddad hamdi hamidi henry herve huet hubert humbert jacob jacques jacquet jean joly
julien kaya keita konate kone lacroix laine lambert langlois laurent le gall leblanc lebrun leclerc leclercq lecomte lefebvre lefevre leger legrand lejeune lemaire lemaitre lemoine
leroux leroy lesage leveque lopes lopez louis lucas mahieu maillard mallet marchal marchand martin martinez martins marie marty masson mathieu menard mercier mendy meunier meyer michel
millet mohamed monnier moreau morel morin moulin muller nguyen nicolas noel olivier ouali parent paris pasquier pelletier pereira perez perret perrin perrot petit philippe picard
pichon pierre poirier pons poulain prevost remy renard renaud renault rey reynaud richard riviere robert robin roche rodrigues rodriguez roger rolland rousseau roussel roux roy royer
saidi sanchez saidani sarr schmitt schneider sidibe simon slimani sow sylla tessier thomas toure traore vasseur vidal vincent weber yilmaz yildiz zerrouki ziani
`;

let known: ReadonlySet<string> | null = null;
let surnames: ReadonlySet<string> | null = null;

/** Whether a word, unaccented and in small letters, is a frequent first name. */
export function isFirstName(word: string): boolean {
  known ??= new Set(FIRST_NAMES.trim().split(/\s+/));
  return known.has(word);
}

/** Whether a word, unaccented and in small letters, is a frequent surname. */
export function isSurname(word: string): boolean {
  surnames ??= new Set(SURNAMES.trim().split(/\s+/));
  return surnames.has(word);
}
