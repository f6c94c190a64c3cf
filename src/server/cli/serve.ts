import { readFile } from 'node:fs/promises'
import type { Day } from '../../core/time/day.ts'
import { parseDay } from '../../core/time/day.ts'
import { claimMinutes } from '../../core/setup/setup-step.ts'
import { words } from '../../core/words.ts'
import { publishedTargets } from '../../packs/zhejiang-town/demo/published.ts'
import { readTargets } from '../../packs/zhejiang-town/demo/targets.ts'
import type { Database } from '../../store/database.ts'
import { openDatabase } from '../../store/database.ts'
import { defaultKeyFile, openMasterKey } from '../../store/seal/master-key.ts'
import { errorCode } from '../../store/store-unavailable.ts'
import type { DemoOptions } from '../demo/fill.ts'
import { demoToday } from '../demo/fill.ts'
import { isDemo } from '../demo/is-demo.ts'
import { demoAccounts } from '../demo/people.ts'
import { createMetrics } from '../metrics.ts'
import { newFirstPassword } from '../setup/first-password.ts'
import { isMailServer } from '../notice/mailer.ts'
import { closeOnSignals } from '../shutdown.ts'
import type { ServeOptions } from '../start.ts'
import { startServer } from '../start.ts'
import type { Command, Given } from './command.ts'
import { Misused, Refused, refusedWith } from './command.ts'
import { printLine } from './print.ts'
import { closingOnFault, openServedTown } from './served-town.ts'
import { tableText } from './table.ts'
import type { TownAsked } from './town-asked.ts'
import { townAsked } from './town-asked.ts'
import { isUntouched, placeOf } from './with-town.ts'

export const serve: Command = {
  name: 'serve',
  about: words('启动服务；第一次使用时建立这个镇，--demo 填入演示数据。', 'Serves the town, making it on first use; --demo fills it with the demonstration.'),
  synopsis: '[--port 8080] [--name NAME] [--demo [--demo-targets FILE] [--scale N]] [--today DAY] [--tls-cert F --tls-key F | --behind-proxy] [--smtp URL] [--link URL] [--inside-channels]',
  options: {
    port: { type: 'string' },
    name: { type: 'string' },
    demo: { type: 'boolean' },
    'demo-targets': { type: 'string' },
    scale: { type: 'string' },
    today: { type: 'string' },
    'tls-cert': { type: 'string' },
    'tls-key': { type: 'string' },
    'behind-proxy': { type: 'boolean' },
    smtp: { type: 'string' },
    link: { type: 'string' },
    'inside-channels': { type: 'boolean' },
  },
  operands: [],
  run: async (given) => {
    const port = wholeOf(given, 'port', 8080, 0, 65_535)
    const today = dayOf(given)
    const tls = await tlsOf(given)
    const outside = outsideOf(given)
    const demo = await demoOf(given)
    const asked = townAsked(given)
    if (demo === undefined && asked.code !== undefined && isUntouched(given)) asked.made()
    const db = await openDatabase(placeOf(given))
    try {
      await open(db, given, { asked, port, today, tls, demo, outside })
    } catch (problem) {
      await db.close()
      throw problem
    }
    return 0
  },
}

type Wanted = { readonly asked: TownAsked; readonly port: number; readonly today: Day | undefined; readonly tls: ServeOptions['tls']; readonly demo: DemoOptions | undefined; readonly outside: Pick<ServeOptions, 'smtp' | 'link' | 'insideChannels'> }

const open = async (db: Database, given: Given, { asked, port, today, tls, demo, outside }: Wanted): Promise<void> => {
  const master = openMasterKey(defaultKeyFile(placeOf(given).data))
  const metrics = createMetrics()
  const town = await openServedTown(db, asked, master, demo, { told: metrics.told })
  const asDemo = await isDemo(town)
  const townDate = today ?? (asDemo ? demoToday : undefined)
  const serving = await closingOnFault(town, () =>
    startServer({
      town,
      port,
      master,
      metrics,
      behindProxy: given.flag('behind-proxy'),
      ...outside,
      ...(tls === undefined ? {} : { tls }),
      ...(townDate === undefined ? {} : { today: townDate }),
      ...(asDemo ? { demo: { accounts: demoAccounts } } : {}),
    }),
  )
  closeOnSignals(async () => {
    await serving.close()
    await town.close()
    await db.close()
  })
  const first = asDemo ? undefined : await newFirstPassword(town, Date.now())
  if (first !== undefined) printLine(firstText(first))
  printLine(`${town.name}（${town.code}）已在 ${serving.url} 提供服务。 Serving ${town.code} on ${serving.url}.`)
  printLine(db.description)
  if (asDemo) printLine(accountsText(townDate))
}

/** Stands before the address, so that whoever waits for it has seen it. */
const firstText = (password: string): string =>
  [
    `首次使用：在浏览器打开下面的地址，用一次性密码 ${password} 建立首个账号。密码 ${claimMinutes} 分钟内有效，只能用一次；重新启动会换新的。`,
    `First use: open the address below and make the first account with the one-time password ${password}. It lasts ${claimMinutes} minutes and works once; starting again prints another.`,
  ].join('\n')

const accountsText = (today: Day | undefined): string =>
  [
    `演示数据：人员、企业和地点均为虚构；镇历日期 ${today ?? ''}。 Demonstration: people, firms and places are invented.`,
    tableText([{ title: '账号 Account' }, { title: '密码 Password' }, { title: '姓名 Name' }, { title: '岗位 Post' }], demoAccounts.map(({ login, password, name, title }) => [login, password, name, `${title.zh} ${title.en}`])),
  ].join('\n')

/** The demonstration asked for: the published values as targets unless a file names others. */
const demoOf = async (given: Given): Promise<DemoOptions | undefined> => {
  const file = given.text('demo-targets')
  const scale = wholeOf(given, 'scale', 1, 1, 10_000)
  if (given.flag('demo')) return { targets: file === undefined ? publishedTargets : targetsOf(await readText(file), file), scale, seed: demoSeed }
  if (file !== undefined || given.text('scale') !== undefined) throw new Misused('--demo-targets 和 --scale 要与 --demo 同用。 --demo-targets and --scale go with --demo.')
  return undefined
}

const targetsOf = (text: string, file: string): DemoOptions['targets'] => {
  try {
    return readTargets(text)
  } catch (problem) {
    if (!(problem instanceof RangeError)) throw problem
    throw new Refused(`${file}：${problem.message}`)
  }
}

const demoSeed = 20_230_630

const tlsOf = async (given: Given): Promise<ServeOptions['tls']> => {
  const [cert, key] = [given.text('tls-cert'), given.text('tls-key')]
  if (cert === undefined && key === undefined) return undefined
  if (cert === undefined || key === undefined) throw new Misused('--tls-cert 和 --tls-key 要一起给出。 --tls-cert and --tls-key go together.')
  if (given.flag('behind-proxy')) throw new Misused('用了 --tls-cert 就不用 --behind-proxy。 --tls-cert and --behind-proxy exclude each other.')
  return { cert: await readText(cert), key: await readText(key) }
}

/** Where messages go and what their links begin with. The mail server may be named in the environment, so that its password stands on no command line. */
const outsideOf = (given: Given): Wanted['outside'] => {
  const smtp = given.text('smtp') ?? process.env['ZHENWU_SMTP']
  const link = given.text('link')
  if (smtp !== undefined && !isMailServer(smtp)) throw new Misused('--smtp 应如 smtps://账号:密码@主机?from=发件地址。 --smtp is written like smtps://name:password@host?from=address.')
  if (link !== undefined && !/^https?:\/\/[^\s/?#@]+(\/[^\s?#]*)?$/.test(link)) throw new Misused('--link 应为 http:// 或 https:// 开头的地址。 --link is an address that begins with http:// or https://.')
  return { ...(smtp === undefined ? {} : { smtp }), ...(link === undefined ? {} : { link: link.replace(/\/$/, '') }), insideChannels: given.flag('inside-channels') }
}

const dayOf = (given: Given): Day | undefined => {
  const text = given.text('today')
  if (text === undefined) return undefined
  const day = parseDay(text)
  if (day === undefined) throw refusedWith('not-day', { value: text })
  return day
}

const wholeOf = (given: Given, option: string, otherwise: number, least: number, most: number): number => {
  const text = given.text(option)
  if (text === undefined) return otherwise
  const number = /^\d{1,6}$/.test(text) ? Number(text) : Number.NaN
  if (!(number >= least && number <= most)) throw new Misused(`--${option} 应为 ${least} 到 ${most} 的整数。 --${option} must be a whole number from ${least} to ${most}.`)
  return number
}

const readText = async (file: string): Promise<string> =>
  readFile(file, 'utf8').catch((problem: unknown) => {
    throw new Refused(`读不了文件 ${file}（${errorCode(problem)}）。 The file ${file} cannot be read (${errorCode(problem)}).`)
  })
