import { expect } from 'vitest'
import type { Page } from 'playwright-core'
import { jpegOf } from '../builders/picture.ts'
import { journey } from '../harness/browser.ts'
import type { DemoTown } from './demo-town.ts'
import { correct, openRow, recorded } from './entry-drawer.ts'
import { openFigure } from './figure-panel.ts'
import { takeStep } from './handling.ts'

/** Leaders and offices agree on the report: remarks, other wording, instructions, and a freeze that is opened again. */
export const agreeing = (town: DemoTown): void => {
  journey('a leader remarks on words of the report, the office that writes them answers beside them, and nothing waits any more', async () => {
    const leader = await town.as('leader')
    await select(leader, '围绕以上目标')
    await leader.getByRole('button', { name: '批注', exact: true }).click()
    const writing = leader.getByRole('form', { name: '批注' })
    await writing.getByText('围绕以上目标').waitFor()
    await writing.getByLabel('批注内容').fill('五方面宜点明')
    await writing.getByRole('button', { name: '提交批注' }).click()
    await leader.getByRole('listitem').filter({ hasText: '五方面宜点明' }).getByText('待答复').waitFor()

    const clerk = await town.as('industry')
    await clerk.goto('/today')
    await clerk.getByRole('region', { name: '待答复的批注' }).getByRole('link', { name: '五方面宜点明' }).click()
    await clerk.getByRole('button', { name: /^批注 1 · 1 条待答复$/ }).click()
    const thread = clerk.getByRole('listitem').filter({ hasText: '五方面宜点明' })
    await thread.getByRole('button', { name: '答复' }).click()
    await thread.getByLabel('答复内容').fill('下文逐条列出')
    await thread.getByRole('button', { name: '提交答复' }).click()
    await thread.getByText('已答复').waitFor()
    await clerk.getByRole('checkbox', { name: '只看待答复' }).check()
    await clerk.getByText('没有待答复的批注').waitFor()
  })

  journey('a leader proposes other wording, the office sees it marked and accepts, and the history tells both', async () => {
    const leader = await town.as('leader')
    await select(leader, '围绕以上目标')
    await leader.getByRole('button', { name: '改稿', exact: true }).click()
    const writing = leader.getByRole('form', { name: '提出改稿' })
    await writing.getByRole('textbox', { name: '改后文字' }).click()
    await leader.keyboard.press('Control+a')
    await leader.keyboard.type('围绕年初目标，主要抓了五方面工作：')
    await writing.getByLabel('说明').fill('点明是年初目标')
    await writing.getByRole('button', { name: '提交改稿' }).click()
    await writing.waitFor({ state: 'detached' })

    const office = await town.as('office')
    await office.goto('/today')
    await office.getByRole('region', { name: '待采纳的改稿' }).getByRole('link').click()
    await office.getByText('点明是年初目标').waitFor()
    expect([await office.locator('ins').allTextContents(), await office.locator('del').allTextContents()]).toEqual([['年初'], ['以上']])
    await office.getByRole('button', { name: '采纳', exact: true }).click()
    await office.getByText('没有待采纳的改稿').waitFor()
    await office.getByRole('link', { name: '报告' }).last().click()
    await office.getByRole('article').getByText('围绕年初目标').waitFor()

    await office.getByRole('link', { name: '历史' }).click()
    await office.getByRole('navigation', { name: '历次版本' }).getByText('采纳改稿').first().waitFor()
    await office.getByRole('status').getByText('1 处修改').waitFor()
    await office.getByRole('article').locator('ins').getByText('年初').waitFor()
  })

  journey('an instruction starts a supervision item, which the office that acts signs for and reports on', async () => {
    const leader = await town.as('leader')
    await leader.getByRole('link', { name: '领导批示' }).click()
    await leader.getByRole('button', { name: '登记批示' }).click()
    const record = leader.getByRole('dialog', { name: '登记批示' })
    await record.getByLabel('批示人').fill('示例镇长')
    await record.getByLabel('批示内容').fill('请抓紧核实生猪出栏数')
    await record.getByLabel('扫描件').setInputFiles({ name: '批示.txt', mimeType: 'application/pdf', buffer: Buffer.from('不是扫描件') })
    await record.getByRole('button', { name: '登记', exact: true }).click()
    await record.getByText('扫描件应为 PDF、PNG 或 JPEG').waitFor()
    await record.getByLabel('扫描件').setInputFiles({ name: '批示.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.4') })
    await record.getByRole('button', { name: '登记', exact: true }).click()
    await leader.getByRole('link', { name: '下载扫描件' }).waitFor()
    await leader.getByRole('article').getByRole('button', { name: '立项督办' }).click()
    const raise = leader.getByRole('dialog', { name: '立项督办' })
    await raise.getByRole('combobox', { name: '承办单位' }).fill('农业农村办公室')
    await leader.getByTitle('农业农村办公室').first().click()
    await raise.getByLabel('办理期限').fill('2023-11-30')
    await raise.getByRole('button', { name: '立项', exact: true }).click()
    const line = leader.getByRole('article').getByRole('link', { name: /^督〔2023〕\d+号 请抓紧核实生猪出栏数$/ })
    await line.waitFor()
    await leader.getByRole('article').getByText('待签收').waitFor()

    const clerk = await town.as('agriculture')
    await clerk.goto('/matters?whose=office')
    await clerk.getByRole('link', { name: /请抓紧核实生猪出栏数$/ }).click()
    await takeStep(clerk, '签收')
    await clerk.getByText('交办时定明，期限 2023年11月30日').waitFor()
    await takeStep(clerk, '反馈办理情况', async (dialog) => {
      await dialog.getByRole('textbox', { name: /办理情况/ }).fill('已逐场核实')
    })

    await line.click()
    await leader.waitForURL(/matters/)
    const office = await town.as('office')
    await office.goto(new URL(leader.url()).pathname)
    await takeStep(office, '审核办结', async (dialog) => {
      await dialog.getByLabel(/审核意见/).fill('核实属实')
      await dialog.locator('input[type=file]').first().setInputFiles({ name: '核实.jpg', mimeType: 'image/jpeg', buffer: jpegOf() })
      await dialog.getByText('核实.jpg').waitFor()
    })
    await leader.getByText('已办结', { exact: true }).first().waitFor()
  })

  journey('the office freezes the report and asks for a thaw, and a leader approves it with the list of what moved', async () => {
    const office = await town.as('office')
    await office.getByRole('button', { name: '冻结报告' }).click()
    await office.getByRole('dialog', { name: '冻结报告' }).getByRole('button', { name: '冻结', exact: true }).click()
    await office.getByText(/^已冻结于流水 #\d+$/).waitFor()
    await office.getByText('冻结后数字没有变动').waitFor()

    const clerk = await town.as('agriculture')
    await openFigure(clerk, '生猪出栏')
    const { drawer } = await openRow(clerk, '生猪出栏', 2)
    await correct(drawer, '头数', '1234', '核实后更正')
    await recorded(drawer, '更正', '核实后更正')

    await office.reload()
    await office.getByText('冻结后变动 1 个数字').waitFor()
    await office.getByRole('button', { name: '申请解冻' }).click()
    const ask = office.getByRole('dialog', { name: '申请解冻' })
    await ask.getByLabel('原因').fill('生猪数更正')
    await ask.getByRole('button', { name: '申请解冻' }).click()
    await office.getByText('示例甲申请解冻').waitFor()

    const leader = await town.as('leader')
    await leader.goto('/today')
    await leader.getByRole('region', { name: '待批准的解冻' }).getByRole('link').click()
    await leader.getByRole('button', { name: '批准解冻' }).click()
    const approve = leader.getByRole('dialog', { name: '批准解冻' })
    await approve.getByRole('row', { name: /生猪出栏.*万头.*万头/ }).waitFor()
    await approve.getByRole('button', { name: '批准解冻' }).click()
    await approve.waitFor({ state: 'detached' })
    expect(await leader.getByText(/^已冻结于流水/).count()).toBe(0)
    await leader.getByRole('list', { name: '报告所处阶段' }).locator('[aria-current=step]').getByText('起草').waitFor()
  })
}

/** Selects words of the paper as a reader does with the mouse. */
const select = async (page: Page, words: string): Promise<void> => {
  const place = page.getByRole('article').getByText(words).first()
  await place.scrollIntoViewIfNeeded()
  await place.evaluate((element, wanted) => {
    const walk = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
    for (let node = walk.nextNode(); node !== null; node = walk.nextNode()) {
      const at = node.textContent?.indexOf(wanted) ?? -1
      if (at < 0) continue
      document.getSelection()?.setBaseAndExtent(node, at, node, at + wanted.length)
      return
    }
  }, words)
}
