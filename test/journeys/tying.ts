import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { journey } from '../harness/browser.ts'
import type { DemoTown } from './demo-town.ts'

/** Matters that belong together: split, linked to one of another ledger, merged, and what was done by mistake taken back. */
export const tying = (town: DemoTown): void => {
  journey('a hazard is split and linked, merged by mistake and taken back, and both stand as before', async () => {
    const page = await town.as('safety')
    await page.goto('/matters?whose=all&ledger=hazard')
    const rows = page.getByRole('region', { name: '事项', exact: true }).locator('tbody a')
    await rows.first().waitFor()
    const [here, there] = [await rows.nth(0).getAttribute('href'), await rows.nth(1).getAttribute('href')]
    const number = (there ?? '').split('/').at(-1) ?? ''

    await page.goto(here ?? '')
    const ties = page.getByRole('region', { name: '关联事项' })
    await ties.getByRole('button', { name: '拆分', exact: true }).click()
    const split = page.getByRole('dialog', { name: '拆分' })
    await split.getByLabel(/拆分为/).fill('示例东墙电线\n示例西墙堆物')
    await split.getByLabel(/说明/).fill('两处分别整改')
    await split.getByRole('button', { name: '拆分出 2 件' }).click()
    await ties.getByRole('link', { name: '示例东墙电线' }).waitFor()

    await ties.getByRole('listitem').filter({ hasText: '示例西墙堆物' }).getByRole('button', { name: '撤回' }).click()
    await giveReason(page, '撤回这件拆分', '只有一处')
    await ties.getByRole('link', { name: '示例西墙堆物' }).waitFor({ state: 'detached' })
    await page.getByRole('listitem').filter({ hasText: '撤回拆分' }).first().waitFor()

    await ties.getByRole('button', { name: '关联其他事项' }).click()
    const dialog = page.getByRole('dialog', { name: '关联其他事项' })
    await dialog.getByRole('radio', { name: '标为相关' }).check()
    await dialog.getByRole('combobox').fill('示例公开')
    await page.locator('.ant-select-item-option').filter({ hasText: '依申请公开台账', visible: true }).first().click()
    await dialog.getByLabel(/说明/).fill('申请人问的就是这一处')
    await dialog.getByRole('button', { name: '标为相关' }).click()
    await ties.getByRole('listitem').filter({ hasText: '示例公开' }).waitFor()

    const due = await dueText(page)
    await ties.getByRole('listitem').filter({ hasText: '示例东墙电线' }).getByRole('button', { name: '撤回' }).click()
    await giveReason(page, '撤回这件拆分', '不用拆了')
    await ties.getByRole('link', { name: '示例东墙电线' }).waitFor({ state: 'detached' })
    await ties.getByRole('button', { name: '关联其他事项' }).click()
    await dialog.getByRole('combobox').fill(`#${number}`)
    await page.locator('.ant-select-item-option').filter({ hasText: `#${number}`, visible: true }).click()
    await dialog.getByLabel(/说明/).fill('以为是同一处')
    await dialog.getByRole('button', { name: '并单', exact: true }).click()
    await page.getByText('已并入他件').first().waitFor()
    await page.getByRole('button', { name: '关联其他事项' }).waitFor({ state: 'detached' })

    await page.goto(there ?? '')
    await ties.getByRole('listitem').filter({ hasText: '并入了' }).getByRole('button', { name: '撤回' }).click()
    await giveReason(page, '撤回并单', '是两处')
    await page.getByRole('listitem').filter({ hasText: '撤回并单' }).first().waitFor()
    await page.goto(here ?? '')
    await ties.getByRole('button', { name: '关联其他事项' }).waitFor()
    expect(await dueText(page)).toEqual(due)
  })
}

const giveReason = async (page: Page, title: string, reason: string): Promise<void> => {
  const dialog = page.getByRole('dialog', { name: title })
  await dialog.getByRole('textbox').fill(reason)
  await dialog.getByRole('button', { name: title }).click()
  await dialog.waitFor({ state: 'hidden' })
}

/** Every due day the page tells. */
const dueText = (page: Page): Promise<readonly string[]> => page.getByRole('region', { name: '时限' }).getByText(/^(法定)?期限 /).allTextContents()
