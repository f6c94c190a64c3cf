import { filterText } from '../../core/exporting/filter-text.ts'
import { orgTexts } from '../../core/exporting/org-text.ts'
import { placeOf } from '../../core/filling/binding.ts'
import { shownText } from '../../core/filling/shown-text.ts'
import type { FormPlace } from '../../core/filling/source-lines.ts'
import { sourceHeads, sourceLines } from '../../core/filling/source-lines.ts'
import { describeMeasure } from '../../core/measure/describe.ts'
import type { Refusal } from '../../core/refusal/refusal.ts'
import { isRefusal } from '../../core/refusal/refusal.ts'
import { titleOf } from '../../core/time/period.ts'
import { writeXlsx } from '../../formats/xlsx/write-xlsx.ts'
import { demoMark } from '../demo-mark.ts'
import { orgName } from '../org-ref.ts'
import { openLedgers } from '../routes/ledger.ts'
import type { FilledForm, Filler } from './fill-loaded.ts'
import { fillFormApart } from './form-apart.ts'
import type { FillableForm } from './load-form.ts'

/** The files of a filling: the form, and its sources where they stand beside it. `left` counts rows of lists that found no place. */
export type FormFiles = { readonly form: Uint8Array; readonly source: Uint8Array | null; readonly left: number }

const sheetOfSources = '数据来源'

/** Writes what a form was filled with into the sender's own workbook. */
export const formFiles = async (ask: Filler, form: FillableForm, filled: FilledForm, sources: 'inside' | 'beside'): Promise<FormFiles | Refusal> => {
  const about = aboutLines(ask, form, filled)
  const made = await fillFormApart(form.bytes, {
    cells: filled.cells.flatMap(({ sheet, cell, value }) => (value === null ? [] : [{ sheet, cell, value }])),
    lists: filled.lists.filter(({ rows }) => rows.length > 0).map(({ list, rows }) => ({ sheet: list.sheet, from: list.from, to: list.to, columns: list.columns.map(({ column }) => column), rows })),
    source: { name: sheetOfSources, inside: sources === 'inside', lines: [...about, [], sourceHeads, ...linesOf(ask, form, filled)] },
  })
  if (isRefusal(made)) return made
  const left = made.left.reduce((sum, rows) => sum + rows, 0)
  if (sources === 'inside') return { form: made.bytes, source: null, left }
  const [[, title = ''] = [], ...notes] = about
  const rows = made.lines.slice(about.length + 2).map((line) => sourceHeads.map((_, at) => ({ kind: 'text', text: line[at] ?? '' }) as const))
  return { form: made.bytes, source: await writeXlsx({ name: sheetOfSources, title: `${title}：${sheetOfSources}`, covers: '', heads: sourceHeads, rows, notes: notes.map((line) => line.join('：')), signature: '' }), left }
}

const aboutLines = ({ caller, today, house }: Filler, { title }: FillableForm, { period, asOf }: FilledForm): readonly (readonly string[])[] => [
  [sheetOfSources, title],
  ['所属期', titleOf(period).zh],
  ['填写', `${caller.name} ${today}`.trim()],
  ['账本流水号', `#${asOf}`],
  ...(house.demo === undefined ? [] : [['演示', demoMark]]),
]

const linesOf = (ask: Filler, form: FillableForm, { period, cells, lists, measures }: FilledForm) => {
  const tree = ask.book.treeAt(ask.today)
  const blanks = new Map(form.found.blanks.map((blank) => [placeOf(blank), blank]))
  const ledgers = new Map(openLedgers(ask).map(({ ledger }) => [ledger.key, ledger]))
  const described = { ledgers, measures: ask.book.declared.measures }
  return sourceLines(cells, lists, {
    period: titleOf(period).zh,
    placeOf: (cell): FormPlace => ({ sheet: cell.sheet, row: blanks.get(placeOf(cell))?.row ?? 1, column: blanks.get(placeOf(cell))?.column ?? 0, rows: 1, columns: 1 }),
    shown: (cell) => shownText(cell.value, blanks.get(placeOf(cell))?.percent === true),
    orgName: (code) => orgName(tree, code).zh,
    methodOf: (key) => {
      const measure = measures.get(key)
      return measure === undefined ? '' : describeMeasure(measure, described).zh
    },
    ledgerTitle: (key) => ledgers.get(key)?.title.zh ?? key,
    filterOf: ({ list }) => {
      const ledger = ledgers.get(list.ledger ?? '')
      return ledger === undefined ? '' : filterText(ledger, { where: list.where, sort: list.sort, desc: list.desc, voided: false }, orgTexts(tree, 'zh'), 'zh').filter
    },
  })
}
