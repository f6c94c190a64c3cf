import { citizenNumberProblem } from './citizen-number.ts'
import { creditCodeHolds, creditCodeShape } from './credit-code.ts'

/** Which form the text of a field has: a unified social credit code, a citizen number, or a telephone number. */
export const textFormats = ['credit-code', 'citizen-number', 'phone'] as const
export type TextFormat = (typeof textFormats)[number]

/** What looks wrong with a text; it is told to whoever types it and never stands in the way. */
export type FormatWarning = 'credit-code-shape' | 'credit-code-check' | 'citizen-number-shape' | 'citizen-number-date' | 'citizen-number-check' | 'citizen-number-old' | 'phone-shape'

/** Holds a text against the form its field declares; an empty one says nothing, nor does one that is shown masked. */
export const formatWarning = (format: TextFormat | undefined, text: string): FormatWarning | undefined => {
  const bare = plainCode(text)
  if (format === undefined || bare === '' || /[*•†]/.test(bare)) return undefined
  switch (format) {
    case 'credit-code':
      return creditCodeHolds(bare) ? undefined : creditCodeShape(bare) ? 'credit-code-check' : 'credit-code-shape'
    case 'citizen-number': {
      const problem = citizenNumberProblem(bare)
      return problem === undefined ? undefined : `citizen-number-${problem}`
    }
    case 'phone':
      return phoneShape.test(bare.replace(/[-()]/g, '').replace(/^\+?86(?=1)/, '')) ? undefined : 'phone-shape'
    default:
      return format satisfies never
  }
}

/** A code as it is compared: without spaces, in narrow signs and great letters. */
export const plainCode = (text: string): string => text.normalize('NFKC').replace(/\s/g, '').toUpperCase()

/** A mobile number, one with its area before it (and an extension behind), one of the place, or a service number. */
const phoneShape = /^(1[3-9]\d{9}|0\d{9,11}(,?\d{1,6})?|[2-8]\d{6,7}|[48]00\d{7}|1\d{4})$/
