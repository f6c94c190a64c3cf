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

/** Starts a process that opens `data` and waits until it has answered. When the test is over it closes, or exits without closing. */
export async function holdOpen(data: string, ending: 'close' | 'exit' = 'close'): Promise<Holder> {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'hold-embedded.ts'), data, ending], { stdio: ['pipe', 'pipe', 'inherit'] })
  const ended = once(child, 'exit')
  const close = (): Promise<void> => finish(child, ended, () => child.stdin.end())
  onTestFinished(close)
  const [line] = (await once(createInterface(child.stdout), 'line')) as [string]
  const server = JSON.parse(line) as Holder['server']
  return { server, close, kill: () => finish(child, ended, () => child.kill('SIGKILL')) }
}

async function finish(child: ChildProcess, ended: Promise<unknown>, act: () => void): Promise<void> {
  if (child.exitCode === null && child.signalCode === null) act()
  await ended
}
