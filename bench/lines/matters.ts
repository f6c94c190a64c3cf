import type { Context } from '../context.ts'
import { interleave, median, milliseconds, quantile } from '../interleave.ts'
import type { Result } from '../result.ts'
import { compared } from '../result.ts'
import { serve } from '../served.ts'
import { fillMatters, mattersTown } from '../synthetic/matters.ts'

/**
 * The lists of matters through the server's own route, for a person whose right is a list of orgs (the whole tree, so that the answer is the same) against one whose right is
 * everything: what is open, near its day, settled, by state, by org and by day, first pages and later ones.
 */
export const name = 'matters'

type Rows = { readonly rows: readonly { readonly entry: number }[]; readonly total: number; readonly ledgers: readonly unknown[] }

const queries: readonly Readonly<Record<string, string>>[] = [
  {}, { list: 'found' }, { list: 'due' }, { list: 'warning' }, { list: 'settled' }, { list: 'open', offset: '2000' }, { list: 'settled', offset: '2000' }, { list: 'open', state: 'fixing' }, { list: 'open', org: 'v7' }, { list: 'due', from: '2023-07-01', to: '2023-07-31' },
]

export const run = async (context: Context): Promise<readonly Result[]> => {
  const matters = context.full ? 1_000_000 : 200_000
  const town = await mattersTown(context, 'town_matters')
  await fillMatters(town, matters)
  const served = await serve(town)
  const [scoped, open] = [await served.as('village'), await served.as('leader')]
  const list = (calling: typeof scoped, query: Readonly<Record<string, string>>) => calling.get('matter.list', { whose: 'all', limit: '50', ...query }) as Promise<Rows>
  for (const query of queries) {
    const [one, other] = [await list(scoped, query), await list(open, query)]
    if (JSON.stringify(one) !== JSON.stringify(other)) throw new Error(`the two lists of ${JSON.stringify(query)} differ`)
  }
  const [seen, freely]: readonly [number[], number[]] = [[], []]
  const round = async (calling: typeof scoped, into: number[]): Promise<number> => {
    const times: number[] = []
    for (const query of queries) times.push(await milliseconds(() => list(calling, query)))
    into.push(...times)
    return times.reduce((sum, each) => sum + each, 0) / times.length
  }
  const times = await interleave(7, { scoped: () => round(scoped, seen), open: () => round(open, freely) })
  const of = (at: number, times: readonly number[]): string => median(times.filter((_, index) => index % queries.length === at)).toFixed(0)
  for (const [at, query] of queries.entries()) context.say(`${JSON.stringify(query)}: ${of(at, seen)} ms, ${of(at, freely)} without`)
  await served.close()
  const slow = quantile(seen, 0.95)
  return [compared({ name: `matters: a list of ${matters} ÷ the same without permission clause`, value: times.scoped, baseline: times.open, unit: 'ms', most: 1.3, more: { text: `95 % within 100 ms (${slow.toFixed(0)})`, holds: slow <= 100 } })]
}
