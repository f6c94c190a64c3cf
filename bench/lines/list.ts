import type { Context } from '../context.ts'
import { interleave, median, milliseconds, quantile } from '../interleave.ts'
import type { Result } from '../result.ts'
import { bounded, compared } from '../result.ts'
import { serve } from '../served.ts'
import { entries, oneLedgerTown } from '../synthetic/one-ledger.ts'
import { randomOf } from '../synthetic/rows.ts'

/**
 * Pages of a ledger of a million entries through the server's own route. First filtered by kind and month and sorted by money, for a person whose
 * right is a list of orgs (the whole tree, so that the answer is the same) against one whose right is everything; then any page of the whole ledger,
 * the last among them, in the orders that have an index, while rows are being entered; and a search through all texts.
 */
export const name = 'list'

const months: readonly string[] = ['2021-03', '2021-09', '2022-02', '2022-07', '2022-12', '2023-01', '2023-03', '2023-05', '2023-06', '2023-08']
const orders: readonly string[] = ['', 'day', 'id', '-id', 'org', '-org', 'org,day', '-day,-money']

type Rows = { readonly rows: readonly { readonly id: number }[]; readonly total: number }

export const run = async (context: Context): Promise<readonly Result[]> => {
  const served = await serve(await oneLedgerTown(context))
  const [scoped, open] = [await served.as('village'), await served.as('leader')]
  const list = (calling: typeof scoped, query: Readonly<Record<string, string>>) => calling.get('work-1.list', { limit: '50', ...query }) as Promise<Rows>
  const month = (calling: typeof scoped, at: string) => list(calling, { where: `kind:a;day>=${at}-01;day<=${at}-28`, sort: 'money', desc: 'true' })
  for (const each of months) if (JSON.stringify((await month(scoped, each)).rows.map((row) => row.id)) !== JSON.stringify((await month(open, each)).rows.map((row) => row.id))) throw new Error(`the two lists of ${each} differ`)
  const seen: number[] = []
  const round = async (calling: typeof scoped, keep: boolean): Promise<number> => {
    const times: number[] = []
    for (const each of months) times.push(await milliseconds(() => month(calling, each)))
    if (keep) seen.push(...times)
    return median(times)
  }
  const times = await interleave(11, { scoped: () => round(scoped, true), open: () => round(open, false) })
  const slow = quantile(seen, 0.95)

  const first = await milliseconds(() => list(scoped, {}))
  context.say(`the whole ledger is counted in ${first.toFixed(0)} ms when it is first opened`)
  const random = randomOf(7)
  const pages: number[] = []
  for (let turn = 0; turn < 240; turn += 1) {
    const { total } = await list(scoped, { limit: '1' })
    const last = Math.floor((total - 1) / 50) * 50
    const offset = turn % 8 === 0 ? last : Math.floor((random() * total) / 50) * 50
    pages.push(await milliseconds(() => list(scoped, { offset: String(offset), sort: orders[turn % orders.length] ?? '' })))
    if (turn % 3 === 0) await scoped.post('work-1.create', { fields: { org: 'v1', day: '2023-06-30', kind: 'a', head: 3, money: '12.5' } })
  }
  const found: number[] = []
  for (const q of ['条目99887', 'sltm99887', '限期复查', '示例路17号']) found.push(await milliseconds(() => list(open, { q })))
  context.say(`searching all texts of ${entries} entries takes ${found.map((each) => each.toFixed(0)).join(', ')} ms`)
  await served.close()
  return [
    compared({ name: 'list: a page at 1M entries ÷ the same without permission clause', value: times.scoped, baseline: times.open, unit: 'ms', most: 1.3, more: { text: `95 % within 100 ms (${slow.toFixed(0)})`, holds: slow <= 100 } }),
    bounded({ name: 'list: any page of 1M entries, also the last, 95 %', value: quantile(pages, 0.95), unit: 'ms', most: 100 }),
  ]
}
