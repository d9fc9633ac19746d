// The button that fills the town, its progress, and what to do next.
import {filled, find, make} from "./dom.js"
import {post} from "./net.js"

export class Crowd {
  constructor(words, desk) {
    Object.assign(this, {words, desk})
    this.element = find("#crowd")
    this.button = find("button", this.element)
    this.bar = find("progress", this.element)
    this.button.onclick = () => post("/crowd", {come: this.state !== "coming"})
  }

  draw({state, people, done, total, then}) {
    this.state = state
    const say = key => filled(this.words[`crowd-${key}`], {people})
    this.element.hidden = state === "none"
    this.button.textContent = say({coming: "stop", stopped: "go-on", failed: "go-on"}[state] ?? "ready")
    this.button.disabled = state === "here"
    this.bar.hidden = !["coming", "stopped"].includes(state)
    Object.assign(this.bar, {max: total, value: done})
    find("p", this.element).textContent = ["none", "ready"].includes(state) ? "" : say(state)
    find(".then", this.element).replaceChildren(...then.map(text => this.step(text)))
  }

  // What comes next, written by one tap on a moderator's phone, which is taken out again if it was put away.
  step(text) {
    const write = async ({target}) => {
      target.disabled = true // opening a phone takes a moment, and one is enough
      const phone = await this.desk.anyOf("moderator")
      this.desk.show(phone.id)
      await phone.write(text)
      target.disabled = false
    }
    return make("li", {}, make("button", {type: "button", className: "link", dir: "ltr", onclick: write}, text))
  }
}
