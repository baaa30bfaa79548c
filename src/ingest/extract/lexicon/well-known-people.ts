/**
 * People whom news calls by one name without ever introducing them, in lower case: heads of state and government, and
 * a few whose single name is their usual one.
 */
export function wellKnownGender(lower: string): "MALE" | "FEMALE" | undefined {
  if (MEN.has(lower)) return "MALE";
  return WOMEN.has(lower) ? "FEMALE" : undefined;
}

const MEN: ReadonlySet<string> = new Set(
  `putin trump biden obama bush clinton reagan nixon gorbachev yeltsin medvedev zelensky zelenskyy zelenskiy poroshenko yanukovych
  lukashenko macron hollande sarkozy chirac mitterrand scholz merz schröder kohl blair cameron sunak starmer johnson corbyn
  berlusconi renzi draghi conte erdoğan erdogan netanyahu abbas arafat assad gaddafi qaddafi mubarak morsi sisi saddam
  khamenei khomeini rouhani raisi ahmadinejad pezeshkian modi gandhi nehru sharif musharraf zardari bhutto jinping hu mao
  lula bolsonaro maduro chávez chavez castro morales correa milei macri petro duterte marcos widodo jokowi prabowo suharto
  abe kishida koizumi suga ishiba moon yoon kim mandela mbeki zuma ramaphosa mugabe kagame museveni kenyatta ruto buhari
  orbán orban tusk duda kaczyński mitsotakis tsipras papandreou rajoy sánchez zapatero rutte stoltenberg juncker barroso
  trudeau harper albanese morrison turnbull guterres annan lavrov rubio blinken kerry pompeo vance pence cheney musk bezos
  zuckerberg snowden assange navalny milošević milosevic karadžić mladić pinochet hitler stalin lenin churchill
  mussolini einstein messi ronaldo neymar pelé maradona federer nadal djokovic ronaldinho bono eminem drake`.split(
    /\s+/,
  ),
);
const WOMEN: ReadonlySet<string> = new Set(
  `merkel thatcher ardern meloni rousseff kirchner bachelet bhutto_ hasina yingluck sheinbaum pelosi harris melania ivanka
  beyoncé beyonce madonna rihanna adele shakira oprah cher thunberg malala`.split(/\s+/),
);
