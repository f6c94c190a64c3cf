import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { request } from 'node:https'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { servedTown } from '../../test/harness/served-town.ts'
import { temporaryDirectory } from '../../test/harness/temporary-directory.ts'
import { startServer } from './start.ts'

const served = servedTown()
const folder = temporaryDirectory()

test('a town is served on a free port until it is closed, and a busy port is one clear line', async () => {
  const serving = await startServer({ town: served.town, log: 'warn', port: 0 })
  const port = Number(new URL(serving.url).port)
  const answer = await fetch(`${serving.url}/readyz`)
  expect(await answer.json()).toEqual({ ok: true, head: await served.head() })
  const busy = await startServer({ town: served.town, log: 'warn', port }).catch((problem: unknown) => problem)
  expect(busy).toMatchObject({ name: 'ServerUnavailable', code: 'port-busy' })
  expect((busy as Error).message).toBe(`端口 ${port} 已被占用；请停掉占用它的程序，或用 --port 换一个端口。 Port ${port} is in use. Stop the program that holds it, or choose another with --port.`)
  await serving.close()
  await expect(fetch(`${serving.url}/healthz`)).rejects.toThrow('fetch failed')
})

test('with a certificate the town is served over TLS only', async () => {
  execFileSync('openssl', ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2', '-subj', '/CN=localhost', '-keyout', join(folder, 'key.pem'), '-out', join(folder, 'cert.pem')], { stdio: 'ignore' })
  const [cert, key] = [readFileSync(join(folder, 'cert.pem')), readFileSync(join(folder, 'key.pem'))]
  const serving = await startServer({ town: served.town, log: 'warn', port: 0, tls: { cert, key }, host: '127.0.0.1' })
  expect(serving.url).toMatch(/^https:/)
  const port = Number(new URL(serving.url).port)
  const headers = await new Promise<Record<string, unknown>>((answered, failed) => {
    request({ host: '127.0.0.1', port, path: '/healthz', ca: cert, servername: 'localhost' }, (answer) => {
      answer.resume()
      answered(answer.headers)
    }).on('error', failed).end()
  })
  expect(headers['strict-transport-security']).toContain('max-age=')
  await serving.close()
  expect(await startServer({ town: served.town, log: 'warn', port: 0, tls: { cert: 'no certificate', key } }).catch((problem: unknown) => problem)).toMatchObject({ name: 'ServerUnavailable', code: 'tls-unreadable' })
})
