import type { Locator, Page } from 'playwright-core'
import { expect } from 'vitest'
import { jpegOf } from '../builders/picture.ts'
import { journey } from '../harness/browser.ts'
import type { DemoTown } from './demo-town.ts'
import { phone } from './demo-town.ts'
import { panelOf, sumOf } from './figure-panel.ts'

/** A case from the field to the report: found on a phone, assigned, mended by one office, checked by another, struck off, and counted; each hears what the other did without asking. */
export const handling = (town: DemoTown): void => {
  journey('a hazard found on a phone is assigned, mended, checked by another and struck off, and the figure of hazards counts it', async () => {
    const leader = await town.as('leader')
    const before = await hazardsFound(leader)

    const village = await town.as('village', phone)
    await village.goto('/ledgers/hazard?act=create')
    const form = village.getByRole('form', { name: '新增' })
    await form.getByLabel('发现日期').fill('2023-11-07')
    await choose(village, form.getByRole('combobox', { name: '单位' }), '五塘南村')
    await choose(village, form.getByLabel('领域'), '消防')
    await form.getByLabel(/^位置\*?$/).fill('示例五塘路尽头厂房')
    await choose(village, form.getByLabel('等级'), '一般')
    await form.locator('input[type=file]').first().setInputFiles({ name: '现场.jpg', mimeType: 'image/jpeg', buffer: jpegOf() })
    await form.getByText('现场.jpg').waitFor()
    await form.getByRole('button', { name: '新增' }).click()
    await village.waitForURL(/entry=\d+/)
    const entry = new URL(village.url()).searchParams.get('entry') ?? ''
    await village.goto(`/matters/hazard/${entry}`)
    await village.getByText('登记以后还没有办理。').waitFor()
    expect(await village.getByRole('button', { name: '销号' }).count()).toBe(0)
    expect(await village.evaluate(() => document.documentElement.scrollWidth)).toBe(390)

    const builder = await town.as('building')
    await builder.goto('/matters')
    await builder.getByRole('heading', { name: '事项' }).waitFor()

    const keeper = await town.as('safety')
    await keeper.goto('/matters?whose=all&list=found')
    await keeper.getByRole('link', { name: '示例五塘路尽头厂房' }).click()
    await takeStep(keeper, '交办', async (dialog) => {
      await choose(keeper, dialog.getByRole('combobox'), '村镇建设办公室')
      await dialog.getByLabel(/整改要求/).fill('十一月底前清理通道')
    })

    await builder.getByRole('link', { name: '示例五塘路尽头厂房' }).waitFor()
    await builder.getByRole('button', { name: /^消息，\d+ 条未读$/ }).click()
    await builder.getByRole('region', { name: '消息' }).getByRole('listitem').filter({ hasText: '交办，等您办理' }).getByRole('link', { name: '示例五塘路尽头厂房' }).click()
    await builder.waitForURL(new RegExp(`/matters/hazard/${entry}$`))
    await takeStep(builder, '签收')
    const clocks = builder.getByRole('region', { name: '时限' })
    await clocks.getByText('2023年11月7日起算，当日不计（民法典第二百零一条）').first().waitFor()
    await clocks.getByText('还有 15 天').waitFor()
    await takeStep(builder, '申请核查', async (dialog) => {
      await dialog.getByLabel(/整改情况/).fill('通道已清理')
      await dialog.locator('input[type=file]').first().setInputFiles({ name: '整改后.jpg', mimeType: 'image/jpeg', buffer: jpegOf() })
      await dialog.getByText('整改后.jpg').waitFor()
    })
    expect(await builder.getByRole('button', { name: '销号' }).count()).toBe(0)

    await takeStep(keeper, '销号', async (dialog) => {
      await dialog.getByLabel(/核查结论/).fill('现场复核，通道畅通')
      await dialog.locator('input[type=file]').first().setInputFiles({ name: '核查.jpg', mimeType: 'image/jpeg', buffer: jpegOf() })
      await dialog.getByText('核查.jpg').waitFor()
    })
    await keeper.getByRole('listitem').filter({ hasText: '现场复核，通道畅通' }).waitFor()
    await keeper.getByText('已销号', { exact: true }).first().waitFor()
    expect(await hazardsFound(leader)).toBe(before + 1)
  })
}

/** Takes a step of the matter that is open, and waits until it is recorded. */
export const takeStep = async (page: Page, title: string, fill: (dialog: Locator) => Promise<void> = async () => undefined): Promise<void> => {
  await page.getByRole('button', { name: title, exact: true }).click()
  const dialog = page.getByRole('dialog', { name: title })
  await fill(dialog)
  await dialog.getByRole('button', { name: '确认办理' }).click()
  await page.getByText(`已办：${title}`).waitFor()
}

export const choose = async (page: Page, field: Locator, text: string): Promise<void> => {
  await field.click()
  await page.locator('.ant-select-item-option').filter({ hasText: text, visible: true }).first().click()
}

/** The figure of hazards found in the second half of 2023, which is the rows shown behind it. */
const hazardsFound = async (page: Page): Promise<number> => {
  await page.goto('/figures?figure=hazards-found&fperiod=2023H2')
  const panel = panelOf(page, '排查安全隐患')
  await panel.getByRole('group', { name: '合计' }).waitFor()
  const { value, shownRows, withheldRows } = await sumOf(panel)
  expect(shownRows + withheldRows).toBe(Number(value))
  return Number(value)
}
