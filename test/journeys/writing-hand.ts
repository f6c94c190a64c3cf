import type { Page } from 'playwright-core'

/** Puts the cursor into a place of writing, at its end unless another key says where, and types. */
export const writeIn = async (page: Page, label: string | RegExp, text: string, key = 'Control+End'): Promise<void> => {
  await page.getByRole('textbox', { name: label }).click()
  await page.keyboard.press(key)
  await page.keyboard.type(text)
}

/** Sets a figure where the cursor is: the initials of its measure, then the wording that reads so. */
export const setFigure = async (page: Page, initials: string, wording: RegExp): Promise<void> => {
  await page.keyboard.type(`@${initials}`)
  await page.getByRole('listbox', { name: '选指标' }).getByRole('option').first().waitFor()
  await page.keyboard.press('Enter')
  await page.getByRole('listbox', { name: /选说法$/ }).getByRole('option', { name: wording }).first().click()
}
