import { readText } from '../../src/core/reading/read-text.ts'
import type { Context } from '../context.ts'
import type { Result } from '../result.ts'
import { atLeast, compared } from '../result.ts'
import { reportText } from '../synthetic/report-text.ts'

/** Reading a long report on one core, and texts that only repeat one thing, where four times the text may take about four times as long. */
export const name = 'reading'

export const run = async ({ full, say }: Context): Promise<readonly Result[]> => {
  const report = reportText(full ? 3_000_000 : 1_500_000)
  readText(report.slice(0, 200_000))
  const speed = Buffer.byteLength(report) / 1000 / readTime(report)
  const repeated = hostile.map((piece) => {
    const times = growthOf(piece)
    say(`${JSON.stringify(piece)} ${times.times} times: ${times.once.toFixed(0)} ms, four times as long ${times.four.toFixed(0)} ms`)
    return times
  })
  const worst = repeated.reduce((a, b) => (b.four / b.once > a.four / a.once ? b : a))
  return [
    atLeast({ name: `reading: a report of ${(Buffer.byteLength(report) / 1e6).toFixed(1)} MB`, value: speed, unit: 'MB/s', least: 1 }),
    compared({ name: `reading: four times the text ÷ once, worst of ${hostile.length} repetitions (${worst.piece})`, value: worst.four, baseline: worst.once, unit: 'ms', most }),
  ]
}

type Growth = { readonly piece: string; readonly times: number; readonly once: number; readonly four: number }

/** Twenty-five thousand repetitions against a hundred thousand, taken up to three times where they seem to miss; a tenth of that where time already grows with the square. */
const growthOf = (piece: string): Growth => {
  const measure = (times: number): Growth => ({ piece, times, once: Math.max(readTime(piece.repeat(times)), leastTime), four: readTime(piece.repeat(4 * times)) })
  const first = measure(2_500)
  if (first.four > 1000 && first.four > 8 * first.once) return first
  let best = measure(25_000)
  for (let again = 0; again < 2 && best.four > most * best.once; again += 1) {
    const next = measure(25_000)
    if (next.four / next.once < best.four / best.once) best = next
  }
  return best
}

/** How much longer four times the text may take. */
const most = 5

/** What takes less counts as this many milliseconds: collecting garbage takes as long. */
const leastTime = 20

const hostile = [
  '一', '1', '1,', '1.', '1 ', '“', '”', '(', '（', '《', '由', '从', '其中', '分别', '、', '，', '以上', '20', '第', '第一', '百分之', '三分之', '万', '亿', '%', '个百分点', '-', '—', '|', '。', '\n', '一、\n', '1\n', '- 1 -\n', '年', '2023年', '月底前', '增长', '同比增长1%', '占', '完成', '力争', '1个、', '1%、', '分别为1和', '由1亿元', '提高到2亿元', '项目|', '的', '\u3000', '😀',
]

/** Milliseconds of one core to read a text: the least of three, as what else the machine does only adds; one is enough where it is long. */
const readTime = (text: string): number => {
  const times: number[] = []
  for (let round = 0; round < 3 && times.every((time) => time < 3000); round += 1) {
    globalThis.gc?.()
    const from = process.threadCpuUsage()
    readText(text)
    const { user, system } = process.threadCpuUsage(from)
    times.push((user + system) / 1000)
  }
  return Math.min(...times)
}
