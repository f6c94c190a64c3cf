import { Link } from '@tanstack/react-router'
import type { SetupStep } from '../../../core/setup/setup-step.ts'
import { setupSteps } from '../../../core/setup/setup-step.ts'
import { useSpeech } from '../../app/i18n.tsx'
import type { OutputOf } from '../../app/wire.ts'
import { Answer } from '../../ui/Answer.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { PageHead } from '../../ui/PageHead.tsx'
import { Refused } from '../../ui/Refused.tsx'
import { CalendarStep } from './CalendarStep.tsx'
import { LedgerStep } from './LedgerStep.tsx'
import { OrgStep } from './OrgStep.tsx'
import { PeopleStep } from './PeopleStep.tsx'
import type { StepProps } from './useSetup.ts'
import { useSetup } from './useSetup.ts'
import './setup.css'

/** Sets a town up, a step at a time; any step may be gone back to until it is over. */
export const SetupPage = () => {
  const { m } = useSpeech()
  const it = useSetup()
  const { before, after, move } = it
  const steps: StepProps = { go: () => move.mutate(after ?? 'done'), back: before === undefined ? undefined : () => move.mutate(before), moving: move.isPending }
  return (
    <div className="page">
      <PageHead title={m.setup.title} />
      <Answer query={it.query} lines={10}>
        {(setup) =>
          setup.state === 'done' ? (
            <EmptyState title={m.setup.over} action={<Link to="/start">{m.setup.toStart}</Link>} />
          ) : (
            <div className="setup">
              <nav aria-label={m.setup.stepsLabel}>
                <ol>
                  {setupSteps.map((each, at) => (
                    <li key={each}>
                      <Link to="/setup" search={{ step: each }} aria-current={each === it.step ? 'page' : undefined}>
                        <i aria-hidden="true">{at + 1}</i>
                        {m.setup.steps[each]}
                      </Link>
                    </li>
                  ))}
                </ol>
                <p className="form-hint">{m.setup.about}</p>
              </nav>
              <section aria-labelledby="setup-step">
                <h2 id="setup-step">{m.setup.steps[it.step]}</h2>
                <Refused error={move.error} />
                <Step key={it.step} step={it.step} setup={setup} steps={steps} />
              </section>
            </div>
          )
        }
      </Answer>
    </div>
  )
}

const Step = ({ step, setup, steps }: { step: SetupStep; setup: OutputOf<'setup.read'>; steps: StepProps }) => {
  switch (step) {
    case 'orgs':
      return <OrgStep kind="village" setup={setup} {...steps} />
    case 'offices':
      return <OrgStep kind="office" setup={setup} {...steps} />
    case 'people':
      return <PeopleStep {...steps} />
    case 'ledgers':
      return <LedgerStep setup={setup} {...steps} />
    case 'calendar':
      return <CalendarStep setup={setup} {...steps} />
    default:
      return step satisfies never
  }
}
