// A phone: one person's chat with one bot, drawn anew only where it has changed.
import {bubble} from "./bubbles.js"
import {Composer} from "./composer.js"
import {filled, find, make} from "./dom.js"
import {get, post, wordsOf} from "./net.js"

const BELIEVED = 21_000 // milliseconds: a bot that says nothing for longer is not at work
const NEAR_THE_END = 80 // pixels: who reads further up is not moved

export class Phone {
  constructor(desk, person, bot, role) {
    Object.assign(this, {desk, person, bot, role, id: `phone-${person.id}-${role}`, path: `/phones/${person.id}/${bot}`})
    this.drawn = new Map() // by message: as what, and its element
    this.unread = 0
    this.toasted = null
    this.element = find("#phone").content.cloneNode(true).firstElementChild
    this.log = find(".chat", this.element)
    this.list = find(".messages", this.element)
    this.composer = new Composer(this, this.element)
    this.log.onscroll = () => this.atTheEnd() && this.seen()
    find(".newer", this.element).onclick = () => this.toTheEnd()
    find(".start", this.element).onclick = () => this.write("/start")
    find(".anew", this.element).onclick = () => desk.renew(this)
    find(".gone", this.element).onclick = () => desk.close(this)
  }

  // Say everything in the language of whoever holds it; what is around the phone is said in the page's.
  async speak() {
    this.words = await wordsOf(this.person.language)
    const {words, element} = this
    this.clock = new Intl.DateTimeFormat(this.person.language ?? "en", {hour: "2-digit", minute: "2-digit", hourCycle: "h23"})
    Object.assign(element, {id: this.id})
    element.classList.add(this.role)
    Object.assign(find(".device", element), {lang: this.person.language ?? "", dir: words.direction})
    this.title = filled(this.desk.words["phone-of"], {name: this.person.name, who: this.desk.words[this.role]})
    element.setAttribute("aria-label", this.title)
    find(".who bdi", element).textContent = this.person.name
    find(".who small", element).textContent = this.desk.words[this.role]
    find(".name", element).textContent = words[`${this.role}-bot`]
    find(".face", element).textContent = words[`${this.role}-bot`].slice(0, 1)
    find(".anew", element).textContent = this.desk.words["new-person"]
    find(".anew", element).title = this.desk.words["new-person-hint"]
    find(".gone", element).setAttribute("aria-label", this.desk.words["put-away"])
    find(".start", element).textContent = words.start
    find(".newer", element).setAttribute("aria-label", words.newer)
    this.log.setAttribute("aria-label", words.chat)
    this.composer.speak(words)
    return this
  }

  // Fetch the chat and draw it; what changes meanwhile is fetched once more.
  async refresh() {
    if (this.fetching) { this.again = true; return }
    this.fetching = true
    try {
      do { this.again = false; this.draw(await get(this.path)) } while (this.again)
    } finally { this.fetching = false }
  }

  act(wish) { return post(this.path, wish) }

  write(text) { return this.act({text}) }

  draw(chat) {
    const begun = chat.messages.length > 0, first = this.toasted === null
    const stays = first || this.atTheEnd(), news = this.drawMessages(chat.messages)
    find(".about", this.element).textContent = begun ? "" : chat.about
    find(".start", this.element).hidden = begun
    this.composer.form.hidden = !begun
    this.composer.offer(chat.commands, chat.messages.findLast(each => each.keys)?.keys)
    find(".state", this.element).textContent = chat.busy ? this.words.writes : this.words.bot
    this.element.classList.toggle("busy", chat.busy)
    clearTimeout(this.doubting)
    if (chat.busy) this.doubting = setTimeout(() => this.refresh(), BELIEVED)
    this.toast(chat.toast)
    if (stays || news.some(each => each.mine)) this.toTheEnd(first)
    this.unread += first || (this.isSeen() && stays) ? 0 : news.filter(each => !each.mine).length
    this.count()
  }

  drawMessages(messages) {
    const news = messages.filter(each => !this.drawn.has(each.id)), kept = new Set(messages.map(each => each.id))
    for (const [id, {node}] of this.drawn) if (!kept.has(id)) { node.remove(); this.drawn.delete(id) }
    for (const message of messages) {
      const as = JSON.stringify(message), before = this.drawn.get(message.id)
      if (before?.as === as) continue
      const node = bubble(message, this)
      if (before) this.replace(before.node, node)
      else this.list.append(node)
      this.drawn.set(message.id, {as, node})
    }
    return news
  }

  // Put an edited message in its place; who was on one of its buttons stays there.
  replace(old, node) {
    const buttons = [...old.querySelectorAll("button, a")], place = buttons.indexOf(document.activeElement)
    old.replaceWith(node)
    if (place < 0) return
    const now = [...node.querySelectorAll("button, a")]
    const next = now[Math.min(place, now.length - 1)] ?? this.log
    next.focus({preventScroll: true})
  }

  toast(toast) {
    const last = this.toasted
    this.toasted = toast?.number ?? 0
    if (last === null || this.toasted === last) return
    for (const node of this.element.querySelectorAll(".waits")) node.classList.remove("waits")
    if (!toast.text) return
    if (toast.alert) { this.desk.alert(toast.text, this.words); return }
    const place = find(".toast", this.element)
    place.replaceChildren(make("span", {dir: "auto"}, toast.text))
    clearTimeout(this.fading)
    this.fading = setTimeout(() => place.replaceChildren(), 3500)
  }

  atTheEnd() { return this.log.scrollHeight - this.log.scrollTop - this.log.clientHeight < NEAR_THE_END }

  toTheEnd(atOnce = false) {
    this.log.scrollTo({top: this.log.scrollHeight, behavior: atOnce ? "instant" : "auto"})
    this.settled = true
    this.seen()
  }

  // A picture that has come makes the chat longer: who was at its end stays there.
  settle() { if (this.settled && !this.unread) this.toTheEnd(true) }

  isSeen() { return this.element.offsetParent !== null }

  seen() {
    if (!this.isSeen()) return
    this.unread = 0
    this.count()
  }

  count() {
    const newer = find(".newer", this.element)
    newer.hidden = !this.unread
    newer.textContent = `↓ ${this.unread}`
    this.desk.count(this)
  }
}
