import { readTown } from '../../api/session.ts'
import { plainEndpoint } from '../call.ts'
import { townInfo } from '../town-info.ts'

export const readTownEndpoint = plainEndpoint({
  route: readTown,
  answer: async (_, { house }) => ({ town: townInfo(house, await house.town.book()), accounts: [...(house.demo?.accounts ?? [])] }),
})
