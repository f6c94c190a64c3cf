import { execFileSync, spawnSync } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { ask, clusters, isServed, openHere } from '../../../test/harness/embedded.ts'
import { holdOpen } from '../../../test/harness/holder.ts'
import { StoreUnavailable } from '../store-unavailable.ts'
import { openEmbedded } from './open-embedded.ts'

const { fresh, made } = clusters()
const asRoot = process.geteuid?.() === 0

async function refuses(data: string, code: string): Promise<void> {
  const thrown: unknown = await openEmbedded(data).catch((refusal: unknown) => refusal)
  expect(thrown).toBeInstanceOf(StoreUnavailable)
  expect(thrown).toMatchObject({ code })
  expect((thrown as Error).message).not.toContain('\n')
}

test('a directory with other people\'s files is refused and left as it was', async () => {
  const data = fresh()
  mkdirSync(data)
  writeFileSync(join(data, 'thesis.docx'), 'x')
  await refuses(data, 'data-directory-foreign')
  expect(readdirSync(data)).toEqual(['thesis.docx'])
})

test('a PostgreSQL cluster of someone else, or a file, is refused', async () => {
  const data = await made()
  await refuses(join(data, 'postgres'), 'data-directory-foreign')
  await refuses(join(data, 'ZHENWU'), 'data-directory-foreign')
  await refuses(join(data, 'ZHENWU', 'below'), 'data-directory-foreign')
})

test('an empty directory, even a freshly mounted one, is taken', async () => {
  const data = fresh()
  mkdirSync(join(data, 'lost+found'), { recursive: true })
  expect(await ask(await openHere(data), 'select 1')).toEqual([1])
})

test('a cluster without its control file is refused as incomplete', async () => {
  const data = await made()
  rmSync(join(data, 'postgres', 'global', 'pg_control'))
  await refuses(data, 'data-directory-half-made')
  expect(existsSync(join(data, 'postgres', 'PG_VERSION'))).toBe(true)
})

test('what a killed first start left behind is cleared, what a living one makes is not', async () => {
  const data = await made()
  const left = join(data, 'postgres.new-4000000-1')
  mkdirSync(join(left, 'base'), { recursive: true })
  rmSync(join(data, 'postgres'), { recursive: true })
  expect(await ask(await openHere(data), 'select 1')).toEqual([1])
  expect(existsSync(left)).toBe(false)
})

test.each([
  ['19', 'data-directory-newer'],
  ['17', 'data-directory-older'],
])('a cluster written by PostgreSQL %s is refused', async (version, code) => {
  const data = await made()
  writeFileSync(join(data, 'postgres', 'PG_VERSION'), `${version}\n`)
  await refuses(data, code)
})

test('a leftover postmaster.pid is no obstacle, also when another program has its number now', async () => {
  const data = await made()
  const launcher = await holdOpen(data)
  await ask(launcher.server, 'create table kept as select 7 as n')
  const file = join(data, 'postgres', 'postmaster.pid')
  const text = readFileSync(file, 'utf8')
  await launcher.kill()
  process.kill(launcher.server.pid, 'SIGKILL')
  await expect.poll(() => isServed(data)).toBe(false)
  truncateSync(file)
  writeFileSync(file, text.replace(/^\d+/, '1')) // process 1 always runs and is never ours
  expect(await ask(await openHere(data), 'select n from kept')).toEqual([7])
})

test('a damaged cluster that cannot start says so in one line', async () => {
  const data = await made()
  truncateSync(join(data, 'postgres', 'global', 'pg_control'), 100)
  await refuses(data, 'cannot-start')
})

test('a path far longer than a socket may have works', async () => {
  const data = join(fresh(), '镇'.repeat(40), 'd'.repeat(120))
  const server = await openHere(data)
  expect(await ask(server, 'select 1')).toEqual([1])
  expect(Buffer.byteLength(join(server.host, '.s.PGSQL.5432'))).toBeLessThan(60)
})

test('the socket lies where only the server\'s account may enter', async () => {
  const server = await openHere(await made())
  expect(execFileSync('stat', ['-c', '%a', server.host], { encoding: 'utf8' }).trim()).toBe('700')
})

test.runIf(asRoot)('root can keep data under a directory the server\'s account cannot walk through', async () => {
  const closed = mkdtempSync('/root/zw-')
  onTestFinished(() => rmSync(closed, { recursive: true, force: true }))
  chmodSync(closed, 0o700)
  const data = join(closed, 'clone', 'data')
  const server = await openHere(data)
  await ask(server, 'create table kept as select generate_series(1, 100000) as n')
  expect(await ask(server, 'select count(*)::int from kept')).toEqual([100_000])
  expect(execFileSync('stat', ['-c', '%U', `/proc/${server.pid}`], { encoding: 'utf8' }).trim()).not.toBe('root')
  process.kill(server.pid, 'SIGKILL')
  const again = async (): Promise<unknown> => ask(server, 'select count(*)::int from kept').catch(() => [])
  await expect.poll(again, { timeout: 30_000 }).toEqual([100_000])
})

test.runIf(asRoot)('a cluster that belongs to root is refused with the command that mends it', async () => {
  const data = await made()
  execFileSync('chown', ['-R', 'root', join(data, 'postgres')])
  await refuses(data, 'permission')
})

test.skipIf(asRoot)('a directory one may not write in is refused', async () => {
  const data = fresh()
  mkdirSync(data, { mode: 0o500 })
  await refuses(data, 'permission')
  const shared = await made()
  chmodSync(join(shared, 'sharing'), 0o500)
  onTestFinished(() => chmodSync(join(shared, 'sharing'), 0o700))
  await refuses(shared, 'permission')
})

/** A file system of a few megabytes, where the machine lets tests mount one. */
function smallDisk(megabytes: number): string | undefined {
  const path = fresh()
  mkdirSync(path, { recursive: true })
  const { status } = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', path], { stdio: 'ignore' })
  return status === 0 ? path : undefined
}

test.runIf(asRoot)('a full disk is named, while making the database and while starting it', async ({ skip }) => {
  const disk = smallDisk(120)
  if (disk === undefined) return skip('this machine lets nobody mount')
  onTestFinished(() => void spawnSync('umount', [disk]))
  const data = join(disk, 'data')
  const filler = join(disk, 'filler')
  const fill = (): void => void spawnSync('dd', ['if=/dev/zero', `of=${filler}`, 'bs=1M'], { stdio: 'ignore' })
  spawnSync('dd', ['if=/dev/zero', `of=${filler}`, 'bs=1M', 'count=100'], { stdio: 'ignore' })
  await refuses(data, 'disk-full')
  rmSync(filler)
  await (await openEmbedded(data)).close()
  fill()
  await refuses(data, 'disk-full')
  rmSync(filler)
  expect(await ask(await openHere(data), 'select 1')).toEqual([1])
})
