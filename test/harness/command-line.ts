import type { ChildProcess } from 'node:child_process'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { onTestFinished } from 'vitest'

/** What a command printed, and its exit code. */
export type Ran = { readonly code: number | null; readonly out: string; readonly err: string }

const program = join(import.meta.dirname, '..', '..', 'bin', 'zhenwu.ts')

/** What a command is run with besides its words: bytes on standard input, another PATH. */
export type Around = { readonly input?: Uint8Array; readonly path?: string }

/** Runs the command line as a process of its own. Without `url` it uses the data directory, whatever the run's database is. */
export const zhenwu = async (words: readonly string[], url = '', around: Around = {}): Promise<Ran> => {
  const child = start(words, url, around)
  child.stdin?.end(around.input)
  const [out, err] = [collect(child.stdout), collect(child.stderr)]
  const [code] = (await once(child, 'close')) as [number | null]
  return { code, out: await out, err: await err }
}

/** Starts `zhenwu serve` on a free port and waits for its address; `stop` asks it to end and answers its exit code. */
export const zhenwuServing = async (words: readonly string[], url = ''): Promise<{ readonly url: string; readonly lines: readonly string[]; readonly stop: () => Promise<number | null> }> => {
  const child = start(['serve', '--port', '0', ...words], url)
  const ended = once(child, 'exit') as Promise<[number | null]>
  const stop = async (): Promise<number | null> => {
    if (child.exitCode === null && child.signalCode === null) child.kill('SIGTERM')
    return (await ended)[0]
  }
  onTestFinished(async () => void (await stop()))
  const err = collect(child.stderr)
  const lines: string[] = []
  for await (const line of createInterface(child.stdout as NonNullable<ChildProcess['stdout']>)) {
    lines.push(line)
    const found = /https?:\/\/localhost:\d+/.exec(line)
    if (found !== null) return { url: found[0], lines, stop }
  }
  throw new Error(`serve ended without an address: ${lines.join('\n')} ${await err}`)
}

const start = (words: readonly string[], url: string, { input, path }: Around = {}): ChildProcess =>
  spawn(process.execPath, [program, ...words], { stdio: [input === undefined ? 'ignore' : 'pipe', 'pipe', 'pipe'], env: { ...process.env, DATABASE_URL: url, ...(path === undefined ? {} : { PATH: path }) } })

const collect = async (stream: ChildProcess['stdout']): Promise<string> => {
  let text = ''
  stream?.setEncoding('utf8')
  for await (const chunk of stream ?? []) text += chunk
  return text
}
