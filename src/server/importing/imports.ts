import { randomBytes } from 'node:crypto'
import { rmSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import type { Refusal } from '../../core/refusal/refusal.ts'
import { isRefusal, refuse } from '../../core/refusal/refusal.ts'
import type { Job } from './import-job.ts'
import { newJob } from './import-job.ts'
import { receiveFile } from './receive-file.ts'

/** The imports under way in this process. A job belongs to the person who began it, and is forgotten when it was left alone for long. */
export type Imports = {
  readonly receive: (it: { readonly person: number; readonly ledger: string; readonly name: string; readonly body: Readable }) => Promise<Job | Refusal>
  readonly find: (id: string, person: number) => Job | Refusal
  /** Runs what a job does next; one thing at a time, and what it throws is a failure of the job. */
  readonly run: (job: Job, work: () => Promise<void>) => void
  readonly close: () => Promise<void>
}

/** At most so many files are read or written at a time, and kept for one person; a job nobody asked for so long (ms) is forgotten. */
const mostBusy = 4
const mostOfOne = 5
const forgotten = 6 * 60 * 60 * 1000

export const openImports = (now: () => number = () => performance.now(), failed: (problem: unknown) => void = () => undefined): Imports => {
  const jobs = new Map<string, { readonly job: Job; asked: number; working: Promise<void> | undefined }>()
  const drop = async (id: string): Promise<void> => {
    const held = jobs.get(id)
    jobs.delete(id)
    held?.job.stop.abort()
    await held?.working
    if (held !== undefined) await rm(held.job.directory, { recursive: true, force: true })
  }
  const busy = (): number => [...jobs.values()].filter(({ job }) => job.state === 'reading' || job.state === 'writing').length
  const tidy = async (person: number): Promise<void> => {
    for (const [id, { job, asked }] of jobs) if (job.state !== 'writing' && now() - asked > forgotten) await drop(id)
    const own = [...jobs.values()].filter(({ job }) => job.person === person && job.state !== 'writing')
    for (const { job } of own.slice(0, Math.max(0, own.length - mostOfOne + 1))) await drop(job.id)
  }
  const cleanUp = (): void => {
    for (const { job } of jobs.values()) rmSync(job.directory, { recursive: true, force: true })
  }
  process.once('exit', cleanUp)
  return {
    receive: async ({ person, ledger, name, body }) => {
      await tidy(person)
      if (busy() >= mostBusy) return refuse('import-busy', { count: busy() })
      const directory = await mkdtemp(join(tmpdir(), 'zhenwu-import-'))
      const hash = await receiveFile(body, join(directory, 'file')).catch(async (problem: unknown) => {
        await rm(directory, { recursive: true, force: true })
        throw problem
      })
      if (isRefusal(hash)) {
        await rm(directory, { recursive: true, force: true })
        return hash
      }
      const job = newJob({ id: randomBytes(12).toString('hex'), person, ledger, name, directory, hash })
      jobs.set(job.id, { job, asked: now(), working: undefined })
      return job
    },
    find: (id, person) => {
      const held = jobs.get(id)
      if (held === undefined || held.job.person !== person) return refuse('import-gone')
      held.asked = now()
      return held.job
    },
    run: (job, work) => {
      const held = jobs.get(job.id)
      if (held === undefined) return
      const before = held.working ?? Promise.resolve()
      held.working = before.then(work).catch((problem: unknown) => {
        failed(problem)
        Object.assign(job, { state: 'failed', failure: refuse('import-failed') })
      })
    },
    close: async () => {
      process.off('exit', cleanUp)
      for (const id of [...jobs.keys()]) await drop(id)
    },
  }
}
