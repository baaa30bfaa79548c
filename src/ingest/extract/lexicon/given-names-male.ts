import { wordSet } from "./word-set.ts";

/** First names of men from around the world that lists of English names leave out; lower case. */
export const MALE_GIVEN_NAMES = wordSet(
  `aleksandr alexandr aleksander alexey alexei aleksey aleksei alyaksandr anatoly anatoliy andrei andrey andriy andrzej
  anton arkady artem artyom bohdan boris borys bogdan dmitry dmitri dmytro dmitriy denis evgeny evgeniy yevgeny yevgeniy
  fyodor gennady georgy grigory hryhoriy igor ihor ilya ivan kirill konstantin kostyantyn leonid lev maksim maxim maksym mikhail mykhailo
  mykola nikita nikolai nikolay oleg oleh oleksandr oleksiy pavel pavlo petro pyotr roman ruslan rustam sergei sergey serhiy
  sergii stanislav stepan timur vadim vadym valentin valeri valery valeriy vasily vasyl viktor vitaly vitali vitaliy vladimir
  vladislav volodymyr vsevolod vyacheslav yaroslav yegor yuri yuriy yury zaur ramzan aslan alyosha
  jaroslaw janusz jacek jan jerzy krzysztof lech marek mateusz michal piotr radoslaw slawomir tomasz wojciech zbigniew
  kazimierz bronisław bronislaw donald mariusz
  václav vaclav jiri jiří miloš milos petr tomáš zdenek bohuslav andrej robert rudolf jozef ľubomír milan mojmir
  aleksandar branko dragan goran ivica luka mateo miroslav nebojsa nenad novak predrag ratko radovan sasa saša slobodan srdjan
  stipe vojislav zdravko zoran zlatko borut janez janša boyko rumen traian klaus nicolae ion iliescu calin florin
  gheorghe marcel mihai mircea radu sorin adrian viorel
  sandor zoltan ferenc gabor gábor gyorgy györgy istvan istván jános janos lajos laszlo lászló péter tamas viktor imre
  antonis alexis alekos andreas apostolos aris athanasios christos costas dimitris dimitrios evangelos fotis giannis giorgos ioannis
  konstantinos kostas kyriakos leonidas lucas michalis nikolaos nikos panagiotis panos pavlos petros spyros stavros
  stefanos thanasis theodoros vangelis vassilis yanis yannis yiannis
  abdul abdel abdullah abdulla abdallah abdelaziz abdulaziz abdelfattah abdelmadjid abdirahman abdurrahman abdulrahman abdulmalik abiy adel adnan ahmad ahmed
  akram ali amin amir ammar anas anwar asif asim ayman ayub aziz bashar basim bilal burhan daoud ehud fadi fahd faisal farid farouk
  fawzi fayez fuad ghassan habib hadi hafez haidar hakim hamad hamid hamza haroon hasan hassan haytham hicham hisham hosni
  hossein hussain hussein ibrahim idris imad imran iqbal isa ismail ismael issa jalal jamal jamil javad jawad kamal karim
  khaled khalid khalifa khalil mahmood mahmoud mahathir majid malik mansour marwan masoud massoud mehdi moammar muammar mohamad mohamed mohammad mohammed
  mohsen mokhtar moncef mostafa muhammad muhammadu munir musa mustafa mustapha nabih nabil nadeem naftali najib naguib nasser nawaf nawaz nizar nouri omar osama
  pervez qais qasem qassem rached rachid rafik rafiq rami rashid reza riad riyad saad sadiq saddam saeed saif salah saleh salem salim salman
  sameh sami samir sayed sayyid shahbaz shah shehbaz sohail sulaiman suleiman tahir talal tarek tareq tariq tayyip usman waleed walid wael yahya yasin yasir yasser youssef yousef yusuf yusef
  zafar zaid zayed zakaria ziad zine zia ebrahim hashem mojtaba javad behrouz bijan cyrus dariush farhad kambiz siamak parviz ashraf
  avigdor benny binyamin benjamin bezalel dov ehud eli eitan gadi gideon itamar moshe naftali reuven shaul shimon yair yitzhak yoav yossi uri amos menachem
  ahmet bekir berat binali bülent cem devlet ekrem emre erdal hakan hulusi ibrahim kemal mehmet mesut mevlüt murat mustafa necmettin numan oguz orhan recep selahattin suleyman süleyman turgut umit yilmaz yaşar
  nursultan kassym-jomart islam shavkat ilham heydar gurbanguly emomali almazbek sooronbay serzh nikol levon mikheil bidzina irakli zurab
  abhishek ajay ajit akhilesh akshay amit amitabh anand anil anupam arjun arun arvind ashok atal ashwin bhupinder chandra deepak devendra dinesh ganesh gautam harish hemant jagdish jawaharlal jitendra kapil karan
  kiran kumar lal lalu mahatma mahesh mahinda manish manmohan mohan mukesh mulayam nagendra narendra naveen navin nitish nitin pankaj piyush prakash pranab prashant pravin rahul raj rajesh rajiv rajinder rajnath
  rakesh ram ramesh ranil ravi rishi rohit sachin sanjay sandeep satya shashi shiv shivraj subhash subrahmanyam sundar sunil suresh sushil tejashwi uddhav vijay vikram vinod virat vishal vivek yashwant yogi gotabaya maithripala anura
  akihito akio akira fumio hideki hiroshi hiroyuki ichiro junichiro kazuo keiichi keisuke ken kenji kenta koichi koji kohei makoto masahiro masaru masayoshi naoto naruhito naoki osamu ryo ryuichi satoshi seiji shigeru shinji shinzo shinzō shohei shigeki
  shuichi taro takashi takeshi tatsuya tetsuya toru toshihiro toshio yasuo yasuhiro yoichi yoshihide yoshihiko yoshimasa yoshiro yoshitaka yuichi yuji yukio yusuke yuya yutaka hayao haruki kei
  joko jusuf prabowo susilo suharto sukarno bambang anies basuki budi agus hadi andi rizal rodrigo ferdinand benigno leni noynoy bongbong anwar najib mahathir muhyiddin thaksin prayut prayuth abhisit srettha hun norodom
  alassane amadou aminu atiku ayo babatunde bola chidi chinua chukwuma cyril emeka emmerson festus goodluck haile hailemariam isaias jakaya julius joao jomo juvénal kagame kwame kofi laurent leymah macky mamadou meles muhammadu mwai
  nana nelson ngozi nnamdi obiageli olusegun omar oumar ousmane paul-henri pierre raila robert salva sékou sani thabo uhuru umaru william yayi yoweri yusuf samuel mokgweetsi hakainde lazarus filipe armando alpha azali idriss ismaïl
  aitor alberto alejandro alfonso alfredo álvaro alvaro andrés andres ángel angel antonio antônio ariel armando arturo augusto benjamín bernardo camilo carlos césar cesar claudio cristian cristiano cristóbal daniel darío diego eduardo emiliano emilio enrique
  ernesto esteban evo facundo federico felipe fernando fidel francisco gabriel gerardo germán gilberto gonzalo guillermo gustavo héctor hector hernán horacio hugo humberto ignacio iker íñigo jaime jair javier jesús joaquín joaquin jorge josé jose juan julián julio julián
  leandro lenín leonardo leopoldo lionel lorenzo lucas luis luís luiz manuel marcelo marco mariano mario martín martin mateo matías mauricio maximiliano máximo miguel moisés nayib nelson néstor nestor nicolás nicolas octavio óscar oscar pablo pedro rafael ramón ramon raúl raul ricardo roberto rodrigo
  rubén ruben salvador santiago santos sebastián sebastian sergio simón teodoro tomás vicente víctor xavier thiago tiago ronaldo ronaldinho neymar romário aécio fernandinho paulo pepe rui andré antónio aníbal joão josé vítor
  alain alexandre alphonse antoine arnaud aurélien benoît benoit bernard bertrand bruno cédric christophe claude clément cyril damien denis didier dominique edouard édouard édgar édouard emmanuel éric étienne fabien fabrice florian franck françois francois frédéric gabriel gaël
  gérald gérard gerard gilles grégory guillaume guy henri hervé hubert jacques jean jean-baptiste jean-claude jean-françois jean-jacques jean-luc jean-marie jean-michel jean-paul jean-pierre jean-yves jean-louis jérôme joël julien kylian laurent lionel loïc louis luc manuel marc marcel
  mathieu maxime michel mickaël nicolas olivier pascal patrice philippe pierre quentin raphaël rémi rené romain salah sébastien serge stéphane sylvain théo thibaut thibault thierry thomas valentin valéry vincent xavier yann yannick yves zinedine antony ousmane
  andrea alessandro angelino antonio beppe bruno carlo dario davide emanuele enrico fabio federico filippo francesco gabriele giacomo gianluca gianluigi gianni giorgio giovanni giulio giuseppe guido ignazio luca luigi marcello massimo matteo maurizio mauro michele nicola
  paolo pier piero pietro raffaele renato renzo roberto romano sandro sergio silvio stefano tommaso umberto valerio vincenzo vittorio walter
  achim andreas annegret armin axel bernd björn boris burkhard christoph detlef dieter dirk eberhard egon erich ernst florian frank-walter franz friedrich friedhelm gerd gerhard gregor gunther günter guido hans hans-dietrich heiko heinrich heinz helmut helmuth herbert horst jens joachim jochen joerg jörg
  josef jürgen karl karl-theodor kai klaus konrad kurt lars lothar ludwig lutz manfred markus matthias max moritz norbert olaf oskar otto peer philipp rainer ralf reinhard roland rolf rudolf rüdiger sigmar siegfried stefan steffen sven thomas thorsten till torsten uli ulrich uwe volker werner wilhelm
  willy winfried wolfgang wolfram sebastian jef jos joost jeroen geert gert wim wouter pieter piet ruud sjoerd mark frans diederik dirk hendrik henk johan johannes kees maarten marnix rob sander sigrid stef thijs yves didier elio herman karel guy charles kris bart
  anders andreas arne axel bjarne bjorn bo carl einar erik espen fredrik gunnar gustav göran hakan håkan halvard harald helge ingvar jens jens-stoltenberg jimmie johan jonas jørgen kåre kjell knut lars leif magnus mads mats mette mikael mikko morten nils ola olaf olav olli ole oskar ove per pekka petter petteri poul rasmus
  sauli stefan stig sven svante søren tage thorbjørn thor tor torbjörn trond ulf urho juha jari jyrki esko antti kimi sigmundur bjarni
  xavi iñaki pep jordi carles oriol artur quim gerard lluís josep
  hakeem raheem rasheed kareem jamaal jaden jayden brayden aiden caden ezekiel elon jude zane kanye snoop usain shaun shane scottie
  deshawn lebron kobe shaquille tyrone jamal malik darnell terrell trayvon tyre derrick barack mitt rand newt beto pete bernie chuck mitch ted jeb ron nancy_ lindsey rudy rex reince wes
  nigel alastair alistair angus callum declan douglas ewan fergus gareth geraint graeme hamish iain ian keir kwasi lachlan liam malcolm niall owen rhys rory ruairi sajid simon seamus stuart grant boris jeremy jacob humza priti_ nadhim
  eamon eoin leo micheál michael enda padraig bertie brian cathal colm conor diarmuid donal fergal finbarr
  wes curtis dwayne jermaine kieran leroy marlon kyle zak zack
  lula pelé maradona`,
);
