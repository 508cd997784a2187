/** Cron schedules as the Kubernetes CronJob controller reads them: five fields, or a name such as `@daily`. */

interface Field {
  readonly name: string;
  readonly low: number;
  readonly high: number;
  readonly words: readonly string[];
}

const months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const weekdays = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"];

const fields: readonly Field[] = [
  { name: "minute", low: 0, high: 59, words: [] },
  { name: "hour", low: 0, high: 23, words: [] },
  { name: "day of the month", low: 1, high: 31, words: [] },
  { name: "month", low: 1, high: 12, words: months },
  { name: "day of the week", low: 0, high: 6, words: weekdays },
];

const macros = new Set(["@yearly", "@annually", "@monthly", "@weekly", "@daily", "@midnight", "@hourly"]);

/** What is wrong with a schedule; `undefined` when nothing is. */
export function cronProblem(text: string): string | undefined {
  if (/TZ=/.test(text)) return "a schedule cannot name a time zone";
  if (text.startsWith("@")) return macroProblem(text);
  const parts = text.trim().split(/\s+/);
  if (parts.length !== fields.length) {
    return `${JSON.stringify(text)} has ${parts.length} fields; a schedule has five: minute, hour, day, month, weekday`;
  }
  for (const [index, field] of fields.entries()) {
    const wrong = (parts[index] ?? "").split(",").find((item) => !isItem(item, field));
    if (wrong !== undefined)
      return `${JSON.stringify(wrong)} is not a valid ${field.name} (${field.low} to ${field.high})`;
  }
  return undefined;
}

function macroProblem(text: string): string | undefined {
  if (macros.has(text) || /^@every (\d+(\.\d+)?(h|m|s|ms))+$/.test(text)) return undefined;
  return `${JSON.stringify(text)} is not a schedule; the named ones are ${[...macros].join(", ")}`;
}

/** `*`, `?`, `5`, `1-5`, `mon-fri`, each with an optional `/step`. */
function isItem(item: string, field: Field): boolean {
  const [range = "", step, ...more] = item.split("/");
  if (more.length > 0 || (step !== undefined && !/^[1-9]\d{0,2}$/.test(step))) return false;
  if (range === "*" || range === "?") return true;
  const ends = range.split("-").map((end) => numberOf(end, field));
  const [from, to = from] = ends;
  return ends.length <= 2 && from !== undefined && to !== undefined && !ends.includes(undefined) && from <= to;
}

function numberOf(text: string, field: Field): number | undefined {
  const word = field.words.indexOf(text.toLowerCase());
  if (word >= 0) return word + field.low;
  const value = /^\d{1,2}$/.test(text) ? Number(text) : undefined;
  return value !== undefined && value >= field.low && value <= field.high ? value : undefined;
}
