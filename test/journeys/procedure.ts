import { expect } from 'vitest'
import { journey } from '../harness/browser.ts'
import type { DemoTown } from './demo-town.ts'

/** A procedure on screen: what a town may change is changed, what protects stays, and the version is told. */
export const procedure = (town: DemoTown): void => {
  journey('the town office gives hazards more days to mend, is told what it may not loosen, and sees the new version', async () => {
    const page = await town.as('office')
    await page.goto('/settings?part=procedures')
    await page.getByRole('link', { name: '安全隐患台账' }).click()
    await page.getByRole('button', { name: '修改' }).click()
    const days = page.getByRole('spinbutton', { name: '多长 整改', exact: true })
    await days.fill('20')
    await days.blur()
    await page.getByText('“整改”由 15日 改为 20日').waitFor()

    const photos = async (act: 'check' | 'uncheck'): Promise<void> => {
      await page.getByRole('button', { name: '销号', exact: true }).click()
      const dialog = page.getByRole('dialog', { name: '步骤：销号' })
      await dialog.getByRole('checkbox', { name: '核查照片（必填）' })[act]()
      await dialog.getByRole('button', { name: '改好了' }).click()
      await dialog.waitFor({ state: 'hidden' })
    }
    const save = page.getByRole('button', { name: '保存为新的一版' })
    await photos('uncheck')
    await page.getByText('办结要有依据，“核查照片”须必填').first().waitFor()
    expect(await save.isDisabled()).toBe(true)
    await photos('check')
    await page.getByRole('button', { name: '加一个状态' }).click()
    await page.getByText('没有步骤通到“新状态”').first().waitFor()
    expect(await save.isDisabled()).toBe(true)
    await page.getByRole('button', { name: '删去 新状态' }).click()
    await page.getByRole('button', { name: '改为本程序自定' }).click()
    const first = page.getByRole('spinbutton', { name: '用到几成 第 1 条' })
    await first.fill('80')
    await first.blur()
    await page.getByText('已有一条 80% 的提醒').first().waitFor()
    await first.fill('60')
    await first.blur()
    await page.getByRole('textbox', { name: '修改原因' }).fill('汛期统一延长')
    await save.click()
    await page.getByRole('status').filter({ hasText: '已保存' }).waitFor()
    const versions = page.getByRole('region', { name: '历次版本' })
    await versions.getByText('汛期统一延长').waitFor()
    await versions.getByText(/^提醒由“通行做法”改为“60% 承办人/).waitFor()
    expect(await versions.getByRole('row').count()).toBe(3)
  })
}
