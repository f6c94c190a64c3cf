import { Button, Input } from 'antd'
import { useSpeech } from '../../app/i18n.tsx'
import { Answer } from '../../ui/Answer.tsx'
import { DemoBanner } from '../../ui/DemoBanner.tsx'
import { FormRow } from '../../ui/FormRow.tsx'
import { LanguageSwitch } from '../../ui/LanguageSwitch.tsx'
import { Refused } from '../../ui/Refused.tsx'
import { Seal } from '../../ui/Seal.tsx'
import { ClaimForm } from '../setup/ClaimForm.tsx'
import { useSignIn } from './useSignIn.ts'
import './session.css'

/** Who is reading. A demonstration lists its accounts; choosing one fills the form. */
export const SignInPage = () => {
  const { m, w, lang } = useSpeech()
  const it = useSignIn()
  return (
    <>
      {it.town.data !== undefined && <DemoBanner town={it.town.data.town} />}
      <main className="sign-in">
        <div className="sign-in-language">
          <LanguageSwitch />
        </div>
        <Answer query={it.town} lines={4}>
          {({ town, accounts, setup }) => (
            <div className="sign-in-sheet">
              <header>
                <Seal size={56} />
                <h1>{town[lang]}</h1>
                <p>{setup === 'unclaimed' ? m.setup.claim.about : m.session.about}</p>
              </header>
              {setup === 'unclaimed' ? (
                <ClaimForm />
              ) : (
                <form
                  aria-label={m.session.signIn}
                  onSubmit={(event) => {
                    event.preventDefault()
                    if (it.ready) it.send.mutate()
                  }}
                >
                  <Refused error={it.send.error} />
                  <FormRow id="login" label={m.session.login}>
                    <Input id="login" name="login" size="large" autoComplete="username" autoCapitalize="none" value={it.login} onChange={(event) => it.setLogin(event.target.value)} autoFocus />
                  </FormRow>
                  <FormRow id="password" label={m.session.password}>
                    <Input.Password id="password" name="password" size="large" autoComplete="current-password" value={it.password} onChange={(event) => it.setPassword(event.target.value)} />
                  </FormRow>
                  <Button type="primary" htmlType="submit" size="large" block disabled={!it.ready} loading={it.send.isPending}>
                    {m.session.signIn}
                  </Button>
                </form>
              )}
              {accounts.length > 0 && (
                <section aria-labelledby="accounts">
                  <h2 id="accounts">{m.session.accounts}</h2>
                  <p className="faint">{m.session.accountsAbout}</p>
                  <ul className="accounts">
                    {accounts.map((account) => (
                      <li key={account.login}>
                        <button type="button" onClick={() => it.take(account)} aria-pressed={it.login === account.login}>
                          <b>{account.name}</b>
                          <span>{w(account.title)}</span>
                          <code>{account.login}</code>
                        </button>
                      </li>
                    ))}
                  </ul>
                </section>
              )}
            </div>
          )}
        </Answer>
      </main>
    </>
  )
}
