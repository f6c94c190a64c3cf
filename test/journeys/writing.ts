import { expect } from 'vitest'
import type { Page } from 'playwright-core'
import { journey } from '../harness/browser.ts'
import type { DemoTown } from './demo-town.ts'
import { setFigure, writeIn } from './writing-hand.ts'

/** The report is written where it stands: by several at once, with numbers of the book and numbers typed by hand. */
export const writing = (town: DemoTown): void => {
  journey('two offices write their own sections at once, and both texts stand with their numbers', async () => {
    const office = await town.as('office')
    const farm = await town.as('building')
    await openSection(office, /^撰写：二、下半年/)
    await openSection(farm, /^撰写：（二）抓建设/)
    await office.locator('.section-bar').getByText('示例戊 在写').waitFor()

    await writeIn(farm, /^撰写：/, '')
    await farm.keyboard.press('Enter')
    await farm.keyboard.type('新建公共车位120个，生猪出栏')
    await setFigure(farm, 'szcl', /数值$/)
    await farm.keyboard.type('。')
    await writeIn(office, /^撰写：/, '')
    await office.keyboard.press('Enter')
    await office.keyboard.type('要坚持过紧日子。')
    await saved(farm)
    await saved(office)

    await finding(farm, '120个').waitFor()
    await farm.getByRole('textbox', { name: /^撰写：/ }).getByText('120个').click()
    await farm.getByRole('toolbar', { name: '数字' }).getByRole('button', { name: '注明出处' }).click()
    await farm.getByRole('textbox', { name: /^出处/ }).fill('停车办6月台账')
    await farm.getByRole('toolbar', { name: '数字' }).getByRole('button', { name: '确定' }).click()
    await finding(farm, '120个').waitFor({ state: 'detached' })
    await saved(farm)

    await farm.reload()
    const paper = farm.getByRole('article')
    await paper.getByText('要坚持过紧日子。').waitFor()
    expect(await paper.getByText(/新建公共车位/).textContent()).toMatch(/^新建公共车位120个，生猪出栏2\.\d+万头。$/)
    await paper.locator('[title="人工填写，来源：停车办6月台账"]').waitFor()
  })

  journey('what was typed by mistake is undone, and a section another changed is brought together', async () => {
    const office = await town.as('office')
    const farm = await town.as('building')
    await openSection(farm, /^撰写：（二）抓建设/)
    await openSection(office, /^撰写：（二）抓建设/)
    await writeIn(office, /^撰写：/, '')
    await office.keyboard.press('Enter')
    await office.keyboard.type('农房改造有序推进。')
    await saved(office)
    await farm.getByRole('textbox', { name: /^撰写：/ }).getByText('农房改造有序推进。').waitFor()
    await writeIn(farm, /^撰写：/, '误写一句')
    await farm.keyboard.press('Control+z')
    expect(await farm.getByRole('textbox', { name: /^撰写：/ }).getByText('误写一句').count()).toBe(0)
    await farm.getByRole('textbox', { name: /^撰写：/ }).getByText('农房改造有序推进。').waitFor()
  })

  journey('a server that is away in mid-sentence loses nothing', async () => {
    const page = await town.as('office')
    await openSection(page, /^撰写：（五）抓作风/)
    await page.context().setOffline(true)
    await writeIn(page, /^撰写：/, '治水治气治废一体推进')
    await page.getByText('未连上服务器，文字已留在本机，连上后自动保存').waitFor()
    await page.keyboard.type('，成效持续巩固。')
    await page.context().setOffline(false)
    await saved(page)
    await page.reload()
    await page.getByRole('article').getByText(/治水治气治废一体推进，成效持续巩固。/).waitFor()
  })
}

const openSection = async (page: Page, name: RegExp): Promise<void> => {
  await page.getByRole('button', { name }).first().click()
  await page.getByRole('textbox', { name: /^撰写：/ }).waitFor()
}

const saved = (page: Page): Promise<void> => page.getByRole('status').getByText(/^已保存/).waitFor()

/** The line of the list of findings that quotes some words. */
const finding = (page: Page, quote: string) => page.locator('.desk-findings').getByText(quote, { exact: true })
