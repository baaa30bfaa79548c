import { concept } from "./concept.ts";

/** Companies, money, products, work. */
export const BUSINESS = [
  concept(
    "acquisition",
    3,
    "acquisition takeover merger buyout purchase sale bailout takeover-bid divestment privatization privatisation",
    "acquire buy purchase sell merge bail_out privatise privatize divest auction take_over snap_up",
  ),
  concept(
    "launch",
    3,
    "launch release rollout roll-out debut unveiling premiere publication opening introduction relaunch",
    "launch release unveil debut premiere publish roll_out introduce relaunch issue ship go_on_sale go_live",
  ),
  concept(
    "founding",
    3,
    "founding foundation establishment creation formation start",
    "found establish set_up form create start begin co-found open reopen",
  ),
  concept(
    "closure",
    3,
    "closure shutdown closing liquidation",
    "close shut shut_down shutter liquidate wind_down cease halt stop discontinue evacuate scrap axe",
  ),
  concept(
    "bankruptcy",
    3,
    "bankruptcy insolvency default",
    "default go_bankrupt go_bust file_for_bankruptcy declare_bankruptcy seek_bankruptcy",
  ),
  concept(
    "layoff",
    3,
    "layoff lay-off redundancy restructuring cutback",
    "lay_off axe cut furlough restructure",
  ),
  concept("recall", 3, "recall", "recall"),
  concept("report", 1, "report publication communique communiqué release", ""),
  concept("announcement", 2, "announcement", "announce reveal disclose confirm"),
  concept(
    "investment",
    2,
    "investment funding donation grant loan contribution pledge",
    "invest fund donate lend award_contract",
  ),
  concept(
    "price",
    1,
    "rise increase hike drop slump plunge surge rally crash recession downturn recovery",
    "rise fall drop plunge slump surge soar tumble climb jump increase raise lower slash cut hike decline",
  ),
  concept(
    "construction",
    2,
    "construction completion groundbreaking",
    "build construct complete break_ground erect renovate",
  ),
  concept("expiry", 2, "expiry expiration end ending deadline", "expire end lapse conclude"),
  concept("beginning", 1, "start beginning resumption", "begin start commence resume kick_off get_under_way"),
  concept("suing", 3, "lawsuit", "sue"),
  concept("ipo", 3, "listing flotation ipo", "float go_public"),
];
