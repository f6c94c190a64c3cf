import { openEmbedded } from '../../src/store/embedded/open-embedded.ts'

/**
 * A process of its own: opens the data directory of its first argument, says which server it reached, and when its input ends closes;
 * with `exit` as second argument it exits without closing.
 */

try {
  const server = await openEmbedded(process.argv[2] ?? '')
  process.stdout.write(`${JSON.stringify({ pid: server.pid, host: server.host })}\n`)
  for await (const _ of process.stdin);
  if (process.argv[3] === 'exit') process.exit(0)
  await server.close()
} catch (thrown) {
  const { code, message } = thrown as { code?: string; message: string }
  process.stdout.write(`${JSON.stringify({ refused: code, message })}\n`)
}
