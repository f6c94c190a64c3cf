import type { LedgerRights } from '../core/access/ledger-rights.ts'
import type { OrgTree } from '../core/access/org-tree.ts'
import { filterText } from '../core/exporting/filter-text.ts'
import { orgTexts } from '../core/exporting/org-text.ts'
import type { SheetCell, SheetColumn } from '../core/exporting/sheet-columns.ts'
import { sheetColumns } from '../core/exporting/sheet-columns.ts'
import type { Ledger } from '../core/ledger/ledger.ts'
import type { ListQuery, ListWords } from '../core/ledger/list-query.ts'
import type { Lang, Words } from '../core/words.ts'
import { words } from '../core/words.ts'
import { streamCsv } from '../formats/csv/stream-csv.ts'
import { longestCell } from '../formats/xlsx/cell-xml.ts'
import { streamTable } from '../formats/xlsx/stream-table.ts'
import { eachListed } from '../store/each-listed.ts'
import { erasedAmong } from '../store/seal/erase-key.ts'
import type { Town } from '../store/town.ts'
import { sealedValues } from './present-fields.ts'
import { turns } from './turns.ts'

/** A list about to leave the house: whose eyes see it, what was asked, and what is told of it. */
export type Export = {
  readonly town: Town
  readonly ledger: Ledger
  readonly rights: LedgerRights
  readonly query: ListQuery
  readonly asked: ListWords & { readonly voided: boolean; readonly columns?: readonly string[] }
  readonly tree: OrgTree
  readonly format: ExportFormat
  readonly lang: Lang
  readonly by: string
  /** An instant, ISO 8601. */
  readonly now: string
  /** Under which number the list was recorded as a read of personal data; absent where nothing on it is personal. */
  readonly read?: number
  /** A line that says the rows are a demonstration. */
  readonly demo?: string
}
export const exportFormats = ['xlsx', 'csv'] as const
export type ExportFormat = (typeof exportFormats)[number]

/** What is known when all rows are written. */
export type Exported = { rows: number; head: number; cut: number }

/** Long lists that are read for a file at once; each holds a connection of its own. */
const exporting = turns(3)

/** The bytes of the file, made while they are taken. `done` tells how it went. */
export async function* exportStream(it: Export, done: Exported = { rows: 0, head: 0, cut: 0 }): AsyncGenerator<Uint8Array, void, undefined> {
  const give = await exporting.take()
  try {
    const orgText = orgTexts(it.tree, it.lang)
    const { columns: keys, voided } = it.asked
    const columns = sheetColumns(it.ledger, { rights: it.rights, orgText, lang: it.lang, voided, ...(keys === undefined ? {} : { keys }) })
    const rows = rowsOf(it, columns, done)
    const title = it.ledger.title[it.lang]
    if (it.format === 'csv') yield* streamCsv(columns.map(({ head }) => head), rows)
    else
      yield* streamTable({
        name: title,
        columns,
        rows,
        about: () => ({ name: { zh: '说明', en: 'About' }[it.lang], lines: aboutLines(it, done) }),
        ...(it.read === undefined ? {} : { mark: watermark(it.by, it.now, it.read)[it.lang] }),
        properties: () => ({ title, creator: it.by, created: it.now, description: aboutLines(it, done).slice(1).map(([name, text]) => `${name}：${text}`).join('；') }),
      })
  } finally {
    give()
  }
}

/** Keys that were destroyed are looked for a batch at a time: what is erased says so and is not taken for covered. */
async function* rowsOf({ town, ledger, rights, query, asked }: Export, columns: readonly SheetColumn[], done: Exported): AsyncGenerator<readonly SheetCell[], void, undefined> {
  const sealed = ledger.fields.some(({ kind, key }) => kind === 'sealed' && columns.some((column) => column.key === key))
  for await (const entries of eachListed(town.db, town.schema, ledger, { ...query, right: rights.read, voided: asked.voided }, (head) => void (done.head = head))) {
    const erased = await erasedAmong(town.db.pool, town.schema, sealed ? sealedValues(ledger, entries) : [])
    for (const entry of entries) {
      const cells = columns.map((column) => column.cell(entry, erased))
      done.rows += 1
      for (const cell of cells) if (cell?.kind === 'text' && cell.text.length > longestCell) done.cut += 1
      yield cells
    }
  }
}

const aboutLines = ({ ledger, asked, tree, lang, by, now, demo, read }: Export, { rows, head, cut }: Exported): readonly (readonly [name: string, text: string])[] => {
  const orgText = orgTexts(tree, lang)
  const { filter, order } = filterText(ledger, asked, orgText, lang)
  const lines = [
    [words('台账', 'Ledger'), ledger.title[lang]],
    [words('单位', 'Town'), orgText(tree.root)],
    [words('导出人', 'Exported by'), by],
    [words('导出时间', 'At'), townMoment(now)],
    [words('筛选', 'Filter'), filter],
    [words('排序', 'Order'), order],
    [words('行数', 'Rows'), String(rows)],
    [words('账本流水号', 'Journal number'), `#${head}`],
    ...(ledger.fields.some((field) => field.personal !== undefined) ? ([[words('个人信息', 'Personal data'), words('按导出人的权限脱敏，与屏幕所见相同；请勿外传。', 'Masked by the rights of who exported, as on screen; do not pass it on.')[lang]]] as const) : []),
    ...(read === undefined ? [] : ([[words('水印', 'Watermark'), watermark(by, now, read)[lang]]] as const)),
    ...(cut === 0 ? [] : ([[words('截断', 'Cut'), words(`${cut} 个单元格超过 Excel 的 ${longestCell} 字上限，只写出前面部分。`, `${cut} cells are longer than Excel keeps (${longestCell} signs); only their beginning is here.`)[lang]]] as const)),
    ...(demo === undefined ? [] : ([[words('演示', 'Demonstration'), demo]] as const)),
  ] as const
  return lines.map(([name, text]) => [name[lang], text])
}

/** Who took the list, when, and the number of the record that says so. */
const watermark = (by: string, now: string, read: number): Words => words(`${by} ${townMoment(now)} 查阅记录第 ${read} 号`, `${by} ${townMoment(now)} read no. ${read}`)

/** The instant on the town's clock, to the minute. */
export const townMoment = (now: string): string => moment.format(new Date(now))

const moment = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai', dateStyle: 'short', timeStyle: 'short' })
