import { concept } from "./concept.ts";

/** Sport, culture, honours, private life, moving from one place or team to another. */
export const LIFE = [
  concept(
    "match",
    3,
    "match game fight bout race tournament championship cup final semifinal semi-final quarterfinal quarter-final derby olympics marathon playoff play-off test-match grand-prix regatta fixture qualifier knockout",
    "compete face play_against box race",
  ),
  concept(
    "winning",
    3,
    "win victory triumph",
    "win beat defeat clinch triumph score knock_out draw_with qualify finish_first finish_second finish_third reach_final reach_semifinal reach_semi-final reach_quarterfinal reach_quarter-final",
  ),
  concept("record", 2, "record milestone", "set_record break_record"),
  concept(
    "transfer",
    3,
    "transfer signing",
    "transfer sign loan join rejoin trade move relocate return_to leave",
  ),
  concept(
    "leave",
    3,
    "medical-leave sick-leave maternity-leave paternity-leave parental-leave compassionate-leave",
    "",
  ),
  concept("retirement", 3, "retirement comeback", "retire come_back"),
  concept(
    "award",
    3,
    "award prize honour honor knighthood oscar induction",
    "award win_prize honour honor knight induct present canonise canonize beatify",
  ),
  concept(
    "festival",
    2,
    "festival concert performance exhibition parade ceremony show premiere anniversary celebration commemoration memorial-service auction screening carnival fair expo exhibit gala",
    "perform premiere celebrate commemorate exhibit host stage mark",
  ),
  concept(
    "marriage",
    3,
    "wedding marriage engagement divorce separation split honeymoon",
    "marry wed divorce remarry split_from split_up separate_from break_up_with tie_the_knot",
  ),
  concept(
    "disqualification",
    3,
    "disqualification ejection relegation elimination red-card",
    "disqualify eject relegate eliminate send_off crash_out bow_out",
  ),
  concept("migration", 2, "migration exodus displacement", "displace emigrate migrate"),
  concept("acceptance", 1, "acceptance", "accept"),
  concept("handover", 2, "handover transfer-of-power donation", "hand_over hand surrender turn_over"),
  concept(
    "conversation",
    2,
    "phone-call telephone-call",
    "telephone phone speak_by_phone speak_by_telephone speak_on_the_phone",
  ),
  concept("event-itself", 2, "event incident occurrence episode operation campaign", ""),
];
