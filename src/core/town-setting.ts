import type { Refusal } from './refusal/refusal.ts'
import { refuse } from './refusal/refusal.ts'
import type { Words } from './words.ts'
import { words } from './words.ts'

/** What a town may set for itself: whole numbers between bounds, each with what it stands at until it is set. */
export type TownSetting = { readonly key: string; readonly title: Words; readonly about: Words; readonly unit: Words; readonly from: number; readonly least: number; readonly most: number }

/** Every setting of a town. */
export const townSettings = [
  {
    key: 'file-size',
    title: words('附件大小上限', 'Largest file'),
    about: words('单个照片或文件最大多少。越大越占磁盘和备份。', 'How large one photo or file may be. Larger ones take room on the disk and in backups.'),
    unit: words('MB', 'MB'),
    from: 20,
    least: 1,
    most: 50,
  },
  {
    key: 'matter-yellow',
    title: words('临期预警', 'Warning before a limit'),
    about: words('距期限还剩几个工作日起亮黄灯、进预警清单。', 'From how many working days before its limit a matter is yellow and on the warning list.'),
    unit: words('个工作日', 'working days'),
    from: 3,
    least: 0,
    most: 30,
  },
  {
    key: 'quiet-from',
    title: words('免打扰开始', 'Quiet from'),
    about: words('几点起不往外发提醒（群机器人、邮件），留到早上合并发出。与结束时间相同则不设免打扰。', 'From which hour on nothing is sent outside (robots, mail); it waits and goes as one message in the morning. The same hour as the end means never.'),
    unit: words('点', 'o’clock'),
    from: 20,
    least: 0,
    most: 23,
  },
  {
    key: 'quiet-to',
    title: words('免打扰结束', 'Quiet until'),
    about: words('几点起恢复往外发提醒。', 'From which hour on messages go out again.'),
    unit: words('点', 'o’clock'),
    from: 8,
    least: 0,
    most: 23,
  },
  {
    key: 'quiet-rest',
    title: words('休息日免打扰', 'Quiet on days of rest'),
    about: words('1 为休息日也不往外发，留到下一个工作日；0 为照发。', '1: nothing goes out on days of rest, it waits for the next working day; 0: it does.'),
    unit: words('（1是0否）', '(1 yes, 0 no)'),
    from: 1,
    least: 0,
    most: 1,
  },
] as const satisfies readonly TownSetting[]
export type SettingKey = (typeof townSettings)[number]['key']
export const settingKeys = townSettings.map(({ key }) => key) as [SettingKey, ...SettingKey[]]

export const settingOf = (key: SettingKey): TownSetting => {
  const found = townSettings.find((each) => each.key === key)
  if (found === undefined) throw new RangeError(`there is no setting ${key}`)
  return found
}

/** Why a setting may not have a value; undefined when it may. */
export const settingProblem = (key: SettingKey, value: number): Refusal | undefined => {
  const { least, most } = settingOf(key)
  if (value < least) return refuse('bad-input', {}, [{ field: 'value', code: 'below-minimum', details: { min: least } }])
  return value > most ? refuse('bad-input', {}, [{ field: 'value', code: 'above-maximum', details: { max: most } }]) : undefined
}
