import { expect } from 'vitest'
import type { Page } from 'playwright-core'
import { journey } from '../harness/browser.ts'
import type { DemoTown } from './demo-town.ts'
import { phone } from './demo-town.ts'
import { setFigure, writeIn } from './writing-hand.ts'

/** The office asks two offices for their part of the report; one writes, the other has nothing; both stand on the board, and the text in the report. */
export const collecting = (town: DemoTown): void => {
  journey('a call goes out to two offices, one answers from a phone and its head confirms, the other reports nothing, and the office accepts', async () => {
    const office = await town.as('office')
    await office.getByRole('link', { name: '征集' }).click()
    await office.getByRole('button', { name: '发征集' }).click()
    const ask = office.getByRole('dialog', { name: '发征集' })
    await ask.getByLabel('截止日期').fill('2023-11-06')
    for (const box of await ask.getByRole('checkbox').all()) await box.uncheck()
    await ask.getByRole('checkbox', { name: /^发给 农业农村办公室：（一）/ }).check()
    await ask.getByRole('checkbox', { name: /^发给 经济发展办公室：（一）/ }).check()
    await ask.getByRole('button', { name: '发出 2 份' }).click()
    await ask.getByRole('alert').getByText('截止日期不能早于今天（2023-11-07）').waitFor()
    await ask.getByLabel('截止日期').fill('2023-11-10')
    await ask.getByRole('button', { name: '发出 2 份' }).click()
    const board = office.getByRole('region', { name: '各科室进度' }).first()
    await board.getByRole('row', { name: /农业农村办公室.*待报/ }).waitFor()
    await office.getByRole('button', { name: '催报未报的 2 份' }).click()
    const remind = office.getByRole('dialog', { name: '催报未报的 2 份' })
    await remind.getByText('农业农村办公室（示例乙、示例乙长）').waitFor()
    await remind.getByRole('button', { name: '催报' }).click()
    await board.getByRole('row', { name: /农业农村办公室.*1 次/ }).waitFor()

    const clerk = await town.as('agriculture', phone)
    await openFromToday(clerk, '等本科室报送的供稿')
    await clerk.getByText('已催报 1 次').waitFor()
    const pigs = clerk.getByRole('listitem').filter({ hasText: '生猪出栏' })
    await pigs.getByText('另报').click()
    await clerk.getByLabel('数值 生猪出栏').fill('2.1')
    await clerk.getByLabel('为什么不同 生猪出栏').fill('按检疫证统计')
    await writeIn(clerk, '供稿文字', '生猪出栏')
    await setFigure(clerk, 'szcl', /数值$/)
    await clerk.keyboard.type('，')
    await setFigure(clerk, 'szcl', /同比$/)
    await clerk.keyboard.type('。')
    await clerk.reload()
    await clerk.getByText('已从本机取回').waitFor()
    await clerk.getByLabel('供稿文字').getByText(/生猪出栏.*万头/).waitFor()
    expect(await clerk.evaluate(() => document.documentElement.scrollWidth)).toBe(phone.viewport.width)
    await clerk.getByRole('button', { name: '报送', exact: true }).click()
    await clerk.getByText('已报送，等负责人审核').waitFor()
    expect(await clerk.getByRole('button', { name: '审核通过' }).count()).toBe(0)

    const head = await town.as('agriculture-head')
    await openFromToday(head, '待审核的供稿')
    await head.getByRole('button', { name: '审核通过' }).click()
    await head.getByText('已审核，等党政办采用').waitFor()

    const industry = await town.as('industry')
    await openFromToday(industry, '等本科室报送的供稿')
    await industry.getByRole('checkbox', { name: /^零报告/ }).check()
    await industry.getByRole('button', { name: '报送', exact: true }).click()
    await industry.getByText('已报送，等负责人审核').waitFor()

    await office.reload()
    await board.getByRole('row', { name: /经济发展办公室.*待审核\s*零报告/ }).waitFor()
    await board.getByRole('row', { name: /农业农村办公室.*已审核/ }).waitFor()
    const differing = office.getByRole('list', { name: '数字不一致' }).getByRole('listitem')
    expect(await differing.count()).toBe(1)
    for (const told of ['生猪出栏', '2.1万头', '示例乙', '按检疫证统计']) await differing.getByText(told).first().waitFor()

    await board.getByRole('row', { name: /农业农村办公室/ }).getByRole('button').first().click()
    await office.getByRole('button', { name: '退回' }).click()
    const giving = office.getByRole('dialog', { name: '退回农业农村办公室的供稿' })
    await giving.getByLabel('原因').fill('请写明措施')
    await giving.getByRole('button', { name: '退回' }).click()
    await office.getByText('已退回').first().waitFor()

    await clerk.reload()
    await clerk.getByRole('note').getByText('请写明措施').waitFor()
    await writeIn(clerk, '供稿文字', '落实保供措施，', 'Control+Home')
    await clerk.keyboard.press('Control+Home')
    await clerk.getByRole('button', { name: '段首' }).click()
    await clerk.keyboard.type('畜牧稳产。')
    await clerk.getByRole('button', { name: '重新报送' }).click()
    await clerk.getByText('已报送，等负责人审核').waitFor()
    await head.reload()
    await head.getByRole('button', { name: '审核通过' }).click()
    await head.getByText('已审核，等党政办采用').waitFor()

    await office.reload()
    await office.getByRole('button', { name: '采用' }).click()
    const accepting = office.getByRole('dialog', { name: /^采用/ })
    expect(await accepting.getByRole('radio', { name: '接在现有文字之后' }).isChecked()).toBe(true)
    await accepting.getByRole('button', { name: '采用' }).click()
    await office.getByText('已采用').first().waitFor()
    await office.goto('/report')
    const stage = office.getByRole('list', { name: '报告所处阶段' }).locator('[aria-current=step]')
    await stage.getByText('征集', { exact: true }).waitFor()
    await office.getByRole('article').getByText('畜牧稳产。').waitFor()
    await office.getByRole('article').getByText(/落实保供措施，生猪出栏/).waitFor()

    await office.goto('/report/calls')
    await office.getByRole('row').filter({ hasText: '征集中' }).first().click()
    await office.getByRole('button', { name: '结束征集' }).click()
    await office.getByRole('dialog', { name: '结束征集' }).getByRole('button', { name: '结束征集' }).click()
    await office.getByText('已结束').first().waitFor()
    await office.goto('/report')
    await stage.getByText('起草', { exact: true }).waitFor()
  })
}

const openFromToday = async (page: Page, list: string): Promise<void> => {
  await page.goto('/today')
  await page.getByRole('region', { name: list }).getByRole('link').first().click()
  await page.getByRole('heading', { level: 1, name: /^（一）/ }).waitFor()
}
