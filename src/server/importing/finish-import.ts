import { acceptImport } from '../../api/import.ts'
import type { Live } from '../live.ts'
import type { Job } from './import-job.ts'
import type { Writing } from './write-import.ts'
import { writeImport } from './write-import.ts'

type Finishing = Writing & { readonly version: number; readonly whole: boolean; readonly live: Pick<Live, 'nudge'> }

/** Writes what an import holds ready and records in its own entry what became of it. */
export const finishImport = async (job: Job, it: Finishing): Promise<void> => {
  await writeImport(job, it)
  const state = job.stop.signal.aborted ? 'stopped' : 'done'
  const set = { state, created: String(job.counts.create), corrected: String(job.counts.correct), rejected: String(job.counts.problem) }
  await it.town.commit({ by: it.by, changes: [{ act: 'correct', verb: acceptImport.verb, ledger: 'import', entry: job.entry ?? 0, saw: it.version, set }] })
  job.state = state
  it.live.nudge()
}
