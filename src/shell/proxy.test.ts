import fastify from 'fastify'
import { expect, test } from 'vitest'
import { readConfig } from '#platform'

const addressSeen = async (proxies: readonly string[]): Promise<string> => {
  const app = fastify({ trustProxy: proxies.length === 0 ? false : [...proxies] })
  app.get('/', async request => request.ip)
  const answer = await app.inject({ url: '/', remoteAddress: '10.0.0.1', headers: { 'x-forwarded-for': '192.0.2.7' } })
  return answer.body
}

test('a visitor cannot choose an address; only a named proxy is believed', async () => {
  expect(await addressSeen(readConfig({}).proxies)).toBe('10.0.0.1')
  expect(await addressSeen(readConfig({ OPSTAP_PROXY: '10.0.0.9' }).proxies)).toBe('10.0.0.1')
  expect(await addressSeen(readConfig({ OPSTAP_PROXY: '10.0.0.9, 10.0.0.1' }).proxies)).toBe('192.0.2.7')
})
