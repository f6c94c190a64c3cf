import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { onTestFinished } from 'vitest'

/** Another process that has a data directory open. `server` is what it reached, or why it was refused. */
export type Holder = {
  readonly server: { readonly pid: number; readonly host: string; readonly refused?: string; readonly message?: string }
  /** Lets it close the database in order; resolves when the process has ended. */
  readonly close: () => Promise<void>
  /** kill -9. */
  readonly kill: () => Promise<void>
}

/** What the other process runs, with a data directory as its argument. */
export const holderProgram = join(import.meta.dirname, 'hold-embedded.ts')

/** Starts a process that opens `data` and waits until it has answered. When the test is over it closes, or exits without closing. */
export async function holdOpen(data: string, ending: 'close' | 'exit' = 'close'): Promise<Holder> {
  const child = spawn(process.execPath, [holderProgram, data, ending], { stdio: ['pipe', 'pipe', 'inherit'] })
  const ended = once(child, 'exit')
  const close = (): Promise<void> => finish(child, ended, () => child.stdin.end())
  onTestFinished(close)
  const answered = once(createInterface(child.stdout), 'line') as Promise<[string]>
  const first = await Promise.race([answered, ended.then(() => undefined)])
  if (first === undefined) throw new Error(`The process ended without an answer, code ${child.exitCode}`)
  const server = JSON.parse(first[0]) as Holder['server']
  return { server, close, kill: () => finish(child, ended, () => child.kill('SIGKILL')) }
}

async function finish(child: ChildProcess, ended: Promise<unknown>, act: () => void): Promise<void> {
  if (child.exitCode === null && child.signalCode === null) act()
  await ended
}
