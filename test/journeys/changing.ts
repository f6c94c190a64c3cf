import { expect } from 'vitest'
import { decimal, minus, plus, ZERO } from '../../src/core/quantity/decimal.ts'
import { journey } from '../harness/browser.ts'
import type { DemoTown } from './demo-town.ts'
import { patient } from './demo-town.ts'
import { correct, entryDrawer, factOf, openForm, openRow, recorded } from './entry-drawer.ts'
import { amountsOf, numberOf, openFigure, slide, sumOf } from './figure-panel.ts'

/** Clerks change entries: the numbers move by exactly as much, and a closed month moves only with two people. */
export const changing = (town: DemoTown): void => {
  journey('a clerk voids an entry with a reason, and the number of the report moves by exactly its amount', async () => {
    const page = await town.as('agriculture')
    const panel = await openFigure(page, '生猪出栏')
    const before = await sumOf(panel)
    const printed = await numberOf(page, '生猪出栏').textContent()
    const [amount = ZERO] = await amountsOf(panel)
    expect(amount).not.toBe(ZERO)
    const { drawer } = await openRow(page, '生猪出栏', 0)
    const form = await openForm(drawer, '作废')
    const act = form.getByRole('button', { name: '作废' })
    expect(await act.isDisabled()).toBe(true)
    await form.getByLabel('原因').fill('检疫证号重复登记')
    await act.click()
    await drawer.getByText('这一条已作废，内容和历史仍可查。').waitFor()
    await recorded(drawer, '作废', '检疫证号重复登记')
    await drawer.getByRole('button', { name: '关闭' }).click()
    await page.getByRole('navigation', { name: '主导航' }).getByRole('link', { name: '报告' }).click()
    const after = await sumOf(await openFigure(page, '生猪出栏'))
    expect(after).toEqual({ ...before, shown: minus(before.shown, amount), shownRows: before.shownRows - 1, value: minus(before.value, amount) })
    expect(await numberOf(page, '生猪出栏').textContent()).not.toBe(printed)
  })

  journey('two people correct one entry: the second sees both sides and goes on', async () => {
    const village = await town.as('village')
    await openFigure(village, '生猪出栏')
    const { entry, drawer } = await openRow(village, '生猪出栏', 0)
    const mine = await openForm(drawer, '更正')
    await mine.getByLabel('头数').fill('401')
    await mine.getByLabel('生产主体').fill('示例养殖场')
    await mine.getByLabel('原因').fill('按检疫证改正')

    const office = await town.as('agriculture')
    await office.goto(`/ledgers/farm-production?entry=${entry}`)
    const theirs = await entryDrawer(office, '农业生产台账', entry)
    await correct(theirs, '头数', '402', '按过磅单改正')
    await recorded(theirs, '更正', '按过磅单改正')

    await mine.getByRole('button', { name: '更正' }).click()
    const both = drawer.getByRole('region', { name: '两人同时修改' })
    await both.getByText('示例乙改过这一条').waitFor()
    const heads = both.getByRole('row', { name: /^头数/ })
    expect(await heads.getByRole('cell').allTextContents()).toEqual(['402头', '401头'])
    await drawer.getByRole('region', { name: '历史' }).getByText('按过磅单改正').waitFor()
    await heads.getByRole('radio').first().check()
    await both.getByRole('button', { name: '按选定的继续' }).click()
    await drawer.getByRole('form', { name: '更正' }).getByRole('button', { name: '更正' }).click()
    const newest = await recorded(drawer, '更正', '按检疫证改正')
    expect(await newest.textContent()).toContain('示例养殖场')
    await drawer.getByRole('region', { name: '内容' }).getByText('402', { exact: true }).waitFor()
  })

  journey('a closed month is corrected by two people only, and the past keeps the old value', async () => {
    const clerk = await town.as('agriculture')
    await clerk.goto('/settings?part=close')
    await clerk.getByRole('combobox', { name: '台账' }).fill('支农金融')
    await clerk.getByTitle('支农金融台账').click()
    await clerk.getByRole('combobox', { name: '月份' }).click()
    await clerk.getByTitle('2023-06').click()
    await clerk.getByRole('button', { name: '结账', exact: true }).click()
    const ask = clerk.getByRole('dialog', { name: '给“支农金融台账”2023-06 结账' })
    await ask.getByRole('button', { name: '结账', exact: true }).click()
    await clerk.getByRole('table', { name: '已结账的月份' }).getByRole('row', { name: /2023-06 支农金融台账 示例乙/ }).waitFor()

    await clerk.goto('/report')
    const panel = await openFigure(clerk, '小额农户贷款发放额')
    const before = await sumOf(panel)
    const { entry, drawer } = await openRow(clerk, '小额农户贷款发放额', 0)
    await correct(drawer, '金额', plus(await factOf(drawer, '金额'), decimal('10000')), '放款回单补登')
    const form = drawer.getByRole('form', { name: '更正' })
    await form.getByText('2023-06 已结账').waitFor()
    await form.getByRole('button', { name: '提出更正' }).click()
    await drawer.getByText('已提出更正').waitFor()
    await drawer.getByRole('button', { name: '关闭' }).first().click()
    await clerk.goto('/report')
    expect(await sumOf(await openFigure(clerk, '小额农户贷款发放额'))).toEqual(before)

    const office = await town.as('office')
    await office.getByRole('link', { name: '今日' }).click()
    await office.getByRole('button', { name: `同意 支农金融台账 #${entry}` }).click()
    await office.getByText('示例甲，没有等您办理的事项').waitFor()
    await office.getByRole('link', { name: '报告', exact: true }).click()
    const now = await openFigure(office, '小额农户贷款发放额')
    await expect.poll(async () => (await sumOf(now)).value, patient).toBe(plus(before.value, decimal('1')))

    await slide(now, 'ArrowLeft')
    await expect.poll(async () => (await sumOf(now)).value, patient).toBe(before.value)
  })
}
