import { parseArgs } from 'node:util'
import type { Context } from './context.ts'
import { openContext } from './context.ts'
import type { Result } from './result.ts'
import * as bulk from './lines/bulk.ts'
import * as desk from './lines/desk.ts'
import * as event from './lines/event.ts'
import * as exporting from './lines/export.ts'
import * as field from './lines/field.ts'
import * as firstPage from './lines/first-page.ts'
import * as growth from './lines/growth.ts'
import * as history from './lines/history.ts'
import * as importing from './lines/import.ts'
import * as kill from './lines/kill.ts'
import * as list from './lines/list.ts'
import * as matters from './lines/matters.ts'
import * as powerCut from './lines/power-cut.ts'
import * as reading from './lines/reading.ts'
import * as recount from './lines/recount.ts'
import * as report from './lines/report.ts'
import * as step from './lines/step.ts'
import * as verify from './lines/verify.ts'
import * as waiting from './lines/waiting.ts'
import * as word from './lines/word.ts'
import * as writes from './lines/writes.ts'

/**
 * The performance contract, measured: `npm run bench [-- --full] [-- --json] [-- --only report,list]`. With `--plans` the plans in
 * bench/sql are written again.
 */

type Line = { readonly name: string; readonly run: (context: Context) => Promise<readonly Result[]> }

const lines: readonly Line[] = [writes, bulk, waiting, report, growth, list, matters, step, recount, field, history, verify, reading, kill, powerCut, firstPage, desk, event, word, importing, exporting]

const { values } = parseArgs({ options: { full: { type: 'boolean', default: false }, json: { type: 'boolean', default: false }, plans: { type: 'boolean', default: false }, only: { type: 'string' } } })
const wanted = values.only?.split(',')
const unknown = wanted?.filter((name) => !lines.some((line) => line.name === name)) ?? []
if (unknown.length > 0) {
  process.stderr.write(`no line named ${unknown.join(', ')}; there are ${lines.map((line) => line.name).join(', ')}\n`)
  process.exit(2)
}

const say = (text: string): void => void (values.json || process.stderr.write(`  ${text}\n`))
const context = await openContext({ full: values.full, plans: values.plans, say })
const benches: Result[] = []
try {
  for (const line of lines.filter((each) => wanted?.includes(each.name) ?? (values.full || each !== powerCut))) {
    say(`${line.name} …`)
    const measured = await line.run(context)
    for (const { name, value, unit, ratio } of measured) say(`${name}: ${value ?? ''} ${unit}${ratio === null ? '' : `, ${ratio}`}`)
    benches.push(...measured)
  }
} catch (problem) {
  say(String(problem))
  throw problem
} finally {
  await context.close()
}
process.stdout.write(values.json ? `${JSON.stringify({ benches })}\n` : table(benches))

function table(rows: readonly Result[]): string {
  const cells = rows.map((row) => [row.holds ? 'holds' : 'MISSES', row.name, row.value === null ? '' : `${row.value} ${row.unit}`, row.baseline === null ? '' : `${row.baseline} ${row.unit}`, row.ratio === null ? '' : String(row.ratio), row.target])
  const all = [['', 'line', 'value', 'baseline', 'ratio', 'target'], ...cells]
  const widths = [0, 1, 2, 3, 4, 5].map((column) => Math.max(...all.map((row) => row[column]?.length ?? 0)))
  return `${all.map((row) => row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ').trimEnd()).join('\n')}\n`
}
