/** Words whose full stop does not end a sentence, in lower case without it. */
export const ABBREVIATIONS: ReadonlySet<string> = new Set(
  `mr mrs ms dr prof rev fr sr jr st hon gov sen rep reps sens gen lt col maj capt cmdr adm sgt cpl pvt det insp supt pres
  amb atty dist asst assoc dir min sec treas rt messrs mme mlle
  jan feb mar apr jun jul aug sept sep oct nov dec mon tue tues wed thu thur thurs fri sat sun
  vs etc al ca cf eg ie viz no nos vol pp ed eds trans approx est dept univ inc ltd co corp bros llc plc
  ave blvd rd hwy mt ft`.split(/\s+/),
);
