import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { writeXlsx } from 'hucre/xlsx'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { formSheets, indicatorForm } from '../../../test/builders/blank-form.ts'
import { layoutTemplate } from '../../../test/builders/layout-template.ts'
import { spanOf } from '../../../test/builders/small-town.ts'
import { toldTown } from '../../../test/builders/told-town.ts'
import { zhenwu, zhenwuServing } from '../../../test/harness/command-line.ts'
import { temporaryDirectory } from '../../../test/harness/temporary-directory.ts'
import { freshDatabase } from '../../../test/harness/town.ts'
import type { BoundCell } from '../../core/filling/binding.ts'
import { headsText } from '../../core/filling/binding.ts'
import { formBlanks } from '../../core/filling/find-blanks.ts'
import { isRefusal } from '../../core/refusal/refusal.ts'
import type { Ledger } from '../../core/ledger/ledger.ts'
import { words } from '../../core/words.ts'
import { publishedTargets } from '../../packs/zhejiang-town/demo/published.ts'
import { readEntry } from '../../formats/docx/zip.ts'
import type { Database } from '../../store/database.ts'
import { openDatabase } from '../../store/database.ts'
import { hashOf, putFile } from '../../store/files.ts'
import type { Town } from '../../store/town.ts'
import { declareAll } from '../../store/town.ts'
import { accepted } from '../../store/writer.ts'

/** The command line as people use it: the real program, on a data directory this process has open too. */
const directory = temporaryDirectory()
const data = join(directory, 'data')
let db: Database
let town: Town

beforeAll(async () => {
  db = await openDatabase({ data })
  town = await toldTown(db)
})
afterAll(async () => {
  await town.close()
  await db.close()
})

const here = (...words: string[]): ReturnType<typeof zhenwu> => zhenwu([...words, '--data', data])
const json = async (...words: string[]): Promise<unknown> => {
  const { code, out, err } = await here(...words, '--json')
  expect([code, err]).toEqual([0, ''])
  return JSON.parse(out)
}
const half = ['--period', '2023H1']

describe('figures', () => {
  test('tells every figure with value, unit, source and change', async () => {
    const told = (await json('figures', ...half)) as { period: string; org: string; figures: readonly Record<string, unknown>[] }
    expect([told.period, told.org]).toEqual(['2023H1', 'town'])
    const byId = new Map(told.figures.map((figure) => [figure['id'], figure]))
    expect(byId.get('pigs')).toEqual({ id: 'pigs', title: 'pigs', value: '10', unit: '个', source: 'computed', status: null, change: { percent: '25', direction: 'up' }, rows: 3 })
    expect(byId.get('money')).toEqual({ id: 'money', title: 'money', value: '1', unit: '万元', source: 'computed', status: null, change: { percent: '9900', direction: 'up' }, rows: 3 })
    expect(byId.get('close_rate')).toEqual({ id: 'close_rate', title: 'close-rate', value: '50', unit: '%', source: 'formula', status: null, change: null, rows: 1 })
    expect(byId.get('output')).toEqual({ id: 'output', title: 'output', value: '120', unit: '元', source: 'reported', status: '预计', change: { percent: '6.6', direction: 'up' }, rows: 1 })
    expect(byId.get('air')).toEqual({ id: 'air', title: '空气', value: null, unit: '元', source: 'reported', status: '最终核实', change: { percent: '18.18', direction: 'down' }, rows: 1 })
  })

  test('of one org, and as the book was', async () => {
    const valueOf = async (...words: string[]): Promise<unknown> => ((await json('figures', ...half, ...words)) as { figures: readonly { id: string; value: unknown }[] }).figures.find((figure) => figure.id === 'pigs')?.value
    expect(await valueOf('--org', 'v2')).toBe('5')
    const { head } = await town.book()
    expect(await valueOf('--as-of', `#${head}`)).toBe('10')
    expect(await valueOf('--as-of', `#${head - 8}`)).toBe('8')
    expect(await valueOf('--as-of', '2023-01-01')).toBe('10')
  })

  test('as a table for people', async () => {
    const { code, out } = await here('figures', ...half)
    expect(code).toBe(0)
    expect(out).toMatch(/^output +output +120 +元 +同比增长6.6% +填报 +预计 +1$/m)
  })
})

describe('export', () => {
  const file = (ending: string): string => join(directory, `ledger.${ending}`)

  test('writes a ledger as Excel and as CSV, with the rows told', async () => {
    const told = (await json('export', 'sale', file('xlsx'))) as { rows: number }
    expect(told.rows).toBeGreaterThan(0)
    expect(await json('export', 'sale', file('csv'))).toMatchObject({ ledger: 'sale', rows: told.rows })
    const csv = readFileSync(file('csv'))
    expect([csv.subarray(0, 3).toString('hex'), csv.toString('utf8').trimEnd().split('\r\n').length]).toEqual(['efbbbf', told.rows + 1])
    expect((readEntry(readFileSync(file('xlsx')), 'xl/worksheets/sheet1.xml') ?? '').match(/<row /g)?.length).toBe(told.rows + 1)
  })

  test('a filter narrows it', async () => {
    const [all, some] = (await Promise.all([json('export', 'sale', file('csv')), json('export', 'sale', join(directory, 'some.csv'), '--where', 'kind:pig')])) as { rows: number }[]
    expect(some?.rows).toBeLessThan(all?.rows ?? 0)
  })

  test('what cannot be written is refused', async () => {
    await refuses(['export', 'nothing', file('xlsx')], '"nothing" was not found')
    await refuses(['export', 'sale', join(directory, 'no', 'such.csv')], 'cannot be written')
    await refuses(['export', 'sale', file('csv'), '--where', 'colour:red'], 'There is no field "colour"')
    expect((await here('export', 'sale', file('ods'))).code).toBe(2)
  })
})

describe('trace', () => {
  test('lists the rows, whose amounts are the total', async () => {
    const told = (await json('trace', 'pigs', ...half)) as { rows: readonly { amount: string }[] }
    expect(told).toMatchObject({ id: 'pigs', period: '2023H1', org: 'town', value: '10', unit: '个', total: '10', withheld: '0' })
    expect(told.rows.map((row) => row.amount)).toEqual(['2', '5', '3'])
    expect(told.rows[2]).toEqual({ ledger: 'sale', entry: expect.any(Number), journal: expect.any(Number), org: 'v1', day: '2023-01-10', amount: '3' })
  })

  test('takes a figure by its id or its key', async () => {
    expect(await json('trace', 'close_rate', ...half)).toEqual(await json('trace', 'close-rate', ...half))
  })

  test('shows the entry of a rate without a value', async () => {
    expect(await json('trace', 'air', ...half)).toMatchObject({ value: null, total: null, withheld: null, rows: [{ ledger: 'reported', amount: null }] })
  })

  test('as a table with names', async () => {
    const { out } = await here('trace', 'pigs', ...half)
    expect(out).toContain('合计 Total 10')
    expect(out).toMatch(/^2023-01-10 +一村 +sale +\d+ +#\d+ +3$/m)
  })

  test('a figure nobody declared is refused', () => refuses(['trace', 'nothing', ...half], '"nothing" was not found'))
})

test('report writes the bound document', async () => {
  const file = join(directory, 'report.docx')
  expect(await here('report', ...half, '--out', file)).toMatchObject({ code: 0, err: '' })
  const text = readEntry(readFileSync(file), 'word/document.xml') ?? ''
  expect(text).toContain('figure:pigs:2023H1:value')
  expect(text).toContain('10个')
  await refuses(['report', '--period', '2022H1', '--out', file], '2022H1')
  await refuses(['report', ...half, '--out', join(directory, 'none', 'report.docx')], 'cannot be written')
})

test('report writes in a layout that was uploaded, named by its title', async () => {
  const file = join(directory, 'laid-out.docx')
  await refuses(['report', ...half, '--out', file, '--template', '镇府公文'], 'there are: —')
  const bytes = layoutTemplate()
  await putFile(town.db.pool, town.schema, { hash: hashOf(bytes), mediaType: 'application/zip', bytes })
  const fields = { title: '镇府公文', org: 'town', day: '2023-07-01', name: '镇府公文.docx', hash: hashOf(bytes), size: String(bytes.length) }
  accepted(await town.commit({ by: { person: 1 }, changes: [{ act: 'create', verb: 'template.create', ledger: 'template', spans: [spanOf(fields)] }] }))
  expect(await here('report', ...half, '--out', file, '--template', '镇府公文')).toMatchObject({ code: 0, err: '' })
  expect(readEntry(readFileSync(file), 'word/header1.xml')).toContain('新浦镇人民政府文件')
  expect(readEntry(readFileSync(file), 'word/document.xml')).toContain('figure:pigs:2023H1:value')
  await refuses(['report', ...half, '--out', file, '--template', '党委公文'], 'There is no layout template "党委公文"; there are: 镇府公文')
})

describe('check with a period', () => {
  test('holds figures against the book, those of no measure only against the text', async () => {
    const pigs = (await town.book()).declared.measures.get('pigs')
    if (pigs === undefined) throw new Error('pigs')
    await declareAll(town, [], [{ ...pigs, key: 'swine', title: { zh: '生猪出栏', en: 'Pigs sold' } }])
    const file = join(directory, 'report.txt')
    writeFileSync(file, '工作总结\n全镇生猪出栏10个，清理渔船6艘。去年生猪出栏9个。\n')
    const { findings, confirmed } = (await json('check', file, ...half)) as { findings: readonly object[]; confirmed: readonly object[] }
    expect(confirmed).toEqual([expect.objectContaining({ rule: 'book', quote: '10个' })])
    expect(findings).toEqual([expect.objectContaining({ rule: 'book', severity: 'error', quote: '9个' })])
    expect((await here('check', file, ...half)).out).toMatch(/^1 处待查，1 处相符。/m)
    expect((await here('check', file, '--json')).out).not.toContain('"book"')
    await refuses(['check', file, '--period', '2023H3'], 'is not a period')
  })
})

describe('verify', () => {
  test('a sound book', async () => {
    const { head, hash, declared } = await town.book()
    expect(await json('verify')).toEqual({ ok: true, journal: { rows: head, head: hash }, figures: declared.measures.size, differences: [] })
  })

  test('a forged balance is named, and the exit code says so', async () => {
    const forge = (by: number): Promise<unknown> => db.pool.query(`update town_told.balances set amount = amount + $1 where month = 202301 and series = 2`, [by])
    await forge(1)
    const [told, shown] = [await here('verify', '--json'), await here('verify')]
    await forge(-1)
    expect([told.code, told.err, shown.code]).toEqual([1, '', 1])
    expect(JSON.parse(told.out)).toMatchObject({ ok: false, differences: expect.arrayContaining([{ kind: 'balance', where: 'pigs 202301 v1', expected: '3 (1)', found: '4 (1)' }]) })
    expect(shown.out).toMatch(/^balance +pigs 202301 v1 +3 \(1\) +4 \(1\)$/m)
  })

  test('what is not a sealed edition is refused', async () => {
    const file = join(directory, 'loose.docx')
    writeFileSync(file, 'not a document')
    await refuses(['verify', '--against', file], 'is not a sealed edition')
  })
})

test('a backup is restored into another directory and verified', async () => {
  const file = join(directory, 'town.backup')
  const elsewhere = join(directory, 'restored')
  expect(await here('backup', file)).toMatchObject({ code: 0, err: '' })
  const { code, out, err } = await zhenwu(['restore', file, '--data', elsewhere])
  expect([code, err]).toEqual([0, ''])
  expect(out).toContain('核对无误')
  expect(JSON.parse((await zhenwu(['figures', ...half, '--json', '--data', elsewhere])).out)).toEqual(await json('figures', ...half))
  await refuses(['restore', file], '--replace')
  expect(await zhenwu(['restore', file, '--replace', '--data', elsewhere])).toMatchObject({ code: 0 })
})

describe('what is refused', () => {
  test('a period, an org, a moment that do not exist', async () => {
    await refuses(['figures', '--period', '2023H3'], 'is not a period')
    await refuses(['figures', '--period', '1900'], 'not be below 1910')
    await refuses(['figures', ...half, '--org', 'v77'], 'no organisation "v77"')
    await refuses(['figures', ...half, '--as-of', 'yesterday'], 'neither a day nor a journal number')
    await refuses(['figures', ...half, '--as-of', '#99999'], 'no journal number 99999')
    await refuses(['figures', ...half, '--town', '1'], 'no town with the code "1"')
  })

  test('a directory without data is left as it is', async () => {
    const nowhere = join(directory, 'nowhere')
    const { code, err } = await zhenwu(['figures', ...half, '--json', '--data', nowhere])
    expect([code, lines(err)]).toEqual([1, 1])
    expect(existsSync(nowhere)).toBe(false)
  })

  test.each([[['figures']], [['figures', '--peroid', '2023H1']], [['trace', ...half]], [['backup', 'a', 'b']], [['nothing']], [[]], [['serve', '--port', 'x']], [['serve', '--scale', '2']], [['serve', '--tls-cert', 'a']], [['serve', '--smtp', 'mail.example.cn']], [['serve', '--link', 'town']]])('%j is answered with how it is written', async (words) => {
    const { code, out, err } = await zhenwu(words)
    expect([code, out]).toEqual([2, ''])
    expect(err).toContain('zhenwu')
  })
})

describe('form', () => {
  test('fills a form from above as the same form was gone through, and no form nobody went through', async () => {
    const [file, out] = [join(directory, '附表.xlsx'), join(directory, '填好.xlsx')]
    const bytes = await indicatorForm()
    writeFileSync(file, bytes)
    const { err, code } = await here('form', file, ...half)
    expect([code, err]).toEqual([1, expect.stringContaining('还没有人核对')])
    const found = formBlanks(await formSheets(bytes))
    if (isRefusal(found)) throw new Error(found.code)
    const cells = found.blanks.map((blank): BoundCell => ({ sheet: blank.sheet, cell: blank.cell, heads: headsText(blank), unit: blank.unit, binding: blank.cell === 'D5' ? { kind: 'figure', measure: 'pigs', org: null, span: 'same', yearsBack: 0, show: 'value' } : { kind: 'none' } }))
    await putFile(town.db.pool, town.schema, { hash: hashOf(bytes), mediaType: 'application/octet-stream', bytes })
    accepted(await town.commit({ by: { person: 0 }, changes: [{ act: 'create', verb: 'form.open', ledger: 'form', spans: [spanOf({ title: '统计表', org: 'town', day: '2023-07-01', name: '附表.xlsx', hash: hashOf(bytes), mapping: JSON.stringify({ cells, lists: [] }), blanks: '21', bound: '1', state: 'ready' })] }] }))
    expect(await json('form', file, ...half, '--out', out)).toEqual({ file: out, period: '2023H1', cells: 21, book: 1, typed: 0, none: 20, left: 0 })
    expect((await formSheets(readFileSync(out)))[0]?.cells.find(({ row, column }) => row === 5 && column === 3)?.text).toBe('10')
  })
})

test('help and version', async () => {
  expect((await zhenwu(['help'])).out).toContain('zhenwu trace MEASURE')
  expect((await zhenwu(['help', 'verify'])).out).toContain('--against EDITION.docx')
  expect((await zhenwu(['--version'])).out).toMatch(/^zhenwu \d+\.\d+\.\d+\n$/)
})

describe('serve', () => {
  test('serves a town while the command line and others write to it', async () => {
    const serving = await zhenwuServing(['--data', data])
    expect((await fetch(`${serving.url}/healthz`)).status).toBe(200)
    const before = (await town.book()).head
    accepted(await town.commit({ by: { person: 1 }, changes: [{ act: 'create', verb: 'visit.create', ledger: 'visit', spans: [{ from: null, to: null, fields: { org: 'v1', day: '2023-05-01' } }] }] }))
    expect(await json('verify')).toMatchObject({ ok: true, journal: { rows: before + 1 } })
    expect(await serving.stop()).toBe(0)
  })

  test('makes a town of the division data on first use, and prints a one-time password until someone has used it', async () => {
    const { url } = await freshDatabase()
    const words = ['--town', '330282113000', '--data', join(directory, 'first')]
    const printed = (lines: readonly string[]): string | undefined => /password (\S+)\./.exec(lines.join('\n'))?.[1]
    const serving = await zhenwuServing(words, url)
    expect(serving.lines.join('\n')).toContain('浙江省宁波市慈溪市胜山镇（330282113）')
    expect(await serving.stop()).toBe(0)
    const again = await zhenwuServing(words, url)
    expect(printed(again.lines)).not.toBe(printed(serving.lines))
    const claim = (password: string | undefined) => fetch(`${again.url}/api/setup.claim`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ password, name: '示例', login: 'first', next: 'Right-pass-1' }) })
    expect((await claim(printed(serving.lines))).status).toBe(400)
    expect((await claim(printed(again.lines))).status).toBe(200)
    expect(await again.stop()).toBe(0)
    const third = await zhenwuServing(['--data', join(directory, 'first')], url)
    expect(printed(third.lines)).toBeUndefined()
    expect(await third.stop()).toBe(0)
    expect(JSON.parse((await zhenwu(['verify', '--json'], url)).out)).toMatchObject({ ok: true })
  })

  test('keeps several towns in one place, each by its code', async () => {
    const { url } = await freshDatabase()
    const serve = async (...words: string[]): Promise<string> => {
      const serving = await zhenwuServing(['--data', join(directory, 'several'), ...words], url)
      const { town } = (await (await fetch(`${serving.url}/api/town.read`)).json()) as { town: { code: string; zh: string } }
      expect(await serving.stop()).toBe(0)
      return `${town.code} ${town.zh}`
    }
    expect([await serve('--town', '330282113'), await serve('--town', '330282999', '--name', '新设镇'), await serve('--town', '330282113')]).toEqual(['330282113 胜山镇', '330282999 新设镇', '330282113 胜山镇'])
    const unsaid = await zhenwu(['verify', '--json'], url)
    expect([unsaid.code, unsaid.out]).toEqual([1, ''])
    expect(unsaid.err).toContain('330282113, 330282999')
    for (const code of ['330282113', '330282999000']) expect(JSON.parse((await zhenwu(['verify', '--json', '--town', code], url)).out)).toMatchObject({ ok: true })
  })

  test.each([
    ['330282122', '330282112'],
    ['330282', '330282002'],
    ['胜山', '330282113'],
    ['nowhere', '9 digits'],
  ])('a town the data do not know, %s, is refused with those near it, and nothing is made', async (code, near) => {
    const nowhere = join(directory, 'unknown')
    const { code: exit, out, err } = await zhenwu(['serve', '--port', '0', '--data', nowhere, '--town', code])
    expect([exit, out, lines(err)]).toEqual([1, '', 1])
    expect(err).toContain(near)
    expect(existsSync(nowhere)).toBe(false)
  })

  test('ends with one line when targets contradict each other, or when the port of a town just made is taken', async () => {
    const { url } = await freshDatabase()
    const serve = (...words: string[]) => zhenwu(['serve', '--data', join(directory, 'third'), ...words], url)
    const targets = join(directory, 'targets.json')
    writeFileSync(targets, JSON.stringify({ ...publishedTargets, admin_review_upheld: { value: '2', unit: '例' } }))
    const contradicted = await serve('--port', '0', '--demo', '--demo-targets', targets)
    expect([contradicted.code, contradicted.out, lines(contradicted.err)]).toEqual([1, '', 1])
    expect(contradicted.err).toContain('targets cannot be met')
    const { url: taken } = await zhenwuServing(['--data', data])
    const busy = await serve('--port', new URL(taken).port, '--town', '330282112')
    expect([busy.code, lines(busy.err)]).toEqual([1, 1])
    expect(busy.err).toContain('in use')
  })

  test('asks for a code before it makes a town', async () => {
    const { url } = await freshDatabase()
    const { code, err } = await zhenwu(['serve', '--port', '0', '--data', join(directory, 'second')], url)
    expect([code, lines(err)]).toEqual([1, 1])
    expect(err).toContain('--town')
  })
})

const lines = (text: string): number => text.split('\n').length - 1

/** One line on standard error, nothing on standard output, exit code 1. */
const refuses = async (words: readonly string[], said: string): Promise<void> => {
  const { code, out, err } = await here(...words)
  expect([code, out, lines(err)]).toEqual([1, '', 1])
  expect(err).toContain(said)
  expect(err).toMatch(/[\u4e00-\u9fff]/)
}

describe('import', () => {
  const file = join(directory, '走访.xlsx')
  beforeAll(async () => {
    writeFileSync(file, await writeXlsx({ sheets: [{ name: '6月', rows: [['村', '日期', '户'], ['一村', '2023.6.1', '示例户甲'], ['二村', '6月31日', '示例户乙'], ['五村', '2023-06-02', '示例户丙']] }] }))
  })

  test('tries a workbook and writes nothing, then writes its good rows as one batch, and names every other cell', async () => {
    const tried = (await json('import', 'visit', file, '--dry-run')) as { rows: number; accepted: number; rejected: readonly { sheet: string; cell: string; field: string; message: string }[]; batch: string | null }
    expect([tried.rows, tried.accepted, tried.batch, tried.rejected.map((each) => [each.sheet, each.cell, each.field])]).toEqual([3, 1, null, [['6月', 'B3', 'day'], ['6月', 'A4', 'org']]])
    const { head } = await town.book()
    const done = (await json('import', 'visit', file)) as { accepted: number; batch: string }
    expect(done.accepted).toBe(1)
    expect((await town.book()).head).toBe(head + 3)
    expect((await here('import', 'nothing', file)).code).toBe(1)
    expect((await here('import', 'visit', join(directory, 'missing.xlsx'))).err).toContain('missing.xlsx')
  })

  test('tells numbers that look wrong, and takes them all the same', async () => {
    const shop: Ledger = { key: 'shop', title: words('店', 'Shops'), shape: 'event', line: 'test', owner: 'farm', orgField: 'org', dateField: 'day', fields: [{ key: 'org', title: words('村', 'Village'), kind: 'org', required: true }, { key: 'day', title: words('日期', 'Day'), kind: 'day', required: true }, { key: 'code', title: words('信用代码', 'Code'), kind: 'text', format: 'credit-code' }] }
    await declareAll(town, [shop], [])
    const codes = join(directory, '店.xlsx')
    writeFileSync(codes, await writeXlsx({ sheets: [{ name: '店', rows: [['村', '日期', '信用代码'], ['一村', '2023-06-01', '11330282002979013L'], ['一村', '2023-06-02', '11330282002979013M']] }] }))
    const tried = (await json('import', 'shop', codes, '--dry-run')) as { accepted: number; rejected: readonly unknown[]; warned: number; warnings: readonly { cell: string; field: string; message: string }[] }
    expect([tried.accepted, tried.rejected, tried.warned, tried.warnings.map(({ cell, field }) => [cell, field])]).toEqual([2, [], 1, [['C3', 'code']]])
    expect(tried.warnings[0]?.message).toContain('校验位')
    const { code, out } = await here('import', 'shop', codes)
    expect([code, out.includes('C3  提醒：统一社会信用代码的校验位不符'), out.includes('11330282002979013M')]).toEqual([0, true, false])
  })
})
