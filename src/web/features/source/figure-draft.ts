import type { AcceptFigure, ReadFigureOut, SourceRead } from '../../../api/source.ts'
import { parseDecimal } from '../../../core/quantity/decimal.ts'
import type { Display } from '../../../core/quantity/unit.ts'
import { parsePeriod } from '../../../core/time/period.ts'
import type { Words } from '../../../core/words.ts'
import { readUnit } from '../../../core/reading/read-unit.ts'
import { inBareUnit, scaleIn } from './quantity-in-unit.ts'

export type Suggestion = ReadFigureOut['suggestions'][number]

/** The measure a figure is bound to: one of the book, or a reported one made on the spot. */
export type Binding =
  | { readonly kind: 'known'; readonly measure: string; readonly title: Words; readonly unit: string }
  | { readonly kind: 'new'; readonly title: string; readonly owner: string; readonly display: Display }

/** A figure as it would be kept. Value, growth and source are as typed, '' where there is none; `unit` is the one the value is told in. */
export type FigureDraft = { readonly kind: 'figure'; readonly binding: Binding | null; readonly org: string; readonly period: string; readonly value: string; readonly unit: string; readonly growth: string; readonly source: string }

export type FigureField = 'measure' | 'title' | 'owner' | 'period' | 'org' | 'value' | 'growth'

/** Letters a source may have. */
export const longestSource = 400

/** A suggestion this sure, whose unit fits, may be accepted unseen. */
export const sureScore = 0.8

/** What stands before anyone mends it: the best suggestion, the period the words name or else the document's. An org the town does not know is left to be chosen. */
export const figureDraft = (read: ReadFigureOut, period: string, org: string): FigureDraft => {
  const best = read.suggestions[0]
  return {
    kind: 'figure',
    binding: best === undefined ? null : knownBinding(best),
    org: read.row === undefined ? org : (read.row.org ?? ''),
    period: read.periodKey ?? period,
    value: read.value ?? '',
    unit: read.unit ?? '',
    growth: growthOf(read),
    source: read.row?.source.slice(0, longestSource) ?? '',
  }
}

export const knownBinding = ({ measure, title, unit }: { readonly measure: string; readonly title: Words; readonly unit: string }): Binding => ({ kind: 'known', measure, title, unit })

/** A new reported measure that would hold the figure as it is written. */
export const newBinding = (read: ReadFigureOut, owner: string): Binding => {
  const unit = readUnit(read.unit ?? '%')?.unit ?? '个'
  return { kind: 'new', title: read.subject.slice(0, 60), owner, display: { unit, scale: scaleIn(read.unit ?? '') ?? '', decimals: (read.value?.split('.')[1] ?? '').length, changeDecimals: 1 } }
}

export const unitOfBinding = (binding: Binding): string => (binding.kind === 'known' ? binding.unit : binding.display.unit)

/** The value in the bare unit of its measure. What the server read and nobody changed is taken as the server reckoned it. */
export const valueInMeasure = (draft: FigureDraft, read: ReadFigureOut): string | undefined => {
  const { binding, value, unit } = draft
  if (binding === null || value === '') return undefined
  const suggested = binding.kind === 'known' && value === read.value && unit === read.unit ? read.suggestions.find((each) => each.measure === binding.measure)?.value : undefined
  return suggested ?? inBareUnit(value, unit, unitOfBinding(binding))
}

/** The fields that keep it from being accepted. */
export const figureProblems = (draft: FigureDraft, read: ReadFigureOut): readonly FigureField[] => {
  const { binding } = draft
  const wrong: FigureField[] = []
  if (binding === null) wrong.push('measure')
  if (binding?.kind === 'new' && binding.title.trim().length < 2) wrong.push('title')
  if (binding?.kind === 'new' && binding.owner === '') wrong.push('owner')
  if (parsePeriod(draft.period) === undefined) wrong.push('period')
  if (draft.org === '') wrong.push('org')
  if (draft.value === '' ? draft.growth === '' : binding !== null && valueInMeasure(draft, read) === undefined) wrong.push('value')
  if (draft.growth !== '' && parseDecimal(draft.growth) === undefined) wrong.push('growth')
  return wrong
}

/** As it is sent: undefined while something keeps it from being accepted. */
export const acceptedFigure = (draft: FigureDraft, read: ReadFigureOut): AcceptFigure | undefined => {
  const { binding } = draft
  if (binding === null || figureProblems(draft, read).length > 0) return undefined
  return {
    quote: read.quote,
    offset: read.offset,
    ...(binding.kind === 'known' ? { measure: binding.measure } : { create: { title: binding.title.trim(), owner: binding.owner, display: binding.display } }),
    org: draft.org,
    period: draft.period,
    value: valueInMeasure(draft, read) ?? null,
    growth: draft.growth === '' ? null : (parseDecimal(draft.growth) ?? null),
    ...(draft.source.trim() !== '' && { source: draft.source.trim() }),
  }
}

/** How sure one may be of a figure unseen: not at all, or enough to accept it, or enough to see that the book has it already. */
export const surenessOf = (draft: FigureDraft, read: ReadFigureOut): 'unsure' | 'sure' | 'in-book' => {
  const best = read.suggestions[0]
  if (best === undefined || best.score < sureScore || figureProblems(draft, read).length > 0) return 'unsure'
  return best.book === null ? 'sure' : 'in-book'
}

/** The period most figures name; else what the title names; else the document's year. */
export const periodOfDocument = (read: SourceRead): string => {
  const count = new Map<string, number>()
  for (const { periodKey } of read.figures) if (periodKey !== null) count.set(periodKey, (count.get(periodKey) ?? 0) + 1)
  const [most] = [...count].sort((a, b) => b[1] - a[1])
  if (most !== undefined) return most[0]
  const year = read.year === null ? '' : String(read.year)
  return year !== '' && /上半年/.test(read.title) ? `${year}H1` : year
}

/** Growth is signed percent on the year before; a change on another base is not. */
const growthOf = ({ change }: ReadFigureOut): string => {
  if (change === null || change.percent === null || (change.basis !== null && !/同比|同期|上年|去年/.test(change.basis))) return ''
  return change.direction === 'down' && !change.percent.startsWith('-') ? `-${change.percent}` : change.percent
}
