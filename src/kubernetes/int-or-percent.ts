/** `3` or `"50%"`, as disruption budgets and rollout strategies have them. */
export type IntOrPercent = number | string;

/** How many of `total` a value means, rounded as asked; `undefined` for text that is no percentage. */
export function amountOf(value: IntOrPercent, total: number, round: (exact: number) => number): number | undefined {
  if (typeof value === "number") return value;
  const percent = /^(\d{1,3})%$/.exec(value)?.[1];
  return percent === undefined ? undefined : round((Number(percent) * total) / 100);
}

export function percentProblem(text: string): string | undefined {
  const percent = /^(\d{1,3})%$/.exec(text)?.[1];
  if (percent !== undefined && Number(percent) <= 100) return undefined;
  return `${JSON.stringify(text)} is neither a whole number nor a percentage such as "50%"`;
}
