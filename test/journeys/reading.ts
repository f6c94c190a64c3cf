import type { Locator } from 'playwright-core'
import { expect } from 'vitest'
import { journey } from '../harness/browser.ts'
import type { DemoTown } from './demo-town.ts'
import { accountButton, patient, phone } from './demo-town.ts'
import { addUp, numberOf, openFigure, panelOf, slide, sumOf } from './figure-panel.ts'

/** A leader, a clerk and a village read: every number opens to the rows that make it. */
export const reading = (town: DemoTown): void => {
  journey('a stranger reaches a row behind 生猪出栏 in eight clicks at most', async () => {
    const page = await town.visit()
    const clicks: string[] = []
    const click = async (name: string, on: Locator) => {
      clicks.push(name)
      await on.click()
    }
    await click('the account', accountButton(page, 'leader'))
    await click('sign in', page.getByRole('button', { name: '登录', exact: true }))
    await click('the number', numberOf(page, '生猪出栏'))
    const panel = panelOf(page, '生猪出栏')
    const rows = panel.getByRole('table', { name: '构成这个数字的行' })
    await rows.waitFor()
    await panel.getByText('2.07万头', { exact: true }).first().waitFor()
    await click('a row', rows.getByRole('link').first())
    await page.getByRole('dialog', { name: /^农业生产台账 #\d+$/ }).getByRole('heading', { name: '历史' }).waitFor()
    expect(clicks.length).toBeLessThanOrEqual(8)
  })

  journey('the sum under the rows holds for whoever sees all, some or none of them', async () => {
    const clerk = await openFigure(await town.as('agriculture'), '生猪出栏')
    const all = await sumOf(clerk)
    expect(all).toMatchObject({ withheld: '0', withheldRows: 0 })
    expect(await addUp(clerk)).toEqual({ rows: all.shownRows, total: all.value })

    const village = await openFigure(await town.as('village'), '生猪出栏')
    const some = await sumOf(village)
    expect(some.value).toBe(all.value)
    expect(some.shownRows + some.withheldRows).toBe(all.shownRows)
    expect([some.shownRows > 0, some.withheldRows > 0]).toEqual([true, true])
    expect(await addUp(village)).toEqual({ rows: some.shownRows, total: some.shown })

    const leader = await openFigure(await town.as('leader'), '高龄老人津贴')
    const none = await sumOf(leader)
    expect([none.shownRows, none.shown, none.withheld]).toEqual([0, '0', none.value])
    await leader.getByText(`有 ${none.withheldRows.toLocaleString('en')} 行，您的岗位不能查看。`).waitFor()
    expect(await leader.getByRole('table', { name: '构成这个数字的行' }).count()).toBe(0)

    const keeper = await openFigure(await town.as('welfare'), '高龄老人津贴')
    expect(await sumOf(keeper)).toEqual({ shown: none.value, shownRows: none.withheldRows, withheld: '0', withheldRows: 0, value: none.value })
  })

  journey('the slider goes back to an earlier value, and its rows add up to that value', async () => {
    const page = await town.as('leader')
    const panel = await openFigure(page, '生猪出栏')
    const now = await sumOf(panel)
    await slide(panel, 'Home')
    await expect.poll(async () => (await sumOf(panel)).value, patient).not.toBe(now.value)
    const then = await sumOf(panel)
    expect(await addUp(panel)).toEqual({ rows: then.shownRows, total: then.value })
    const printed = await panel.getByRole('status', { name: '报告印出的数字' }).textContent()
    await panel.getByText(`当时为 ${printed}`).waitFor()
    await panel.getByRole('button', { name: '回到现在' }).click()
    await expect.poll(async () => (await sumOf(panel)).value, patient).toBe(now.value)
  })

  journey('on a phone a leader reads, opens a number, reaches its rows and closes it, the page never wider than the screen', async () => {
    const page = await town.as('leader', phone)
    const fits = async () => expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(phone.viewport.width)
    await page.getByRole('heading', { level: 1 }).waitFor()
    await fits()
    const panel = await openFigure(page, '生猪出栏')
    await fits()
    const row = panel.getByRole('table', { name: '构成这个数字的行' }).getByRole('link').first()
    await row.scrollIntoViewIfNeeded()
    expect(await row.isVisible()).toBe(true)
    await panel.getByRole('button', { name: '关闭' }).click()
    await panel.waitFor({ state: 'detached' })
    await fits()
    for (const name of ['今日', '台账', '指标', '设置']) {
      await page.getByRole('navigation', { name: '主导航' }).getByRole('link', { name }).click()
      await page.getByRole('heading', { level: 1, name: new RegExp(`^${name}`) }).waitFor()
      await fits()
    }
  })

  journey('with the keyboard alone a number is reached, opened and closed, and has the focus again', async () => {
    const page = await town.as('leader')
    await numberOf(page, '生猪出栏').waitFor()
    await page.reload()
    await numberOf(page, '生猪出栏').waitFor()
    const focused = () => page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent ?? '')
    await page.keyboard.press('Tab')
    expect(await focused()).toBe('跳到正文')
    await page.keyboard.press('Enter')
    let steps = 0
    for (; steps < 60 && !(await focused()).startsWith('生猪出栏 2.07万头'); steps += 1) await page.keyboard.press('Tab')
    expect(await focused()).toBe('生猪出栏 2.07万头，查看依据')
    await page.keyboard.press('Enter')
    const panel = panelOf(page, '生猪出栏')
    await panel.getByRole('group', { name: '合计' }).waitFor()
    await page.keyboard.press('Tab')
    await expect.poll(() => panel.evaluate((dialog) => dialog.contains(document.activeElement)), patient).toBe(true)
    await page.keyboard.press('Escape')
    await panel.waitFor({ state: 'detached' })
    expect(await focused()).toBe('生猪出栏 2.07万头，查看依据')
  })
}
