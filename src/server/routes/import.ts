import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { acceptImport, cancelImport, listImports, mapImport, openImport, problemsImport, readImport as readImportRoute } from '../../api/import.ts'
import { isNothing } from '../../core/access/predicate.ts'
import { importFields } from '../../core/importing/import-fields.ts'
import type { FixedValue } from '../../core/importing/mapping.ts'
import { isCellProblem } from '../../core/importing/read-cell.ts'
import { fixedValue } from '../../core/importing/read-rows.ts'
import type { Ledger } from '../../core/ledger/ledger.ts'
import { refusalMessage } from '../../core/refusal/catalogue.ts'
import type { Refusal } from '../../core/refusal/refusal.ts'
import { isRefusal, refuse } from '../../core/refusal/refusal.ts'
import type { Day } from '../../core/time/day.ts'
import { yearOf } from '../../core/time/day.ts'
import { putFile } from '../../store/files.ts'
import { findImports } from '../../store/imports.ts'
import { namesOf } from '../../store/people.ts'
import type { Call, Endpoint } from '../call.ts'
import type { Ask, Reader } from '../endpoint.ts'
import { endpoint } from '../endpoint.ts'
import type { Job } from '../importing/import-job.ts'
import { markApart } from '../importing/mark-apart.ts'
import { finishImport } from '../importing/finish-import.ts'
import type { Importing } from '../importing/read-import.ts'
import { notReady, orgNames, readImport } from '../importing/read-import.ts'
import { actorOf } from '../posts.ts'
import { presentImport } from '../present-import.ts'
import { fieldProblem, readDay } from '../read-scope.ts'
import { rightsIn } from './entry-read.ts'

/** The ledger an import goes into: one the caller may write, kept by rows. */
const ledgerOf = (key: string, verb: string, ask: Ask<unknown>): Ledger | Refusal => {
  const ledger = ask.book.declared.ledgers.get(key)
  if (ledger === undefined || ledger.system === true || isNothing(rightsIn(ledger, ask).read)) return fieldProblem('ledger', 'not-found', { what: key })
  return isNothing(rightsIn(ledger, ask).write) ? refuse('forbidden', { verb }) : ledger
}

const jobOf = (ask: Ask<{ readonly import: string }>, verb: string): { readonly job: Job; readonly ledger: Ledger } | Refusal => {
  const job = ask.house.imports.find(ask.input.import, ask.caller.person)
  if (isRefusal(job)) return job
  const ledger = ledgerOf(job.ledger, verb, ask)
  return isRefusal(ledger) ? ledger : { job, ledger }
}

const importingOf = async (ask: Ask<unknown>, reader: Reader, ledger: Ledger): Promise<Importing> => {
  const { imports } = await findImports(reader, ask.town.schema, ask.book, { ledger: ledger.key, limit: 1 })
  return { town: ask.town, ledger, posts: ask.caller.posts, today: ask.today, master: ask.house.master, remembered: imports[0]?.mapping }
}

/** Checked like any other call, before the body is read. */
const entering = endpoint({
  route: openImport,
  load: async (ask, reader) => {
    const ledger = ledgerOf(ask.input.ledger, openImport.verb, ask)
    return isRefusal(ledger) ? ledger : { importing: await importingOf(ask, reader, ledger), person: ask.caller.person, name: ask.input.name }
  },
  present: (it) => it as never,
})

/** Takes the file as the body of the call, and begins to read it. */
export const openImportEndpoint: Endpoint = {
  route: openImport,
  run: async (call: Call) => {
    const entered = (await entering.run(call)) as { readonly importing: Importing; readonly person: number; readonly name: string } | Refusal
    if (isRefusal(entered)) return entered
    const { importing, person, name } = entered
    if (!(call.request.body instanceof Readable)) return refuse('workbook-foreign')
    const job = await call.house.imports.receive({ person, ledger: importing.ledger.key, name, body: call.request.body })
    if (isRefusal(job)) return job
    call.house.imports.run(job, () => readImport(job, importing))
    return { import: job.id }
  },
}

export const readImportEndpoint = endpoint({
  route: readImportRoute,
  load: async (ask, reader) => {
    const found = jobOf(ask, readImportRoute.verb)
    if (isRefusal(found)) return found
    const { imports } = await findImports(reader, ask.town.schema, ask.book, { ledger: found.job.ledger, hash: found.job.hash, limit: 2 })
    const before = imports.find((each) => each.state === 'done' && each.batch !== found.job.batch)
    const by = before === undefined ? '' : (await namesOf(reader, ask.town.schema, [before.person]))(before.person)
    return { ...found, before: before === undefined ? undefined : { ...before, by } }
  },
  present: ({ job, ledger, before }, { book, today }) => presentImport(job, ledger, book.treeAt(today), before),
})

/** Values for all rows are read like cells; one that does not fit is told at its field. */
const fixedProblem = ({ input, book, today }: Ask<{ readonly fixed?: readonly FixedValue[] | undefined }>, ledger: Ledger): Refusal | undefined => {
  const fields = importFields(ledger)
  for (const { field, text } of input.fixed ?? []) {
    const value = fixedValue(fields, field, text, { orgs: orgNames(book.treeAt(today)), year: yearOf(today) })
    if (value === undefined) return fieldProblem('fixed', 'field-unknown', { field })
    if (isCellProblem(value)) return fieldProblem(field, value.problem, value.details)
  }
  return undefined
}

export const mapImportEndpoint = endpoint({
  route: mapImport,
  load: async (ask, reader) => {
    const found = jobOf(ask, mapImport.verb)
    if (isRefusal(found)) return found
    if (!['ready', 'reading', 'failed', 'stopped'].includes(found.job.state)) return refuse('import-state')
    const wrong = fixedProblem(ask, found.ledger)
    if (wrong !== undefined) return wrong
    return { job: found.job, importing: await importingOf(ask, reader, found.ledger) }
  },
  present: ({ job, importing }, { house, input }) => {
    job.stop.abort()
    const { import: _, ...asked } = input
    const other = asked.sheet !== undefined && asked.sheet !== job.asked.sheet
    job.state = 'reading'
    job.asked = other ? asked : { ...job.asked, ...asked }
    house.imports.run(job, () => {
      job.stop = new AbortController()
      return readImport(job, importing)
    })
    return { import: job.id }
  },
})

export const acceptImportEndpoint = endpoint({
  route: acceptImport,
  load: async (ask) => {
    const found = jobOf(ask, acceptImport.verb)
    if (isRefusal(found)) return found
    const { job } = found
    const waits = notReady(job)
    if (waits !== undefined) return waits
    if (job.counts.create + job.counts.correct === 0) return refuse('nothing-changed')
    if (ask.input.rows === 'all' && job.counts.problem > 0) return refuse('rows-rejected', { count: job.counts.problem })
    if (job.counts.correct > 0 && ask.input.reason === undefined) return fieldProblem('reason', 'field-required')
    const from = ask.input.from === undefined ? ask.today : readDay('from', ask.input.from)
    return isRefusal(from) ? from : { ...found, from, batch: `import-${job.id.slice(0, 12)}`, bytes: await readFile(join(job.directory, 'file')) }
  },
  prepare: async (seen, { town }) => {
    await putFile(town.db.pool, town.schema, { hash: seen.job.hash, mediaType: 'application/octet-stream', bytes: seen.bytes })
    return seen
  },
  decide: ({ job, batch }, { caller, book, today }) => ({
    changes: [{ act: 'create', verb: acceptImport.verb, ledger: 'import', spans: [{ from: null, to: null, fields: { ledger: job.ledger, org: caller.posts[0]?.org ?? book.orgs.root, day: today, name: job.name, hash: job.hash, batch, mapping: JSON.stringify(job.outline?.mapping ?? {}), state: 'committing', created: '0', corrected: '0', same: String(job.counts.same), rejected: String(job.counts.problem), skipped: String(job.counts.skipped) } }] }],
  }),
  present: ({ job, ledger, batch, from }, ask, done) => {
    Object.assign(job, { state: 'writing', batch, entry: done.id, touched: 0, stop: new AbortController() })
    ask.house.imports.run(job, () => finishImport(job, { town: ask.town, ledger, by: actorOf(ask.caller, acceptImport.verb), rights: rightsIn(ledger, ask), reason: ask.input.reason, from: from as Day, today: ask.today, batch, version: done.journal, whole: ask.input.rows === 'all', live: ask.house.live }))
    return { import: job.id, batch }
  },
})

export const cancelImportEndpoint = endpoint({
  route: cancelImport,
  load: async (ask) => jobOf(ask, cancelImport.verb),
  present: ({ job }) => {
    job.stop.abort()
    if (job.state === 'ready') job.state = 'stopped'
    return { import: job.id }
  },
})

/** The workbook back with every problem at its cell; those beyond the most that are kept stay unmarked. */
export const problemsImportEndpoint = endpoint({
  route: problemsImport,
  load: async (ask) => {
    const found = jobOf(ask, problemsImport.verb)
    if (isRefusal(found)) return found
    const { job } = found
    const sheet = job.outline?.mapping.sheet
    if (sheet === undefined || job.problems.length === 0 || job.state === 'reading' || job.state === 'writing') return refuse('import-state')
    const marked: Uint8Array = new Uint8Array()
    return { job, sheet, marked }
  },
  prepare: async ({ job, sheet }) => {
    const marked = await markApart({ path: join(job.directory, 'file'), sheet, marks: job.problems.map(({ row, problem }) => ({ row, column: problem.column, text: refusalMessage(problem.code, problem.details, 'zh') })) })
    return isRefusal(marked) ? marked : { job, sheet, marked }
  },
  present: ({ job, marked }) => ({ bytes: marked, type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', name: `${job.name.replace(/\.[^.]*$/, '')}（问题）.xlsx` }),
})

export const listImportsEndpoint = endpoint({
  route: listImports,
  load: async (ask, reader) => {
    const ledger = ask.book.declared.ledgers.get(ask.input.ledger)
    if (ledger === undefined || isNothing(rightsIn(ledger, ask).read)) return fieldProblem('ledger', 'not-found', { what: ask.input.ledger })
    const found = await findImports(reader, ask.town.schema, ask.book, ask.input)
    return { ...found, nameOf: await namesOf(reader, ask.town.schema, found.imports.map((each) => each.person)) }
  },
  present: ({ total, imports, nameOf }) => ({ total, imports: imports.map((each) => ({ entry: each.id, day: each.day, name: each.name, by: nameOf(each.person), state: each.state, batch: each.batch, created: each.created, corrected: each.corrected, rejected: each.rejected })) }),
})
