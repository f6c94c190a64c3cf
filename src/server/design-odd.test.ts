import { expect, test } from 'vitest'
import type { CellValue } from 'hucre'
import { writeXlsx } from 'hucre/xlsx'
import { checkDesign, openDesign, readDesign, takeDesign } from '../api/design.ts'
import type { DesignOut } from '../api/design.ts'
import { declareLedger, entryRoutes, listLedgers } from '../api/entry.ts'
import { acceptImport, readImport } from '../api/import.ts'
import type { Draft } from '../core/designing/draft.ts'
import { columnsOf, givenOf, ledgerOf } from '../core/designing/draft.ts'
import { words } from '../core/words.ts'
import { rowsOf, sql, table } from '../store/sql.ts'
import { editedWorkbook } from '../../test/builders/workbook-file.ts'
import type { Caller } from '../../test/harness/served-town.ts'
import { badFields, servedTown } from '../../test/harness/served-town.ts'

/** Sheets nobody should hand over, and what becomes of them. */
const served = servedTown()
const workbook = (rows: readonly (readonly CellValue[])[]): Promise<Uint8Array> => writeXlsx({ sheets: [{ name: '表', rows: rows.map((row) => [...row]) }] })

const settled = async <Job extends { readonly state: string }>(read: () => Promise<Job>): Promise<Job> => {
  for (;;) {
    const now = await read()
    if (now.state !== 'reading' && now.state !== 'writing') return now
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
}
const designed = async (caller: Caller, bytes: Uint8Array): Promise<{ readonly design: DesignOut; readonly draft: Draft }> => {
  const { design } = openDesign.output.parse((await caller.file(openDesign.verb, { name: '台账.xlsx' }, bytes)).body)
  const seen = await settled(() => caller.ok(readDesign, { design }))
  if (seen.draft === null) throw new Error(seen.failure?.code ?? 'no draft')
  return { design: seen, draft: seen.draft }
}
const problemsOf = async (caller: Caller, { design, draft }: { readonly design: DesignOut; readonly draft: Draft }): Promise<readonly (readonly [string, string])[]> =>
  (await caller.ok(checkDesign, { design: design.design, ledger: ledgerOf(draft), columns: columnsOf(draft), given: givenOf(draft) })).problems.map((problem) => [problem.field, problem.code])

/** Declares a draft and writes the rows of its sheet; what every row is that has a problem is told. */
const kept = async (caller: Caller, design: DesignOut, draft: Draft): Promise<{ readonly created: number; readonly problems: readonly string[] }> => {
  await caller.ok(declareLedger, { ledger: ledgerOf(draft), saw: 0 })
  const taken = await caller.ok(takeDesign, { design: design.design, ledger: draft.key, columns: columnsOf(draft), given: givenOf(draft) })
  const ready = await settled(() => caller.ok(readImport, { import: taken.import }))
  await caller.ok(acceptImport, { import: taken.import, rows: 'good' })
  return { created: (await settled(() => caller.ok(readImport, { import: taken.import }))).counts.create, problems: ready.problems.map((problem) => `${problem.cell} ${problem.code}`) }
}

test('of three hundred and fifty columns three hundred are looked at and a hundred taken, and the ledger stands with them', async () => {
  const office = await served.as('office')
  const wide = await designed(office, await workbook([Array.from({ length: 350 }, (_, at) => `第${at + 1}项`), ...[1, 2].map((row) => Array.from({ length: 350 }, (_, at) => at * row))]))
  expect([wide.design.columns.length, wide.design.more, wide.draft.lines.filter((line) => line.take).length, await problemsOf(office, wide)]).toEqual([300, 50, 100, []])
  const every = { ...wide.draft, lines: wide.draft.lines.map((line) => ({ ...line, take: true })) }
  expect(await problemsOf(office, { ...wide, draft: every })).toEqual([['ledger.fields', 'too-many-fields']])
  expect(await kept(office, wide.design, { ...wide.draft, key: 'wide-sheet' })).toEqual({ created: 2, problems: [] })
})

test('two columns of one name are two fields, each with its own values; an empty one is left', async () => {
  const office = await served.as('office')
  const twice = await designed(office, await workbook([['名称', '数量', '数量', '空栏'], ['水泵', 3, 30], ['沙袋', 4, 40]]))
  expect(twice.draft.lines.map((line) => [line.field.title.zh, line.take])).toEqual([['名称', true], ['数量', true], ['数量（2）', true], ['空栏', false]])
  expect(await kept(office, twice.design, { ...twice.draft, key: 'twice-named' })).toEqual({ created: 2, problems: [] })
  const { rows } = await office.ok(entryRoutes('twice-named', words('表', 'Table')).list, { sort: 'id' })
  expect(rows.map((row) => [row.fields['shuliang'], row.fields['shuliang_2']])).toEqual([['3', '30'], ['4', '40']])
  const empty = await designed(office, await workbook([['甲栏', '乙栏', '丙栏'], [' ', '', null], ['', '　', '']]))
  expect([empty.design.rows, empty.draft.lines.some((line) => line.take)]).toEqual([0, false])
})

test('reserved and taken keys are told at their place, and nothing is declared', async () => {
  const office = await served.as('office')
  const sheet = await designed(office, await workbook([['id', '名称'], [7, '水泵'], [8, '沙袋']]))
  expect(sheet.draft.lines.map((line) => line.field.key)).not.toContain('id')
  const keyed = (key: string, field: string): Draft => ({ ...sheet.draft, key, lines: sheet.draft.lines.map((line, at) => (at === 0 ? { ...line, field: { ...line.field, key: field } } : line)) })
  expect(await problemsOf(office, { ...sheet, draft: keyed('sale', 'id') })).toEqual([['ledger.key', 'key-taken'], ['ledger.fields.1.key', 'key-reserved']])
  expect(await problemsOf(office, { ...sheet, draft: keyed('session', 'mingcheng') })).toEqual([['ledger.key', 'key-taken'], ['ledger.fields.2.key', 'key-twice']])
  badFields(await office.post(declareLedger.verb, { ledger: ledgerOf(keyed('new', 'bianhao')), saw: 0 }), { 'ledger.key': 'key-taken' })
})

test('a cell of ten thousand characters is told at its place and the other rows are written', async () => {
  const office = await served.as('office')
  const long = await designed(office, await workbook([['名称', '事由'], ['水泵', '长'.repeat(10_000)], ['沙袋', '短']]))
  expect(long.draft.lines.map((line) => line.field.kind)).toEqual(['text', 'note'])
  const whole = await kept(office, long.design, { ...long.draft, key: 'long-cell' })
  expect([whole.created + whole.problems.length, whole.problems.every((problem) => problem.startsWith('B2 '))]).toEqual([2, true])
})

test('a sheet that says it has a million rows and has two is read as two', async () => {
  const office = await served.as('office')
  const hollow = editedWorkbook(await workbook([['名称', '数量'], ['水泵', 3], ['沙袋', 4]]), {
    'xl/worksheets/sheet1.xml': (xml) => xml.replace(/<dimension [^>]*>/, '').replace('<sheetData>', '<dimension ref="A1:XFD1048576"/><sheetData>').replace('</sheetData>', `${Array.from({ length: 20_000 }, (_, at) => `<row r="${at + 4}"/>`).join('')}<row r="1048576"><c r="A1048576"/></row></sheetData>`),
  })
  const seen = await designed(office, hollow)
  expect([seen.design.rows, seen.draft.lines.map((line) => line.field.kind)]).toEqual([2, ['text', 'integer']])
  expect(await kept(office, seen.design, { ...seen.draft, key: 'hollow-sheet' })).toEqual({ created: 2, problems: [] })
})

test('a field that is added rewrites no row', async () => {
  const office = await served.as('office')
  const { rows: before } = await office.ok(entryRoutes('twice-named', words('表', 'Table')).list, {})
  const written = (): Promise<readonly { readonly row: string }[]> => rowsOf(served.town.db.pool, sql`select ctid::text || ' ' || xmin::text as row from ${table(served.town.schema, 'ledger_twice_named')} order by 1`)
  const were = await written()
  const ledger = (await office.ok(listLedgers, {})).ledgers.find((each) => each.ledger.key === 'twice-named')?.ledger
  if (ledger === undefined) throw new Error('not there')
  await office.ok(declareLedger, { ledger: { ...ledger, fields: [...ledger.fields, { key: 'added', title: words('后加', 'Added'), kind: 'decimal' }] } })
  expect([were.length, await written()]).toEqual([2, were])
  expect((await office.ok(entryRoutes('twice-named', words('表', 'Table')).list, {})).rows.map((row) => ({ ...row.fields }))).toEqual(before.map((row) => ({ ...row.fields, added: null })))
})
