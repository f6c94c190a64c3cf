import { readTown } from '../../api/session.ts'
import { plainEndpoint } from '../call.ts'
import { setupState } from '../setup/setup-mark.ts'
import { townInfo } from '../town-info.ts'

export const readTownEndpoint = plainEndpoint({
  route: readTown,
  answer: async (_, { house }) => ({ town: townInfo(house, await house.town.book()), setup: await setupState(house.town.db.pool, house.town.schema), accounts: [...(house.demo?.accounts ?? [])] }),
})
