/** How long open requests may take to finish once the process is asked to end, in milliseconds. */
const patience = 10_000

/**
 * Ends the process in order when it is asked to (SIGTERM, SIGINT): `close` runs once, then the exit code is 0;
 * a second signal, or a close that takes too long, ends it at once with 1.
 */
export const closeOnSignals = (close: () => Promise<void>): void => {
  let closing = false
  const end = (): void => {
    if (closing) process.exit(1)
    closing = true
    setTimeout(() => process.exit(1), patience).unref()
    close().then(
      () => process.exit(0),
      (problem: unknown) => {
        process.stderr.write(`${problem instanceof Error ? problem.message : String(problem)}\n`)
        process.exit(1)
      },
    )
  }
  process.on('SIGTERM', end)
  process.on('SIGINT', end)
}
