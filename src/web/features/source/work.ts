import type { AcceptCommitment, AcceptFigure, SourceOpen, SourceRead } from '../../../api/source.ts'
import { parsePeriod } from '../../../core/time/period.ts'
import type { Words } from '../../../core/words.ts'
import type { CommitmentDraft, CommitmentField } from './commitment-draft.ts'
import { acceptedCommitment, commitmentDraft, commitmentProblems, directionDraft, isSureCommitment } from './commitment-draft.ts'
import type { FigureDraft, FigureField } from './figure-draft.ts'
import { acceptedFigure, figureDraft, figureProblems, periodOfDocument, surenessOf, valueInMeasure } from './figure-draft.ts'
import type { Item } from './item.ts'
import { itemsOf } from './item.ts'
import type { PaperText } from './paper-text.ts'
import { paperText } from './paper-text.ts'

/**
 * A document on the desk: what was read, what was decided so far, and how to go back a step. It is one value that these functions make anew;
 * nothing of it is in the book before it is sent.
 */
export type Work = {
  readonly document: SourceDocument
  readonly read: SourceRead
  readonly paper: PaperText
  readonly items: readonly Item[]
  readonly town: string
  /** What of it stands in the book already, from an earlier sitting: item to entry. */
  readonly booked: ReadonlyMap<string, Booked>
  /** Counts for figures whose words name no period. */
  readonly period: string
  readonly standings: ReadonlyMap<string, 'taken' | 'dropped'>
  readonly drafts: ReadonlyMap<string, Draft>
  readonly past: readonly Past[]
  readonly at: string | undefined
  readonly filter: Filter
  readonly refusals: ReadonlyMap<string, ReadonlyMap<string, Words>>
}

/** The document as it was handed over, and is handed over again with what was accepted. */
export type SourceDocument = { readonly name: string; readonly content?: string; readonly text?: string }
export type Draft = FigureDraft | CommitmentDraft
export type Filter = 'all' | Item['kind']
export type Booked = { readonly ledger: string; readonly entry: number }
export type Look = 'booked' | 'open' | 'taken' | 'mended' | 'dropped' | 'refused'
export type Field = FigureField | CommitmentField
type Past = { readonly standings: Work['standings']; readonly at: string | undefined }

/** `before` are the places of the same document that were accepted earlier. */
export const startWork = (document: SourceDocument, read: SourceRead, town: string, before: SourceOpen['accepted'] = []): Work => {
  const paper = paperText(read.text, read.title)
  const items = itemsOf(read, paper.indexOf)
  const booked = new Map(
    items.flatMap((item): [string, Booked][] => {
      const it = before.find((each) => !each.void && each.offset === item.read.offset && (each.kind === 'figure') === (item.kind === 'figure'))
      return it === undefined ? [] : [[item.id, { ledger: it.ledger, entry: it.entry }]]
    }),
  )
  const open = items.filter((each) => !booked.has(each.id))
  return { document, read, paper, items, town, booked, period: periodOfDocument(read), standings: new Map(), drafts: new Map(), past: [], at: (open.find((each) => each.kind !== 'direction') ?? open[0] ?? items[0])?.id, filter: 'all', refusals: new Map() }
}

/** As read, without what anyone mended. */
export const draftAsRead = (work: Work, item: Item): Draft =>
  item.kind === 'figure' ? figureDraft(item.read, work.period, work.town) : item.kind === 'commitment' ? commitmentDraft(item.read, work.town) : directionDraft(item.read.quote, work.town)

export const draftOf = (work: Work, item: Item): Draft => work.drafts.get(item.id) ?? draftAsRead(work, item)

export const problemsOf = (draft: Draft, item: Item): readonly Field[] => (draft.kind === 'figure' ? (item.kind === 'figure' ? figureProblems(draft, item.read) : []) : commitmentProblems(draft))

export const lookOf = (work: Work, item: Item): Look => {
  if (work.booked.has(item.id)) return 'booked'
  const standing = work.standings.get(item.id) ?? 'open'
  if (standing === 'taken' && work.refusals.has(item.id)) return 'refused'
  return standing === 'taken' && work.drafts.has(item.id) ? 'mended' : standing
}

/** Mends an item; mended back to what was read, it counts as read. */
export const mend = (work: Work, item: Item, draft: Draft): Work => ({
  ...work,
  drafts: JSON.stringify(draft) === JSON.stringify(draftAsRead(work, item)) ? without(work.drafts, item.id) : new Map(work.drafts).set(item.id, draft),
  refusals: without(work.refusals, item.id),
})

/** Decides on items at once; taken back by one undo. What stands in the book is left alone. */
export const decide = (work: Work, ids: readonly string[], standing: 'taken' | 'dropped'): Work => {
  const standings = new Map(work.standings)
  for (const id of ids) if (!work.booked.has(id)) standings.set(id, standing)
  return { ...work, standings, refusals: new Map([...work.refusals].filter(([id]) => !ids.includes(id))), past: [...work.past.slice(-199), { standings: work.standings, at: work.at }] }
}

export const undo = (work: Work): Work => {
  const last = work.past.at(-1)
  return last === undefined ? work : { ...work, standings: last.standings, at: last.at, past: work.past.slice(0, -1) }
}

export const pick = (work: Work, id: string | undefined): Work => ({ ...work, at: id })

/** The filter's own key again shows everything; what is at hand stays if it may be seen. */
export const filterBy = (work: Work, filter: Filter): Work => {
  const next = { ...work, filter }
  const seen = shown(next)
  return seen.some((each) => each.id === work.at) ? next : { ...next, at: seen[0]?.id }
}

export const shown = (work: Work): readonly Item[] => (work.filter === 'all' ? work.items : work.items.filter((each) => each.kind === work.filter))

/** The item so many places on among those shown; stays at the ends. */
export const step = (work: Work, by: number): Work => {
  const seen = shown(work)
  const here = seen.findIndex((each) => each.id === work.at)
  const next = seen[here < 0 ? 0 : Math.min(seen.length - 1, Math.max(0, here + by))]
  return next === undefined ? work : { ...work, at: next.id }
}

/** The next one nobody decided on, around the end if need be; else the next. */
export const toNextOpen = (work: Work): Work => {
  const seen = shown(work)
  const here = seen.findIndex((each) => each.id === work.at)
  const next = [...seen.slice(here + 1), ...seen.slice(0, Math.max(0, here))].find((each) => !work.standings.has(each.id) && !work.booked.has(each.id))
  return next === undefined ? step(work, 1) : { ...work, at: next.id }
}

export type Tally = { readonly all: number; readonly decided: number; readonly figures: number; readonly commitments: number; readonly directions: number; readonly open: number }

/** How far the work is. Directions need no decision, so they count only once one was made. */
export const tallyOf = (work: Work): Tally => {
  const due = work.items.filter((each) => each.kind !== 'direction' && !work.booked.has(each.id))
  const decided = due.filter((each) => work.standings.has(each.id)).length
  const taken = work.items.filter((each) => work.standings.get(each.id) === 'taken').map((each) => draftOf(work, each).kind)
  const of = (kind: Draft['kind']) => taken.filter((each) => each === kind).length
  return { all: due.length, decided, open: due.length - decided, figures: of('figure'), commitments: of('commitment'), directions: of('direction') }
}

/** Undecided items one may accept unseen, and those one need not because the book has them. */
export const sureItems = (work: Work): { readonly figures: readonly Item[]; readonly commitments: readonly Item[]; readonly inBook: readonly Item[] } => {
  const open = work.items.filter((item) => !work.standings.has(item.id) && !work.booked.has(item.id))
  const figures = open.flatMap((item) => {
    const draft = draftOf(work, item)
    return item.kind === 'figure' && draft.kind === 'figure' ? [{ item, sureness: surenessOf(draft, item.read) }] : []
  })
  const of = (sureness: 'sure' | 'in-book') => figures.filter((each) => each.sureness === sureness).map((each) => each.item)
  const commitments = open.filter((item) => {
    const draft = draftOf(work, item)
    return item.kind === 'commitment' && draft.kind !== 'figure' && isSureCommitment(draft, item.read)
  })
  return { figures: of('sure'), commitments, inBook: of('in-book') }
}

/** What would be sent, and of each line the item it came from. A figure told twice with one value is sent once. */
export const acceptance = (work: Work): { readonly figures: readonly AcceptFigure[]; readonly commitments: readonly AcceptCommitment[]; readonly figureIds: readonly string[]; readonly commitmentIds: readonly string[] } => {
  const taken = work.items.filter((each) => work.standings.get(each.id) === 'taken')
  const told = new Set<string>()
  const figures = taken.flatMap((item) => {
    const draft = draftOf(work, item)
    const line = item.kind === 'figure' && draft.kind === 'figure' ? acceptedFigure(draft, item.read) : undefined
    if (line === undefined || draft.kind !== 'figure') return []
    const cell = `${cellOf(draft)} ${line.value}`
    if (told.has(cell)) return []
    told.add(cell)
    return [{ id: item.id, line }]
  })
  const commitments = taken.flatMap((item) => {
    const draft = draftOf(work, item)
    const line = draft.kind === 'figure' ? undefined : acceptedCommitment(draft, item.read)
    return line === undefined ? [] : [{ id: item.id, line }]
  })
  return { figures: figures.map((each) => each.line), commitments: commitments.map((each) => each.line), figureIds: figures.map((each) => each.id), commitmentIds: commitments.map((each) => each.id) }
}

/** The second of two accepted figures that tell one measure, organisation and period with different values. */
export const twiceTold = (work: Work): { readonly id: string; readonly title: Words; readonly period: string } | undefined => {
  const told = new Map<string, string>()
  for (const item of work.items) {
    const draft = draftOf(work, item)
    if (work.standings.get(item.id) !== 'taken' || item.kind !== 'figure' || draft.kind !== 'figure' || draft.binding === null) continue
    const { binding, period } = draft
    const key = cellOf(draft)
    const value = valueInMeasure(draft, item.read) ?? ''
    if ((told.get(key) ?? value) !== value) return { id: item.id, title: binding.kind === 'known' ? binding.title : { zh: binding.title, en: binding.title }, period }
    told.set(key, value)
  }
  return undefined
}

/** The one cell of the book a figure goes to: a measure, an organisation and the last day of a period. */
const cellOf = ({ binding, org, period }: FigureDraft): string => JSON.stringify([binding?.kind === 'known' ? binding.measure : `+${binding?.title.trim() ?? ''}`, org, parsePeriod(period)?.to ?? period])

/** Puts what the server would not take at the items concerned; the first of them is at hand. */
export const refused = (work: Work, fields: readonly { readonly field: string; readonly message: Words }[]): Work => {
  const { figureIds, commitmentIds } = acceptance(work)
  const refusals = new Map<string, ReadonlyMap<string, Words>>()
  for (const { field, message } of fields) {
    const [, list, at, rest = ''] = /^(figures|commitments)[.[](\d+)\]?\.?(.*)$/.exec(field) ?? []
    const id = (list === 'figures' ? figureIds : list === 'commitments' ? commitmentIds : [])[Number(at)]
    if (id !== undefined) refusals.set(id, new Map(refusals.get(id)).set(rest.replace(/^create\./, '').split('.')[0] ?? '', message))
  }
  const first = work.items.find((each) => refusals.has(each.id))
  return { ...work, refusals, at: first?.id ?? work.at, filter: first === undefined || work.filter === first.kind ? work.filter : 'all' }
}

const without = <Value>(map: ReadonlyMap<string, Value>, key: string): ReadonlyMap<string, Value> => {
  if (!map.has(key)) return map
  const rest = new Map(map)
  rest.delete(key)
  return rest
}
