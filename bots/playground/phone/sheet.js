// The sheet on which one chooses whose phone it is: somebody who is here already, or somebody new.
import {all, find, make} from "./dom.js"

const NATIVE = {fr: "français", en: "English", it: "italiano", es: "español", zh: "中文", ar: "العربية"}

export class Sheet {
  constructor(language) {
    this.sheet = find("#sheet")
    this.form = find("form", this.sheet)
    this.form.elements.language.append(...Object.entries(NATIVE).map(([code, name]) =>
      make("option", {value: code, lang: code, selected: code === language}, name)))
  }

  // Ask whose phone it is; `people` are those that may be chosen for a role. Answers nothing when it is closed.
  ask(title, role, people) {
    find("#sheet-title").textContent = title
    find(".roles", this.sheet).hidden = Boolean(role)
    this.form.elements.name.value = ""
    this.sheet.returnValue = ""
    return new Promise(resolve => {
      const chosen = () => role ?? this.form.elements.role.value
      const list = () => this.list(people(chosen()), who => { resolve({role: chosen(), who}); this.sheet.close() })
      for (const radio of all("[name=role]", this.sheet)) radio.onchange = list
      const {name, language} = this.form.elements
      this.sheet.onclose = () => resolve(
        this.sheet.returnValue === "new" ? {role: chosen(), name: name.value, language: language.value} : null)
      list()
      this.sheet.showModal()
    })
  }

  list(people, choose) {
    find(".known", this.sheet).hidden = !people.length
    find(".people", this.sheet).replaceChildren(...people.map(who =>
      make("button", {type: "button", className: "plain", onclick: () => choose(who)}, `${who.name} · ${NATIVE[who.language] ?? ""}`)))
  }
}
