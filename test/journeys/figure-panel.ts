import type { Locator, Page } from 'playwright-core'
import type { Decimal } from '../../src/core/quantity/decimal.ts'
import { decimal, plus, sum } from '../../src/core/quantity/decimal.ts'
import { expect } from 'vitest'

/** The panel behind a number, read as a reader reads it: from the words on the screen. */

/** The number of a figure in the report; the first where it is printed more than once. */
export const numberOf = (page: Page, title: string): Locator => page.getByRole('article').getByRole('button', { name: new RegExp(`^${title} `) }).first()

/** The open panel of a figure. */
export const panelOf = (page: Page, title: string): Locator => page.getByRole('dialog', { name: `数字的依据：${title}` })

/** Clicks a number of the report and answers its panel with the sum in sight. */
export const openFigure = async (page: Page, title: string): Promise<Locator> => {
  await numberOf(page, title).click()
  const panel = panelOf(page, title)
  await panel.getByRole('group', { name: '合计' }).waitFor()
  return panel
}

/** The line under the rows. Holds that shown + withheld = the number. */
export type Sum = { readonly shown: Decimal; readonly shownRows: number; readonly withheld: Decimal; readonly withheldRows: number; readonly value: Decimal }

export const sumOf = async (panel: Locator): Promise<Sum> => {
  const group = panel.getByRole('group', { name: '合计' })
  const terms = await group.getByRole('term').allTextContents()
  const [shown, withheld, value] = (await group.getByRole('definition').allTextContents()).map(numberIn)
  if (shown === undefined || withheld === undefined || value === undefined) throw new Error(`no sum in ${terms.join()}`)
  expect(plus(shown, withheld)).toBe(value)
  return { shown, shownRows: countIn(terms[0]), withheld, withheldRows: countIn(terms[1]), value }
}

/** Moves the slider back in time by one key, once the moments it stands for are known. */
export const slide = async (panel: Locator, key: 'Home' | 'ArrowLeft'): Promise<void> => {
  await panel.getByText(/当时为/).waitFor()
  await panel.getByRole('slider', { name: '账本时点' }).press(key)
  await panel.getByRole('button', { name: '回到现在' }).waitFor()
}

/** Turns through all pages of the rows; answers how many there are and what they add up to. */
export const addUp = async (panel: Locator): Promise<{ readonly rows: number; readonly total: Decimal }> => {
  const amounts: Decimal[] = []
  const pages = panel.getByRole('navigation', { name: '分页' })
  const next = pages.getByRole('button', { name: '下一页' })
  for (;;) {
    await pages.getByText(`第 ${(amounts.length + 1).toLocaleString('en')}–`).waitFor()
    amounts.push(...(await amountsOf(panel)))
    if ((await next.count()) === 0 || (await next.isDisabled())) return { rows: amounts.length, total: sum(amounts) }
    await next.click()
  }
}

export const amountsOf = async (panel: Locator): Promise<readonly Decimal[]> => {
  const table = panel.getByRole('table', { name: '构成这个数字的行' })
  const heads = await table.getByRole('columnheader').allTextContents()
  const at = heads.findIndex((head) => head.startsWith('数量'))
  const rows = await table.locator('tbody tr').evaluateAll((all) => all.map((row) => [...row.children].map((cell) => cell.textContent)))
  return rows.map((cells) => numberIn(cells[at] ?? ''))
}

/** The number at the head of a text, its thousands marks taken out. */
export const numberIn = (text: string): Decimal => decimal(/^-?[\d,]+(\.\d+)?/.exec(text.trim())?.[0].replaceAll(',', '') ?? text)

const countIn = (text: string | undefined): number => Number(/([\d,]+) 行/.exec(text ?? '')?.[1]?.replaceAll(',', ''))
