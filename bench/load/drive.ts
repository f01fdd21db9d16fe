import { Agent, request } from 'node:http'

export interface Asked {
  readonly method: 'GET' | 'POST'
  readonly path: string
  readonly token: string
  readonly body?: string
}

export interface Driven {
  readonly requests: number
  readonly failures: number
  readonly perSecond: number
  readonly p50: number
  readonly p95: number
}

const ask = (agent: Agent, port: number, asked: Asked): Promise<number> =>
  new Promise((resolve, reject) => {
    const sent = request(
      {
        agent,
        host: '127.0.0.1',
        port,
        path: asked.path,
        method: asked.method,
        headers: {
          authorization: `Bearer ${asked.token}`,
          ...(asked.body === undefined
            ? {}
            : { 'content-type': 'application/json', 'content-length': Buffer.byteLength(asked.body) }),
        },
      },
      answer => {
        answer.resume()
        answer.on('end', () => resolve(answer.statusCode ?? 0))
      },
    )
    sent.on('error', reject)
    sent.end(asked.body)
  })

const percentile = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0

/** Keeps a number of connections busy for some seconds; bounded, and stops by itself. */
export const drive = async (port: number, connections: number, seconds: number, next: () => Asked): Promise<Driven> => {
  const agent = new Agent({ keepAlive: true, maxSockets: connections })
  const until = performance.now() + seconds * 1_000
  const times: number[] = []
  let failures = 0
  const one = async (): Promise<void> => {
    while (performance.now() < until) {
      const start = performance.now()
      const status = await ask(agent, port, next())
      times.push(performance.now() - start)
      if (status < 200 || status > 299) failures += 1
    }
  }
  await Promise.all(Array.from({ length: connections }, one))
  agent.destroy()
  const sorted = times.toSorted((a, b) => a - b)
  return {
    requests: times.length,
    failures,
    perSecond: times.length / seconds,
    p50: percentile(sorted, 0.5),
    p95: percentile(sorted, 0.95),
  }
}
