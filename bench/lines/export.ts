import { execFile } from 'node:child_process'
import { statSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { Context } from '../context.ts'
import type { Result } from '../result.ts'
import { bounded } from '../result.ts'
import { fillTable } from '../synthetic/fill-table.ts'
import { eventLedger } from '../synthetic/ledgers.ts'
import { newTown } from '../synthetic/town.ts'

/** A ledger of half a million entries with twelve fields as one Excel file: the most memory that `zhenwu export` holds while it writes. */
export const name = 'export'

const entries = 510_000
const code = 'town_export'

export const run = async (context: Context): Promise<readonly Result[]> => {
  const town = await newTown(context.db, code, [eventLedger('work-1')], [])
  await fillTable(town, entries)
  await town.close()
  const results: Result[] = []
  for (const ending of ['xlsx', 'csv']) {
    const file = join(context.data, `export.${ending}`)
    const from = performance.now()
    const { rows, resident } = await exported(context.data, file)
    if (rows < 500_000) throw new Error(`${rows} rows were written`)
    context.say(`${ending}: ${rows} rows, ${(statSync(file).size / 1e6).toFixed(0)} MB in ${((performance.now() - from) / 1000).toFixed(1)} s`)
    results.push(bounded({ name: `export: resident memory, 500k × 12 as ${ending}`, value: resident, unit: 'MB', most: 200 }))
  }
  return results
}

/** The program itself, which tells on leaving how much it held at most: by its own memory map where there is one, since the other count goes on from the process that started it. */
const exported = async (data: string, file: string): Promise<{ readonly rows: number; readonly resident: number }> => {
  const told = `data:text/javascript,import{existsSync,readFileSync}from'node:fs';const map='/proc/self/status';process.on('exit',()=>process.stderr.write('held '+(existsSync(map)?/VmHWM:\\s*(\\d+)/.exec(readFileSync(map,'utf8'))[1]:process.resourceUsage().maxRSS)))`
  const program = join(import.meta.dirname, '..', '..', 'bin', 'zhenwu.ts')
  const { stdout, stderr } = await promisify(execFile)(process.execPath, ['--import', told, program, 'export', 'work-1', file, '--data', data, '--town', code, '--json'])
  const [, kilobytes] = /held (\d+)/.exec(stderr) ?? []
  return { rows: (JSON.parse(stdout) as { rows: number }).rows, resident: Number(kilobytes) / 1024 }
}
