// One message as a bubble: its words, its file, its time, and the buttons under it.
import {make} from "./dom.js"

const TAGS = new Set(["b", "i", "u", "s", "code", "pre", "blockquote", "span"])

// The parts of a message, as elements; whatever people wrote stays text.
export function drawn(parts, phone) {
  return parts.map((part, place) => typeof part === "string"
    ? document.createTextNode(between(parts[place - 1], part, parts[place + 1])) : element(part, phone))
}

// A block has lines of its own: the end of a line beside it is no empty line.
function between(before, text, after) {
  const isBlock = part => ["blockquote", "pre"].includes(part?.tag)
  const begun = isBlock(before) ? text.replace(/^\n/, "") : text
  return isBlock(after) ? begun.replace(/\n$/, "") : begun
}

function element(part, phone) {
  const inside = drawn(part.inside, phone)
  if (part.tag === "a") return link(part.href, inside, phone)
  if (part.tag === "command") return command(part.inside[0], phone)
  if (part.tag === "spoiler") return spoiler(inside, phone)
  return make(TAGS.has(part.tag) ? part.tag : "span", {}, ...inside)
}

// A link to one of the bots opens on a phone here; one to a page opens in another tab; any other is text.
function link(href, inside, phone) {
  const address = URL.canParse(href) ? new URL(href) : null
  if (address?.hostname === "t.me") {
    const [bot, payload] = [address.pathname.slice(1), address.searchParams.get("start") ?? ""]
    if (!phone.desk.bots.includes(bot)) return make("span", {}, ...inside)
    return make("button", {type: "button", className: "link", onclick: () => phone.desk.follow(bot, payload)}, ...inside)
  }
  if (!["http:", "https:"].includes(address?.protocol)) return make("span", {}, ...inside)
  return make("a", {href: address.href, target: "_blank", rel: "noopener noreferrer"}, ...inside)
}

const command = (text, phone) =>
  make("button", {type: "button", className: "link", onclick: () => phone.write(text)}, text)

function spoiler(inside, phone) {
  const node = make("button", {type: "button", className: "spoiler", title: phone.words.spoiler}, ...inside)
  node.onclick = () => node.classList.add("seen")
  return node
}

export function bubble(message, phone) {
  const when = new Date(message.at * 1000)
  const time = make("time", {dateTime: when.toISOString()}, phone.clock.format(when))
  const words = make("div", {className: "words", dir: "auto"}, ...drawn(message.parts, phone))
  const reply = message.reply ? [make("div", {className: "reply", dir: "auto"}, message.reply)] : []
  const file = message.file ? [sent(message.file, phone)] : []
  const body = make("div", {className: "bubble"}, ...reply, ...file, ...(message.parts.length ? [words] : []), time)
  const rows = message.rows.map(row => make("div", {className: "row"}, ...row.map(each => button(each, message, phone))))
  return make("li", {className: message.mine ? "mine" : "", id: `${phone.id}-${message.id}`}, body, ...rows)
}

function button({label, tap, url}, message, phone) {
  if (url) {
    const inside = link(url, [label], phone)
    inside.classList.add("tap")
    return inside
  }
  const node = make("button", {type: "button", className: "tap", dir: "auto"}, label)
  node.onclick = () => {
    node.classList.add("waits")
    setTimeout(() => node.classList.remove("waits"), 5000)
    phone.act({message: message.id, tap})
  }
  return node
}

function sent(file, phone) {
  const address = `${phone.path}/${file.id}`
  if (file.photo || file.name.endsWith(".png")) {
    const image = make("img", {src: address, alt: phone.words.photo})
    image.onload = () => phone.settle()
    return make("button", {type: "button", className: "photo", onclick: () => phone.desk.enlarge(address)}, image)
  }
  const size = file.size ? `${Math.max(1, Math.round(file.size / 1024))} KB` : ""
  return make("a", {className: "file", href: address, download: file.name},
    make("span", {className: "icon", "aria-hidden": "true"}, "↓"),
    make("span", {}, make("span", {className: "file-name", dir: "auto"}, file.name), make("small", {}, size)))
}
