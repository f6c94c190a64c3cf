import { join } from 'node:path'
import { expect, onTestFinished } from 'vitest'
import { journey, launch } from '../harness/browser.ts'
import { zhenwuServing } from '../harness/command-line.ts'
import { temporaryDirectory } from '../harness/temporary-directory.ts'
import { freshDatabase } from '../harness/town.ts'
import { desk, patient, phone } from './demo-town.ts'

/** A town of its own, from the first start of the program to its first report, on a server and in a directory of its own. */
export const beginning = (): void => {
  const directory = temporaryDirectory()

  journey('an office sets up an empty town, is interrupted, goes on from a phone, and sees the first number in its report', async () => {
    const { url } = await freshDatabase()
    const serving = await zhenwuServing(['--data', join(directory, 'own'), '--town', '330282113', '--today', '2023-07-03'], url)
    const browser = await launch()
    onTestFinished(() => browser.close())
    const page = await (await browser.newContext({ baseURL: serving.url, ...desk })).newPage()
    page.setDefaultTimeout(patient.timeout)
    await page.goto('/')
    const claim = page.getByRole('form', { name: '建立首个账号' })
    await claim.getByLabel('一次性密码').fill('KWTRD-hbnqe-48293')
    await claim.getByLabel('您的姓名').fill('示例主任')
    await claim.getByLabel('账号', { exact: true }).fill('zhuren')
    await claim.getByLabel('您自己的密码').fill('Right-pass-1')
    await claim.getByLabel('再输一遍').fill('Right-pass-1')
    await claim.getByRole('button', { name: '建立账号' }).click()
    await claim.getByText('一次性密码不对').first().waitFor()
    await claim.getByLabel('一次性密码').fill(/password (\S+)\./.exec(serving.lines.join('\n'))?.[1] ?? '')
    await claim.getByRole('button', { name: '建立账号' }).click()

    await page.getByText(/浙江省宁波市慈溪市胜山镇，\d+ 个村（社区）.*截至 2023-06-30/).waitFor()
    const villages = page.getByRole('region', { name: '村（社区）' })
    const count = await villages.getByRole('row').count()
    await page.getByRole('button', { name: '粘贴名单' }).click()
    const paste = page.getByRole('dialog', { name: '粘贴名单' })
    await paste.getByRole('textbox').fill('代码\t名称\n330282113299\t试一村\n\t试二村')
    await paste.getByRole('button', { name: '添上 2 个' }).click()
    await page.getByRole('button', { name: '移除试二村' }).click()
    expect(await villages.getByRole('row').count()).toBe(count + 1)
    await page.getByRole('button', { name: '保存，下一步' }).click()
    await page.getByRole('button', { name: '移除财政管理办公室' }).click()
    await page.getByRole('button', { name: '保存，下一步' }).click()
    await page.getByRole('heading', { name: '人员和岗位', level: 2 }).waitFor()
    await page.context().close()

    const later = await (await browser.newContext({ baseURL: serving.url, ...phone })).newPage()
    later.setDefaultTimeout(patient.timeout)
    await later.goto('/')
    await later.getByLabel('账号', { exact: true }).fill('zhuren')
    await later.getByLabel('密码', { exact: true }).fill('Right-pass-1')
    await later.getByRole('button', { name: '登录', exact: true }).click()
    await later.getByRole('heading', { name: '人员和岗位', level: 2 }).waitFor()
    expect(await later.evaluate(() => document.documentElement.scrollWidth)).toBe(phone.viewport.width)
    await later.getByRole('button', { name: '下一步', exact: true }).click()
    await later.getByRole('checkbox', { name: '全选政务' }).check()
    await later.getByRole('checkbox', { name: '创建与申报台账' }).check()
    await later.getByRole('group', { name: '本镇没有下列科室' }).getByRole('combobox').click()
    await later.keyboard.type('党政')
    await later.keyboard.press('Enter')
    await later.getByRole('button', { name: '保存，下一步' }).click()
    await later.getByText('还没有内置').waitFor()
    await later.getByRole('button', { name: '完成建镇' }).click()

    await later.getByRole('heading', { name: '第一份报告', level: 1 }).waitFor()
    expect(await later.evaluate(() => document.documentElement.scrollWidth)).toBe(phone.viewport.width)
    await later.getByText('还没有识读过文件').waitFor()
    await later.getByText('还没有2023年上半年的报告').waitFor()
    await later.getByRole('link', { name: '行政复议台账' }).click()
    await later.getByText('还没有条目').waitFor()
    await later.goto('/start')
    await later.getByRole('link', { name: '新建报告' }).click()
    await later.getByRole('button', { name: '新建报告' }).click()
    await later.getByRole('dialog', { name: '新建报告' }).getByRole('button', { name: '新建报告' }).click()
    await later.getByText('2023年上半年工作总结').first().waitFor()
    await later.goto('/start')
    await later.getByText('《2023年上半年工作总结》').waitFor()
  })
}
