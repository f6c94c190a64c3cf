import { useSpeech } from '../../app/i18n.tsx'
import { PeoplePanel } from '../settings/PeoplePanel.tsx'
import '../settings/settings.css'
import { StepActs } from './StepActs.tsx'
import type { StepProps } from './useSetup.ts'

/** The people who begin, with their posts; each is entered by herself. */
export const PeopleStep = (steps: StepProps) => {
  const { m } = useSpeech()
  return (
    <>
      <p className="form-about">{m.setup.peopleAbout}</p>
      <PeoplePanel />
      <StepActs {...steps} act={m.setup.on} />
    </>
  )
}
