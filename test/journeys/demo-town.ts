import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, onTestFinished, vi } from 'vitest'
import { demoToday } from '../../src/server/demo/fill.ts'
import { demoAccounts } from '../../src/server/demo/people.ts'
import { startServer } from '../../src/server/start.ts'
import type { Town } from '../../src/store/town.ts'
import { findChromium, launch } from '../harness/browser.ts'
import { filledDemo } from '../harness/filled-demo.ts'

/** The demonstration, served as `npm start` serves it; every visitor has a browser of her own. */
export type DemoTown = {
  readonly town: Town
  /** A page of a new visitor at the sign-in page. What her browser throws, or its content policy stops, fails the test. */
  readonly visit: (options?: BrowserContextOptions) => Promise<Page>
  /** A page of someone signed in, the report before her. */
  readonly as: (login: string, options?: BrowserContextOptions) => Promise<Page>
}

/** Desk, laptop and phone. */
export const desk = { viewport: { width: 1440, height: 900 } }
export const laptop = { viewport: { width: 1024, height: 768 } }
export const phone = { viewport: { width: 390, height: 844 }, hasTouch: true }

/** How long what the screen will show is waited for. */
export const patient = { timeout: 30_000 }

/** Call it at the top of a file. */
export const demoTown = (): DemoTown => {
  const held: { town?: Town; url?: string; browser?: Browser } = {}
  const ends: (() => unknown)[] = []
  vi.setConfig({ testTimeout: 180_000 })
  beforeAll(async () => {
    if (findChromium() === undefined) return
    const { town, master, drop } = await filledDemo(8)
    ends.push(drop)
    const serving = await startServer({ town, port: 0, master, today: demoToday, demo: { accounts: demoAccounts }, insideChannels: true, log: 'silent' })
    ends.push(() => serving.close())
    const browser = await launch()
    ends.push(() => browser.close())
    Object.assign(held, { town, url: serving.url, browser })
  }, 300_000)
  afterAll(async () => {
    for (const end of ends.toReversed()) await end()
  })
  const known = <Part>(part: Part | undefined): Part => {
    if (part === undefined) throw new Error('the town is not served yet')
    return part
  }
  const visit: DemoTown['visit'] = async (options = desk) => {
    const context = await known(held.browser).newContext({ baseURL: known(held.url), acceptDownloads: true, ...options })
    context.setDefaultTimeout(patient.timeout)
    const faults: string[] = []
    const page = await context.newPage()
    page.on('pageerror', (fault) => faults.push(fault.message))
    page.on('console', (told) => {
      if (told.type() === 'error' && !told.text().startsWith('Failed to load resource')) faults.push(told.text())
    })
    onTestFinished(async () => {
      await context.close()
      expect(faults).toEqual([])
    })
    await page.goto('/')
    await page.getByRole('form', { name: '登录' }).waitFor()
    return page
  }
  return {
    get town() {
      return known(held.town)
    },
    visit,
    as: async (login, options) => {
      const page = await visit(options)
      await signIn(page, login)
      return page
    },
  }
}

/** Takes an account of the list and signs in with it. */
export const signIn = async (page: Page, login: string): Promise<void> => {
  await accountButton(page, login).click()
  await page.getByRole('button', { name: '登录', exact: true }).click()
  await page.getByRole('navigation', { name: '主导航' }).waitFor()
}

/** The account's line in the list of the sign-in page. */
export const accountButton = (page: Page, login: string): Locator => page.getByRole('button', { name: new RegExp(`${login}$`) })
