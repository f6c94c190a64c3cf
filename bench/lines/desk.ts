import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { build } from 'vite'
import { findChromium, launch } from '../../test/harness/chromium.ts'
import type { Day } from '../../src/core/time/day.ts'
import { hashPassword } from '../../src/server/password.ts'
import { startServer } from '../../src/server/start.ts'
import { createAccount } from '../../src/store/accounts.ts'
import type { Town } from '../../src/store/town.ts'
import { installation } from '../../src/store/town.ts'
import { accepted } from '../../src/store/writer.ts'
import type { Context } from '../context.ts'
import { median, quantile } from '../interleave.ts'
import type { Result } from '../result.ts'
import { bounded } from '../result.ts'
import { longReport } from '../synthetic/report.ts'
import { syntheticTown } from '../synthetic/town.ts'

/**
 * The writing desk in a real browser on a report of sixty pages and five hundred numbers: how long it takes to open, how long from a key to
 * its character on the screen, and how long until every number follows a change of a ledger. Left out where there is no Chromium.
 */
export const name = 'desk'

const password = 'Bench-pass-1'
const period = '2023H1'

export const run = async (context: Context): Promise<readonly Result[]> => {
  if (findChromium() === undefined) {
    context.say('there is no Chromium: the desk is not measured')
    return []
  }
  const town = await syntheticTown(context.db, 'town_desk', 10_000)
  await longReport(town, period)
  await writerAccount(town)
  const web = mkdtempSync(join(tmpdir(), 'zhenwu-desk-'))
  await build({ root: join(import.meta.dirname, '..', '..'), logLevel: 'silent', build: { outDir: web, emptyOutDir: true } })
  const serving = await startServer({ town, port: 0, today: '2023-07-03' as Day, log: 'silent', web })
  const browser = await launch()
  try {
    const page = await (await browser.newContext({ baseURL: serving.url, viewport: { width: 1440, height: 900 } })).newPage()
    await signIn(page)
    const opens: number[] = []
    for (let time = 0; time < 5; time += 1) opens.push(await openReport(page))
    const keys = await typing(page)
    const follows: number[] = []
    const write = await writing(serving.url)
    for (let time = 0; time < 7; time += 1) follows.push(await following(page, () => write(town, time)))
    return [
      bounded({ name: 'desk: a report of 60 pages and 500 figures opens', value: median(opens), unit: 'ms', most: 1000 }),
      bounded({ name: 'desk: from a key to its character, 95 %', value: quantile(keys, 0.95), unit: 'ms', most: 50 }),
      bounded({ name: 'desk: every number follows a change of a ledger', value: median(follows), unit: 'ms', most: 100 }),
    ]
  } finally {
    await browser.close()
    await serving.close()
    await town.close()
    rmSync(web, { recursive: true, force: true })
  }
}

const writerAccount = async (town: Town): Promise<void> => {
  const since = '2021-01-01' as never
  const { numbers } = accepted(
    await town.commit({
      by: installation,
      changes: [
        { act: 'create', verb: 'person.create', ledger: 'person', handle: 'writer', spans: [{ from: since, to: null, fields: { name: '示例甲', org: 'office' } }] },
        { act: 'create', verb: 'post.create', ledger: 'post', spans: [{ from: since, to: null, fields: { person: '@writer', role: 'office', org: 'office' } }] },
      ],
    }),
  )
  await createAccount(town.db.pool, town.schema, { login: 'writer', person: numbers[0] ?? 0, password: await hashPassword(password) })
}

const signIn = async (page: Page): Promise<void> => {
  await page.goto('/')
  await page.getByLabel('账号').fill('writer')
  await page.getByLabel('密码', { exact: true }).fill(password)
  await page.getByRole('button', { name: '登录', exact: true }).click()
  await page.getByRole('article').waitFor()
}

/** Milliseconds from going to the report's address to its last number on the screen, nothing read before. */
const openReport = async (page: Page): Promise<number> => {
  await page.goto('/today')
  await page.getByRole('navigation').first().waitFor()
  return page.evaluate(async () => {
    const from = performance.now()
    const link = [...document.querySelectorAll('a')].find((each) => each.getAttribute('href')?.startsWith('/report') === true)
    link?.click()
    for (;;) {
      await new Promise((frame) => requestAnimationFrame(frame))
      if (document.querySelectorAll('article [data-measure]').length >= 500) return performance.now() - from
    }
  })
}

/** Milliseconds from each key to the frame after its character, in a section in the middle of the report. */
const typing = async (page: Page): Promise<readonly number[]> => {
  await page.getByRole('button', { name: /^撰写：（20）/ }).click()
  await page.getByRole('textbox', { name: /^撰写：/ }).waitFor()
  await page.keyboard.press('Control+End')
  await page.evaluate(() => {
    const times: number[] = []
    Object.assign(window, { keyTimes: times })
    document.addEventListener('keydown', () => {
      const from = performance.now()
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel()
        port1.onmessage = () => times.push(performance.now() - from)
        port2.postMessage(undefined)
      })
    }, { capture: true })
  })
  for (let key = 0; key < 200; key += 1) {
    await page.keyboard.press('a')
    if (key % 10 === 0) await page.waitForTimeout(30)
  }
  const times = await page.evaluate(() => (window as unknown as { keyTimes: number[] }).keyTimes)
  await page.getByText(/^已保存/).waitFor()
  return times
}

/** Milliseconds from a committed entry to the changed number on the screen. */
const following = async (page: Page, write: () => Promise<void>): Promise<number> => {
  const shown = await page.evaluate(() => {
    const texts = (): string => [...document.querySelectorAll('article [data-measure]')].map((each) => each.textContent).join('|')
    const before = texts()
    Object.assign(window, {
      follows: new Promise<number>((resolve) => {
        const look = (): void => void (texts() === before ? requestAnimationFrame(look) : resolve(Date.now()))
        look()
      }),
    })
    return before.length
  })
  if (shown === 0) throw new Error('the report shows no numbers')
  await write()
  const committed = Date.now()
  return (await page.evaluate(() => (window as unknown as { follows: Promise<number> }).follows)) - committed
}

/** Enters a row of a ledger over the wire, as a clerk does. */
const writing = async (url: string): Promise<(town: Town, time: number) => Promise<void>> => {
  const signedIn = await fetch(`${url}/api/session.create`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ login: 'writer', password }) })
  const cookie = (signedIn.headers.get('set-cookie') ?? '').split(';')[0] ?? ''
  const { token } = (await signedIn.json()) as { readonly token: string }
  return async (town, time) => {
    const org = [...(await town.book()).orgs.orgs.values()].find((each) => each.kind === 'village')?.code
    const fields = { org, day: '2023-03-01', kind: 'a', head: String(1000 + time), money: '1', area: '1' }
    const answer = await fetch(`${url}/api/work-1.create`, { method: 'POST', headers: { 'content-type': 'application/json', cookie, 'x-csrf-token': token }, body: JSON.stringify({ fields }) })
    if (!answer.ok) throw new Error(await answer.text())
  }
}
