import type { Run, Show } from './document.ts'
import type { Told } from './print.ts'

/** What can be told of a measure where it stands: which shows have something to print. */
export const showsOf = (told: Told): readonly Show[] => {
  const has = (text: string | null | undefined): boolean => text !== null && text !== undefined && text !== '—'
  const level = has(told.text)
  return [
    ...(level ? (['value'] as const) : []),
    ...(level && has(told.about) && told.about !== told.text ? (['about'] as const) : []),
    ...(has(told.change) ? ([level ? 'change' : 'growth-only'] as const) : []),
    ...(has(told.completion) ? (['completion'] as const) : []),
    ...(has(told.share) ? (['share'] as const) : []),
  ]
}

type Named = { readonly key: string; readonly title: string }

/**
 * The sentences an official report makes of one figure (HANDBOOK §5.4: 指标＋值＋单位，同比，完成年度目标, 占比), each as runs that can be set
 * into a paragraph; only those whose every number is there. `whole` is the measure it is a part of.
 */
export const sentencePatterns = ({ key, title }: Named, told: Told, whole?: Named): readonly (readonly Run[])[] => {
  const shows = new Set(showsOf(told))
  const figure = (show: Show): Run => ({ kind: 'figure', measure: key, show })
  const says = (text: string): Run => ({ kind: 'text', text })
  const patterns: (readonly Run[])[] = []
  if (shows.has('value')) patterns.push([says(title), figure('value')])
  if (shows.has('value') && shows.has('change')) patterns.push([says(title), figure('value'), says('，'), figure('change')])
  if (shows.has('value') && shows.has('completion')) patterns.push([says(title), figure('value'), says('，完成年度目标的'), figure('completion')])
  if (shows.has('value') && shows.has('change') && shows.has('completion')) patterns.push([says(title), figure('value'), says('，'), figure('change'), says('，完成年度目标的'), figure('completion')])
  if (shows.has('value') && shows.has('share') && whole !== undefined) patterns.push([says(`其中${title}`), figure('value'), says(`，占${whole.title}的`), figure('share')])
  if (shows.has('growth-only')) patterns.push([says(title), figure('growth-only')])
  return patterns
}
