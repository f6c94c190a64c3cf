import type { ReactNode } from 'react'

type Props = { readonly id: string; readonly label: string; readonly required?: boolean; readonly hint?: string | undefined; readonly problem?: string | undefined; readonly children: ReactNode }

/** A label, its control, and beneath it the hint or what is wrong; the control names `${id}-note` as its description. */
export const FormRow = ({ id, label, required = false, hint, problem, children }: Props) => (
  <div className={problem === undefined ? 'form-row' : 'form-row form-row-wrong'}>
    <label htmlFor={id}>
      {label}
      {required && (
        <b aria-hidden="true" className="required">
          *
        </b>
      )}
    </label>
    <div>
      {children}
      <p id={`${id}-note`} className={problem === undefined ? 'form-hint' : 'form-problem'} {...(problem !== undefined && { role: 'alert' })}>
        {problem ?? hint}
      </p>
    </div>
  </div>
)
