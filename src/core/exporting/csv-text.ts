/**
 * A text in a CSV file that Excel opens: it neither computes (a text that begins like a formula) nor is taken for a number or a day
 * (a code of 18 digits, 1-2, 007). Before the first kind stands an apostrophe, behind the second a tab, and whoever reads the file takes
 * one of them away again: `fromCsvText(csvText(t)) === t` for every text.
 */
export const csvText = (text: string): string => (active.test(text) ? `'${text}` : taken(text) ? `${text}\t` : text)

/** The text as it was before it was written; a cell that was not written here stays as it is. */
export const fromCsvText = (cell: string): string => {
  if (cell.startsWith("'") && active.test(cell.slice(1))) return cell.slice(1)
  return cell.endsWith('\t') && taken(cell.slice(0, -1)) ? cell.slice(0, -1) : cell
}

/** What a spreadsheet takes for a formula, in half and in full width, under any number of apostrophes. */
const active = /^'*[=+\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20]/

/** Digits and their marks only, in a way that a spreadsheet would not give back as they stand, followed by any number of tabs. */
const taken = (text: string): boolean => {
  const [, digits] = /^(\d[\d.,:/%eE-]*)\t*$/.exec(text) ?? []
  return digits !== undefined && (text.endsWith('\t') || digits.length > 11 || String(Number(digits)) !== digits)
}
