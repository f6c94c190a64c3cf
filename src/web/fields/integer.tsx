/** A whole number is written and read like a decimal; core refuses a fraction. */
export { Input, Output, text } from './decimal.tsx'
