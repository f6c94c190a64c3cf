import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { errorCode } from '../../store/store-unavailable.ts'
import type { Command, Given } from './command.ts'
import { Misused, placeOptions } from './command.ts'
import { helpText, usageOf } from './help.ts'
import { printLine } from './print.ts'

/** Every command, in the order of the help; what a command needs is loaded when it is asked for, so that none pays for the others. */
const commands: Readonly<Record<string, () => Promise<Command>>> = {
  serve: async () => (await import('./serve.ts')).serve,
  figures: async () => (await import('./figures.ts')).figures,
  trace: async () => (await import('./trace.ts')).trace,
  report: async () => (await import('./report.ts')).report,
  import: async () => (await import('./import.ts')).importing,
  export: async () => (await import('./export.ts')).exporting,
  form: async () => (await import('./form.ts')).form,
  read: async () => (await import('./read.ts')).read,
  check: async () => (await import('./check.ts')).check,
  verify: async () => (await import('./verify.ts')).verify,
  backup: async () => (await import('./backup.ts')).backup,
  restore: async () => (await import('./restore.ts')).restore,
}

const findCommand = async (name: string | undefined): Promise<Command | undefined> => (name !== undefined && Object.hasOwn(commands, name) ? commands[name]?.() : undefined)

const allHelp = async (): Promise<string> => helpText(await Promise.all(Object.values(commands).map((load) => load())))

/** Runs one command line; answers the exit code: 0, 1 refused or failed, 2 typed wrongly. */
export const main = async (words: readonly string[]): Promise<number> => {
  const [name, ...rest] = words
  if (name === '--version' || name === '-v') return say(version())
  if (name === undefined || name === 'help' || name === '--help' || name === '-h') return help(rest[0], name === undefined ? 2 : 0)
  const command = await findCommand(name)
  if (command === undefined) return fail(`没有“${name}”这个命令。 There is no command "${name}".`, await allHelp(), 2)
  if (rest.includes('--help') || rest.includes('-h')) return say(usageOf(command))
  try {
    return await command.run(givenTo(command, rest))
  } catch (problem) {
    if (problem instanceof Misused) return fail(problem.message, usageOf(command), 2)
    return fail(told(problem), undefined, 1)
  }
}

const givenTo = (command: Command, words: readonly string[]): Given => {
  const { values, positionals } = parsed(command, words)
  const missing = command.operands[positionals.length]
  if (missing !== undefined) throw new Misused(`缺少 ${missing}。 ${missing} is missing.`)
  const extra = positionals[command.operands.length]
  if (extra !== undefined && command.several !== true) throw new Misused(`多余的参数“${extra}”。 Unexpected argument "${extra}".`)
  return {
    text: (option) => (typeof values[option] === 'string' ? values[option] : undefined),
    flag: (option) => values[option] === true,
    operands: positionals,
  }
}

const parsed = (command: Command, words: readonly string[]): { values: Readonly<Record<string, unknown>>; positionals: readonly string[] } => {
  try {
    return parseArgs({ args: [...words], options: { ...command.options, ...placeOptions }, allowPositionals: true, strict: true })
  } catch (problem) {
    const option = /'(-[^' ]*)/.exec(problem instanceof Error ? problem.message : '')?.[1] ?? ''
    switch (errorCode(problem)) {
      case 'ERR_PARSE_ARGS_UNKNOWN_OPTION':
        throw new Misused(`没有 ${option} 这个选项。 There is no option ${option}.`)
      case 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE':
        throw new Misused(`选项 ${option} 的写法不对。 The option ${option} is not written as expected.`)
      default:
        throw problem
    }
  }
}

const help = async (about: string | undefined, code: number): Promise<number> => {
  const command = await findCommand(about)
  const text = command === undefined ? await allHelp() : usageOf(command)
  if (code === 0) return say(text)
  process.stderr.write(`${text}\n`)
  return code
}

const version = (): string => {
  const { version: number } = JSON.parse(readFileSync(join(import.meta.dirname, '..', '..', '..', 'package.json'), 'utf8')) as { version: string }
  return `zhenwu ${number}`
}

const say = (text: string): number => {
  printLine(text)
  return 0
}

const fail = (line: string, usage: string | undefined, code: number): number => {
  process.stderr.write(`${line}\n${usage === undefined ? '' : `${usage}\n`}`)
  return code
}

/** Expected problems bring their own line in both languages; anything else is told as it came, on one line. */
const told = (problem: unknown): string => {
  const message = (problem instanceof Error ? problem.message : String(problem)).replaceAll(/\s+/g, ' ').trim()
  const code = errorCode(problem)
  return /[\u4e00-\u9fff]/.test(message) ? message : `未能完成。 Not done: ${message}${code === undefined ? '' : ` (${code})`}`
}
