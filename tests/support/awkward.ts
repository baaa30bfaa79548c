/** Markup that must show as text wherever it stands: in elements, attributes, scripts, XML and calendars. */
export const MARKUP = [
  `<script>alert(1)</script>`,
  `"]]><b onmouseover='alert(2)'>`,
  `</title></script><img src=x onerror=alert(3)>`,
  `&lt;i&gt; &amp; "quoted" 'too' \`\${x}\``,
  `--><!-- ;,\\ BEGIN:VEVENT`,
] as const;

const UNBROKEN = "Donaudampfschifffahrtsgesellschaft".repeat(9);
const WORDY = "a very long name of a very long conference ".repeat(12).trim();

/** Ways to write a name or a title, each with a number that tells it from others. */
export const WRITTEN: readonly ((number: number) => string)[] = [
  (number) => `Meeting ${number}`,
  (number) => `مؤتمر صحفي رقم ${number} (Geneva)`,
  (number) => `東京で第${number}回会談`,
  (number) => `Talks ${number}: ${WORDY}`,
  (number) => `${number}${UNBROKEN}`,
  (number) => `פגישה ${number}`,
  (number) => `👩🏽‍🚒 Ünïcödé ${number}`,
  ...MARKUP.map((markup) => (number: number) => `${number} ${markup}`),
];

/** Every kind of date that is read, around a day. */
export const DATE_KINDS: readonly ((day: string) => string)[] = [
  (day) => day,
  (day) => day,
  (day) => day,
  (day) => `${day}T14:30`,
  (day) => `${day}T09:05:30Z`,
  (day) => `${day}T23:59:59+05:30`,
  (day) => day.slice(0, 7),
  (day) => day.slice(0, 4),
  (day) => `${day.slice(0, 3)}X`,
  (day) => `${day.slice(0, 2)}XX`,
  (day) => `${day.slice(0, 4)}-1X`,
  (day) => `${day.slice(0, 7)}-XX`,
  (day) => `${day.slice(0, 7)}-1X`,
  ...[21, 22, 23, 24, 33, 34, 35, 36, 37, 38, 39, 40, 41].map(
    (part) => (day: string) => `${day.slice(0, 4)}-${part}`,
  ),
  (day) => `${day}~`,
  (day) => `${day}?`,
  (day) => `${day}%`,
  (day) => `${day.slice(0, 7)}~`,
  (day) => `${day.slice(0, 4)}-?${day.slice(5, 7)}`,
  (day) => `${day.slice(0, 4)}/${Number(day.slice(0, 4)) + 3}`,
  (day) => `${day}/${day.slice(0, 4)}-12-31~`,
  (day) => `${day}/..`,
  (day) => `../${day}`,
  (day) => `${day.slice(0, 7)}/`,
  (day) => `/${day.slice(0, 7)}`,
  (day) => `[..${day.slice(0, 7)}]`,
  (day) => `[${day},${day.slice(0, 4)}-12-30..${day.slice(0, 4)}-12-31]`,
  (day) => `{${day.slice(0, 4)},${Number(day.slice(0, 4)) + 1}-10..${Number(day.slice(0, 4)) + 1}-12}`,
];
