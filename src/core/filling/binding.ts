/** Which part of the book a period is asked for: the period filled for, the one before it, the year up to its end, or the whole year. */
export type Span = 'same' | 'previous' | 'to-date' | 'year'

/** What is written of a figure: its value, its change on last year, the target of the year, or how much of the target is done. */
export type Show = 'value' | 'change' | 'target' | 'completion'

/** Facts of the town and of who fills, that a form asks for at its head and foot. */
export type Fact = 'town' | 'office' | 'person' | 'day' | 'period' | 'year'

/** Where the value of a blank comes from. An org of null is the whole town; `none` says that nobody has it. */
export type Binding =
  | { readonly kind: 'figure'; readonly measure: string; readonly org: string | null; readonly span: Span; readonly yearsBack: number; readonly show: Show }
  | { readonly kind: 'fact'; readonly fact: Fact }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'none' }

/** A blank that was mapped, known again by its words: they are what a changed form still has. */
export type BoundCell = { readonly sheet: string; readonly cell: string; readonly heads: string; readonly unit: string | null; readonly binding: Binding }

/** Where the cells of a list's column come from. */
export type ListSource = { readonly kind: 'field'; readonly field: string } | { readonly kind: 'number' } | { readonly kind: 'none' }

/** A list of a form: the ledger whose entries are its rows, which of them and in what order. */
export type BoundList = {
  readonly sheet: string
  readonly from: number
  readonly to: number
  readonly heads: string
  /** Null: nobody has these rows. */
  readonly ledger: string | null
  /** Conditions as a list's address has them. */
  readonly where: string
  readonly sort: string
  readonly desc: boolean
  /** Only what falls in the period, or holds at its end. */
  readonly inPeriod: boolean
  readonly columns: readonly { readonly column: number; readonly heads: string; readonly unit: string | null; readonly source: ListSource }[]
}

/** How a form is filled, settled once. */
export type FormMapping = { readonly cells: readonly BoundCell[]; readonly lists: readonly BoundList[] }

/** The words of a blank in one line, by which it is known again: 生猪出栏｜万头 › 本月. */
export const headsText = ({ rowHeads, columnHeads }: { readonly rowHeads: readonly string[]; readonly columnHeads: readonly string[] }): string =>
  [rowHeads, columnHeads].filter((heads) => heads.length > 0).map((heads) => heads.join('｜')).join(' › ')

/** The same words whichever month or year they name: 2023年6月 and 2023年7月 head the same column. */
export const wordsOf = ({ heads, unit }: { readonly heads: string; readonly unit: string | null }): string => `${heads.replace(/(?:19|20)\d{2}(?=年)|\d{1,2}(?:[-—至~]\d{1,2})?(?=月)|[一二三四1-4](?=季)/g, '').replace(/[上下]半年/g, '半年')}|${unit ?? ''}`

/** Where a blank stands, as one text. */
export const placeOf = ({ sheet, cell }: { readonly sheet: string; readonly cell: string }): string => `${sheet}!${cell}`
