import { parseDay } from '../../time/day.ts'

/** What is wrong with a citizen number, or that it has the form that was given up. */
export type CitizenNumberProblem = 'shape' | 'date' | 'check' | 'old'

/**
 * Looks at a citizen number (GB 11643-1999): seventeen digits, of which the seventh to the fourteenth are the day of birth, and a check
 * character by ISO 7064 MOD 11-2. Fifteen digits are the form of before 1999, which has no check character. Undefined where all holds.
 */
export const citizenNumberProblem = (number: string): CitizenNumberProblem | undefined => {
  const old = /^[1-9]\d{5}(\d{6})\d{3}$/.exec(number)?.[1]
  if (old !== undefined) return isDay(`19${old}`) ? 'old' : 'date'
  const born = /^[1-9]\d{5}(\d{8})\d{3}[\dX]$/.exec(number)?.[1]
  if (born === undefined) return 'shape'
  if (!isDay(born)) return 'date'
  return number.at(17) === citizenCheckOf(number) ? undefined : 'check'
}

/** The check character of the first seventeen digits. */
export const citizenCheckOf = (digits: string): string => {
  const sum = weights.reduce((all, weight, at) => all + weight * Number(digits.charAt(at)), 0)
  return '10X98765432'.charAt(sum % 11)
}

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]

const isDay = (born: string): boolean => parseDay(`${born.slice(0, 4)}-${born.slice(4, 6)}-${born.slice(6)}`) !== undefined
