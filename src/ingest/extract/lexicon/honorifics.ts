/** Forms of address and shortened titles that stand right before a name, in lower case without full stop, and the gender they tell. */
const HONORIFICS: ReadonlyMap<string, "MALE" | "FEMALE" | null> = new Map([
  ...each(
    "MALE",
    "mr messrs mister sir lord fr msgr monsieur m. herr señor sr signor sheikh sheik shaikh haji hajji pandit shri sri",
  ),
  ...each("FEMALE", "mrs ms miss dame lady mme mlle madame madam frau señora signora sra"),
  ...each(
    null,
    `mx dr drs prof rev revd reverend hon gov sen rep sens reps gen lt lieut col maj capt cmdr cdr adm sgt cpl pvt pfc det
    insp supt dci dsi atty amb pres cllr cllrs ald comm brig rabbi imam saint justice staff-sgt spc ssgt const`,
  ),
]);

function* each(
  gender: "MALE" | "FEMALE" | null,
  words: string,
): Iterable<[string, "MALE" | "FEMALE" | null]> {
  for (const word of words.split(/\s+/)) yield [word, gender];
}

/** Whether a word, in lower case, is a form of address: “Mr.”, “Sen”. */
export function isHonorific(lower: string): boolean {
  return HONORIFICS.has(withoutStop(lower));
}

/** The gender that a form of address, in lower case, tells. */
export function genderOfHonorific(lower: string): "MALE" | "FEMALE" | null {
  return HONORIFICS.get(withoutStop(lower)) ?? null;
}

/** The role noun that a shortened title, in lower case, stands for: “Sen.” is a senator; null of mere forms of address. */
export function officeOfHonorific(lower: string): string | null {
  return OFFICES_IN_SHORT.get(withoutStop(lower)) ?? null;
}

function withoutStop(lower: string): string {
  return lower.endsWith(".") ? lower.slice(0, -1) : lower;
}

const OFFICES_IN_SHORT: ReadonlyMap<string, string> = new Map(
  Object.entries({
    adm: "admiral",
    amb: "ambassador",
    brig: "brigadier",
    capt: "captain",
    cdr: "commander",
    cllr: "councillor",
    cmdr: "commander",
    col: "colonel",
    const: "constable",
    cpl: "corporal",
    det: "detective",
    gen: "general",
    gov: "governor",
    insp: "inspector",
    justice: "justice",
    lieut: "lieutenant",
    lt: "lieutenant",
    maj: "major",
    pres: "president",
    prof: "professor",
    rabbi: "rabbi",
    imam: "imam",
    rep: "representative",
    rev: "reverend",
    sen: "senator",
    sgt: "sergeant",
    sheikh: "sheikh",
    supt: "superintendent",
  }),
);
