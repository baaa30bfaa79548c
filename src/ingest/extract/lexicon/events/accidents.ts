import { concept } from "./concept.ts";

/** Accidents, disasters, illness, death, rescue, weather, science. */
export const ACCIDENTS = [
  concept("explosion", 3, "explosion blast detonation", "explode detonate blow_up go_off erupt"),
  concept(
    "crash",
    3,
    "crash collision derailment accident wreck pile-up shipwreck capsizing mishap",
    "crash collide derail capsize overturn sink run_aground go_down ditch plunge plow plough crash-land slam_into smash_into",
  ),
  concept("fire", 3, "fire blaze wildfire bushfire inferno", "burn ignite engulf catch_fire burn_down gut"),
  concept("containment", 2, "containment", "extinguish bring_under_control defuse"),
  concept("outbreak-of", 3, "outbreak epidemic pandemic", "break_out"),
  concept(
    "disaster",
    3,
    "disaster earthquake quake tremor aftershock tsunami flood flooding hurricane typhoon cyclone tornado storm landslide mudslide avalanche eruption drought famine heatwave blizzard catastrophe",
    "flood devastate inundate make_landfall erupt rock",
  ),
  concept(
    "collapse",
    3,
    "collapse failure outage blackout malfunction spill shortage",
    "collapse malfunction spill burst cave_in give_way",
  ),
  concept("destruction", 2, "destruction demolition damage", "destroy demolish raze wreck"),
  concept(
    "death",
    3,
    "death suicide fatality drowning funeral burial demise passing",
    "die drown perish succumb pass_away bury cremate commit_suicide lay_to_rest",
  ),
  concept("birth", 1, "birth", "give_birth"),
  concept("injury", 1, "injury wounding", "injure wound hurt maim hospitalise hospitalize"),
  concept(
    "illness",
    3,
    "infection diagnosis poisoning hospitalization hospitalisation",
    "diagnose infect contract fall_ill hospitalise hospitalize test_positive become_ill",
  ),
  concept(
    "treatment",
    2,
    "surgery operation transplant vaccination treatment diagnostics quarantine",
    "operate vaccinate transplant undergo treat",
  ),
  concept("disappearance", 3, "disappearance", "disappear vanish go_missing"),
  concept(
    "discovery",
    2,
    "discovery finding recovery sighting breakthrough detection",
    "discover find recover retrieve detect unearth spot",
  ),
  concept("test", 2, "test experiment trial-run launch-test", "test"),
  concept(
    "spaceflight",
    3,
    "liftoff lift-off landing splashdown touchdown docking spacewalk launch flyby mission",
    "land dock lift_off blast_off touch_down orbit enter_orbit splash_down",
  ),
  concept(
    "journey",
    2,
    "flight voyage expedition diversion crossing",
    "divert reroute redirect take_off set_sail ground",
  ),
  concept(
    "strike-of-nature",
    3,
    "",
    "hit strike_coast sweep_through rip_through tear_through barrel_into batter lash",
  ),
];
