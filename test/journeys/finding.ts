import { expect } from 'vitest'
import { jpegOf } from '../builders/picture.ts'
import { journey } from '../harness/browser.ts'
import type { DemoTown } from './demo-town.ts'
import { phone } from './demo-town.ts'

/** What is found on the spot: reported in three touches, kept while there is no network, and on the desk of who gives it out. */
export const finding = (town: DemoTown): void => {
  journey('a finding is reported in three touches on a phone, kept without network, sent later, and waits for the office that gives it out', async () => {
    const village = await town.as('village', { ...phone, permissions: ['geolocation'], geolocation: { latitude: 30.23, longitude: 121.45 } })
    await village.goto('/today')
    await village.getByRole('link', { name: '发现上报' }).click()
    const form = village.getByRole('form', { name: '发现上报' })
    await form.getByText('30.23000,121.45000').waitFor()
    const report = async (name: string, line: string) => {
      await form.locator('input[type=file]').first().setInputFiles({ name, mimeType: 'image/jpeg', buffer: jpegOf() })
      await form.getByText('消防', { exact: true }).click()
      if (line !== '') await form.getByRole('textbox').fill(line)
      await form.getByRole('button', { name: '上报', exact: true }).click()
    }
    await report('一.jpg', '')
    await form.getByText(/^已上报，编号/).waitFor()
    expect(await village.evaluate(() => document.documentElement.scrollWidth)).toBe(390)

    await village.context().setOffline(true)
    await report('二.jpg', '示例电瓶车棚拉线充电')
    await form.getByText('网络不通，已存在本机，联网后自动发送。').waitFor()
    await village.getByRole('heading', { name: '未发送的上报 1' }).waitFor()
    await village.context().setOffline(false)
    await village.getByRole('heading', { name: /^未发送的上报/ }).waitFor({ state: 'detached' })

    const keeper = await town.as('safety')
    await keeper.goto('/matters?whose=mine&urgency=near')
    await keeper.getByRole('link', { name: '示例电瓶车棚拉线充电' }).waitFor()
    expect(await keeper.getByRole('link', { name: '示例电瓶车棚拉线充电' }).count()).toBe(1)
    await keeper.goto('/matters?whose=all&view=calendar&month=2023-11')
    await keeper.getByRole('button', { name: /^11月9日到期/ }).click()
    await keeper.getByRole('region', { name: '11月9日到期' }).getByRole('link', { name: '示例电瓶车棚拉线充电' }).waitFor()
    expect(new URL(keeper.url()).searchParams.get('day')).toBe('2023-11-09')
  })
}
