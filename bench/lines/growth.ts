import type { Context } from '../context.ts'
import { interleave } from '../interleave.ts'
import type { Result } from '../result.ts'
import { compared } from '../result.ts'
import { compileTime } from './report.ts'

/** The same report over a hundred times as many entries. */
export const name = 'growth'

export const run = async (context: Context): Promise<readonly Result[]> => {
  const [large, small] = [await context.town(1_000_000), await context.town(10_000)]
  const times = await interleave(5, { large: () => compileTime(large), small: () => compileTime(small) })
  return [compared({ name: 'growth: report at 1M ÷ at 10k entries', value: times.large, baseline: times.small, unit: 'ms', most: 1.2 })]
}
