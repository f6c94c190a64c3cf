import { readFile } from 'node:fs/promises'
import { strFromU8, unzipSync } from 'fflate'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { journey } from '../harness/browser.ts'
import type { DemoTown } from './demo-town.ts'
import { correct, openRow, recorded } from './entry-drawer.ts'
import { openFigure } from './figure-panel.ts'

/** The office freezes and seals the report; what changes afterwards is told on the edition's page, and on the paper taken away. */
export const sealing = (town: DemoTown): void => {
  journey('the office freezes the report and seals it as it stands, an entry is corrected, and the edition names the row with both values', async () => {
    const page = await town.as('office')
    await page.getByRole('button', { name: '调整阶段' }).click()
    const move = page.getByRole('dialog', { name: '调整阶段' })
    await move.getByRole('combobox', { name: '调整到' }).press('Enter')
    await page.getByTitle('党委会').click()
    await move.getByRole('button', { name: '确定' }).click()
    await page.getByRole('list', { name: '报告所处阶段' }).locator('[aria-current=step]').getByText('党委会').waitFor()
    const head = await headOf(town)
    await page.getByRole('button', { name: '冻结报告' }).click()
    await page.getByRole('dialog', { name: '冻结报告' }).getByRole('button', { name: '冻结', exact: true }).click()
    await page.getByText(`已冻结于流水 #${head.number}`).waitFor()
    await page.getByRole('button', { name: '定版', exact: true }).click()
    const ask = page.getByRole('dialog', { name: '定为第 1 版' })
    await ask.getByText(`#${head.number}`).waitFor()
    await ask.getByRole('button', { name: '确认定版' }).click()
    await page.getByRole('heading', { level: 1, name: /第 1 版$/ }).waitFor()
    const sheet = page.getByRole('article')
    await sheet.getByText(`#${head.number}`, { exact: true }).waitFor()
    await sheet.getByText(head.hash).waitFor()
    const restatement = page.getByRole('complementary', { name: '定版后的更正' })
    await restatement.getByText('与账本现状一致').waitFor()

    const clerk = await town.as('agriculture')
    await openFigure(clerk, '生猪出栏')
    const { entry, drawer } = await openRow(clerk, '生猪出栏', 1)
    await correct(drawer, '头数', '1075', '漏登一车')
    const changed = await (await recorded(drawer, '更正', '漏登一车')).getByRole('listitem').textContent()
    const before = /(\d+)头? → /.exec(changed ?? '')?.[1] ?? ''

    await page.reload()
    await restatement.getByText('1 个数字已变动').waitFor()
    const moved = restatement.getByRole('listitem').filter({ has: page.getByRole('link', { name: `农业生产台账 #${entry}` }) }).last()
    expect(await moved.textContent()).toContain(`${Number(before) / 10_000}`)
    expect(await moved.textContent()).toContain('→ 0.1075 万头')
    await moved.getByText('漏登一车').waitFor()
    await page.getByRole('button', { name: /^生猪出栏，定版时 / }).waitFor()
    await page.getByRole('button', { name: /^生猪出栏，现在 / }).waitFor()

    const paper = wordsOf(await downloaded(page))
    expect([paper.includes(head.hash), paper.includes(`农业生产台账#${entry}`)]).toEqual([true, true])
  })
}

const headOf = async ({ town }: DemoTown): Promise<{ readonly number: string; readonly hash: string }> => {
  const { rows } = await town.db.pool.query<{ number: string; hash: string }>(`select number::text, encode(hash, 'hex') as hash from ${town.schema}.head`)
  if (rows[0] === undefined) throw new Error('the town has no head')
  return rows[0]
}

/** Takes the Word file of a page; answers its text part as XML. */
const downloaded = async (page: Page): Promise<string> => {
  const coming = page.waitForEvent('download')
  await page.getByRole('link', { name: '导出 Word' }).click()
  const file = await coming
  expect(file.suggestedFilename()).toMatch(/\.docx$/)
  const part = unzipSync(await readFile(await file.path()))['word/document.xml']
  if (part === undefined) throw new Error('not a Word document')
  return strFromU8(part)
}

/** The text of a part without its marks and spaces. */
const wordsOf = (part: string): string => part.replaceAll(/<[^>]+>|\s/g, '')
