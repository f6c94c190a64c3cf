import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'

/** Where a program stands on the PATH; undefined when it is not there. */
export const programOn = (path: string, names: readonly string[]): string | undefined =>
  path
    .split(delimiter)
    .filter((directory) => directory !== '')
    .flatMap((directory) => names.flatMap((name) => [join(directory, name), join(directory, `${name}.exe`)]))
    .find((file) => existsSync(file))

/** How a converter ended: `code` is null when it was stopped, because it took too long or told too much. */
export type Converted = { readonly code: number | null; readonly out: Buffer; readonly err: string }

/**
 * Runs a program in a process group of its own, which is ended as a whole after `seconds`, when it has told more than `most`
 * bytes, or when this process is asked to end; then it throws.
 */
export const runConverter = (program: string, words: readonly string[], limits: { readonly seconds: number; readonly most: number }, environment: NodeJS.ProcessEnv): Promise<Converted> =>
  new Promise((resolve, reject) => {
    const child = spawn(program, words, { stdio: ['ignore', 'pipe', 'pipe'], detached: true, env: environment })
    const out: Buffer[] = []
    let size = 0
    let err = ''
    let stopped = false
    const stop = (): void => {
      stopped = true
      if (child.pid !== undefined) endGroup(child.pid)
    }
    const clock = setTimeout(stop, limits.seconds * 1000)
    let interrupted: NodeJS.Signals | undefined
    const interrupt = (signal: NodeJS.Signals): void => {
      interrupted = signal
      stop()
    }
    const settled = (): void => {
      clearTimeout(clock)
      for (const signal of signals) process.off(signal, interrupt)
    }
    for (const signal of signals) process.on(signal, interrupt)
    child.stdout.on('data', (chunk: Buffer) => {
      size += chunk.length
      if (size > limits.most) stop()
      else out.push(chunk)
    })
    child.stderr.setEncoding('utf8').on('data', (chunk: string) => void (err = (err + chunk).slice(-2000)))
    child.on('error', (problem) => {
      settled()
      reject(problem)
    })
    child.on('close', (code) => {
      settled()
      if (child.pid !== undefined) endGroup(child.pid)
      if (interrupted !== undefined) reject(new Error(`interrupted by ${interrupted}`))
      else resolve({ code: stopped ? null : code, out: Buffer.concat(out), err })
    })
  })

const signals = ['SIGINT', 'SIGTERM'] as const

/** Ends a process and those it started; they may have ended by themselves. */
const endGroup = (pid: number): void => {
  try {
    process.kill(-pid, 'SIGKILL')
  } catch (problem) {
    if (!(problem instanceof Error && 'code' in problem && (problem.code === 'ESRCH' || problem.code === 'EPERM'))) throw problem
  }
}
