import { expect, test } from 'vitest'
import { wayOf } from './way-of.ts'

const town = 'https://town.example'
const way = (path: string, mode: RequestMode = 'cors', method = 'GET', origin = town) => wayOf({ method, mode, url: `${origin}${path}` }, town)

test('every address of the app is a page, and its hashed files are assets', () => {
  expect(['/', '/today', '/report-finding?lang=en', '/public/3', '/apiary'].map((path) => way(path, 'navigate'))).toEqual(['page', 'page', 'page', 'page', 'page'])
  expect([way('/assets/index-1a.js'), way('/assets/seal-2b.svg', 'no-cors')]).toEqual(['asset', 'asset'])
})

test('what the server answers goes past it: calls, downloads opened as pages, streams and probes', () => {
  expect([way('/api/session.read'), way('/api/report.export?period=2023H1', 'navigate'), way('/api/notice.watch'), way('/api', 'navigate'), way('/healthz', 'navigate')]).toEqual(['pass', 'pass', 'pass', 'pass', 'pass'])
})

test('so does what is not read from this origin, and what is no page', () => {
  expect([way('/', 'navigate', 'POST'), way('/assets/x.js', 'cors', 'GET', 'https://other.example'), way('/manifest.webmanifest')]).toEqual(['pass', 'pass', 'pass'])
})
