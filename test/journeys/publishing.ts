import { expect } from 'vitest'
import { journey } from '../harness/browser.ts'
import type { DemoTown } from './demo-town.ts'
import { phone } from './demo-town.ts'

/** The office makes a sealed edition public, a stranger reads it and opens a number, and the office takes it back; then the next report is begun. */
export const publishing = (town: DemoTown): void => {
  journey('an edition is made public, read by a stranger without an account, and withdrawn', async () => {
    const page = await town.as('office')
    await page.getByRole('button', { name: '版次 1' }).click()
    await page.getByRole('link', { name: '第 1 版' }).click()
    await page.getByRole('heading', { level: 1, name: /第 1 版$/ }).waitFor()
    await page.getByText('1 个数字已变动').waitFor()
    await page.getByRole('button', { name: '公开', exact: true }).click()
    const form = page.getByRole('form', { name: '公开这一版' })
    await form.getByLabel('索引号').fill('11330282002979014L/2023-183321')
    await form.getByText('统一社会信用代码的校验位不符').waitFor()
    await form.getByLabel('索引号').fill('11330282002979013L/2023-183321')
    await page.getByRole('button', { name: '确认公开' }).click()
    await page.getByRole('link', { name: '打开公开页' }).waitFor()
    const address = (await page.getByRole('link', { name: '打开公开页' }).getAttribute('href')) ?? ''

    const stranger = await town.visit(phone)
    await stranger.goto(address)
    const sheet = stranger.getByRole('article')
    await sheet.waitFor()
    await stranger.getByText('11330282002979013L/2023-183321').waitFor()
    expect(await stranger.getByRole('navigation', { name: '主导航' }).count()).toBe(0)
    await sheet.getByRole('button', { name: /^生猪出栏/ }).first().click()
    const panel = stranger.getByRole('dialog')
    await panel.getByText('台账计数').waitFor()
    expect(await panel.getByText('未公开').count()).toBeGreaterThan(1)
    expect(await panel.getByRole('link').count()).toBe(0)
    await stranger.keyboard.press('Escape')
    await stranger.getByRole('region', { name: '核验' }).getByText(/^[0-9a-f]{64}$/).waitFor()
    expect(await stranger.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true)

    await page.getByRole('button', { name: '撤下', exact: true }).click()
    const ask = page.getByRole('dialog', { name: '撤下公开页' })
    await ask.getByLabel('原因').fill('附件有误')
    await ask.getByRole('button', { name: '撤下' }).click()
    await ask.waitFor({ state: 'hidden' })
    await stranger.reload()
    await stranger.getByText('本页已撤下').waitFor()
    expect(await stranger.getByRole('article').count()).toBe(0)
  })

  journey('a leader reads one page, and opens an entry behind the largest move', async () => {
    const page = await town.as('leader')
    await page.getByRole('link', { name: '一页摘要' }).click()
    const move = page.getByRole('region', { name: '生猪出栏' })
    await move.getByText('↑').waitFor()
    await move.getByRole('link').first().click()
    await page.getByRole('heading', { level: 1, name: '农业生产台账' }).waitFor()
  })

  journey('the next report is begun from the last, its words as drafts', async () => {
    const page = await town.as('office')
    await page.getByRole('article').waitFor()
    await page.getByRole('button', { name: '新建下期' }).click()
    await page.getByRole('button', { name: '新建', exact: true }).click()
    const sheet = page.getByRole('article')
    await sheet.getByRole('heading', { level: 1, name: '2023年下半年工作回顾及2024年上半年工作安排' }).waitFor()
    expect(await sheet.locator('.carried').count()).toBeGreaterThan(10)
    await page.getByText('上期安排').click()
    await page.getByText('出自《2023年上半年工作回顾及下半年工作安排》').waitFor()
  })
}
