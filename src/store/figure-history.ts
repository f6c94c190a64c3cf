import { entryOfPayload } from '../core/journal/row.ts'
import type { Entry } from '../core/ledger/entry.ts'
import { expand } from '../core/measure/expand.ts'
import type { Measure } from '../core/measure/measure.ts'
import { windowOf } from '../core/measure/window.ts'
import type { FigureScope } from './figures.ts'
import { figureScope, readFigures } from './figures.ts'
import type { Handle, Sql } from './sql.ts'
import { rowsOf, sql, table } from './sql.ts'

/** A moment at which the book moved a figure, with what it said from then on; `after` is the entry that moved it, as it then stood. */
export type FigureMoment = { readonly number: number; readonly recordedAt: string; readonly value: string | null; readonly text: string; readonly person: number; readonly verb: string; readonly batch: string | null; readonly after: Entry | undefined }

export type FigureHistory = { readonly moments: readonly FigureMoment[]; readonly versions: readonly { readonly version: number; readonly number: number; readonly recordedAt: string }[] }

/** The latest moments are told; each is read from the book as it was. */
const mostMoments = 24

type Step = { readonly number: number; readonly recorded: string; readonly person: number; readonly verb: string; readonly batch: string | null; readonly ledger: string | null; readonly entry: number | null; readonly payload: string }

/** When a figure of a scope last moved, oldest first, and the versions of its measure. */
export const figureHistoryOf = async (handle: Handle, scope: FigureScope, measure: Measure): Promise<FigureHistory> => {
  const steps = await movingSteps(handle, scope, measure)
  const moments: FigureMoment[] = []
  for (const step of steps) {
    const { number, recorded, person, verb, batch } = step
    const then = await figureScope(handle, scope.schema, scope.book, { ...scope.query, asOf: number, measures: [measure.key] })
    const [figure] = await readFigures(handle, then)
    if (figure !== undefined) moments.push({ number, recordedAt: recorded, value: figure.value, text: figure.text, person, verb, batch, after: entryAfter(step) })
  }
  const versions = scope.book.versions.filter((each) => each.measure.key === measure.key)
  const told = new Map((await stepsAt(handle, scope.schema, sql`number = any(${versions.map((each) => each.number)}::bigint[])`)).map((step) => [step.number, step.recorded]))
  return { moments, versions: versions.map(({ version, number }) => ({ version, number, recordedAt: told.get(number) ?? '' })) }
}

/** Journal rows that ended a group which posted to the figure: they are where it came to stand. */
const movingSteps = async (handle: Handle, scope: FigureScope, measure: Measure): Promise<readonly Step[]> => {
  const { numerator, denominator } = expand(measure, scope.measures)
  const orgs = scope.org === scope.tree.root ? sql`` : sql` and p.org = any(${[...scope.tree.subtree(scope.org)]}::text[])`
  const told = [measure, ...numerator.map((part) => part.measure), ...(denominator ?? []).map((part) => part.measure)]
  const reported = [...new Map(told.map((each) => [each.key, each])).values()].map((each) => reportedSteps(scope, each))
  const moved = [...reported, ...[...numerator, ...(denominator ?? [])].flatMap((part): readonly Sql[] => {
    const { definition } = part.measure
    const series = scope.moment.versions.get(part.measure.key)?.series
    const window = definition.kind === 'formula' ? undefined : windowOf(definition, scope.query.period, scope.query.cutoff, part.at)
    if (window === undefined || series === undefined || series === null) return []
    const from = window.from === null ? sql`` : sql` and p.day >= ${window.from}::date`
    return [sql`select p.last as number from ${table(scope.schema, 'postings')} as p where p.series = ${series}::int and p.day <= ${window.to}::date and (p.amount <> 0 or p.rows <> 0)${from}${orgs}`]
  })]
  if (moved.length === 0) return []
  const latest = sql`(select distinct number from (${sql.join(moved, sql` union all `)}) as moved order by number desc limit ${mostMoments}::int)`
  return stepsAt(handle, scope.schema, sql`number in ${latest}`)
}

/** A reported figure also moves where only its growth or its standing was changed, and any by a value stated in a document: neither posts anything. */
const reportedSteps = ({ schema, query, org, moment }: FigureScope, { key, definition }: Measure): Sql =>
  sql`select j.number from ${table(schema, 'journal')} as j join ${table(schema, 'ledger_reported')} as r on r.id = j.entry
    where r.measure = ${key}${definition.kind === 'reported' ? sql`` : sql` and r.document is not null`} and r.period = ${query.period.key} and r.org = ${org} and j.number <= ${moment.number}::bigint`

const stepsAt = (handle: Handle, schema: string, which: Sql): Promise<readonly Step[]> =>
  rowsOf<Step>(handle, sql`select number, to_char(recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as recorded, person, verb, batch, ledger, entry, payload from ${table(schema, 'journal')} where ${which} order by number`)

const entryAfter = ({ number, ledger, entry, payload }: Step): Entry | undefined => (ledger === null || entry === null ? undefined : entryOfPayload({ number, ledger, entry, payload }))
