import { expect } from 'vitest'
import { jpegOf } from '../builders/picture.ts'
import { journey } from '../harness/browser.ts'
import type { DemoTown } from './demo-town.ts'
import { phone } from './demo-town.ts'
import { entryDrawer } from './entry-drawer.ts'

/** Who may see what of people, and how an entry stood before: the keeper, the auditor, a village in the field. */
export const people = (town: DemoTown): void => {
  journey('an identity number is shown for a purpose, the auditor sees that, and two people erase it', async () => {
    const clerk = await town.as('welfare')
    await clerk.goto('/ledgers/old-age-payment')
    await clerk.getByRole('grid', { name: '高龄津贴发放台账' }).locator('tbody').getByRole('button').first().click()
    const entry = new URL(clerk.url()).searchParams.get('entry') ?? ''
    const drawer = await entryDrawer(clerk, '高龄津贴发放台账', entry)
    await drawer.getByRole('button', { name: /^查看身份证号/ }).click()
    const ask = clerk.getByRole('dialog', { name: /^查看身份证号/ })
    const act = ask.getByRole('button', { name: '查看', exact: true })
    expect(await act.isDisabled()).toBe(true)
    await ask.getByLabel('具体事由').fill('核对五月高龄津贴账户')
    await act.click()
    const number = await drawer.getByText(/^9{6}\d{11}[\dX]$/).textContent()
    await drawer.getByText('已记入查阅记录').waitFor()
    await drawer.getByRole('button', { name: '收起' }).click()
    expect(await drawer.getByText(number ?? '').count()).toBe(0)

    await drawer.getByRole('button', { name: '关闭' }).first().click()
    await clerk.getByRole('button', { name: '按加密项查找' }).click()
    const find = clerk.getByRole('dialog', { name: '高龄津贴发放台账：按加密项查找' })
    await find.getByLabel('身份证号').fill(number ?? '')
    await find.getByLabel('具体事由').fill('本人到窗口查询')
    await find.getByRole('button', { name: '查找', exact: true }).click()
    await find.getByRole('button', { name: `打开 #${entry}` }).click()
    expect(clerk.url()).not.toContain(number)

    const again = await entryDrawer(clerk, '高龄津贴发放台账', entry)
    await again.getByRole('button', { name: /^申请依法删除身份证号/ }).click()
    const erase = clerk.getByRole('dialog', { name: /^申请依法删除身份证号/ })
    await erase.getByLabel('原因').fill('本人申请，依法删除')
    await erase.getByRole('button', { name: '依法删除' }).click()
    await again.getByText('等另一人复核').waitFor()

    const head = await town.as('welfare-head')
    await head.goto('/settings?part=erasures')
    await head.getByRole('button', { name: `同意删除 高龄津贴发放台账 #${entry}` }).click()
    await head.getByRole('dialog').getByRole('button', { name: '同意删除' }).click()
    await head.getByText('已删除', { exact: true }).waitFor()
    await head.goto(`/ledgers/old-age-payment?entry=${entry}`)
    await (await entryDrawer(head, '高龄津贴发放台账', entry)).getByText('已依法删除').waitFor()

    const auditor = await town.as('auditor')
    await auditor.goto('/settings?part=reads')
    const reads = auditor.getByRole('table', { name: '查阅记录' }).locator('tbody').getByRole('row')
    await reads.filter({ hasText: '示例庚' }).filter({ hasText: '办理业务 · 核对五月高龄津贴账户' }).waitFor()
    await reads.filter({ hasText: '按加密项查找 身份证号' }).waitFor()
    await auditor.goto(`/ledgers/old-age-payment?entry=${entry}`)
    const masked = await entryDrawer(auditor, '高龄津贴发放台账', entry)
    await masked.getByRole('button', { name: '为什么看不全？' }).first().click()
    await auditor.getByText('以上按岗位规则说明，不涉及任何一条具体的记录。').waitFor()
  })

  journey('an entry is set beside how it stood, and the address keeps both', async () => {
    const clerk = await town.as('agriculture')
    await clerk.goto('/ledgers/farm-production?sort=id')
    await clerk.getByRole('grid', { name: '农业生产台账' }).locator('tbody').getByRole('button').first().click()
    const entry = new URL(clerk.url()).searchParams.get('entry') ?? ''
    const drawer = await entryDrawer(clerk, '农业生产台账', entry)
    await drawer.getByRole('button', { name: '更正' }).click()
    const form = drawer.getByRole('form', { name: '更正' })
    await form.getByLabel('生产主体').fill('示例合作社')
    await form.getByLabel('原因').fill('名称登错')
    await form.getByRole('button', { name: '更正' }).click()
    const slider = drawer.getByRole('slider', { name: '改动' })
    await slider.focus()
    await slider.press('ArrowLeft')
    await drawer.getByRole('button', { name: '与现在对照' }).click()
    const row = drawer.getByRole('row', { name: /生产主体/ })
    await row.getByText('示例合作社').waitFor()
    await clerk.reload()
    await drawer.getByRole('row', { name: /生产主体/ }).getByText('示例合作社').waitFor()
    expect(await drawer.getByRole('button', { name: '更正' }).count()).toBe(0)
    await drawer.getByRole('button', { name: '回到现在' }).click()
    await drawer.getByRole('button', { name: '更正' }).waitFor()
  })

  journey('a village sends a photo from a phone; a script that is called one is refused', async () => {
    const village = await town.as('village', phone)
    await village.goto('/ledgers/hazard?act=create')
    const form = village.getByRole('form', { name: '新增' })
    const said = { day: '2023:06:12 08:00:00', north: [30, 15, 36], east: [121, 20, 24], turned: 1, maker: 'Phone' } as const
    await form.getByLabel('照片和附件').setInputFiles([
      { name: '现场.jpg', mimeType: 'image/jpeg', buffer: jpegOf(said) },
      { name: '坏.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('<script>alert(1)</script>') },
    ])
    await form.getByText('按内容辨认，不看文件名').waitFor()
    await form.getByText('现场.jpg', { exact: true }).waitFor()
    expect(await form.getByLabel('发现日期').inputValue()).toBe('2023-06-12')
    await form.getByRole('combobox', { name: '单位' }).fill('五塘南村')
    await village.keyboard.press('Enter')
    await form.getByRole('combobox', { name: '领域' }).click()
    await village.getByTitle('消防').click()
    await form.getByLabel('位置').fill('示例仓库北门')
    await form.getByRole('combobox', { name: '等级' }).click()
    await village.getByTitle('一般').click()
    await form.getByRole('button', { name: '新增' }).click()
    const picture = village.getByRole('img', { name: '现场.jpg' })
    await picture.waitFor()
    await expect.poll(() => picture.evaluate((image) => (image as HTMLImageElement).naturalWidth)).toBeGreaterThan(0)
  })
}
