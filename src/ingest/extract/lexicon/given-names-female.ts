import { wordSet } from "./word-set.ts";

/** First names of women from around the world that lists of English names leave out; lower case. */
export const FEMALE_GIVEN_NAMES = wordSet(
  `aleksandra alina alla alyona anastasia anastasiya anna darya ekaterina yekaterina elena elizaveta galina inna irina iryna
  katerina kateryna kristina ksenia ksenya larisa lidia lilia lyubov lyudmila liudmila ludmila maria mariya marina nadezhda nadiya natalia natalya nataliya
  nina oksana olena olesya olga olha polina raisa sofia sofya svetlana sviatlana tatiana tatyana tetiana ulyana valentina valeria varvara vera veronika viktoria yana yelena yevgenia
  yulia yuliya yulija zhanna zoya margarita maryna
  agnieszka beata bożena danuta ewa elżbieta grażyna iwona joanna jolanta kasia katarzyna krystyna magda małgorzata malgorzata monika zuzana zuzanna jana hana petra kateřina lenka markéta
  ana_ biljana dragana dubravka ivana jadranka jelena kolinda milica mirjana natasa nataša snežana vesna zorana alenka tanja ilinca maia laura_ viorica
  katalin ildikó ágnes zsuzsanna krisztina judit
  aikaterini angeliki dimitra despina dora eleni effie fotini katerina konstantina maria niki olga panagiota sofia vasiliki zoe
  aaliyah aisha aishah amal amina amira asma asmaa aya ayesha aziza benazir dalia fadwa farah farida fatima fatimah fatma fatou hala halima hanan hanin haneen hiba huda iman jamila khadija laila layla leila lina lubna maha malala
  malak manal mariam maryam mona muna nada nadia nadine naima najla nawal noor noura nour rania rasha reem rima razan sabrina safia sahar salma samia samira sana shadia shirin shireen sheikha siham souad suha sumaya tawakkol yasmin yasmine zainab zahra zeinab narges masih mahsa
  golshifteh azadeh nasrin marjane
  adalet asli ayşe ayse burcu canan derya elif emine esra fatma gülten hande hülya meral merve nesrin nuray özlem pınar sema sevim tansu zehra
  ayelet dalia golda merav miri orly shelly tzipi yael limor tamar gila
  aishwarya alia amrita anjali anushka aparna aruna deepa deepika indira jaya jayalalithaa jayanthi kamala kangana karuna kavita kiran lakshmi lata madhuri mamata maneka mayawati medha meenakshi meera nirmala nita padma pooja pratibha preeti priya priyanka radha rekha rukmini sania
  sarojini savita sheila_ shikha shobha smriti sonia sunita supriya sushma swati uma usha vandana vasundhara vidya sheikh-hasina hasina khaleda chandrika bandaranaike
  aiko akie akiko asuka ayumi chie emi eriko etsuko fumiko hanako haruka hiromi hitomi junko kaori kazuko keiko kumiko kyoko mai mako makiko mariko masako megumi michiko mika miki misaki miyuki naomi natsuko noriko reiko renho rie sachiko sae sanae sayaka seiko shizuka tomoko tomomi yoko yoriko yuko yuka yukari
  yuki yumi yumiko yuriko
  megawati sukarnoputri corazon gloria imelda leila_ leni miriam retno sri_ aung_ yingluck paetongtarn
  adaeze adaobi aminata amara chimamanda ellen graça joyce mpho ngozi nkosazana ama abena fatoumata mariama naledi nomvula phumzile samia thandi wangari winnie yaa zanele
  adriana alejandra alicia ana andrea ángela angélica beatriz blanca camila carmen carolina catalina cecilia claudia clara cristina daniela delcy dilma dolores elena elisa esperanza estela eugenia eva fernanda francisca francia gabriela gisela gloria graciela guadalupe inés inmaculada irene isabel isabella
  jacinta jimena josefina juana julia juliana keiko leticia lilian lorena lourdes lucía lucia luisa luz maite manuela marcela margarita maría maria mariana maribel marina mariela marta martha mercedes michelle milagros mónica monica natalia nélida nuria ofelia paloma patricia paula paulina pilar raquel
  rigoberta rocío rosa rosario sandra silvia sofía soledad sonia soraya susana teresa valentina valeria vanessa verónica veronica violeta ximena xiomara yolanda zulema marielle jandira tarcila_
  adèle agnès amélie anaïs anne anne-marie annie aurélie aurore béatrice bernadette brigitte camille carla carole caroline catherine cécile céline chantal charlotte_ christiane christine claire clémentine clotilde colette danièle danielle delphine dominique_ édith élisabeth elisabeth élise élodie emmanuelle
  estelle eugénie florence_ françoise geneviève ghislaine hélène inès isabelle jacqueline jeanne joëlle josiane julie juliette justine laetitia laure laurence léa liliane lise lucie madeleine marguerite marie marie-christine marie-claude marianne marine marion marlène martine mathilde mélanie michèle mireille monique
  muriel myriam nadine najat nathalie nicole noémie odile pascale pauline rachida roselyne sabine sandrine ségolène simone solène sophie stéphanie suzanne sylvie thérèse valérie véronique virginie viviane yvette yvonne
  alessandra alessia antonella arianna barbara beatrice bianca chiara cinzia concetta donatella elena elisabetta elly emma federica fiorella francesca gaia giada gianna ginevra giorgia giovanna giulia giuseppina grazia ilaria laura letizia livia loredana lucia lucrezia luisa maddalena marina marisa mariastella martina
  michela nunzia ornella paola patrizia raffaella roberta rosalba rosanna samantha serena silvana simona sofia stefania susanna teresa valentina virginia_ vittoria viviana
  alice_ andrea_ angela anja anke annalena annegret anneliese annette antje astrid bärbel beate birgit britta christiane claudia cornelia dagmar daniela doris edeltraud elke erika eva franziska franziska frauke friederike gabriele_ gerda gertrud gisela gudrun hannelore heide heidemarie heidi heike helga hildegard ilse inge ingeborg ingrid irmgard
  johanna julia jutta karin katarina katja katrin katrina kerstin kirsten klara lena lieselotte liselotte magdalena manuela margarete margot margrethe martina melanie monika nicola_ nicole petra renate ricarda rosemarie ruth sabine sahra saskia sigrid silke simone sonja stefanie steffi susanne svenja sybille tanja theresa ulla ulrike
  ursula ute uta verena waltraud wiebke
  aafke annemarie anouk femke fleur griet hanneke ineke jet joke_ karien liesbeth lotte maaike maggie_ marieke marleen mieke neelie sigrid sophie tineke wilhelmina beatrix máxima
  agnetha aino anette anneli annie_ astrid birgitta bodil britt ebba elin elisabet erna eva frida greta gro gudrun gunilla hedvig helle ida inger jóhanna jytte kaja katrín karen kirsten kirsti krista lene linn lotta lise magdalena malin märta maud mette margot mona_ pernille pia riikka saara sanna sif siv siri sofie sólveig tarja tora tuula ulla vigdís
  kirsty kayleigh keeley kimberley lyndsey shaniqua latoya tanisha ebony aisling imogen poppy freya isla elspeth morag mairi catriona rhiannon
  angharad sian siân nerys carys cerys bronwen shanice leanne jodie abbie ellie millie evie kiera kaitlyn mckenzie khloe kourtney kylie
  aoife caoimhe ciara deirdre gráinne maeve maureen niamh nuala orla roisin róisín saoirse siobhan siobhán sinead sinéad
  nahed nicola theresa priti suella kemi liz angela yvette nadine esther rachel_ rebecca bridget condoleezza hillary melania ivanka tulsi ketanji alexandria ilhan rashida ayanna kamala kayleigh nikki sarah usha
  lyudmyla jacinda julia_ penny_ tanya winnie beyoncé rihanna adele shakira serena venus simone naomi cher oprah mia zendaya taylor_`,
);
