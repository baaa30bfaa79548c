import { concept } from "./concept.ts";

/** War, crime, unrest, and what the police and the courts do about it. */
export const VIOLENCE = [
  concept(
    "attack",
    3,
    "attack assault raid bombing airstrike strike ambush offensive invasion incursion shelling bombardment massacre onslaught siege insurgency stabbing arson hijacking cyberattack counteroffensive counter-offensive counterattack",
    "attack assault raid bomb ambush invade storm shell bombard strike stab besiege hijack hack torch vandalise vandalize ram target set_fire_to",
  ),
  concept(
    "shooting",
    3,
    "shooting gunfire shootout shoot-out",
    "shoot gun_down open_fire fire_at fire_on fire_tear fire_rubber shoot_down",
  ),
  concept(
    "battle",
    3,
    "battle fighting clash war conflict skirmish combat crossfire",
    "fight clash battle exchange_fire",
  ),
  concept(
    "capture",
    3,
    "capture seizure liberation occupation takeover",
    "capture seize overrun occupy liberate recapture conquer retake take_control",
  ),
  concept(
    "coup",
    3,
    "coup mutiny rebellion uprising revolt revolution insurrection putsch",
    "mutiny rebel rise_up overthrow",
  ),
  concept(
    "advance",
    2,
    "advance deployment mobilization mobilisation march",
    "advance deploy mobilise mobilize march",
  ),
  concept(
    "killing",
    3,
    "killing murder assassination execution homicide manslaughter lynching genocide beheading slaying",
    "kill murder assassinate execute slay lynch behead massacre",
  ),
  concept(
    "abuse",
    2,
    "abuse rape torture assault harassment molestation",
    "abuse rape torture molest assault harass beat",
  ),
  concept("kidnapping", 3, "kidnapping abduction hostage-taking hijack", "kidnap abduct take_hostage"),
  concept(
    "theft",
    3,
    "theft robbery burglary heist looting fraud embezzlement breach leak smuggling break-in",
    "steal rob burgle loot defraud embezzle smuggle break_into leak",
  ),
  concept("poisoning", 3, "poisoning", "poison"),
  concept(
    "protest",
    3,
    "protest demonstration rally march riot unrest turmoil sit-in vigil walkout walk-out strike rioting picket",
    "protest demonstrate rally riot walk_out walk_off go_on_strike down_tools take_to_the_streets take_to_streets strike picket",
  ),
  concept(
    "arrest",
    3,
    "arrest detention apprehension roundup crackdown manhunt imprisonment",
    "arrest detain apprehend jail imprison round_up take_into_custody nab hold_in_custody remand",
  ),
  concept("escape", 3, "escape jailbreak", "escape flee abscond break_out_of"),
  concept(
    "release-of-person",
    3,
    "bail parole amnesty pardon prisoner-swap prisoner-exchange",
    "free bail parole pardon exchange_prisoner swap_prisoner",
  ),
  concept("rescue", 3, "rescue airlift", "rescue airlift save pull_from"),
  concept(
    "charge",
    3,
    "charge indictment arraignment prosecution",
    "charge indict arraign prosecute plead plead_guilty accuse_formally book drop_charge",
  ),
  concept(
    "trial",
    3,
    "trial hearing inquest retrial court-martial proceedings arbitration tribunal lawsuit suit litigation",
    "try_for sue appear_in_court go_on_trial stand_trial file_suit file_lawsuit court-martial",
  ),
  concept(
    "verdict",
    3,
    "verdict conviction acquittal ruling judgment judgement",
    "convict acquit rule find_guilty find_not_guilty find_negligent find_liable clear exonerate",
  ),
  concept("sentence", 3, "sentence sentencing penalty fine", "sentence fine penalise penalize"),
  concept(
    "investigation",
    2,
    "investigation inquiry probe search manhunt review autopsy inspection raid audit",
    "investigate probe inspect raid search_for audit",
  ),
];
