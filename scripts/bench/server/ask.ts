import { parentPort, workerData } from 'node:worker_threads'

const { address, questions } = workerData as { address: string; questions: readonly string[] }

async function signIn(): Promise<string> {
  const { demo } = await (await fetch(`${address}/api/lab`)).json()
  const person = demo.people.find(({ role }: { role: string }) => role === 'pi')
  const answer = await fetch(`${address}/api/sign-in`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: address },
    body: JSON.stringify({ login: person.login, password: demo.passphrase }),
  })
  return answer.headers.get('set-cookie')?.split(';')[0] ?? ''
}

async function ask(what: string, cookie: string) {
  const begin = performance.now()
  const answer = await fetch(`${address}${what}`, { headers: { cookie } })
  const bytes = (await answer.arrayBuffer()).byteLength
  return { what, status: answer.status, bytes, seconds: (performance.now() - begin) / 1000 }
}

const cookie = await signIn()
parentPort?.postMessage('signed in')
parentPort?.postMessage(await Promise.all(questions.map((what) => ask(what, cookie))))
