import { useMemo } from 'react'
import { useSpeech } from '../app/i18n.tsx'
import { useOrgs } from '../app/orgs.ts'
import type { Telling } from './field-view.ts'

/** What texts of values need: the language that is read and the names of organisations. */
export const useTelling = (): Telling => {
  const { lang, m } = useSpeech()
  const { nameOf } = useOrgs()
  return useMemo(() => ({ lang, orgName: nameOf, yes: m.ui.yes, no: m.ui.no }), [lang, m, nameOf])
}
