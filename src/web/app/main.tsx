import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { client } from './client.ts'
import { SpeechProvider } from './i18n.tsx'
import { Looks } from './Looks.tsx'
import { router } from './router.tsx'
import { applyPalette } from './theme.ts'
import { registerWorker } from '../worker/register-worker.ts'
import './base.css'

applyPalette(document.documentElement)
if (import.meta.env.PROD) registerWorker()

const place = document.getElementById('app')
if (place !== null)
  createRoot(place).render(
    <StrictMode>
      <QueryClientProvider client={client}>
        <SpeechProvider>
          <Looks>
            <RouterProvider router={router} />
          </Looks>
        </SpeechProvider>
      </QueryClientProvider>
    </StrictMode>,
  )
