import type { KeptCommitment } from '../core/report/promises.ts'
import type { Handle } from './sql.ts'
import { rowsOf, sql, table } from './sql.ts'

/** Which block of a report answers which promise. */
export type ReplyEntry = { readonly id: number; readonly version: number; readonly report: number; readonly section: number; readonly block: string; readonly promise: string }

/** The living answers of a report, or one by its entry number. */
export const findReplies = (handle: Handle, schema: string, of: { readonly report: number } | { readonly reply: number }): Promise<readonly ReplyEntry[]> =>
  rowsOf<ReplyEntry>(handle, sql`select id, version, report, section, block, promise from ${table(schema, 'ledger_reply')} where not void and ${'report' in of ? sql`report = ${of.report}::bigint` : sql`id = ${of.reply}::bigint`} order by id`)

/** Every commitment the town keeps; directions, which nothing can prove, are none. */
export const findCommitments = (handle: Handle, schema: string): Promise<readonly KeptCommitment[]> =>
  rowsOf<KeptCommitment>(handle, sql`select id as entry, text, quote, org, deadline from ${table(schema, 'ledger_commitment')} where not void and kind = 'commitment' order by id`)
