// The playground's own addresses; nothing else is ever asked.

export async function get(path) {
  const answer = await fetch(path)
  if (!answer.ok) throw new Error(`${path}: ${answer.status}`)
  return answer.json()
}

export async function post(path, body) {
  const answer = await fetch(path, {
    method: "POST", headers: {"content-type": "application/json"}, body: JSON.stringify(body),
  })
  if (!answer.ok) throw new Error(`${path}: ${answer.status}`)
  return answer.json()
}

const known = new Map()

// The words of one language, fetched once.
export function wordsOf(language) {
  const wanted = language || "en"
  if (!known.has(wanted)) known.set(wanted, get(`/words/${wanted}`))
  return known.get(wanted)
}

// Hear what happens as long as the page is open; the browser comes back by itself when the connection was lost.
export function listen(language, {begun, news, lost}) {
  const stream = new EventSource(`/live?language=${language}`)
  stream.onopen = begun
  stream.onmessage = event => news(JSON.parse(event.data))
  stream.onerror = lost
}
