import type { Command } from './command.ts'

/** How one command is written. */
export const usageOf = ({ name, synopsis, about }: Command): string => [`用法 Usage: zhenwu ${[name, synopsis].filter((part) => part !== '').join(' ')} ${place}`, `  ${about.zh}`, `  ${about.en}`].join('\n')

/** Every command with what it does. */
export const helpText = (commands: readonly Command[]): string =>
  [
    '镇务：乡镇目标任务的账本。 Zhenwu: bookkeeping for a town.',
    '',
    ...commands.flatMap(({ name, synopsis, about }) => [`  zhenwu ${name} ${synopsis}`.trimEnd(), `      ${about.zh} ${about.en}`]),
    '  zhenwu help [COMMAND]',
    '  zhenwu --version',
    '',
    '每个命令都可加 --data 目录（默认 ./data）和 --town 编码（默认唯一的镇）；设了 DATABASE_URL 就用那个数据库。',
    'Every command takes --data DIR (./data unless given) and --town CODE (the only one unless given); DATABASE_URL, where set, names the database.',
  ].join('\n')

const place = '[--data DIR] [--town CODE]'
