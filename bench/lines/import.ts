import { writeXlsx } from 'hucre/xlsx'
import type { ImportOut } from '../../src/api/import.ts'
import { isRefusal } from '../../src/core/refusal/refusal.ts'
import { openWorkbook } from '../../src/formats/xlsx/read-workbook.ts'
import type { Context } from '../context.ts'
import { interleave, milliseconds } from '../interleave.ts'
import type { Result } from '../result.ts'
import { compared } from '../result.ts'
import { serve } from '../served.ts'
import { importTown, ledger } from '../synthetic/import.ts'
import { admit } from '../synthetic/one-ledger.ts'
import { randomOf, rawRow, someDay } from '../synthetic/rows.ts'

/** A workbook of 50,000 rows and twelve columns taken into a ledger through the server's own routes, until its rows stand in the book, against reading every cell of the file. */
export const name = 'import'

const rows = 50_000

export const run = async (context: Context): Promise<readonly Result[]> => {
  const files = [await workbook(1), await workbook(2), await workbook(3)]
  const town = context.keep(await importTown(context.db, 'town_import'))
  await admit(town, ['office'], ledger.owner)
  const served = await serve(town)
  const office = await served.as('office')
  const read = (id: string) => office.get('import.read', { import: id }) as Promise<ImportOut>
  const rested = async (id: string): Promise<ImportOut> => {
    for (;;) {
      const now = await read(id)
      if (now.state !== 'reading' && now.state !== 'writing') return now
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
  }
  const take = async (file: Uint8Array): Promise<void> => {
    const { import: id } = (await office.file('import.open', { ledger: ledger.key, name: 'work.xlsx' }, file)) as { import: string }
    const seen = await rested(id)
    if (seen.counts.create !== rows) throw new Error(`${seen.counts.create} rows would be taken: ${JSON.stringify(seen.problems.slice(0, 3))}`)
    await office.post('import.accept', { import: id, rows: 'good' })
    const done = await rested(id)
    if (done.state !== 'done') throw new Error(`the import is ${done.state}`)
  }
  const parse = async (file: Uint8Array): Promise<void> => {
    const book = await openWorkbook(file)
    if (isRefusal(book)) throw new Error(book.code)
    let seen = 0
    for await (const row of book.rows(book.sheets[0]?.name ?? '')) if (row.cells.length > 0) seen += 1
    if (seen !== rows + 1) throw new Error(`${seen} rows were read`)
  }
  let at = 0
  const next = (): Uint8Array => files[at++ % files.length] ?? new Uint8Array()
  const told = await interleave(files.length, { import: () => milliseconds(() => take(next())), parse: () => milliseconds(() => parse(files[0] ?? new Uint8Array())) })
  await served.close()
  return [compared({ name: 'import: 50k × 12 end to end ÷ reading the file alone', value: told.import, baseline: told.parse, unit: 'ms', most: 2.2 })]
}

const workbook = (seed: number): Promise<Uint8Array> => {
  const random = randomOf(seed)
  const keys = ledger.fields.map((field) => field.key)
  const told = Array.from({ length: rows }, (_, at) => {
    const raw = rawRow(random, someDay(random, at / rows))
    return keys.map((key) => (key === 'org' ? `示例村${raw[key] ?? ''}` : key === 'head' || key === 'money' || key === 'area' ? Number(raw[key]) : (raw[key] ?? '')))
  })
  return writeXlsx({ sheets: [{ name: '台账', rows: [keys, ...told] }] })
}
