import { isEverything } from '../../core/access/predicate.ts'
import { orgTexts } from '../../core/exporting/org-text.ts'
import type { BoundList } from '../../core/filling/binding.ts'
import { placeOf } from '../../core/filling/binding.ts'
import type { CellCounts } from '../../core/filling/count-cells.ts'
import { countCells } from '../../core/filling/count-cells.ts'
import type { ToldFigure } from '../../core/filling/figure-cell.ts'
import type { FilledCell, WantedFigure } from '../../core/filling/fill-cells.ts'
import { fillCells, keyOf, wantedFigures } from '../../core/filling/fill-cells.ts'
import type { FilledList } from '../../core/filling/fill-list.ts'
import { blankList, fillList, inPeriod } from '../../core/filling/fill-list.ts'
import type { Measure } from '../../core/measure/measure.ts'
import { readListQuery } from '../../core/ledger/list-query.ts'
import { everything } from '../../core/access/predicate.ts'
import { isRefusal } from '../../core/refusal/refusal.ts'
import type { Decimal } from '../../core/quantity/decimal.ts'
import type { Period } from '../../core/time/period.ts'
import { period as periodOf } from '../../core/time/period.ts'
import { figureScope, readFigures } from '../../store/figures.ts'
import { listEntries } from '../../store/list-entries.ts'
import { findTargets } from '../../store/targets.ts'
import type { Ask, Reader } from '../endpoint.ts'
import type { House } from '../house.ts'
import { orgName } from '../org-ref.ts'
import { earliest } from '../read-scope.ts'
import { askingOf } from '../routes/entry-list.ts'
import { openLedgers } from '../routes/ledger.ts'
import type { FillableForm } from './load-form.ts'

/** Who fills a form, and from what. */
export type Filler = Pick<Ask<unknown>, 'caller' | 'book' | 'town' | 'today'> & { readonly house: Pick<House, 'demo'> }

/** A form as the caller would fill it for a period, and the measures its figures are of, as they were read. */
export type FilledForm = { readonly period: Period; readonly asOf: number; readonly cells: readonly FilledCell[]; readonly lists: readonly FilledList[]; readonly counts: CellCounts; readonly measures: ReadonlyMap<string, Measure> }

/** Fills a form from the book as the snapshot has it, seen with the caller's eyes. */
export const fillLoaded = async (ask: Filler, reader: Reader, form: FillableForm, period: Period, typed: readonly { readonly sheet: string; readonly cell: string; readonly text: string }[]): Promise<FilledForm> => {
  const { book, caller, today } = ask
  const tree = book.treeAt(today)
  const told = await readWanted(ask, reader, wantedFigures(form.mapping, period, tree.root))
  const facts = { town: orgName(tree, tree.root).zh, office: orgName(tree, caller.posts[0]?.org ?? tree.root).zh, person: caller.name, day: today }
  const cells = fillCells(form.found.blanks, form.mapping, { period, root: tree.root, facts, typed: new Map(typed.map((each) => [placeOf(each), each.text])), figure: (wanted) => told.get(keyOf(wanted)) })
  const lists: FilledList[] = []
  for (const list of form.mapping.lists) if (form.found.lists.some(({ sheet, from }) => sheet === list.sheet && from === list.from)) lists.push(await fillOne(ask, reader, list, period))
  return { period, asOf: book.head, cells, lists, counts: countCells(cells, lists, (key) => book.declared.ledgers.get(key)), measures: new Map([...told.values()].map(({ measure }) => [measure.key, measure])) }
}

/** Reads figures together by org and period. One the town does not know, or before its calendar, is not there. */
const readWanted = async ({ book, town, today }: Filler, reader: Reader, wanted: readonly WantedFigure[]): Promise<ReadonlyMap<string, ToldFigure>> => {
  const tree = book.treeAt(today)
  const told = new Map<string, ToldFigure>()
  const targets = new Map<string, ReadonlyMap<string, Decimal>>()
  for (const [scope, of] of Map.groupBy(wanted.filter(({ measure, org }) => book.declared.measures.has(measure) && tree.orgs.has(org)), ({ org, period }) => `${org}|${period}`)) {
    const [org = '', key = ''] = scope.split('|')
    const period = periodOf(key)
    if (period.from < earliest) continue
    const year = `${org}|${period.to.slice(0, 4)}`
    const aims = targets.get(year) ?? (await findTargets(reader, town.schema, book, { year: period.to.slice(0, 4), org, asOf: book.head }))
    targets.set(year, aims)
    const at = await figureScope(reader, town.schema, book, { period, org, cutoff: period.to, asOf: book.head, measures: of.map(({ measure }) => measure) })
    for (const figure of await readFigures(reader, at)) {
      const measure = at.measures.get(figure.measure)
      if (measure !== undefined) told.set(keyOf({ measure: figure.measure, org, period: key }), { figure, measure, target: aims.get(figure.measure) ?? null })
    }
  }
  return told
}

/** A register is looked through as a whole, for how its entries stood then; so many are looked at. */
const mostRead = 20_000

const fillOne = async (ask: Filler, reader: Reader, list: BoundList, period: Period): Promise<FilledList> => {
  if (list.ledger === null) return blankList(list, 'no-source')
  const open = openLedgers(ask).find(({ ledger }) => ledger.key === list.ledger)
  if (open === undefined) return blankList(list, 'closed')
  const { ledger, rights } = open
  const query = readListQuery(ledger, rights, { where: list.where, sort: list.sort, desc: list.desc }, askingOf(ask))
  if (isRefusal(query)) return blankList(list, 'closed')
  const where = inPeriod(ledger, query.where, list, period)
  const listed = await listEntries(reader, ask.town.schema, ledger, { where: ledger.shape === 'register' ? everything : where, order: query.order, right: rights.read, voided: false, offset: 0, limit: mostRead, sums: [] })
  return fillList(list, ledger, listed.rows, { rights, orgText: orgTexts(ask.book.treeAt(ask.today), 'zh'), where, period, total: listed.total, partial: !isEverything(rights.read) })
}
