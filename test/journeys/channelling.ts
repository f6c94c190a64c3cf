import type { IncomingMessage } from 'node:http'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, onTestFinished } from 'vitest'
import { journey } from '../harness/browser.ts'
import type { DemoTown } from './demo-town.ts'

/** Where reminders go outside: a channel is entered, tried while its target refuses and when it takes the message, and taken away. */
export const channelling = (town: DemoTown): void => {
  journey('the town office enters a channel, sees why a message of trial fails and that it arrives, and its address is never shown again', async () => {
    const target = await listen()
    const page = await town.as('office')
    await page.goto('/settings?part=channels')
    await page.getByRole('button', { name: '新增渠道' }).click()
    const dialog = page.getByRole('dialog', { name: '新增发送渠道' })
    await dialog.getByLabel(/名称/).fill('示例值班群')
    await dialog.getByRole('combobox', { name: /类型/ }).click()
    await page.locator('.ant-select-item-option').filter({ hasText: '其他系统', visible: true }).click()
    await dialog.getByLabel(/^地址/).fill('ftp://example')
    await dialog.getByRole('button', { name: '保存' }).click()
    await dialog.getByRole('alert').first().waitFor()
    await dialog.getByLabel(/^地址/).fill(target.address)
    await dialog.getByLabel(/密钥/).fill('示例密钥')
    await dialog.getByRole('button', { name: '保存' }).click()
    const row = page.getByRole('row').filter({ hasText: '示例值班群' })
    await row.waitFor()
    expect(await page.content()).not.toContain(target.path)

    target.answer(503)
    await row.getByRole('button', { name: '测试' }).click()
    await page.getByRole('status').filter({ hasText: '“示例值班群”没有收下测试消息' }).waitFor()
    target.answer(200)
    await row.getByRole('button', { name: '测试' }).click()
    await page.getByRole('status').filter({ hasText: '测试消息已发到“示例值班群”' }).waitFor()
    expect(target.heard.map(({ signed }) => signed)).toEqual([true, true])
    expect(target.heard.at(-1)?.body).toContain('测试消息')

    await row.getByRole('button', { name: '修改' }).click()
    const again = page.getByRole('dialog', { name: '修改发送渠道' })
    expect(await again.getByLabel(/^地址/).inputValue()).toBe('')
    await again.getByRole('checkbox', { name: '启用' }).uncheck()
    await again.getByRole('button', { name: '保存' }).click()
    await row.getByText(/^停用/).waitFor()
    await row.getByRole('button', { name: '删除' }).click()
    await page.getByRole('dialog', { name: '删除' }).getByRole('button', { name: '删除' }).click()
    await page.getByText('还没有发送渠道').waitFor()
  })
}

/** A system of another house, which answers as it is told and remembers what it heard. */
const listen = async () => {
  const heard: { readonly body: string; readonly signed: boolean }[] = []
  const path = '/hook-of-the-duty-room'
  let status = 200
  const server = createServer((request, response) => {
    void bodyOf(request).then((body) => {
      heard.push({ body, signed: typeof request.headers['x-zhenwu-signature'] === 'string' })
      response.writeHead(status).end('{}')
    })
  })
  await new Promise<void>((done) => void server.listen(0, '127.0.0.1', done))
  onTestFinished(() => void server.close())
  return { path, address: `http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`, heard, answer: (next: number) => void (status = next) }
}

const bodyOf = async (request: IncomingMessage): Promise<string> => {
  const parts: Buffer[] = []
  for await (const part of request) parts.push(part as Buffer)
  return Buffer.concat(parts).toString()
}
