import type { Locator, Page } from 'playwright-core'
import type { Decimal } from '../../src/core/quantity/decimal.ts'
import { numberIn, panelOf } from './figure-panel.ts'

/** An entry opened, and what is done to it, as a clerk does it. */

/** The open drawer of an entry, its history read. */
export const entryDrawer = async (page: Page, ledger: string, entry: string): Promise<Locator> => {
  const drawer = page.getByRole('dialog', { name: `${ledger} #${entry}` })
  await drawer.getByRole('heading', { name: '历史' }).waitFor()
  return drawer
}

/** Opens the entry of one row of a number's panel; answers its number and its drawer. */
export const openRow = async (page: Page, title: string, row: number): Promise<{ readonly entry: string; readonly drawer: Locator }> => {
  const link = panelOf(page, title).getByRole('table', { name: '构成这个数字的行' }).locator('tbody').getByRole('row').nth(row).getByRole('link')
  const [ledger = '', entry = ''] = (await link.getAttribute('title'))?.split(' #') ?? []
  await link.click()
  return { entry, drawer: await entryDrawer(page, ledger, entry) }
}

/** The number an entry says under a heading. */
export const factOf = async (drawer: Locator, title: string): Promise<Decimal> => {
  const line = drawer.getByRole('region', { name: '内容' }).locator('dl > div').filter({ has: drawer.page().getByText(new RegExp(`^${title}`)) })
  return numberIn((await line.getByRole('definition').textContent()) ?? '')
}

/** Opens a form of the drawer. */
export const openForm = async (drawer: Locator, act: string): Promise<Locator> => {
  await drawer.getByRole('button', { name: act, exact: true }).click()
  return drawer.getByRole('form', { name: act })
}

/** Fills one field and the reason, and hands the form in. */
export const correct = async (drawer: Locator, field: string, value: string, reason: string): Promise<void> => {
  const form = await openForm(drawer, '更正')
  await form.getByLabel(field).fill(value)
  await form.getByLabel('原因').fill(reason)
  await form.getByRole('button', { name: '更正' }).click()
}

/** Waits for the history's newest line, which gives the reason. */
export const recorded = async (drawer: Locator, act: string, reason: string): Promise<Locator> => {
  const newest = drawer.getByRole('region', { name: '历史' }).getByRole('listitem').first()
  await newest.getByText(reason).waitFor()
  await newest.getByText(act, { exact: true }).waitFor()
  return newest
}
