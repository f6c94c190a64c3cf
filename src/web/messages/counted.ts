/** A number with its thing: one is told as one. The number may be printed already. */
export const counted = (count: number | string, one: string, many = `${one}s`): string => `${count} ${String(count) === '1' ? one : many}`

/** How often: once, twice, 3 times. */
export const times = (count: number): string => (count === 1 ? 'once' : count === 2 ? 'twice' : `${count} times`)
