import { Counter, Gauge, Histogram, Registry } from 'prom-client'

/** What the server counts about itself; verbs of declared ledgers are counted as `entry.<act>`, so that labels stay few. */
export type Metrics = {
  readonly registry: Registry
  readonly answered: (verb: string, status: number, seconds: number) => void
  /** Give it to `openTown` as `told`. */
  readonly told: (group: { sets: number; rows: number }) => void
  readonly signIn: (result: 'ok' | 'failed' | 'locked' | 'limited') => void
  readonly waiting: (count: number) => void
  readonly head: (number: number) => void
}

export const createMetrics = (): Metrics => {
  const registry = new Registry()
  const registers = [registry]
  const durations = new Histogram({ name: 'zhenwu_request_seconds', help: 'Time from request to answer, by verb and status.', labelNames: ['verb', 'status'], buckets: [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10], registers })
  const sets = new Histogram({ name: 'zhenwu_group_change_sets', help: 'Change sets committed together.', buckets: [1, 2, 4, 8, 16, 32, 64, 128, 256, 512], registers })
  const rows = new Counter({ name: 'zhenwu_journal_rows_total', help: 'Journal rows this process wrote.', registers })
  const signIns = new Counter({ name: 'zhenwu_sign_ins_total', help: 'Attempts to sign in, by result.', labelNames: ['result'], registers })
  const waiting = new Gauge({ name: 'zhenwu_writer_waiting', help: 'Change sets waiting for the writer.', registers })
  const head = new Gauge({ name: 'zhenwu_journal_head', help: 'Number of the last journal row.', registers })
  return {
    registry,
    answered: (verb, status, seconds) => durations.observe({ verb, status: String(status) }, seconds),
    told: (group) => {
      sets.observe(group.sets)
      rows.inc(group.rows)
    },
    signIn: (result) => signIns.inc({ result }),
    waiting: (count) => waiting.set(count),
    head: (number) => head.set(number),
  }
}
