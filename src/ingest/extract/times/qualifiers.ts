import type { TimeExpression } from "../time-expression.ts";

const ROUGHLY =
  /\b(?:(?:some\s?time\s+|on\s+or\s+)?(?:around|about|circa|approximately|roughly)|(?:c|ca)\.|or\s+so\s+in)\s+(?:the\s+)?$/i;
const PART_OF =
  /\b(?:early(?:\s+in)?|mid|middle|late(?:\s+in)?|mid-to-late|early-to-mid|towards?\s+the\s+end\s+of|(?:the\s+)?(?:beginning|start|middle|end|latter\s+part|first\s+half|second\s+half)\s+of)[\s-]*$/i;

/** Talk “about Monday” or “about last year” is no rough date; “about 1850” is. */
const ABOUT_A_TOPIC = /\babout\s+(?:the\s+)?$/i;

/** A time with the words before it that make it rough: “around 30 August”, “early 2014”, “mid-August”. Days are not parted. */
export function qualified(time: TimeExpression, sentence: string): TimeExpression {
  if (time.date === null || time.date.includes("/") || /[~?%]$/.test(time.date)) return time;
  const before = sentence.slice(Math.max(0, time.start - 40), time.start);
  const coarse = !/^\d{4}-\d{2}-\d{2}$/.test(time.date);
  const rough = ROUGHLY.exec(before);
  const words = sentence.slice(time.start, time.end);
  const told = /^(?:\d|\p{L}+\.?\s\d)/u.test(words) && !/\bthe\s+$/i.test(before) && !/^the\b/i.test(words);
  if (rough !== null && (told || !ABOUT_A_TOPIC.test(before))) return marked(time, rough[0]);
  const part = coarse ? PART_OF.exec(before) : null;
  if (part !== null) return marked(time, part[0]);
  const inside = coarse && /^(?:the\s+)?(?:early|mid|late)\b/i.test(sentence.slice(time.start, time.end));
  return inside ? { ...time, date: `${time.date}~` } : time;
}

function marked(time: TimeExpression, words: string): TimeExpression {
  return { ...time, start: time.start - words.length, date: `${time.date}~` };
}
