import type { Locator, Page } from 'playwright-core'
import { jpegOf } from '../builders/picture.ts'
import { journey } from '../harness/browser.ts'
import type { DemoTown } from './demo-town.ts'
import { choose, takeStep } from './handling.ts'

type Fill = (dialog: Locator) => Promise<void>

/** A petition entered after the fact, each step with its own day: the page says on which day it was due, and why, line by line. */
export const answering = (town: DemoTown): void => {
  journey('a petition is suspended, extended and answered on its last legal day, which the make-up day of a holiday decides, and the page says why', async () => {
    const desk = await town.as('order')
    await desk.goto('/ledgers/petition?act=create')
    const form = desk.getByRole('form', { name: '新增' })
    await form.getByLabel('登记日期').fill('2023-07-03')
    await choose(desk, form.getByRole('combobox', { name: '单位' }), '五塘南村')
    await choose(desk, form.getByLabel('来件方式'), '来访')
    await choose(desk, form.getByLabel('交办级别'), '镇级')
    await form.getByLabel('事由分类').fill('示例：承包地界址')
    await form.getByRole('button', { name: '新增' }).click()
    await desk.waitForURL(/entry=\d+/)
    const entry = new URL(desk.url()).searchParams.get('entry') ?? ''
    await desk.goto(`/matters/petition/${entry}`)
    await takeStep(desk, '甄别分类', on('2023-07-03', (dialog) => choose(desk, dialog.getByRole('combobox', { name: '分类和途径' }), '信访处理意见')))
    await takeStep(desk, '转送交办', on('2023-07-04', async (dialog) => {
      await choose(desk, dialog.getByRole('combobox', { name: '责任单位' }), '农业农村办公室')
      await dialog.getByLabel(/交办要求/).fill('依法办理')
    }))

    const farm = await town.as('agriculture')
    await farm.goto(`/matters/petition/${entry}`)
    await takeStep(farm, '受理并书面告知', on('2023-07-05', told('2023-07-05')))
    await takeMore(farm, '中止计时', on('2023-07-10', async (dialog) => {
      await choose(farm, dialog.getByRole('combobox', { name: '事由' }), '鉴定')
      await dialog.getByLabel(/说明/).fill('委托测绘')
    }))
    const clocks = farm.getByRole('region', { name: '时限' })
    await clocks.getByText('已中止').waitFor()
    await takeStep(farm, '恢复计时', on('2023-07-20'))

    const head = await town.as('agriculture-head')
    await head.goto(`/matters/petition/${entry}`)
    await takeMore(head, '延长办理期限', on('2023-08-20', async (dialog) => {
      await dialog.getByLabel(/延长（按时限单位）/).fill('20')
      await dialog.getByLabel(/告知当事人日期/).fill('2023-08-20')
      await dialog.getByLabel(/延长理由/).fill('界址需多方指认')
    }))

    await farm.reload()
    await takeStep(farm, '出具处理意见书', on('2023-10-07', async (dialog) => {
      await choose(farm, dialog.getByRole('combobox', { name: '处理意见' }), '解释说明')
      await dialog.getByLabel(/文书号/).fill('示例信复〔2023〕4号')
      await told('2023-10-07')(dialog)
    }))
    await clocks.getByRole('group').filter({ hasText: '延长20日' }).getByText('为什么是这一天').click()
    for (const line of ['7月10日起中止，7月20日恢复，其间 10 天不计', '2023年8月20日延长20日，8月20日告知当事人', '10月3日、10月4日、10月5日、10月6日是休息日，顺延到 2023年10月7日', '2023年10月7日办结，按期']) await clocks.getByText(line).first().waitFor()
  })
}

/** What a step is given, and the day it was taken. */
const on = (day: string, fill: Fill = async () => undefined): Fill => async (dialog) => {
  await fill(dialog)
  await dialog.getByLabel('办理日期').fill(day)
}

const told = (day: string): Fill => async (dialog) => {
  await dialog.getByLabel(/送达信访人日期/).fill(day)
  await dialog.locator('input[type=file]').first().setInputFiles({ name: '送达回证.jpg', mimeType: 'image/jpeg', buffer: jpegOf() })
  await dialog.getByText('送达回证.jpg').waitFor()
}

/** A step that lies among the others. */
const takeMore = async (page: Page, title: string, fill: Fill): Promise<void> => {
  await page.getByText('其他办理').click()
  await takeStep(page, title, fill)
}
