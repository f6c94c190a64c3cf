import { readFileSync } from 'node:fs'
import { expect } from 'vitest'
import { formSheets, indicatorForm } from '../builders/blank-form.ts'
import { journey } from '../harness/browser.ts'
import type { DemoTown } from './demo-town.ts'

const asked = [['B5', '地区生产总值', '亿元'], ['B6', '生猪出栏', '头'], ['B7', '财政总收入', '亿元'], ['B8', '数字乡村覆盖率', '%']] as const

/** A form that came down from above: brought, gone through, filled, opened again next month. */
export const filling = (town: DemoTown): void => {
  journey('a blank form from above is gone through once and fills itself, now and next month', async () => {
    const blank = async (title: string): Promise<{ name: string; mimeType: string; buffer: Buffer }> => ({
      name: `${title}.xlsx`,
      mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      buffer: Buffer.from(
        await indicatorForm((sheet) => {
          sheet.getCell('A1').value = title
          sheet.getCell('F2').value = null
          for (const [at, name, unit] of asked) [sheet.getCell(at).value, sheet.getCell(at.replace('B', 'C')).value, sheet.getCell(at.replace('B', 'D')).numFmt] = [name, unit, 'General']
        }),
      ),
    })
    const page = await town.as('office')
    await page.getByRole('link', { name: '上级报表' }).click()
    const bring = async (title: string): Promise<void> => page.locator('input[type="file"]').setInputFiles(await blank(title))
    await bring('主要经济指标月报')
    await page.getByRole('heading', { name: '主要经济指标月报', level: 1 }).waitFor()
    await page.getByRole('button', { name: /^D5 .*：地区生产总值$/ }).waitFor()

    await page.getByRole('button', { name: /^D8 数字乡村覆盖率.*：没有来源$/ }).click()
    const panel = page.getByRole('dialog', { name: /^空格 D8 数字乡村覆盖率/ })
    await panel.getByRole('combobox', { name: /^指标/ }).fill('szcl')
    await page.locator('.ant-select-item-option', { hasText: /^生猪出栏$/ }).click()
    await panel.getByRole('radio', { name: '固定文字' }).check()
    await panel.getByRole('textbox', { name: /^文字/ }).fill('100')
    await panel.getByRole('button', { name: '确定' }).click()
    await page.getByText('1 处改动未保存').waitFor()
    await page.getByRole('button', { name: '核对无误，保存' }).click()
    await page.getByText('对应已保存。').waitFor()

    await page.getByText('填写', { exact: true }).click()
    await page.getByText(/^\d+ 格中 \d+ 格不用手填$/).waitFor()
    const sheet = page.getByRole('region', { name: '工作表 附表1' })
    await sheet.getByRole('button', { name: '32.65' }).click()
    await page.getByRole('dialog', { name: /地区生产总值/ }).getByRole('button', { name: '关闭' }).first().click()
    await sheet.getByRole('textbox', { name: /^G5 .* 手工填写$/ }).fill('初步核算')
    const coming = page.waitForEvent('download')
    await page.getByRole('button', { name: '填写并下载' }).click()
    const [form, source] = await formSheets(readFileSync(await (await coming).path()))
    const standing = (cell: string): string | undefined => form?.cells.find(({ row, column }) => `${String.fromCharCode(65 + column)}${row}` === cell)?.text
    expect(['B2', 'D5', 'D8', 'G5', 'A1'].map(standing)).toEqual(['新浦镇', '32.65', '100', '初步核算', '主要经济指标月报'])
    expect([source?.name, source?.cells.some(({ text }) => text === '指标：地区生产总值')]).toEqual(['数据来源', true])
    await page.getByRole('table', { name: '填写记录' }).getByText('示例甲').waitFor()

    await page.getByRole('navigation').getByRole('link', { name: '上级报表' }).click()
    await bring('主要经济指标月报（七月）')
    await page.getByRole('heading', { name: '主要经济指标月报（七月）', level: 1 }).waitFor()
    await page.getByRole('button', { name: /^D8 数字乡村覆盖率.*：“100”$/ }).waitFor()
    expect(await page.getByRole('button', { name: '核对无误，保存' }).count()).toBe(0)
    await page.getByText('填写', { exact: true }).click()
    expect(await page.getByRole('button', { name: '填写并下载' }).isEnabled()).toBe(true)
  })
}
