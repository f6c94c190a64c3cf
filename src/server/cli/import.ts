import { copyFile, mkdtemp, readFile, rm } from 'node:fs/promises'
import { createHash } from 'node:crypto'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { acceptImport } from '../../api/import.ts'
import { allRights } from '../../core/access/ledger-rights.ts'
import { warningWords } from '../../core/ledger/check-digits/warning-words.ts'
import type { Ledger } from '../../core/ledger/ledger.ts'
import { refusalMessage } from '../../core/refusal/catalogue.ts'
import type { Day } from '../../core/time/day.ts'
import { townDay } from '../../core/time/instant.ts'
import { words } from '../../core/words.ts'
import { putFile } from '../../store/files.ts'
import { findImports } from '../../store/imports.ts'
import type { MasterKey } from '../../store/seal/master-key.ts'
import { defaultKeyFile, openMasterKey } from '../../store/seal/master-key.ts'
import { onSnapshot } from '../../store/snapshot.ts'
import { errorCode } from '../../store/store-unavailable.ts'
import type { Town } from '../../store/town.ts'
import { installation } from '../../store/town.ts'
import { accepted } from '../../store/writer.ts'
import { finishImport } from '../importing/finish-import.ts'
import { newJob } from '../importing/import-job.ts'
import type { Job } from '../importing/import-job.ts'
import { readImport } from '../importing/read-import.ts'
import type { Command } from './command.ts'
import { Refused, refusedBy, refusedWith } from './command.ts'
import { printJson, printLine } from './print.ts'
import { placeOf, withTown } from './with-town.ts'

export const importing: Command = {
  name: 'import',
  about: words('把表格读入一本台账：合格的行作为一批写入，有问题的单元格逐个列出。', 'Takes a workbook into a ledger: good rows are written as one batch; every cell with a problem is listed.'),
  synopsis: 'LEDGER FILE [--dry-run] [--json]',
  options: { 'dry-run': { type: 'boolean' }, json: { type: 'boolean' } },
  operands: ['LEDGER', 'FILE'],
  run: async (given) => {
    const [key = '', file = ''] = given.operands
    const directory = await mkdtemp(join(tmpdir(), 'zhenwu-import-'))
    try {
      return await withTown(given, async (town) => {
        const book = await town.book()
        const ledger = book.declared.ledgers.get(key)
        if (ledger === undefined || ledger.system === true) throw refusedWith('not-found', { what: key })
        const bytes = await copied(file, directory)
        const job = newJob({ id: createHash('sha256').update(`${book.head}`).update(bytes).digest('hex').slice(0, 24), person: installation.person, ledger: key, name: basename(file), directory, hash: createHash('sha256').update(bytes).digest('hex') })
        const master = ledger.fields.some((field) => field.kind === 'sealed') ? openMasterKey(defaultKeyFile(placeOf(given).data)) : undefined
        await take({ town, job, ledger, master, bytes, dry: given.flag('dry-run') })
        return told(job, given.flag('json'))
      })
    } finally {
      await rm(directory, { recursive: true, force: true })
    }
  },
}

/** The file is read from a copy, so that it may change meanwhile. */
const copied = async (file: string, directory: string): Promise<Buffer> => {
  const path = join(directory, 'file')
  await copyFile(file, path).catch((problem: unknown) => {
    throw new Refused(errorCode(problem) === 'ENOENT' ? `没有文件 ${file}。 There is no file ${file}.` : `读不了文件 ${file}。 The file ${file} cannot be read.`)
  })
  return readFile(path)
}

type Taking = { readonly town: Town; readonly job: Job; readonly ledger: Ledger; readonly master: MasterKey | undefined; readonly bytes: Buffer; readonly dry: boolean }

/** Reads the workbook to its end and writes its good rows under one batch, unless it is only tried. */
const take = async ({ town, job, ledger, master, bytes, dry }: Taking): Promise<void> => {
  const book = await town.book()
  const today = townDay(new Date().toISOString())
  const { imports } = await onSnapshot(town.db, (handle) => findImports(handle, town.schema, book, { ledger: ledger.key, limit: 1 }))
  await readImport(job, { town, ledger, posts: 'all', today, master, remembered: imports[0]?.mapping })
  if (job.failure !== undefined) throw refusedBy(job.failure)
  if (dry || job.counts.create + job.counts.correct === 0) return
  await putFile(town.db.pool, town.schema, { hash: job.hash, mediaType: 'application/octet-stream', bytes })
  job.batch = `import-${job.id.slice(0, 12)}`
  const fields = { ledger: ledger.key, org: book.orgs.root, day: today, name: job.name, hash: job.hash, batch: job.batch, mapping: JSON.stringify(job.outline?.mapping ?? {}), state: 'committing', created: '0', corrected: '0', same: String(job.counts.same), rejected: String(job.counts.problem), skipped: String(job.counts.skipped) }
  const { numbers } = accepted(await town.commit({ by: installation, changes: [{ act: 'create', verb: acceptImport.verb, ledger: 'import', spans: [{ from: null, to: null, fields }] }] }))
  job.entry = numbers[0]
  await finishImport(job, { town, ledger, by: installation, rights: allRights, reason: `导入 ${job.name}`, from: today as Day, today: today as Day, batch: job.batch, version: numbers[0] ?? 0, whole: false, live: { nudge: () => undefined } })
}

/** Rows, how many were taken, and every cell that was not. */
const told = (job: Job, asJson: boolean): number => {
  const taken = job.batch === undefined ? job.counts.create + job.counts.correct : job.touched
  const rows = taken + job.counts.same + job.counts.problem
  const rejected = job.problems.map(({ problem }) => ({ sheet: job.outline?.mapping.sheet ?? '', cell: problem.cell, field: problem.field, message: refusalMessage(problem.code, problem.details, 'zh') }))
  const warnings = job.warnings.map(({ warning }) => ({ sheet: job.outline?.mapping.sheet ?? '', cell: warning.cell, field: warning.field, message: warningWords[warning.code].zh }))
  if (asJson) printJson({ rows, accepted: taken, rejected, batch: job.batch ?? null, ...(job.warned > 0 && { warned: job.warned, warnings }) })
  else {
    for (const each of rejected) printLine(`${each.sheet}!${each.cell}  ${each.message}`)
    for (const each of warnings) printLine(`${each.sheet}!${each.cell}  提醒：${each.message}`)
    if (job.warned > 0) printLine(`另有 ${job.warned} 处号码请核对，照常写入。 ${job.warned} codes or numbers look wrong; they are taken all the same.`)
    printLine(job.batch === undefined ? `共 ${rows} 行，可写入 ${taken} 行，有问题 ${job.counts.problem} 行；未写入。 ${rows} rows: ${taken} can be written, ${job.counts.problem} have problems; nothing was written.` : `共 ${rows} 行，写入 ${taken} 行，有问题 ${job.counts.problem} 行，批次 ${job.batch}。 ${rows} rows: ${taken} written, ${job.counts.problem} have problems, batch ${job.batch}.`)
  }
  return taken === 0 && job.counts.problem > 0 ? 1 : 0
}
