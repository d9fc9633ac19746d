// The page: two phones, the strip beside them, and what happens between them.
import {Crowd} from "./crowd.js"
import {Desk} from "./desk.js"
import {find, say} from "./dom.js"
import {listen, wordsOf} from "./net.js"
import {Sheet} from "./sheet.js"
import {Strip} from "./strip.js"

const LANGUAGES = ["fr", "en", "it", "es", "zh", "ar"]

const wishes = new URLSearchParams(location.search)
const spoken = [wishes.get("lang"), ...navigator.languages.map(each => each.slice(0, 2)), "en"]
const language = spoken.find(each => LANGUAGES.includes(each))
const words = await wordsOf(language)

Object.assign(document.documentElement, {lang: language, dir: words.direction})
document.title = words.title
say(words)

const desk = new Desk(words, language, new Sheet(language))
const strip = new Strip(words, language)
const crowd = new Crowd(words, desk)

find("#another").onclick = () => desk.another()
find("#language").value = language
find("#language").onchange = event => {
  const address = new URL(location.href)
  address.searchParams.set("lang", event.target.value)
  location.href = address
}

await desk.look()
await desk.openNamed((wishes.get("phones") ?? "citizen,moderator").split(","))
desk.show(desk.phones[0]?.id ?? "strip")

let lost = false
listen(language, {
  begun() {
    if (lost) location.reload() // it was started anew, and knows nobody of before
    for (const phone of desk.phones) phone.refresh()
  },
  news({chats, lines, crowd: state}) {
    for (const [person, bot] of chats)
      for (const phone of desk.phones) if (phone.person.id === person && phone.bot === bot) phone.refresh()
    if (lines.length) strip.draw(lines)
    if (state) crowd.draw(state)
  },
  lost() { lost = true; find("#away").hidden = false },
})
document.documentElement.dataset.ready = "" // for who drives this page by a script
