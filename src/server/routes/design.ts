import { Readable } from 'node:stream'
import { checkDesign, ledgerVersions as ledgerVersionsRoute, mapDesign, nameDesign, openDesign, readDesign, takeDesign } from '../../api/design.ts'
import { mayDeclare } from '../../core/access/may-declare.ts'
import { mayUse } from '../../core/access/policy.ts'
import { isNothing } from '../../core/access/predicate.ts'
import { compareLedgers } from '../../core/designing/compare-ledgers.ts'
import { ledgerProblems } from '../../core/designing/ledger-problems.ts'
import { spellKey } from '../../core/designing/spell-key.ts'
import { importFields } from '../../core/importing/import-fields.ts'
import { reservedColumns } from '../../core/ledger/field.ts'
import type { Refusal } from '../../core/refusal/refusal.ts'
import { isRefusal, refuse } from '../../core/refusal/refusal.ts'
import { ledgerVersions } from '../../store/ledger-versions.ts'
import { namesOf } from '../../store/people.ts'
import type { Call, Endpoint } from '../call.ts'
import { surveyJob } from '../designing/survey-job.ts'
import type { Survey } from '../designing/survey-task.ts'
import type { Ask } from '../endpoint.ts'
import { endpoint } from '../endpoint.ts'
import type { Job } from '../importing/import-job.ts'
import { readImport } from '../importing/read-import.ts'
import { presentDesign, presentProblems, presentTried } from '../present-design.ts'
import { fieldProblem } from '../read-scope.ts'
import { spelled } from '../spelled.ts'
import { takenKey } from '../taken-keys.ts'
import { rightsIn } from './entry-read.ts'

/** A file a ledger is designed for, until it goes into one. */
const jobOf = (ask: Ask<{ readonly design: string }>): Job | Refusal => {
  const job = ask.house.imports.find(ask.input.design, ask.caller.person)
  return isRefusal(job) || job.ledger === '' ? job : refuse('import-state')
}

const entering = endpoint({ route: openDesign, load: async (ask) => ({ person: ask.caller.person, name: ask.input.name, tree: ask.book.treeAt(ask.today), today: ask.today }), present: (it) => it as never })

/** Takes the file as the body of the call, and begins to look at it. */
export const openDesignEndpoint: Endpoint = {
  route: openDesign,
  run: async (call: Call) => {
    const entered = (await entering.run(call)) as { person: number; name: string; tree: Parameters<typeof surveyJob>[1]; today: Parameters<typeof surveyJob>[2] } | Refusal
    if (isRefusal(entered)) return entered
    if (!(call.request.body instanceof Readable)) return refuse('workbook-foreign')
    const job = await call.house.imports.receive({ person: entered.person, ledger: '', name: entered.name, body: call.request.body })
    if (isRefusal(job)) return job
    call.house.imports.run(job, () => surveyJob(job, entered.tree, entered.today))
    return { design: job.id }
  },
}

export const readDesignEndpoint = endpoint({
  route: readDesign,
  load: async (ask) => jobOf(ask),
  present: (job, { book, caller }) => presentDesign(job, caller.posts, book.declared),
})

export const mapDesignEndpoint = endpoint({
  route: mapDesign,
  load: async (ask) => jobOf(ask),
  present: (job, { house, input, book, today }) => {
    job.stop.abort()
    const other = input.sheet !== undefined && input.sheet !== job.survey?.sheet
    job.state = 'reading'
    job.asked = other ? { sheet: input.sheet, headerTo: input.headerTo } : { sheet: input.sheet ?? job.asked.sheet ?? job.survey?.sheet, headerTo: input.headerTo ?? job.asked.headerTo }
    house.imports.run(job, () => {
      job.stop = new AbortController()
      return surveyJob(job, book.treeAt(today), today)
    })
    return { design: job.id }
  },
})

/** A job whose sheet was seen to its end. */
const seenOf = (job: Job): { readonly job: Job; readonly survey: Survey } | Refusal => (job.state === 'ready' && job.survey?.header !== undefined ? { job, survey: job.survey } : refuse('import-state'))

export const checkDesignEndpoint = endpoint({
  route: checkDesign,
  load: async (ask) => {
    const job = jobOf(ask)
    return isRefusal(job) ? job : seenOf(job)
  },
  present: ({ survey }, { input: { ledger, columns, given }, book, today }) => ({
    problems: presentProblems(ledgerProblems(ledger, undefined, takenKey(book.declared))),
    rows: presentTried(survey, importFields(ledger), columns, given, book.treeAt(today), today),
  }),
})

export const takeDesignEndpoint = endpoint({
  route: takeDesign,
  load: async (ask) => {
    const ledger = ask.book.declared.ledgers.get(ask.input.ledger)
    if (ledger === undefined || ledger.system === true || isNothing(rightsIn(ledger, ask).read)) return fieldProblem('ledger', 'not-found', { what: ask.input.ledger })
    if (isNothing(rightsIn(ledger, ask).write)) return refuse('forbidden', { verb: takeDesign.verb })
    const job = jobOf(ask)
    const seen = isRefusal(job) ? job : seenOf(job)
    return isRefusal(seen) ? seen : { ...seen, ledger }
  },
  present: ({ job, survey, ledger }, { house, input, town, caller, today }) => {
    job.ledger = ledger.key
    job.state = 'reading'
    job.asked = { sheet: survey.sheet, headerTo: survey.header?.to, columns: input.columns, fixed: Object.entries(input.given).map(([field, text]) => ({ field, text })) }
    house.imports.run(job, () => readImport(job, { town, ledger, posts: caller.posts, today, master: house.master, remembered: undefined }))
    return { import: job.id }
  },
})

const joints = { ledger: '-', measure: '-', choice: '-', field: '_' } as const

export const nameDesignEndpoint = endpoint({
  route: nameDesign,
  load: async (ask) => ask.input,
  present: ({ of, titles }, { book }) => {
    const made = new Set<string>()
    const isTaken = { ledger: takenKey(book.declared), measure: (key: string) => book.declared.measures.has(key), choice: () => false, field: (key: string) => reservedColumns.includes(key) }[of]
    return {
      keys: titles.map((title) => {
        const key = spellKey(title, spelled, joints[of], (each) => made.has(each) || isTaken(each), of)
        made.add(key)
        return key
      }),
    }
  },
})

/** Who changed the fields of a ledger, when, and how. */
export const ledgerVersionsEndpoint = endpoint({
  route: ledgerVersionsRoute,
  load: async (ask, reader) => {
    const ledger = ask.book.declared.ledgers.get(ask.input.ledger)
    if (ledger === undefined || isNothing(rightsIn(ledger, ask).read)) return fieldProblem('ledger', 'not-found', { what: ask.input.ledger })
    const versions = await ledgerVersions(reader, ask.town.schema, ledger.key)
    return { ledger, versions, nameOf: await namesOf(reader, ask.town.schema, versions.map((each) => each.person)) }
  },
  present: ({ ledger, versions, nameOf }, { caller }) => ({
    ledger,
    versions: versions
      .map((each, at) => ({
        version: each.version,
        number: each.number,
        recordedAt: each.recordedAt,
        by: nameOf(each.person),
        changes: compareLedgers(versions[at - 1]?.ledger, each.ledger).map((change) => ({ what: change.what, field: change.field, title: change.title, was: change.what === 'renamed' ? change.was : null })),
      }))
      .toReversed(),
    can: { declare: ledger.system !== true && mayUse(caller.posts, 'ledger.declare') && mayDeclare(caller.posts, ledger, ledger) },
  }),
})
