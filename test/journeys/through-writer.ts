import { readFile } from 'node:fs/promises'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { journey } from '../harness/browser.ts'
import type { DemoTown } from './demo-town.ts'
import { editInWriter, findWriter } from './writer-hand.ts'
import type { Edit } from './writer-hand.ts'

/** The report as it was written goes to Word, is edited there, and comes back: words as proposals, numbers still bound. */
export const throughWriter = (town: DemoTown): void => {
  journey('the report is taken to Word with its numbers bound, edited there and brought back, and the office takes the words', async () => {
    const office = await town.as('office')
    const coming = office.waitForEvent('download')
    await office.getByRole('link', { name: '导出 Word' }).click()
    const file = await coming
    expect(file.suggestedFilename()).toMatch(/\.docx$/)
    const bytes = await readFile(await file.path())
    const paper = strFromU8(unzipSync(bytes)['word/document.xml'] ?? new Uint8Array())
    expect(paper.match(/<w:tag w:val="[^"]+"\/>/g)?.length).toBeGreaterThan(100)
    expect(/<w:sdt>(?:(?!<\/w:sdt>).)*pigs-slaughtered(?:(?!<\/w:sdt>).)*万头/s.test(paper)).toBe(true)
    expect(wordsOf(paper).includes('演示数据')).toBe(true)

    const printed = (await office.getByRole('article').locator('[data-measure="pigs-slaughtered"]').first().textContent()) ?? ''
    const typed = printed.replace(/\d/, (digit) => String((Number(digit) + 1) % 10))
    const edited = edit(bytes, [{ from: '农房改造有序推进', to: '农房改造扎实有序推进' }, { from: '治水治气治废一体推进', to: '治水治气治废一体推进见效' }, { from: printed, to: typed }])

    await office.getByRole('link', { name: '导入 Word' }).click()
    await office.locator('input[type=file]').setInputFiles({ name: '改稿.docx', mimeType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', buffer: edited })
    await office.getByText(/^导出于第 \d+ 号流水$/).waitFor()
    await office.getByRole('heading', { name: '改过的数字' }).waitFor()
    await office.getByText(typed).first().waitFor()
    for (const added of ['扎实', '见效']) await office.locator('ins').getByText(added, { exact: true }).waitFor()
    await office.getByRole('button', { name: '记为改稿' }).click()
    await office.getByText('已记改稿 2 份、批注 0 条。').waitFor()

    await office.goto('/today')
    await office.getByRole('region', { name: '待采纳的改稿' }).getByRole('link').first().click()
    for (let left = 2; left > 0; left -= 1) await accept(office, left)
    await office.goto('/report')
    const sheet = office.getByRole('article')
    await sheet.getByText(/农房改造扎实有序推进/).waitFor()
    await sheet.getByText(/治水治气治废一体推进见效/).waitFor()
    expect(await sheet.locator('[data-measure="pigs-slaughtered"]').first().textContent()).toBe(printed)
  })
}

/** Accepts the proposal shown, and waits until one fewer is left. */
const accept = async (page: Page, left: number): Promise<void> => {
  await page.getByRole('button', { name: '采纳', exact: true }).first().click()
  if (left === 1) await page.getByText('没有待采纳的改稿').waitFor()
  else await expect.poll(() => page.getByRole('button', { name: '采纳', exact: true }).count(), { timeout: 30_000 }).toBe(left - 1)
}

/** By LibreOffice Writer where the machine has it; else the same words are changed in the file itself. */
const edit = (bytes: Uint8Array, edits: readonly Edit[]): Buffer => {
  const writer = findWriter()
  if (writer !== undefined) return editInWriter(writer, bytes, edits)
  const parts = unzipSync(bytes)
  const paper = edits.reduce((text, { from, to }) => text.replaceAll(from, to), strFromU8(parts['word/document.xml'] ?? new Uint8Array()))
  return Buffer.from(zipSync({ ...parts, 'word/document.xml': strToU8(paper) }))
}

/** The text of a part without its marks and spaces. */
const wordsOf = (part: string): string => part.replaceAll(/<[^>]+>|\s/g, '')
