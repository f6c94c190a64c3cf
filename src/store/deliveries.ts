import type { Handle } from './sql.ts'
import { rowsOf, sql, table } from './sql.ts'

/** What a message outside says of a matter: its number, kind, office and day, and nothing that was typed in. */
export type Told = { readonly kind: string; readonly ledger: string; readonly matter: number; readonly org: string; readonly clock: string | null; readonly due: string | null }

export type NewDelivery = { readonly kind: 'mail' | 'channel'; readonly target: number; readonly about: Told; readonly from: string }

export type Delivery = Omit<NewDelivery, 'from'> & { readonly id: string; readonly attempts: number }

export const addDeliveries = async (handle: Handle, schema: string, deliveries: readonly NewDelivery[]): Promise<void> => {
  if (deliveries.length === 0) return
  await rowsOf(
    handle,
    sql`insert into ${table(schema, 'deliveries')} (kind, target, about, next_try)
        select * from unnest(${deliveries.map(({ kind }) => kind)}::text[], ${deliveries.map(({ target }) => target)}::bigint[], ${deliveries.map(({ about }) => JSON.stringify(about))}::jsonb[], ${deliveries.map(({ from }) => from)}::timestamptz[])`,
  )
}

/**
 * Takes up what is due at an instant, for this process alone: until `until` nobody else takes it, whatever becomes of this one. What a process took and never
 * settled is due again then.
 */
export const takeDeliveries = (handle: Handle, schema: string, now: string, until: string, limit: number): Promise<readonly Delivery[]> =>
  rowsOf<Delivery>(
    handle,
    sql`update ${table(schema, 'deliveries')} as d set claimed_at = ${now}::timestamptz, next_try = ${until}::timestamptz, attempts = d.attempts + 1
        where d.id in (select id from ${table(schema, 'deliveries')} where sent_at is null and failed_at is null and next_try <= ${now}::timestamptz order by next_try, made_at limit ${limit}::int for update skip locked)
        returning d.id, d.kind, d.target, d.about, d.attempts`,
  )

export const settleSent = async (handle: Handle, schema: string, ids: readonly string[], now: string): Promise<void> => {
  await rowsOf(handle, sql`update ${table(schema, 'deliveries')} set sent_at = ${now}::timestamptz, problem = null where id = any(${[...ids]}::uuid[])`)
}

/** Notes a failure; tried again at `next`, or never. */
export const settleFailed = async (handle: Handle, schema: string, ids: readonly string[], now: string, problem: string, next: string | undefined): Promise<void> => {
  await rowsOf(handle, sql`update ${table(schema, 'deliveries')} set problem = ${problem.slice(0, 300)}, next_try = coalesce(${next ?? null}::timestamptz, next_try), failed_at = ${next === undefined ? now : null}::timestamptz where id = any(${[...ids]}::uuid[])`)
}

/** How it goes with each target of a kind: when it last got something, how many wait and how many were given up, and what was last wrong. */
export type Standing = { readonly target: number; readonly sentAt: string | null; readonly waiting: number; readonly failed: number; readonly problem: string | null }

export const deliveryStandings = (handle: Handle, schema: string, kind: Delivery['kind']): Promise<readonly Standing[]> =>
  rowsOf<Standing>(
    handle,
    sql`select target, to_char(max(sent_at) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "sentAt", count(*) filter (where sent_at is null and failed_at is null)::int as waiting,
          count(*) filter (where failed_at is not null)::int as failed, (array_agg(problem order by coalesce(failed_at, claimed_at) desc) filter (where problem is not null))[1] as problem
        from ${table(schema, 'deliveries')} where kind = ${kind} group by target`,
  )
