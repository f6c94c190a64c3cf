/** One line of the performance contract. `ratio` compares with `baseline`, measured in the same run in the same unit. */
export type Result = {
  readonly name: string
  readonly value: number | null
  readonly unit: string
  readonly baseline: number | null
  readonly ratio: number | null
  readonly target: string
  readonly holds: boolean
}

/** A figure with three significant digits: more would be noise. */
export const tidy = (value: number): number => Number(value.toPrecision(3))

/** A line whose ratio value ÷ baseline must be at least, or at most, a number; `more` is another condition of the line. */
export const compared = (line: { readonly name: string; readonly value: number; readonly baseline: number; readonly unit: string; readonly least?: number; readonly most?: number; readonly more?: { readonly text: string; readonly holds: boolean } }): Result => {
  const { name, value, baseline, unit, least, most, more } = line
  const ratio = value / baseline
  const holds = (least === undefined || ratio >= least) && (most === undefined || ratio <= most) && more?.holds !== false
  const bound = least === undefined ? `ratio <= ${most}` : `ratio >= ${least}`
  return { name, value: tidy(value), unit, baseline: tidy(baseline), ratio: tidy(ratio), target: more === undefined ? bound : `${bound}, ${more.text}`, holds }
}

/** A line with a bound of its own and nothing to compare with. */
export const bounded = (line: { readonly name: string; readonly value: number; readonly unit: string; readonly most: number }): Result => {
  const { name, value, unit, most } = line
  return { name, value: tidy(value), unit, baseline: null, ratio: null, target: `<= ${most} ${unit}`, holds: value <= most }
}

/** A line that must reach a bound of its own. */
export const atLeast = (line: { readonly name: string; readonly value: number; readonly unit: string; readonly least: number }): Result => {
  const { name, value, unit, least } = line
  return { name, value: tidy(value), unit, baseline: null, ratio: null, target: `>= ${least} ${unit}`, holds: value >= least }
}
