import { expect } from 'vitest'
import { writeXlsx } from 'hucre/xlsx'
import { journey } from '../harness/browser.ts'
import type { DemoTown } from './demo-town.ts'
import { writeIn } from './writing-hand.ts'

/** An office makes a ledger of the sheet it works with, and its report tells what it counts. */
export const designing = (town: DemoTown): void => {
  journey('a workbook becomes a ledger with its rows, and what it counts stands in the @-list of the report at once', async () => {
    const head = await town.as('agriculture-head')
    await head.goto('/ledgers')
    await head.getByRole('button', { name: '新建台账' }).click()
    const choosing = head.waitForEvent('filechooser')
    await head.getByRole('button', { name: '选择文件' }).click()
    await (await choosing).setFiles({ name: '2023年上半年渠道清淤登记表.xlsx', mimeType: 'application/octet-stream', buffer: Buffer.from(await workbook()) })
    const form = head.getByRole('form', { name: '新建台账' })
    expect(await form.getByRole('textbox', { name: '名称', exact: true }).inputValue()).toBe('渠道清淤登记表')
    await form.getByRole('cell', { name: '“若干”不是数。' }).waitFor()
    await form.getByLabel('栏目名称 4').fill('施工队')
    await form.getByRole('button', { name: '建立台账并导入' }).click()

    await head.getByRole('button', { name: '写入 11 行' }).click()
    await head.getByText('已写入：新增 11 条，更新 0 条。').waitFor()
    await head.getByRole('table', { name: '导入记录' }).getByText('2023年上半年渠道清淤登记表.xlsx').waitFor()
    await head.getByRole('link', { name: '查看台账' }).click()
    await head.getByRole('columnheader', { name: '施工队' }).waitFor()
    await head.getByText('共 11 行').waitFor()

    await head.getByRole('link', { name: '指标', exact: true }).last().click()
    await head.getByRole('button', { name: '把渠道清淤长度设为指标' }).click()
    await head.getByText('“渠道清淤长度”已可在报告中使用。').waitFor()

    const office = await town.as('office')
    await office.getByRole('button', { name: /^撰写：二、下半年/ }).first().click()
    await office.getByRole('textbox', { name: /^撰写：/ }).waitFor()
    await writeIn(office, /^撰写：/, '')
    await office.keyboard.press('Enter')
    await office.keyboard.type('@qdqycd')
    await office.getByRole('listbox', { name: '选指标' }).getByRole('option', { name: /渠道清淤长度.*6,?600/ }).waitFor()
    await office.keyboard.press('Escape')
    for (const _ of '\n@qdqycd') await office.keyboard.press('Backspace')
    expect(await office.getByRole('textbox', { name: /^撰写：/ }).getByText('@qdqycd').count()).toBe(0)
  })
}

/** Twelve channels cleaned, one of them of a length nobody measured. */
const workbook = (): Promise<Uint8Array> => {
  const villages = ['老浦村', '余家路村', '水湘村', '高桥村']
  const rows = Array.from({ length: 12 }, (_, at) => [at + 1, villages[at % 4] ?? '', `2023.${1 + (at % 6)}.${10 + at}`, `示例队${'甲乙丙'[at % 3]}`, at === 11 ? '若干' : (at + 1) * 100, at % 2 === 0 ? '是' : '否'])
  return writeXlsx({ sheets: [{ name: '清淤', rows: [['序号', '村', '日期', '队伍', '长度（米）', '是否验收'], ...rows] }] })
}
