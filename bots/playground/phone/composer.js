// What one writes with: the text, the menu of commands behind "/", and the keys that a bot may put in the keyboard's place.
import {find, make} from "./dom.js"

export class Composer {
  constructor(phone, element) {
    this.phone = phone
    this.form = find(".composer", element)
    this.text = find("textarea", element)
    this.slash = find(".slash", element)
    this.menu = find(".commands", element)
    this.keys = find(".keys", element)
    this.commands = []
    this.form.onsubmit = event => { event.preventDefault(); this.send() }
    this.text.onkeydown = event => this.key(event)
    this.text.oninput = () => { this.grow(); this.open(this.text.value.startsWith("/") && !this.text.value.includes(" ")) }
    this.slash.onclick = () => { this.open(this.menu.hidden, ""); if (!this.menu.hidden) find("button", this.menu)?.focus() }
    this.menu.onkeydown = event => this.walk(event)
  }

  speak(words) {
    this.text.placeholder = words.message
    this.text.setAttribute("aria-label", words.message)
    this.slash.setAttribute("aria-label", words.menu)
    find(".send", this.form).setAttribute("aria-label", words.send)
  }

  send() {
    const text = this.text.value.trim()
    if (text) this.phone.write(text)
    this.text.value = ""
    this.grow()
    this.open(false)
  }

  grow() {
    this.text.rows = Math.min(5, this.text.value.split("\n").length)
  }

  key(event) {
    if (event.key === "Enter" && !event.shiftKey && !event.isComposing) { event.preventDefault(); this.send() }
    if (event.key === "Escape") this.open(false)
    if (event.key === "ArrowUp" && !this.menu.hidden) { event.preventDefault(); this.menu.lastElementChild?.firstElementChild.focus() }
  }

  // Up and down through the menu; Escape leads back to the text.
  walk(event) {
    const item = document.activeElement.parentElement
    const next = {ArrowDown: item.nextElementSibling, ArrowUp: item.previousElementSibling}[event.key]
    if (next) { event.preventDefault(); next.firstElementChild.focus() }
    if (event.key === "Escape") { this.open(false); this.text.focus() }
  }

  offer(commands, keys) {
    this.commands = commands
    this.slash.hidden = !commands.length
    this.keys.hidden = !keys?.length
    this.keys.replaceChildren(...(keys ?? []).map(row => make("div", {className: "row"}, ...row.map(label =>
      make("button", {type: "button", dir: "auto", onclick: () => this.phone.write(label)}, label)))))
  }

  // Show the commands that begin as what is written does; the button shows them all, whatever draft stands there.
  open(wanted, begun = this.text.value.trim().slice(1).toLowerCase()) {
    const fitting = this.commands.filter(each => each.command.startsWith(begun))
    this.menu.hidden = !wanted || !fitting.length
    this.slash.setAttribute("aria-expanded", String(!this.menu.hidden))
    this.menu.replaceChildren(...(this.menu.hidden ? [] : fitting.map(each => this.command(each))))
  }

  command({command, description}) {
    const item = make("button", {type: "button"}, make("b", {}, `/${command}`), make("span", {dir: "auto"}, description))
    item.onclick = () => {
      if (this.text.value.startsWith("/")) { this.text.value = ""; this.grow() } // another draft stays
      this.open(false)
      this.phone.write(`/${command}`)
      this.text.focus()
    }
    return make("li", {}, item)
  }
}
