/** Whether a unified social credit code (GB 32100-2015) is well written and its check character holds. Real registers hold wrong ones: warn, never block. */
export const creditCodeHolds = (code: string): boolean => shape.test(code) && code.at(17) === creditCheckOf(code)

/** Whether it has the length and the signs of one. */
export const creditCodeShape = (code: string): boolean => shape.test(code)

/** The check character of the first seventeen signs; undefined where one of them is none of the code's. */
export const creditCheckOf = (code: string): string | undefined => {
  const sum = weights.reduce((all, weight, at) => all + weight * alphabet.indexOf(code.charAt(at)), 0)
  return alphabet[(31 - (sum % 31)) % 31]
}

/** Eighteen signs of the code's own alphabet, which has no I, O, S, V and Z. */
const shape = /^[0-9A-HJ-NPQRTUWXY]{18}$/

const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY'
const weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28]
