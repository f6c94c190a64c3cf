import { useState } from 'react'
import { useMutation } from '@tanstack/react-query'
import { call, keepToken } from '../../app/call.ts'
import { forgetBook } from '../../app/client.ts'
import { useCall } from '../../app/useCall.ts'

/** Account and password, and what the page may know before anyone is signed in. */
export const useSignIn = () => {
  const town = useCall('town.read', {}, { staleTime: 60_000 })
  const [login, setLogin] = useState('')
  const [password, setPassword] = useState('')
  const send = useMutation({
    mutationFn: () => call('session.create', { login: login.trim(), password }),
    onSuccess: (session) => {
      keepToken(session.token)
      forgetBook(session)
    },
  })
  return {
    town,
    login,
    setLogin,
    password,
    setPassword,
    ready: login.trim() !== '' && password !== '',
    send,
    take: (account: { readonly login: string; readonly password: string }) => {
      setLogin(account.login)
      setPassword(account.password)
      send.reset()
    },
  }
}
