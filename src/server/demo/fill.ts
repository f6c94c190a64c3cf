import { createHash } from 'node:crypto'
import type { Change, ChangeSet } from '../../core/ledger/change.ts'
import type { Ledger } from '../../core/ledger/ledger.ts'
import type { Fields } from '../../core/ledger/value.ts'
import { decimal } from '../../core/quantity/decimal.ts'
import { fromScale } from '../../core/quantity/unit.ts'
import { isRefusal } from '../../core/refusal/refusal.ts'
import type { ReportDocument } from '../../core/report/document.ts'
import { documentFor } from '../../core/report/document.ts'
import { openSections } from '../../core/report/open-sections.ts'
import type { Day } from '../../core/time/day.ts'
import { period } from '../../core/time/period.ts'
import type { DemoBatch } from '../../packs/zhejiang-town/demo/generate.ts'
import { generateDemo } from '../../packs/zhejiang-town/demo/generate.ts'
import type { Targets } from '../../packs/zhejiang-town/demo/targets.ts'
import { demoPlaces, yearTargetsOf } from '../../packs/zhejiang-town/demo/year-targets.ts'
import { town as townCode } from '../../packs/zhejiang-town/orgs.ts'
import { zhejiangTown } from '../../packs/zhejiang-town/pack.ts'
import type { MasterKey } from '../../store/seal/master-key.ts'
import { sealFields } from '../../store/seal/seal-fields.ts'
import { findSetting, putSetting } from '../../store/settings.ts'
import { gatherStatistics } from '../../store/upkeep.ts'
import type { Town } from '../../store/town.ts'
import { declareAll, installation } from '../../store/town.ts'
import { accepted } from '../../store/writer.ts'
import { enterNotices } from '../matter/enter-notices.ts'
import { historyChanges } from './history-changes.ts'
import { keepPhotos } from './keep-photos.ts'
import { fillPeople } from './people.ts'

/** What a demonstration is made from; kept with the town so that another cannot be laid over it. */
export type DemoOptions = { readonly targets: Targets; readonly scale: number; readonly seed: number }

type DemoMark = { readonly state: 'filling' | 'ready'; readonly of: string }

/** Entries under way at once: enough to keep the writer busy, few enough to hold in memory. */
const ahead = 60_000
const part = 20_000

/** The period the demonstration reports on. */
const reported = period('2023H1')

/**
 * Fills an empty town with the demonstration, or finds it already there. Answers `stale` when the town was
 * left half filled or holds another demonstration: it must be made anew.
 */
export const fillDemo = async (town: Town, master: MasterKey, options: DemoOptions, told: (entries: number) => void = () => undefined): Promise<'filled' | 'there' | 'stale'> => {
  const of = createHash('sm3').update(JSON.stringify([options.targets, options.scale, options.seed, zhejiangTown.version])).digest('hex').slice(0, 16)
  const mark = await findSetting<DemoMark>(town.db.pool, town.schema, 'demo')
  if (mark !== undefined) return mark.state === 'ready' && mark.of === of ? 'there' : 'stale'
  refuseContradictions(options)
  await putSetting(town.db.pool, town.schema, 'demo', { state: 'filling', of } satisfies DemoMark)
  await declareAll(town, zhejiangTown.ledgers, zhejiangTown.measures)
  for (const org of zhejiangTown.orgs) {
    const { from, to, ...fields } = org
    accepted(await town.commit({ by: installation, changes: [{ act: 'create', verb: 'org.create', ledger: 'org', spans: [{ from, to, fields: withoutEmpty(fields) }] }] }))
  }
  await enterNotices(town)
  const people = await fillPeople(town)
  await fillEntries(town, master, people, generateDemo({ targets: options.targets, scale: options.scale, seed: options.seed }), told)
  const document = documentFor(zhejiangTown.report, reported)
  await fillIndicators(town, people.get('office') ?? 0, options.targets)
  await fillReport(town, people.get('office') ?? 0, document)
  await gatherStatistics(town.db)
  await putSetting(town.db.pool, town.schema, 'demo', { state: 'ready', of } satisfies DemoMark)
  return 'filled'
}

/** The report of the demonstration as it is written: each section with the office that answers for most of its numbers. */
const fillReport = async (town: Town, person: number, { title, blocks }: ReportDocument): Promise<void> => {
  const day = '2023-07-03'
  const owners = new Map(zhejiangTown.measures.map((measure) => [measure.key, measure.owner]))
  const create = (ledger: string, fields: Readonly<Record<string, string>>, handle?: string): Change => ({ act: 'create', verb: 'report.create', ledger, spans: [{ from: null, to: null, fields }], ...(handle === undefined ? {} : { handle }) })
  const sections = openSections(blocks, (measure) => owners.get(measure), zhejiangTown.townOffice)
  accepted(
    await town.commit({
      by: { person },
      changes: [
        create('report', { title, org: townCode, period: reported.key, day, document: JSON.stringify({ title, blocks: [] }), state: 'draft' }, 'report'),
        ...sections.map((section) => create('section', { report: '@report', position: section.position, org: section.org, day, document: JSON.stringify({ blocks: section.blocks }) })),
      ],
    }),
  )
}

/** The targets of the year and the places of the demonstration. */
const fillIndicators = async (town: Town, person: number, targets: Targets): Promise<void> => {
  const displays = new Map(zhejiangTown.measures.map((measure) => [measure.key, measure.display]))
  const create = (ledger: string, fields: Readonly<Record<string, string>>): Change => ({ act: 'create', verb: `${ledger}.create`, ledger, spans: [{ from: null, to: null, fields: { org: townCode, ...fields } }] })
  const goals = yearTargetsOf(targets).map(({ measure, value, source }) => create('target', { measure, period: reported.to.slice(0, 4), day: '2023-01-10', value: fromScale(decimal(value), displays.get(measure)?.scale ?? ''), source }))
  const places = demoPlaces.map(({ measure, place, among }) => create('ranking', { measure, period: reported.key, day: '2023-07-03', place, among, scope: '演示范围', source: '演示位次' }))
  accepted(await town.commit({ by: { person }, changes: [...goals, ...places] }))
}

/** The generator tells targets that contradict each other as it begins: here before anything is written. */
const refuseContradictions = ({ targets, scale, seed }: DemoOptions): void => {
  generateDemo({ targets, scale, seed })[Symbol.iterator]().next()
}

const fillEntries = async (town: Town, master: MasterKey, people: ReadonlyMap<string, number>, batches: Iterable<DemoBatch>, told: (entries: number) => void): Promise<void> => {
  const { declared } = await town.book()
  const under = new Set<Promise<void>>()
  let waiting = 0
  let entered = 0
  for (const batch of batches) {
    const ledger = declared.ledgers.get(batch.ledger)
    if (ledger === undefined) throw new Error(`the demonstration names an unknown ledger ${batch.ledger}`)
    for (const set of await setsOf(town, master, ledger, batch, people)) {
      const size = set.changes.length
      waiting += size
      const done: Promise<void> = town.commit(set, { bulk: true }).then((outcome) => {
        accepted(outcome)
        waiting -= size
        entered += size
        under.delete(done)
        told(entered)
      })
      under.add(done)
      while (waiting > ahead) await Promise.race(under)
    }
  }
  await Promise.all(under)
}

const setsOf = async (town: Town, master: MasterKey, ledger: Ledger, batch: DemoBatch, people: ReadonlyMap<string, number>): Promise<readonly ChangeSet[]> => {
  const attached = await keepPhotos(town, batch, people)
  const plain = batch.entries.flatMap(({ spans, photos }) => spans.map(({ fields }): Fields => (photos === undefined ? fields : { ...fields, photos: attached(photos) })))
  const sealed = await sealFields(town.db.pool, town.schema, master, ledger, plain)
  if (isRefusal(sealed)) throw new Error(`the demonstration names an erased person in ${ledger.key}`)
  let next = 0
  const whole = batch.entries.map((entry) => ({ ...entry, spans: entry.spans.map((span) => ({ ...span, fields: sealed[next++] ?? span.fields })) }))
  const book = await town.book()
  const verb = `${ledger.key}.create`
  const changes = whole.map((entry, index): readonly Change[] => (entry.actions === undefined ? [{ act: 'create', verb, ledger: ledger.key, spans: entry.spans }] : historyChanges(book, ledger, entry.spans[0]?.fields ?? {}, entry.actions, people, batch.person, `m${index}`, attached)))
  const by = { person: people.get(batch.person) ?? 0 }
  const sets: ChangeSet[] = []
  let set: Change[] = []
  for (const each of changes) {
    if (set.length + each.length > part) {
      sets.push({ by, batch: batch.title, changes: set })
      set = []
    }
    set.push(...each)
  }
  if (set.length > 0) sets.push({ by, batch: batch.title, changes: set })
  return sets
}

const withoutEmpty = (fields: Readonly<Record<string, string | null>>): Readonly<Record<string, string>> => Object.fromEntries(Object.entries(fields).filter((pair): pair is [string, string] => pair[1] !== null))

/** The town date of the demonstration unless told otherwise: the day the report was published. */
export const demoToday = '2023-11-07' as Day
