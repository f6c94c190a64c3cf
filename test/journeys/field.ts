import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { expect, onTestFinished } from 'vitest'
import { demoToday } from '../../src/server/demo/fill.ts'
import { startServer } from '../../src/server/start.ts'
import { builtWeb } from '../../src/server/web-files.ts'
import { journey } from '../harness/browser.ts'
import type { DemoTown } from './demo-town.ts'
import { patient, phone, signIn } from './demo-town.ts'

/** Where there is no network: the app opens all the same, a finding waits on the device, and goes under the name of who made it. */
export const field = (town: DemoTown): void => {
  const ground = { ...phone, permissions: ['geolocation'], geolocation: { latitude: 30.23, longitude: 121.45 } }

  journey('after a visit of any page the finding page opens without a network, and what is reported there arrives once', async () => {
    const village = await town.as('village', ground)
    await village.goto('/matters')
    await ready(village)
    await village.context().setOffline(true)
    await village.goto('/report-finding')
    await village.getByText('网络不通，读不到新内容，联网后自动恢复。').waitFor()
    await reports(village, '示例断网处堆物')
    await village.getByText('网络不通，已存在本机，联网后自动发送。').waitFor()
    await village.reload()
    await village.getByRole('heading', { name: '未发送的上报 1' }).waitFor()
    expect(await village.evaluate(() => document.documentElement.scrollWidth)).toBe(390)

    await village.context().setOffline(false)
    await village.getByRole('heading', { name: /^未发送的上报/ }).waitFor({ state: 'detached' })
    await village.getByText('网络不通，读不到新内容').waitFor({ state: 'detached' })
    await arrived(town, '示例断网处堆物')
  })

  journey('what one person left on a phone is neither seen nor sent by another who signs in there', async () => {
    const first = await town.as('village', ground)
    await first.goto('/report-finding')
    await ready(first)
    await first.context().setOffline(true)
    await reports(first, '示例他人代管手机')
    await first.getByText('网络不通，已存在本机，联网后自动发送。').waitFor()
    await pressSignOut(first)
    await first.getByText('连不上服务器，请检查网络后重试。').waitFor()
    await first.context().setOffline(false)
    await first.reload()

    await signIn(first, 'safety')
    await first.goto('/report-finding')
    await first.getByText('这台设备上另有 1 条别人做的上报没有发出，须由本人登录后发送。').waitFor()
    expect(await first.getByText('示例他人代管手机').count()).toBe(0)
    await signOut(first)

    await signIn(first, 'village')
    await first.goto('/report-finding')
    await first.getByRole('heading', { name: /^未发送的上报/ }).waitFor({ state: 'detached' })
    await first.getByRole('form', { name: '发现上报' }).waitFor()
    await arrived(town, '示例他人代管手机')
  })

  journey('a new version of the app is shown at once, and what the old one kept on the device is gone', async () => {
    const { page, about, upgrade, kept } = await upgrading(town)
    await page.goto('/today')
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined))
    expect([await about(), (await kept()).length]).toEqual(['镇务：台账、指标与工作报告', 1])
    upgrade()
    await page.goto('/today')
    expect(await about()).toBe('新版')
    await expect.poll(kept, patient).toEqual(['zhenwu-next'])
    await page.context().setOffline(true)
    await page.goto('/report-finding')
    expect(await about()).toBe('新版')
    await page.getByText('连不上服务器，请检查网络后重试。').waitFor()
  })
}

/** Another version of the app in the same place, and what a browser keeps of it. */
const upgrading = async (town: DemoTown): Promise<{ readonly page: Page; readonly about: () => Promise<string | null>; readonly upgrade: () => void; readonly kept: () => Promise<readonly string[]> }> => {
  const web = mkdtempSync(join(tmpdir(), 'zw-web-'))
  cpSync(builtWeb, web, { recursive: true })
  const change = (file: string, from: RegExp, to: string) => writeFileSync(join(web, file), readFileSync(join(web, file), 'utf8').replace(from, to))
  const serving = await startServer({ town: town.town, port: 0, today: demoToday, web, log: 'silent' })
  const visitor = await town.visit(phone)
  const context = await visitor.context().browser()?.newContext({ baseURL: serving.url })
  if (context === undefined) throw new Error('no browser')
  context.setDefaultTimeout(patient.timeout)
  onTestFinished(async () => {
    await context.close()
    await serving.close()
    rmSync(web, { recursive: true })
  })
  const page = await context.newPage()
  return {
    page,
    about: () => page.locator('meta[name=description]').getAttribute('content'),
    upgrade: () => {
      change('index.html', /镇务：台账、指标与工作报告/, '新版')
      change('worker.js', /zhenwu-\$\{"\w+"\}/, 'zhenwu-next')
    },
    kept: () => page.evaluate(() => caches.keys()),
  }
}

/** The page is kept on the device, and what its form is filled with. */
const ready = async (page: Page): Promise<void> => {
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready
    const kept = async (): Promise<boolean> => {
      const database = await new Promise<IDBDatabase>((resolve) => {
        const asked = indexedDB.open('zhenwu')
        asked.onsuccess = () => resolve(asked.result)
      })
      const names = await new Promise<readonly unknown[]>((resolve) => {
        const asked = database.transaction('answers').objectStore('answers').getAllKeys()
        asked.onsuccess = () => resolve(asked.result)
      })
      database.close()
      return names.includes('finding.read') && names.includes('session.read')
    }
    while (!(await kept())) await new Promise((resolve) => setTimeout(resolve, 50))
  })
}

const reports = async (page: Page, line: string): Promise<void> => {
  const form = page.getByRole('form', { name: '发现上报' })
  await form.getByText('消防', { exact: true }).click()
  await form.getByRole('textbox').fill(line)
  await form.getByRole('button', { name: '上报', exact: true }).click()
}

const pressSignOut = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: /^示例/ }).first().click()
  await page.getByRole('button', { name: '退出登录' }).click()
}

const signOut = async (page: Page): Promise<void> => {
  await pressSignOut(page)
  await page.getByRole('form', { name: '登录' }).waitFor()
}

/** It waits for the office that gives it out, once. */
const arrived = async (town: DemoTown, line: string): Promise<void> => {
  const keeper = await town.as('safety')
  await keeper.goto('/matters?whose=mine&urgency=near')
  const link = keeper.getByRole('link', { name: line })
  await link.first().waitFor()
  expect(await link.count()).toBe(1)
}
