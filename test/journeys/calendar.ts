import { expect } from 'vitest'
import { journey } from '../harness/browser.ts'
import type { DemoTown } from './demo-town.ts'

const notice = [
  '元旦：2022年12月31日至2023年1月2日放假调休，共3天。',
  '春节：1月21日至27日放假调休，共7天。1月28日（星期六）、1月29日（星期日）上班。',
  '清明节：4月5日放假，共1天。',
  '劳动节：4月29日至5月3日放假调休，共5天。4月23日（星期日）、5月6日（星期六）上班。',
  '端午节：6月22日至24日放假调休，共3天。6月25日（星期日）上班。',
  '中秋节、国庆节：9月29日至10月6日放假调休，共8天。10月7日（星期六）、10月8日（星期日）上班。',
]

/** The days worked: a notice is pasted, looked at, entered, and the matters it moves say so. */
export const calendar = (town: DemoTown): void => {
  journey('a notice of holidays is previewed and entered, a due day moves, and the matter says why', async () => {
    const page = await town.as('office')
    await page.goto('/settings?part=calendar&year=2023')
    await page.getByRole('button', { name: '更正 2023 年的安排' }).click()
    const text = page.getByRole('textbox', { name: '通知原文' })
    await text.fill([...notice, '台风：11月8日至10日放假，共4天。'].join('\n'))
    await page.getByRole('spinbutton', { name: '所属年份' }).fill('2023')
    await page.getByRole('button', { name: '预览' }).click()
    await page.getByText('第 7 行：写着共 4 天，数下来是 3 天').waitFor()

    await text.fill([...notice, '台风：11月8日至10日放假，共3天。'].join('\n'))
    await page.getByRole('button', { name: '预览' }).click()
    const matters = page.getByRole('region', { name: '期限变动的事项' })
    const path = await matters.getByRole('link').first().getAttribute('href')
    const enter = page.getByRole('button', { name: '入账并重算期限' })
    await page.getByRole('textbox', { name: '文号' }).fill('示例发〔2023〕1号')
    expect(await enter.isDisabled()).toBe(true)
    await page.getByRole('textbox', { name: '更正原因' }).fill('台风停工三天')
    await enter.click()
    await page.getByRole('status').filter({ hasText: '2023 年的安排已入账' }).waitFor()
    await page.getByTitle('2023-11-08 放假').waitFor()

    await page.goto(path ?? '')
    await page.getByRole('region', { name: '时限' }).getByText('2023年放假安排更正：示例发〔2023〕1号（台风停工三天）').waitFor()
  })
}
