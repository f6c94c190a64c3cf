import { open, rm } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { setFlagsFromString } from 'node:v8'
import { keptByRow } from '../../core/access/ledger-rights.ts'
import type { LedgerRights } from '../../core/access/ledger-rights.ts'
import { everything, nothing } from '../../core/access/predicate.ts'
import { readListQuery } from '../../core/ledger/list-query.ts'
import { words } from '../../core/words.ts'
import { loadBook } from '../../store/book.ts'
import { onSnapshot } from '../../store/snapshot.ts'
import { errorCode } from '../../store/store-unavailable.ts'
import { isDemo } from '../demo/is-demo.ts'
import type { Exported, ExportFormat } from '../export-stream.ts'
import { exportStream } from '../export-stream.ts'
import { townDay } from '../../core/time/instant.ts'
import { demoMark } from '../demo-mark.ts'
import { spelt } from '../spelling.ts'
import type { Command } from './command.ts'
import { granted, Misused, Refused, refusedWith } from './command.ts'
import { printJson, printLine } from './print.ts'
import { withTown } from './with-town.ts'

/** A long file leaves much garbage: V8 is told to take it away soon rather than to let memory grow. */
const sparing = (): void => setFlagsFromString('--optimize-for-size')

/** The command line sees every row, and personal fields as someone sees them whose rows they are not. */
const masked: LedgerRights = { read: everything, write: nothing, reads: () => true, writes: () => false, searchesPersonal: false }

export const exporting: Command = {
  name: 'export',
  about: words('把一本台账写成 Excel 或 CSV 文件，个人信息脱敏。', 'Writes a ledger as an Excel or CSV file, personal data masked.'),
  synopsis: 'LEDGER FILE.xlsx|FILE.csv [--where "field:value;…"] [--json]',
  options: { where: { type: 'string' }, json: { type: 'boolean' } },
  operands: ['LEDGER', 'FILE'],
  run: async (given) => {
    const [key = '', file = ''] = given.operands
    const format = formatOf(file)
    const where = given.text('where')
    sparing()
    const done: Exported = { rows: 0, head: 0, cut: 0 }
    await withTown(given, async (town) => {
      const demo = await isDemo(town)
      const book = await onSnapshot(town.db, (client) => loadBook(client, town.schema))
      const ledger = book.declared.ledgers.get(key)
      if (ledger === undefined || (ledger.system === true && !keptByRow.includes(ledger.key))) throw refusedWith('not-found', { what: key })
      const asked = { where, voided: false }
      const query = granted(readListQuery(ledger, masked, asked, { tree: book.treeAt(townDay(new Date().toISOString())), spelt }))
      const now = new Date().toISOString()
      const stream = exportStream({ town, ledger, rights: masked, query, asked, tree: book.treeAt(townDay(now)), format, lang: 'zh', by: '命令行 command line', now, ...(demo ? { demo: demoMark } : {}) }, done)
      await written(file, stream)
    })
    if (given.flag('json')) printJson({ ledger: key, file, rows: done.rows, head: done.head })
    else printLine(`已写出 ${file}，共 ${done.rows} 条。 Wrote ${file}: ${done.rows} rows.`)
    return 0
  },
}

const formatOf = (file: string): ExportFormat => {
  const [, ending] = /\.(xlsx|csv)$/i.exec(file) ?? []
  if (ending === undefined) throw new Misused('文件名须以 .xlsx 或 .csv 结尾。 The name of the file must end in .xlsx or .csv.')
  return ending.toLowerCase() as ExportFormat
}

/** A file half written is taken away again. */
const written = async (file: string, stream: AsyncIterable<Uint8Array>): Promise<void> => {
  const handle = await open(file, 'w').catch((problem: unknown) => {
    throw unwritable(file, problem)
  })
  try {
    await pipeline(Readable.from(stream, { objectMode: false }), handle.createWriteStream())
  } catch (problem) {
    await rm(file, { force: true })
    throw errorCode(problem) === 'ENOSPC' ? unwritable(file, problem) : problem
  }
}

const unwritable = (file: string, problem: unknown): Refused => new Refused(`写不了文件 ${file}（${errorCode(problem)}）。 The file ${file} cannot be written (${errorCode(problem)}).`)
