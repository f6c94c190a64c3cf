/** The steps in which a town is set up, after its first account; each may be gone back to until the last is done. */
export const setupSteps = ['orgs', 'offices', 'people', 'ledgers', 'calendar'] as const
export type SetupStep = (typeof setupSteps)[number]

/** Where setting a town up stands: nobody has an account yet, it is at a step, or it is over. */
export type SetupState = 'unclaimed' | 'open' | 'done'

/** Minutes a one-time password for the first account may be used. */
export const claimMinutes = 30
