import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { journey } from '../harness/browser.ts'
import type { DemoTown } from './demo-town.ts'
import { patient, phone } from './demo-town.ts'
import { panelOf } from './figure-panel.ts'

/** A document of years ago is read on screen, decided on place by place, and entered in the book with its source. */
export const source = (town: DemoTown): void => {
  journey('the office pastes a report with a plan, walks it with the keyboard, and enters what it confirmed', async () => {
    const page = await town.as('office')
    await page.getByRole('link', { name: '识读文件' }).click()
    await page.getByText('还没有识读过文件').waitFor()
    await page.getByRole('button', { name: '识读新文件' }).click()
    await readText(page, text)

    await press(page, mark(page, '数字', '8.46亿元'), 'Enter')
    await expect.poll(() => focused(page), patient).toContain('数字：6210吨，未定')
    await page.keyboard.press('Enter')
    const form = page.getByRole('form', { name: '修改' })
    await form.getByRole('alert').getByText('请选定指标，或新建一个。').waitFor()
    await form.getByRole('radio', { name: '新建填报指标' }).check()
    await form.getByLabel('数值', { exact: true }).fill('6201')
    await page.keyboard.press('Escape')
    expect(await focused(page)).toContain('数字：6210吨')
    await page.keyboard.press('e')
    await expect.poll(() => form.getByLabel('数值', { exact: true }).evaluate((field) => field === document.activeElement), patient).toBe(true)
    await page.keyboard.press('Enter')
    await mark(page, '数字', '6210吨', '已修改并采纳').waitFor()
    await expect.poll(() => focused(page), patient).toContain('数字：37次，未定')
    await page.keyboard.press('x')
    await mark(page, '数字', '37次', '不采纳').waitFor()
    await page.keyboard.press('u')
    await mark(page, '数字', '37次', '未定').waitFor()
    await page.keyboard.press('x')
    await page.getByText('已定 3 / 共 6').first().waitFor()

    await page.getByRole('navigation', { name: '主导航' }).getByRole('link', { name: '台账' }).click()
    await page.getByRole('link', { name: '农业生产台账' }).waitFor()
    await page.goBack()
    await page.getByText('已定 3 / 共 6').first().waitFor()

    await press(page, mark(page, '数字', '8.46亿元', '已采纳'), 'c')
    for (const quote of promises) {
      await expect.poll(() => focused(page), patient).toContain(`目标任务：${quote}`)
      await page.keyboard.press('Enter')
    }
    await page.getByText('已定 6 / 共 6').first().waitFor()
    await page.getByRole('button', { name: '记入账册' }).click()
    const ask = page.getByRole('dialog', { name: '记入账册' })
    await ask.getByText('2 个数字，记为期初数').waitFor()
    await ask.getByText('其中新建填报指标 1 个').waitFor()
    await ask.getByText('3 条目标任务，记为草稿').waitFor()
    await ask.getByLabel('文件日期').fill('2020-01-18')
    await ask.getByRole('button', { name: '记入', exact: true }).click()

    await page.getByRole('heading', { level: 1, name: title }).first().waitFor()
    const sheet = page.getByRole('article', { name: '原文' })
    await sheet.getByRole('link').nth(4).waitFor()
    expect(await sheet.getByRole('link').allTextContents()).toEqual(['8.46亿元', '6210吨', ...promises])
    await sheet.getByRole('link').nth(2).click()
    await page.getByRole('dialog').getByText('建成柳湾泵站').first().waitFor()

    await page.goto('/figures?period=2019&q=地区生产总值')
    const row = page.getByRole('row', { name: /地区生产总值/ })
    await row.getByText('期初数').waitFor()
    await row.getByRole('button', { name: /8\.46亿元/ }).click()
    await panelOf(page, '地区生产总值').getByText(new RegExp(`来源：${title}`)).first().waitFor()
  })

  journey('an auditor opens the document and fetches the original; a village may read one but not enter it', async () => {
    const auditor = await town.as('auditor')
    await auditor.goto('/sources')
    await auditor.getByRole('table', { name: '来源文件' }).getByRole('button', { name: title }).click()
    await auditor.getByRole('article', { name: '原文' }).getByRole('link').first().waitFor()
    const coming = auditor.waitForEvent('download')
    await auditor.getByRole('link', { name: '下载原件' }).click()
    expect((await coming).suggestedFilename()).toMatch(/\.txt$/)

    const village = await town.as('village')
    await village.goto('/sources/new')
    await readText(village, text)
    await village.getByText('您的岗位可以查看识读结果，不能记入账册。').waitFor()
    expect(await village.getByRole('button', { name: /^(?:采纳|记入账册)/ }).count()).toBe(0)
  })

  journey('what cannot be read is refused at its field before anything is sent', async () => {
    const page = await town.as('office')
    await page.goto('/sources/new')
    const sent: string[] = []
    page.on('request', (request) => sent.push(request.url()))
    await page.getByRole('button', { name: '识读', exact: true }).click()
    await page.getByRole('alert').getByText('请先粘贴文字。').waitFor()
    const chooser = page.locator('input[type=file]')
    await chooser.setInputFiles({ name: '台账.rtf', mimeType: 'application/octet-stream', buffer: Buffer.from('x') })
    await page.getByRole('alert').getByText('不能识读“台账.rtf”。').waitFor()
    await chooser.setInputFiles({ name: '总结.txt', mimeType: 'text/plain', buffer: Buffer.alloc(20_000_001, 97) })
    await page.getByRole('alert').getByText('文件有 20.0 MB，不能超过 20 MB。').waitFor()
    expect(sent.filter((address) => address.includes('/api/source.read'))).toEqual([])

    await chooser.setInputFiles({ name: '总结.txt', mimeType: 'text/plain', buffer: Buffer.from(text) })
    await mark(page, '数字', '37次').waitFor()
  })

  journey('on a phone a mark is touched and decided on in the sheet at the foot, the page never wider than the screen', async () => {
    const page = await town.as('office', phone)
    const fits = async () => expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(phone.viewport.width)
    await page.goto('/sources/new')
    await readText(page, text.replaceAll('柳湾', '芦荡'))
    await fits()
    await mark(page, '数字', '37次').tap()
    await page.getByRole('region', { name: '当前一项' }).getByText('37次').waitFor()
    await page.getByRole('button', { name: '不采纳', exact: true }).tap()
    await mark(page, '数字', '37次', '不采纳').waitFor()
    await page.getByRole('button', { name: '展开' }).tap()
    await page.getByRole('form', { name: '修改' }).waitFor()
    await fits()
  })
}

const title = '柳湾镇2019年工作总结和2020年工作计划'
const promises = ['10月底前建成柳湾泵站', '新增停车位85个', '确保6月底前完成12公里河道清淤']

/** Invented, in the manner of such papers. */
const text = `${title}

一、2019年工作总结
全年实现地区生产总值8.46亿元。粮食总产6210吨。开展联合检查37次。

二、2020年工作计划
（一）建设
${promises.join('；')}。
`

/** Pastes a text and waits for it on the desk. */
const readText = async (page: Page, pasted: string): Promise<void> => {
  await page.getByRole('textbox', { name: '粘贴文字' }).fill(pasted)
  await page.getByRole('button', { name: '识读', exact: true }).click()
  await page.getByRole('article', { name: '原文' }).waitFor()
}

const mark = (page: Page, kind: string, quote: string, look = '未定') => page.getByRole('button', { name: `${kind}：${quote}，${look}`, exact: true })

/** Gives the keyboard to a mark and presses a key there. */
const press = async (page: Page, at: ReturnType<typeof mark>, key: string): Promise<void> => {
  await at.focus()
  await page.keyboard.press(key)
}

const focused = (page: Page): Promise<string> => page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? '')
