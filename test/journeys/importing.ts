import excel from 'exceljs'
import { expect } from 'vitest'
import { writeXlsx } from 'hucre/xlsx'
import { journey } from '../harness/browser.ts'
import type { DemoTown } from './demo-town.ts'

/** A clerk brings the sheet a village sent, as villages send them. */
export const importing = (town: DemoTown): void => {
  journey('a sheet as a village sends it goes into its ledger, what is wrong comes back marked, and the batch can be taken back', async () => {
    const page = await town.as('agriculture')
    await page.goto('/ledgers/farm-production')
    const before = await page.getByText(/共 [\d,]+ 行$/).innerText()
    await page.getByRole('link', { name: '导入' }).click()
    await page.locator('input[type="file"]').setInputFiles({ name: '11月生猪出栏.xlsx', mimeType: 'application/octet-stream', buffer: Buffer.from(await workbook()) })
    const fixed = page.getByRole('form', { name: /整张表都填/ })
    await fixed.getByRole('combobox').first().click()
    await page.getByTitle('出栏').first().click()
    await fixed.getByRole('button', { name: '应用' }).click()

    await page.getByRole('button', { name: '写入 2 行' }).waitFor()
    await page.getByRole('cell', { name: 'E6' }).waitFor()
    const fetched = page.waitForEvent('download')
    await page.getByRole('link', { name: '下载问题表' }).click()
    const marked = await new excel.Workbook().xlsx.readFile(await (await fetched).path())
    expect(JSON.stringify(marked.worksheets[0]?.getCell('E6').note)).toContain('“若干”不是数。')

    await page.getByRole('button', { name: '写入 2 行' }).click()
    await page.getByText('已写入：新增 2 条，更新 0 条。').waitFor()
    await page.getByRole('link', { name: '查看台账' }).click()
    await page.getByText('13,579', { exact: true }).waitFor()
    await page.goBack()

    await page.getByRole('table', { name: '导入记录' }).getByRole('button', { name: '撤销' }).first().click()
    const asked = page.getByRole('dialog')
    await asked.getByText(/将撤销 2 条/).waitFor()
    await asked.getByRole('textbox').fill('村里重新报送')
    await asked.getByRole('button', { name: '撤销' }).click()
    await page.getByRole('table', { name: '导入记录' }).getByText('已撤销').first().waitFor()
    await page.goto('/ledgers/farm-production')
    expect(await page.getByText(/共 [\d,]+ 行$/).innerText()).toBe(before)
  })
}

/** A title and a unit above the head, two rows as people write them, one that says no number, and a sum below. */
const workbook = (): Promise<Uint8Array> =>
  writeXlsx({
    sheets: [
      {
        name: '11月',
        rows: [['新浦镇2023年11月生猪出栏登记表'], ['单位：头'], ['序号', '村', '日期', '品种', '头数'], [1, '老浦村', '2023.11.1', '生猪', '13,579头'], [2, '高桥村', '11月5日', '生猪', 120], [3, '水湘村', '2023-11-06', '生猪', '若干'], ['合计', null, null, null, 13699]],
        merges: [{ startRow: 0, endRow: 0, startCol: 0, endCol: 4 }],
      },
    ],
  })
