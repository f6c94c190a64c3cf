import { once } from 'node:events'

/** Whoever reads the output may stop early (`| head`): that ends the command, and is no failure. */
process.stdout.on('error', (problem: NodeJS.ErrnoException) => {
  if (problem.code !== 'EPIPE') throw problem
  process.exit(0)
})

/** Writes text to standard output, waiting while the reader is slow. */
export const print = async (text: string): Promise<void> => {
  if (!process.stdout.write(text)) await once(process.stdout, 'drain')
}

export const printLine = (text: string): void => void process.stdout.write(`${text}\n`)

/** JSON, and nothing else, on standard output. */
export const printJson = (value: unknown): void => printLine(JSON.stringify(value))
