import { useCallback, useMemo } from 'react'
import type { Binding } from '../../../core/filling/binding.ts'
import { useSpeech } from '../../app/i18n.tsx'
import { useOrgs } from '../../app/orgs.ts'
import { useCall } from '../../app/useCall.ts'

/** The measures of the town for finding one by its title or the initials of its pinyin, and what a binding is called. */
export const useBindingWords = () => {
  const { m, w } = useSpeech()
  const { nameOf } = useOrgs()
  const list = useCall('figure.measures', {}, { staleTime: 300_000 })
  const measures = useMemo(() => new Map((list.data?.measures ?? []).map((each) => [each.key, each])), [list.data])
  const options = useMemo(() => [...measures.values()].map((each) => ({ value: each.key, label: w(each.title), find: `${each.title.zh} ${each.title.en} ${each.initials} ${each.key}` })), [measures, w])
  const titleOf = useCallback(
    (key: string): string => {
      const measure = measures.get(key)
      return measure !== undefined ? w(measure.title) : list.isPending ? '…' : key
    },
    [list.isPending, measures, w],
  )
  const wordsOf = useCallback(
    (binding: Binding): string => {
      switch (binding.kind) {
        case 'none':
          return m.form.noSource
        case 'text':
          return `“${binding.text}”`
        case 'fact':
          return m.form.facts[binding.fact]
        case 'figure': {
          const { org, span, yearsBack, show } = binding
          const about = [...(org === null ? [] : [nameOf(org)]), ...(span === 'same' || show === 'target' ? [] : [m.form.spans[span]]), ...(yearsBack === 0 ? [] : [m.form.backs(yearsBack)]), ...(show === 'value' ? [] : [m.form.shows[show]])]
          return [titleOf(binding.measure), ...about].join(' · ')
        }
        default:
          return binding satisfies never
      }
    },
    [m, nameOf, titleOf],
  )
  return { options, titleOf, wordsOf, unitOf: (key: string): string | undefined => measures.get(key)?.unit }
}
