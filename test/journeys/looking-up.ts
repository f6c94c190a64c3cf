import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { writeXlsx } from 'hucre/xlsx'
import { indicatorForm } from '../builders/blank-form.ts'
import { journey } from '../harness/browser.ts'
import type { DemoTown } from './demo-town.ts'
import { accountButton, desk, laptop, phone } from './demo-town.ts'
import { numberOf } from './figure-panel.ts'

/** The catalogue of figures, and the screens in English. */
export const lookingUp = (town: DemoTown): void => {
  journey('the catalogue finds 生猪 and shows its definition and version', async () => {
    const page = await town.as('leader')
    await page.getByRole('link', { name: '指标', exact: true }).click()
    await page.getByText('147 个指标').waitFor()
    await page.getByRole('searchbox', { name: '按名称、科室或编码查找' }).fill('生猪')
    await page.getByText('1 个指标', { exact: true }).waitFor()
    const row = page.getByRole('row', { name: /生猪出栏/ })
    const version = (await page.getByRole('columnheader').allTextContents()).indexOf('口径版本')
    expect(await row.getByRole('cell').nth(version - 1).textContent()).toBe('1')
    await row.getByRole('button', { name: '生猪出栏', exact: true }).click()
    await page.getByText('凭检疫证明出栏的生猪头数，调运仔猪不计。').waitFor()
    await page.getByText('台账“农业生产台账”中“品种”为生猪且“环节”为出栏的条目的“头数”合计。').waitFor()
    await page.reload()
    await page.getByText('凭检疫证明出栏的生猪头数，调运仔猪不计。').waitFor()
  })

  journey('in English no Chinese is left but names, what people wrote, and the report itself', async () => {
    const page = await town.visit()
    await page.getByRole('button', { name: 'English' }).click()
    await page.getByRole('heading', { name: 'Demonstration accounts' }).waitFor()
    const left: Record<string, readonly string[]> = { '/': await chineseIn(page) }
    await accountButton(page, 'office').click()
    await page.getByRole('button', { name: 'Sign in', exact: true }).click()
    await page.getByRole('article').waitFor()
    for (const [path, sign] of screens) {
      await page.goto(path)
      await page.getByText(sign).first().waitFor()
      left[path] = await chineseIn(page)
    }
    await page.goto('/forms')
    await page.locator('input[type="file"]').setInputFiles({ name: '附表.xlsx', mimeType: spreadsheet, buffer: Buffer.from(await indicatorForm()) })
    for (const view of ['Sources', 'Fill']) {
      await page.getByText(view, { exact: true }).click()
      await page.getByRole('region', { name: 'Sheet 附表1' }).waitFor()
      left[`form ${view}`] = await chineseIn(page)
    }
    await page.goto('/forms')
    await page.getByRole('table').getByText('to be gone through').waitFor()
    left['/forms'] = await chineseIn(page)
    await page.goto('/ledgers/new')
    const choosing = page.waitForEvent('filechooser')
    await page.getByRole('button', { name: 'Choose a file' }).click()
    await (await choosing).setFiles({ name: '巡查.xlsx', mimeType: spreadsheet, buffer: Buffer.from(await writeXlsx({ sheets: [{ name: '登记', rows: [['村', '日期', '巡查人', '结果'], ['老浦村', '2023-06-01', '示例甲', '合格'], ['高桥村', '2023-06-02', '示例乙', '不合格']] }] })) })
    await page.getByRole('table', { name: 'The first rows as read' }).waitFor()
    left['/ledgers/new'] = await chineseIn(page)
    await page.goto('/report')
    await page.getByRole('article').waitFor()
    await numberOf(page, 'Pigs sold for slaughter').click()
    await page.getByRole('group', { name: 'Sum' }).waitFor()
    left['panel'] = await chineseIn(page)
    expect(left).toEqual(Object.fromEntries(Object.keys(left).map((path) => [path, []])))
  })

  journey('in English no column is cut off, and the head of the page keeps its line, however wide the screen', async () => {
    for (const screen of [desk, laptop, phone]) {
      const page = await town.as('agriculture', screen)
      await page.getByRole('button', { name: 'English' }).click()
      await numberOf(page, 'Pigs sold for slaughter').click()
      await page.getByRole('table', { name: 'Rows that make this number' }).waitFor()
      expect(await cutIn(page)).toEqual([])
      await page.goto('/figures')
      await page.getByText('147 figures').waitFor()
      expect(await cutIn(page)).toEqual([])
    }
  })
}

/** Table columns that are not in sight without scrolling or whose heading is cut, and parts of the page's head higher than the head. */
const cutIn = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    const name = (element: Element) => element.getAttribute('aria-label') ?? element.textContent
    const cut = [...document.querySelectorAll('.table-frame, thead th')].filter((each) => each.scrollWidth > each.clientWidth)
    const head = document.querySelector('header')
    const high = [...(head?.querySelectorAll('button, a') ?? [])].filter((each) => head !== null && each.closest('nav') === null && each.scrollHeight > head.clientHeight)
    return [...cut, ...high].map(name)
  })

const spreadsheet = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

const screens: readonly (readonly [path: string, sign: RegExp])[] = [
  ['/report', /Cutoff/],
  ['/today', /Where the book stands/],
  ['/ledgers', /\d+ ledgers/],
  ['/ledgers/farm-production', /Show voided/],
  ['/figures', /147 figures/],
  ['/sources', /No document has been read yet/],
  ['/sources/new', /Paste a text/],
  ['/ledgers/safety-place/duplicates', /Same name and village/],
  ['/ledgers/farm-production/measures', /Measures that stand/],
  ['/settings?part=orgs', /Organisations/],
  ['/settings?part=close', /No month has been closed/],
  ['/settings?part=verify', /Walks the chain/],
  ['/settings?part=password', /Present password|Current password/],
]

/** Chinese text on the screen outside what is marked as Chinese; invented names, titles of batches and the report's word for an estimate are left aside. */
const chineseIn = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    const found: string[] = []
    const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    while (walk.nextNode()) {
      const text = walk.currentNode.textContent ?? ''
      if (/[\u4e00-\u9fff]/.test(text.replaceAll(/示例(?:副?镇长|.长?)|^batch .*|keep the word 预计/g, '')) && walk.currentNode.parentElement?.closest('[lang="zh-CN"], script, style') === null) found.push(text)
    }
    return [...new Set(found)]
  })
