import { everything } from '../../core/access/predicate.ts'
import type { Figure } from '../../core/measure/figure.ts'
import { words } from '../../core/words.ts'
import { readFigures } from '../../store/figures.ts'
import type { TracedRow } from '../../store/trace.ts'
import { readTrace } from '../../store/trace.ts'
import type { Command } from './command.ts'
import { refusedWith } from './command.ts'
import { print, printLine } from './print.ts'
import type { Asked } from './scope.ts'
import { figureId, measureKey, onScope, scopeOptions, scopeSynopsis } from './scope.ts'
import { tableText } from './table.ts'

const page = 20_000

/** Whoever may use the command line operates the installation: every row is shown. */
const right = () => everything

export const trace: Command = {
  name: 'trace',
  about: words('列出构成一个数字的全部行及其合计。', 'Lists the rows behind one figure, and their total.'),
  synopsis: `MEASURE ${scopeSynopsis}`,
  options: scopeOptions,
  operands: ['MEASURE'],
  run: (given) => {
    const id = given.operands[0] ?? ''
    return onScope(
      given,
      async (asked) => {
        const [figure] = await readFigures(asked.client, asked.scope)
        if (figure === undefined) throw refusedWith('not-found', { what: id })
        await (given.flag('json') ? printAsJson : printAsTable)(asked, figure)
        return 0
      },
      () => [measureKey(id)],
    )
  },
}

const printAsJson = async (asked: Asked, figure: Figure): Promise<void> => {
  let first = true
  for await (const { total, withheld, rows } of pagesOf(asked, figure)) {
    if (first) {
      const about = JSON.stringify({ id: figureId(figure.measure), period: figure.period, org: figure.org, value: figure.value, unit: figure.unit, total, withheld })
      await print(`${about.slice(0, -1)},"rows":[`)
    }
    const lines = rows.map(({ ledger, entry, journal, org, day, amount }) => JSON.stringify({ ledger, entry, journal, org, day, amount }))
    await print(`${first || lines.length === 0 ? '' : ','}${lines.join(',')}`)
    first = false
  }
  await print(']}\n')
}

const printAsTable = async (asked: Asked, figure: Figure): Promise<void> => {
  const measure = asked.scope.measures.get(figure.measure)
  printLine(`${measure?.title.zh ?? figure.measure}（${figureId(figure.measure)}）${figure.period}：${figure.value ?? '—'} ${figure.unit}`)
  for await (const { total, withheld, rows, first } of pagesOf(asked, figure)) {
    if (first) printLine(`合计 Total ${total ?? '—'}，未显示 withheld ${withheld ?? '—'}`)
    if (rows.length > 0) await print(`${tableText(columns, rows.map((row) => cellsOf(asked, row)))}\n`)
  }
}

type Page = { readonly total: string | null; readonly withheld: string | null; readonly rows: readonly TracedRow[]; readonly first: boolean }

/** All rows behind a figure, a page at a time; at least one page. */
const pagesOf = async function* ({ client, scope }: Asked, figure: Figure): AsyncGenerator<Page> {
  for (let offset = 0; ; offset += page) {
    const { total, withheld, rows } = await readTrace(client, scope, figure, { offset, limit: page, right })
    yield { total, withheld, rows, first: offset === 0 }
    if (rows.length < page) return
  }
}

const columns = [
  { title: '日期 Day' },
  { title: '单位 Org' },
  { title: '台账 Ledger' },
  { title: '条目 Entry', right: true },
  { title: '流水 Journal', right: true },
  { title: '数量 Amount', right: true },
]

const cellsOf = ({ book }: Asked, row: TracedRow): readonly string[] => [
  row.day,
  book.orgs.orgs.get(row.org)?.zh ?? row.org,
  book.declared.ledgers.get(row.ledger)?.title.zh ?? row.ledger,
  String(row.entry),
  `#${row.journal}`,
  row.amount ?? '—',
]
