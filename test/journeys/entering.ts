import { expect } from 'vitest'
import { lockAfter } from '../../src/store/accounts.ts'
import { idleMinutes } from '../../src/store/sessions.ts'
import { journey } from '../harness/browser.ts'
import type { DemoTown } from './demo-town.ts'
import { accountButton, signIn } from './demo-town.ts'

/** Who gets in, who does not, and how far. */
export const entering = (town: DemoTown): void => {
  journey('a wrong password is refused, the fifth locks the account, and the right one then does not open it', async () => {
    const page = await town.visit()
    const attempt = async (password: string) => {
      await page.getByRole('textbox', { name: '账号' }).fill('counter')
      await page.getByRole('textbox', { name: '密码' }).fill(password)
      await Promise.all([page.waitForResponse('**/api/session.create'), page.getByRole('button', { name: '登录', exact: true }).click()])
    }
    for (let times = 1; times < lockAfter; times += 1) {
      await attempt(`Wrong-pass-${times}`)
      await page.getByRole('alert').getByText('账号或密码不对').waitFor()
    }
    await attempt('Wrong-pass-last')
    await page.getByRole('alert').getByText('账号已锁定').waitFor()
    await accountButton(page, 'counter').click()
    await page.getByRole('button', { name: '登录', exact: true }).click()
    await page.getByRole('alert').getByText('账号已锁定').waitFor()
    expect(await page.getByRole('navigation', { name: '主导航' }).count()).toBe(0)
  })

  journey('an idle session leads back to sign-in, and from there to where the reader was', async () => {
    const page = await town.as('auditor')
    await page.goto('/ledgers?q=农业')
    await page.getByRole('link', { name: '农业生产台账' }).waitFor()
    const { schema, db } = town.town
    await db.pool.query(`update ${schema}.sessions set last_seen_at = now() - make_interval(mins => $1) where login = 'auditor'`, [idleMinutes + 1])
    await page.getByRole('link', { name: '农业生产台账' }).click()
    await page.getByRole('form', { name: '登录' }).waitFor()
    await signIn(page, 'auditor')
    await page.getByRole('heading', { level: 1, name: '农业生产台账' }).waitFor()
  })

  journey('a village clerk sees the rows of her village and no sensitive ledger, by no way', async () => {
    const page = await town.as('village')
    await page.getByRole('navigation', { name: '主导航' }).getByRole('link', { name: '台账' }).click()
    await page.getByRole('link', { name: '农业生产台账' }).waitFor()
    expect(await page.getByText('高龄津贴发放台账').count()).toBe(0)

    await page.goto('/ledgers/old-age-payment')
    await page.getByText('没有“old-age-payment”这本台账，或您的岗位不能查看。').waitFor()
    expect(await described(page)).not.toContain('old-age-payment')
    expect(await page.evaluate(async () => (await fetch('/api/old-age-payment.list')).status)).toBe(404)

    await page.goto('/ledgers/farm-production')
    const rows = page.getByRole('grid', { name: '农业生产台账' }).locator('tbody').getByRole('row')
    await rows.first().waitFor()
    const texts = await rows.allTextContents()
    expect(texts.length).toBeGreaterThan(10)
    expect(texts.filter((text) => !text.includes('五塘南村'))).toEqual([])

    const keeper = await town.as('welfare')
    await keeper.goto('/ledgers/farm-production?where=org:330282112201')
    const foreign = await keeper.getByRole('grid', { name: '农业生产台账' }).locator('tbody').getByRole('button').first().textContent()
    await page.goto(`/ledgers/farm-production?entry=${foreign?.slice(1)}`)
    await page.getByRole('dialog').getByRole('alert').getByText(`没有找到“农业生产台账 ${foreign}”。`).waitFor()

    await keeper.getByRole('navigation', { name: '主导航' }).getByRole('link', { name: '台账' }).click()
    await keeper.getByRole('link', { name: '高龄津贴发放台账' }).waitFor()
    expect(await described(keeper)).toContain('old-age-payment')
  })
}

const described = (page: Awaited<ReturnType<DemoTown['visit']>>): Promise<string> => page.evaluate(async () => (await fetch('/api/openapi.json')).text())
