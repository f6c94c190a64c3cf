import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { ask, clusters, isServed, openHere } from '../../../test/harness/embedded.ts'
import { holdOpen, holderProgram } from '../../../test/harness/holder.ts'
import { openEmbedded } from './open-embedded.ts'

const { fresh, made } = clusters()

async function ended(data: string): Promise<void> {
  await expect.poll(() => isServed(data), { timeout: 20_000 }).toBe(false)
}

test('a new directory becomes a durable UTF8 database that closing stops', async () => {
  const data = fresh()
  const server = await openHere(data)
  expect(await ask(server, `select lower('É') || length('镇务')`)).toEqual(['é2'])
  expect(await ask(server, 'show server_encoding')).toEqual(['UTF8'])
  expect(await ask(server, 'show listen_addresses')).toEqual([''])
  for (const name of ['fsync', 'synchronous_commit', 'full_page_writes', 'data_checksums']) {
    expect(await ask(server, `show ${name}`)).toEqual(['on'])
  }
  await server.close()
  expect(isServed(data)).toBe(false)
  expect(existsSync(server.host)).toBe(false)
  expect(readdirSync(join(data, 'sharing'))).toEqual([])
})

test('what was written is there after a stop and a start', async () => {
  const data = await made()
  const first = await openEmbedded(data)
  await ask(first, 'create table kept as select 7 as n')
  await first.close()
  expect(await ask(await openHere(data), 'select n from kept')).toEqual([7])
})

test('a second process uses the first one\'s server, and the last out stops it', async () => {
  const data = await made()
  const here = await openHere(data)
  const there = await holdOpen(data)
  expect(there.server.pid).toBe(here.pid)
  await here.close()
  expect(isServed(data)).toBe(true)
  await there.close()
  expect(isServed(data)).toBe(false)
})

test('two opens in one process share one server too', async () => {
  const data = await made()
  const [one, other] = await Promise.all([openHere(data), openHere(data)])
  expect(other.pid).toBe(one.pid)
  await one.close()
  expect(await ask(other, 'select 1')).toEqual([1])
})

test('processes that start at once on a directory that does not exist end up with one server', async () => {
  const data = fresh()
  const holders = await Promise.all([holdOpen(data), holdOpen(data), holdOpen(data)])
  expect(holders.map(({ server }) => server.refused)).toEqual([undefined, undefined, undefined])
  expect(new Set(holders.map(({ server }) => server.pid)).size).toBe(1)
  await Promise.all(holders.map(({ close }) => close()))
  expect(isServed(data)).toBe(false)
  expect(readdirSync(data).filter((name) => name.startsWith('postgres.new'))).toEqual([])
})

test('coming and going at once never leaves a comer without a server, nor a server without users', async () => {
  const data = await made()
  const visit = async (): Promise<unknown[]> => {
    const server = await openEmbedded(data)
    const answer = await ask(server, 'select 1')
    await server.close()
    return answer
  }
  const visitors = Array.from({ length: 4 }, async () => {
    for (let round = 0; round < 6; round++) expect(await visit()).toEqual([1])
  })
  await Promise.all(visitors)
  expect(isServed(data)).toBe(false)
})

test('a server whose launcher was killed is adopted, and stopped by its adopter', async () => {
  const data = await made()
  const launcher = await holdOpen(data)
  await launcher.kill()
  expect(isServed(data)).toBe(true)
  const here = await openHere(data)
  expect(here.pid).toBe(launcher.server.pid)
  await here.close()
  expect(isServed(data)).toBe(false)
})

test('a user who was killed does not keep the server running', async () => {
  const data = await made()
  const here = await openHere(data)
  const there = await holdOpen(data)
  await there.kill()
  await here.close()
  expect(isServed(data)).toBe(false)
})

test('a killed server is started again under those who use it, with everything acknowledged', async () => {
  const data = await made()
  const server = await openHere(data)
  await ask(server, 'create table kept as select 7 as n')
  process.kill(server.pid, 'SIGKILL')
  const again = async (): Promise<unknown> => ask(server, 'select n from kept').catch(() => [])
  await expect.poll(again, { timeout: 30_000 }).toEqual([7])
})

test('after server and launcher are both killed, the next open recovers', async () => {
  const data = await made()
  const launcher = await holdOpen(data)
  await ask(launcher.server, 'create table kept as select 7 as n')
  await launcher.kill()
  process.kill(launcher.server.pid, 'SIGKILL')
  await ended(data)
  const here = await openHere(data)
  expect(here.pid).not.toBe(launcher.server.pid)
  expect(await ask(here, 'select n from kept')).toEqual([7])
})

test('a server whose socket was cleaned away is replaced when nobody else uses it', async () => {
  const data = await made()
  const launcher = await holdOpen(data)
  rmSync(launcher.server.host, { recursive: true })
  const beside = await holdOpen(data)
  expect(beside.server.refused).toBe('postmaster-orphaned')
  await launcher.kill()
  const here = await openHere(data)
  expect(here.pid).not.toBe(launcher.server.pid)
  expect(await ask(here, 'select 1')).toEqual([1])
})

test('a process that exits without closing stops the server on its way out', async () => {
  const data = await made()
  const leaver = await holdOpen(data, 'exit')
  await leaver.close()
  await ended(data)
  expect(readdirSync(join(data, 'sharing'))).toEqual([])
  expect(await ask(await openHere(data), 'select 1')).toEqual([1])
})

test('a first start that is killed half way leaves nothing that the next one minds', async () => {
  const data = fresh()
  const starter = spawn(process.execPath, [holderProgram, data], { stdio: 'ignore' })
  const making = (): boolean => existsSync(data) && readdirSync(data).some((name) => name.startsWith('postgres.new-'))
  await expect.poll(making, { timeout: 20_000, interval: 5 }).toBe(true)
  starter.kill('SIGKILL')
  await once(starter, 'exit')
  const here = await openHere(data)
  expect(await ask(here, 'select 1')).toEqual([1])
  await here.close()
  // The program the killed one had started may have written on for a moment; that goes at the next start.
  await openHere(data)
  expect(making()).toBe(false)
})
