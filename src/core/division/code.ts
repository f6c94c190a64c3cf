/** How deep a division code goes: province, city, county (GB/T 2260), town (GB/T 10114), village. */
export const divisionLevels = ['province', 'city', 'county', 'town', 'village'] as const
export type DivisionLevel = (typeof divisionLevels)[number]

/** Digits of a code of each level. */
export const codeLengths: Readonly<Record<DivisionLevel, number>> = { province: 2, city: 4, county: 6, town: 9, village: 12 }

/** A division code without the noughts that fill it up, and its level. */
export type DivisionCode = { readonly code: string; readonly level: DivisionLevel }

/**
 * Reads a code as it is written: of any level, or filled up with noughts to six, nine or twelve digits, with
 * spaces between. `330282112000` is the town 330282112. Undefined for anything else.
 */
export const parseDivisionCode = (text: string): DivisionCode | undefined => {
  const digits = text.replace(/[\s\u3000]/g, '')
  if (!/^[1-9]\d+$/.test(digits) || !Object.values(codeLengths).includes(digits.length)) return undefined
  const cut = withoutFill(digits)
  const level = divisionLevels.find((each) => codeLengths[each] === cut.length)
  return level === undefined ? undefined : { code: cut, level }
}

/** The code one level up; undefined for a province. */
export const parentDivision = (code: string): string | undefined => {
  const at = divisionLevels.findIndex((level) => codeLengths[level] === code.length)
  const above = divisionLevels[at - 1]
  return above === undefined ? undefined : code.slice(0, codeLengths[above])
}

const withoutFill = (digits: string): string => {
  let cut = digits
  for (let above = parentDivision(cut); above !== undefined && /^0+$/.test(cut.slice(above.length)); above = parentDivision(cut)) cut = above
  return cut
}
