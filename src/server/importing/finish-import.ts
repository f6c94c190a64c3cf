import { acceptImport } from '../../api/import.ts'
import { undoBatched } from '../../core/journal/undo-batch.ts'
import { refuse } from '../../core/refusal/refusal.ts'
import { entriesOfBatch } from '../../store/batches.ts'
import { onSnapshot } from '../../store/snapshot.ts'
import { commitApart } from '../batch/commit-apart.ts'
import type { Live } from '../live.ts'
import type { Job } from './import-job.ts'
import { partRows } from './read-import.ts'
import type { Writing } from './write-import.ts'
import { writeImport } from './write-import.ts'

type Finishing = Writing & { readonly version: number; readonly live: Pick<Live, 'nudge'> }

/** Writes what an import holds ready, takes it back where all rows or none were asked for and one did not go, and records in its own entry what became of it. */
export const finishImport = async (job: Job, it: Finishing): Promise<void> => {
  const before = job.counts.problem
  await writeImport(job, it)
  const failed = it.whole && job.counts.problem > before
  if (failed) await takeBack(it)
  const state = failed ? 'undone' : job.stop.signal.aborted ? 'stopped' : 'done'
  const set = { state, created: failed ? '0' : String(job.counts.create), corrected: failed ? '0' : String(job.counts.correct), rejected: String(job.counts.problem) }
  await it.town.commit({ by: it.by, changes: [{ act: 'correct', verb: acceptImport.verb, ledger: 'import', entry: job.entry ?? 0, saw: it.version, set }] })
  if (failed) Object.assign(job, { state: 'failed', failure: refuse('rows-rejected', { count: job.counts.problem }) })
  else job.state = state === 'stopped' ? 'stopped' : 'done'
  it.live.nudge()
}

const takeBack = async ({ town, ledger, rights, by, batch }: Writing): Promise<void> => {
  for (let after = 0; ; ) {
    const part = await onSnapshot(town.db, (handle) => entriesOfBatch(handle, town.schema, batch, after, partRows))
    const book = await town.book()
    const back = part.flatMap((each) => {
      const undoing = undoBatched(book, ledger, rights.writes, acceptImport.verb, each)
      return 'change' in undoing ? [{ change: undoing.change }] : []
    })
    await commitApart(town, { by, batch: `undo-${batch}`, reason: '整批未写入 nothing of the batch is kept' }, back)
    const last = part.at(-1)
    if (part.length < partRows || last === undefined) return
    after = last.current.id
  }
}
