// The desk on which the phones lie: which there are, who holds them, which of them is looked at where only one fits.
import {all, filled, find, make} from "./dom.js"
import {get, post} from "./net.js"
import {Phone} from "./phone.js"

const ROLES = ["citizen", "moderator"] // in the order in which the bots are told

export class Desk {
  constructor(words, language, sheet) {
    Object.assign(this, {words, language, sheet, phones: [], people: [], bots: []})
    this.place = find("#phones")
    this.tabs = find("#tabs")
  }

  async look() { Object.assign(this, await get("/phones")); return this }

  botOf(role) { return this.bots[ROLES.indexOf(role)] }

  // Those who hold no such phone here: with moderators, those who have been there; with citizens, those who have not.
  others(role) {
    const shown = this.phones.filter(phone => phone.role === role).map(phone => phone.person.id)
    const moderates = person => person.bots.includes(this.botOf("moderator"))
    return this.people.filter(person => !shown.includes(person.id) && moderates(person) === (role === "moderator"))
  }

  // Open what the address names: `citizen`, `moderator:fr` (in a language), `citizen:700000001` (a person).
  async openNamed(names) {
    for (const name of names) {
      const [role, which = ""] = name.split(":")
      if (!this.botOf(role)) continue
      const person = this.people.find(each => String(each.id) === which) ?? this.fitting(role, which)
      await this.open(role, person ?? await this.newcomer({language: /^[a-z]{2}$/.test(which) ? which : this.language}))
    }
  }

  fitting(role, which) {
    const speaks = person => !/^[a-z]{2}$/.test(which) || person.language === which
    return this.others(role).find(person => speaks(person) && (role === "moderator" || !person.bots.length))
  }

  async newcomer(wish) {
    const person = await post("/phones", wish)
    this.people.push(person)
    return person
  }

  async open(role, person) {
    const phone = await new Phone(this, person, this.botOf(role), role).speak()
    this.phones.push(phone)
    this.place.append(phone.element)
    this.arrange(phone)
    await phone.refresh()
    return phone
  }

  // A phone of this bot: one that lies here, or somebody's who has been there.
  async anyOf(role) {
    const here = this.phones.find(phone => phone.role === role)
    if (here) return here
    await this.look()
    return this.open(role, this.fitting(role, "") ?? await this.newcomer({language: this.language}))
  }

  close(phone) {
    this.phones.splice(this.phones.indexOf(phone), 1)
    phone.element.remove()
    this.arrange(this.phones[0])
  }

  // Give a phone to somebody new.
  async renew(phone) {
    const next = await new Phone(this, await this.newcomer({language: phone.person.language}), phone.bot, phone.role).speak()
    this.phones[this.phones.indexOf(phone)] = next
    phone.element.replaceWith(next.element)
    this.arrange(next)
    await next.refresh()
  }

  async another() {
    await this.look()
    const chosen = await this.sheet.ask(this.words.another, null, role => this.others(role))
    if (chosen) await this.open(chosen.role, chosen.who ?? await this.newcomer(chosen))
  }

  // Open a link to a bot on a phone of that bot: one that lies here, or another.
  async follow(bot, payload) {
    await this.look()
    const role = ROLES[this.bots.indexOf(bot)]
    const here = this.phones.filter(phone => phone.role === role).map(phone => phone.person)
    const chosen = await this.sheet.ask(this.words["link-asks"], role, () => [...here, ...this.others(role)])
    if (!chosen) return
    const held = this.phones.find(phone => phone.role === role && phone.person.id === chosen.who?.id)
    const phone = held ?? await this.open(role, chosen.who ?? await this.newcomer(chosen))
    this.arrange(phone)
    await phone.write(`/start ${payload}`.trim())
  }

  // Remember in the address who is here, and bring a phone to the front.
  arrange(front) {
    const address = new URL(location.href)
    address.searchParams.set("phones", this.phones.map(phone => `${phone.role}:${phone.person.id}`).join(","))
    history.replaceState(null, "", address)
    const views = [...this.phones.map(phone => [phone.id, phone.person.name]), ["strip", this.words.happens]]
    this.tabs.replaceChildren(...views.map(([id, name]) => make("button",
      {type: "button", role: "tab", id: `tab-${id}`, "aria-controls": id, onclick: () => this.show(id)}, make("bdi", {}, name), make("b", {}))))
    for (const phone of this.phones) this.count(phone)
    this.show(front?.id ?? "strip")
    front?.element.scrollIntoView({inline: "nearest", block: "nearest"})
  }

  show(id) {
    for (const tab of all("[role=tab]", this.tabs)) tab.setAttribute("aria-selected", String(tab.id === `tab-${id}`))
    for (const view of [...this.phones.map(phone => phone.element), find("#strip")]) view.classList.toggle("front", view.id === id)
    const phone = this.phones.find(each => each.id === id)
    if (phone?.unread) phone.toTheEnd()
  }

  count(phone) {
    const badge = find(`#tab-${phone.id} b`, this.tabs)
    if (badge) badge.textContent = phone.unread || ""
  }

  alert(text, words) {
    find("#alert-text").textContent = text
    find("#alert button").textContent = words.ok
    find("#alert").showModal()
  }

  enlarge(address) {
    Object.assign(find("#picture img"), {src: address, alt: this.words.photo})
    find("#picture").showModal()
  }
}
