/** Bodies that news names without saying what they are, in lower case; abbreviations among them. */
export const KNOWN_BODIES: ReadonlySet<string> = new Set(
  `un|u.n.|united nations|eu|e.u.|european union|nato|who|imf|wto|opec|asean|african union|arab league|g7|g8|g20|brics|oecd|osce|iaea|
unesco|unicef|unhcr|interpol|europol|icc|icj|red cross|red crescent|amnesty international|human rights watch|greenpeace|oxfam|
fifa|uefa|ioc|nba|nfl|mlb|nhl|fbi|cia|nsa|fda|cdc|epa|sec|irs|faa|ntsb|nasa|esa|dea|atf|ice|doj|fema|noaa|usgs|nhs|mi5|mi6|gchq|fsb|gru|kgb|
mossad|idf|hamas|hezbollah|hizbullah|taliban|isis|isil|islamic state|al-qaeda|al qaeda|boko haram|al-shabaab|houthis|fatah|plo|pkk|ira|farc|
bbc|cnn|nbc|abc|cbs|pbs|npr|msnbc|fox news|sky news|itv|al jazeera|reuters|associated press|ap|afp|agence france-presse|tass|interfax|
xinhua|kyodo|ria novosti|deutsche welle|bloomberg|new york times|washington post|wall street journal|guardian|financial times|le monde|
der spiegel|el país|usa today|politico|axios|buzzfeed|twitter|facebook|meta|instagram|google|alphabet|youtube|apple|microsoft|amazon|
netflix|tesla|spacex|uber|airbnb|tiktok|bytedance|huawei|tencent|alibaba|samsung|sony|nintendo|toyota|honda|nissan|hyundai|volkswagen|bmw|
mercedes-benz|ford|general motors|gm|chrysler|fiat|renault|peugeot|boeing|airbus|embraer|bombardier|lockheed martin|raytheon|rolls-royce|
siemens|bosch|philips|nokia|ericsson|intel|ibm|amd|nvidia|qualcomm|oracle|cisco|hp|dell|at&t|verizon|t-mobile|vodafone|comcast|disney|
walmart|wal-mart|target|costco|ikea|nike|adidas|puma|mcdonald's|starbucks|coca-cola|pepsico|nestlé|unilever|pfizer|moderna|astrazeneca|
novartis|roche|bayer|merck|gsk|exxonmobil|exxon|chevron|shell|bp|total|gazprom|rosneft|aramco|goldman sachs|jpmorgan|jpmorgan chase|
morgan stanley|citigroup|wells fargo|hsbc|barclays|ubs|credit suisse|deutsche bank|blackrock|visa|mastercard|paypal|moody's|
ryanair|easyjet|lufthansa|air france|british airways|delta|american airlines|united airlines|qantas|emirates|eurostar|amtrak|
congress|senate|house of representatives|parliament|knesset|bundestag|duma|kremlin|white house|pentagon|state department|treasury|
federal reserve|supreme court|wikileaks|wikipedia|wikinews|labour|conservatives|republicans|democrats|liberal democrats|greens|
real madrid|barcelona|bayern munich|juventus|chelsea|arsenal|manchester united|manchester city|liverpool|tottenham|everton|
médecins sans frontières|medecins sans frontieres|doctors without borders|save the children|black lives matter|antifa|ku klux klan`
    .replaceAll("\n", "")
    .split("|"),
);

/** Abbreviations that name no body, in lower case. */
export const NO_BODIES: ReadonlySet<string> = new Set(
  `utc gmt bst est edt cst cdt mst mdt pst pdt cet cest am pm a.m. p.m. tv dna rna hiv aids covid covid-19 gdp vat usd eur gbp gps suv
  atm pc pcs cd dvd iq id ids ok faq lgbt lgbtq lgbtq+ dui ii iii iv vi vii viii ix xi xii mph kph km kg ad bc eez ied ieds uav uavs
  ufo cctv pdf html sms suvs vip phd md rv icu er ppe pcr ai it iot 3d 4g 5g wi-fi sars mers`.split(/\s+/),
);
