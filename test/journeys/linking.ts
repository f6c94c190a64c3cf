import type { Locator, Page } from 'playwright-core'
import { expect } from 'vitest'
import { journey } from '../harness/browser.ts'
import type { DemoTown } from './demo-town.ts'

/** A device is entered at a place that is found by typing; a place that stands twice is held side by side and merged, and all that named it follows. */
export const linking = (town: DemoTown): void => {
  journey('a place is found while typing and fills the form; its double is merged into it, and the device follows', async () => {
    const page = await town.as('safety')
    const enterPlace = async (name: string, kind: string): Promise<string> => {
      await page.goto('/ledgers/safety-place?act=create')
      const form = page.getByRole('form', { name: '新增' })
      await form.getByLabel(/^场所\*?$/).fill(name)
      await form.getByLabel('场所类别').fill(kind)
      await form.getByLabel('起始日').fill('2023-07-01')
      await form.getByRole('combobox', { name: '单位' }).click()
      await option(page, '村').click()
      await form.getByRole('button', { name: '新增' }).click()
      await page.waitForURL(/entry=\d+/)
      return new URL(page.url()).searchParams.get('entry') ?? ''
    }
    const keep = await enterPlace('示例联营饭店', '餐饮')
    const drop = await enterPlace('示例（联营）饭店', '餐饮')

    await page.goto('/ledgers/fire-device?act=create')
    const form = page.getByRole('form', { name: '新增' })
    await form.getByLabel('设备号').fill('SL-9001')
    await form.getByLabel('场所', { exact: true }).fill('示例（联')
    await option(page, `#${drop}`).click()
    await form.getByText(`取自名册 #${drop}，可以改`).first().waitFor()
    expect(await form.getByLabel('场所类别').inputValue()).toBe('餐饮')
    await form.getByLabel('设备类别').click()
    await option(page, '烟感').click()
    await form.getByLabel('起始日').fill('2023-07-01')
    await form.getByRole('button', { name: '新增' }).click()
    await page.waitForURL(/entry=\d+/)

    await page.goto('/ledgers/safety-place/duplicates')
    await page.getByRole('button', { name: `#${drop} 与 #${keep} 比对` }).first().click()
    const panel = page.getByRole('dialog', { name: `#${drop} 并入 #${keep}` })
    await panel.getByText('智慧消防设备名册 1 条').waitFor()
    await panel.getByLabel('原因').fill('同一家饭店登记了两次')
    await panel.getByRole('button', { name: '合并', exact: true }).click()
    await panel.getByText('已合并，改指 1 条引用。').waitFor()

    await page.goto(`/ledgers/safety-place?entry=${keep}`)
    const links = page.getByRole('region', { name: '关联' })
    await links.getByRole('link', { name: 'SL-9001' }).waitFor()
    await links.getByRole('link', { name: `示例（联营）饭店 #${drop}` }).waitFor()

    await page.goto('/settings?part=saved')
    await page.getByText(/累计 [1-9]\d* 个/).waitFor()
  })
}

/** The first choice of an open list that has a word. */
const option = (page: Page, text: string): Locator => page.locator('.ant-select-item-option').filter({ hasText: text, visible: true }).first()
