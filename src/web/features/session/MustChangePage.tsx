import { useSpeech } from '../../app/i18n.tsx'
import { Seal } from '../../ui/Seal.tsx'
import { PasswordForm } from './PasswordForm.tsx'
import './session.css'

/** A password that was handed out is changed before anything else may be done. */
export const MustChangePage = () => {
  const { m } = useSpeech()
  return (
    <main className="sign-in">
      <div className="sign-in-sheet">
        <header>
          <Seal size={56} />
          <h1>{m.session.change}</h1>
          <p>{m.session.mustChange}</p>
        </header>
        <PasswordForm />
      </div>
    </main>
  )
}
