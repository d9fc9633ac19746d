// The strip: what passes between the parts, the newest first, and the stations that light up as it does.
import {find, make} from "./dom.js"

const KEPT = 60, LIT = 900 // lines; milliseconds

export class Strip {
  constructor(words, language) {
    this.words = words
    this.clock = new Intl.DateTimeFormat(language, {hour: "2-digit", minute: "2-digit", second: "2-digit", hourCycle: "h23"})
    this.number = new Intl.NumberFormat(language)
    this.list = find("#lines")
    this.rows = new Map()
    this.fading = new Map()
  }

  draw(lines) {
    for (const line of lines) {
      const row = this.row(line), before = this.rows.get(line.number)
      if (before) before.replaceWith(row)
      else this.list.prepend(row)
      this.rows.set(line.number, row)
      this.light(line.station)
    }
    while (this.list.childElementCount > KEPT) this.list.lastElementChild.remove()
    find("#quiet").hidden = this.rows.size > 0
  }

  row({station, at, says, kind, reference, count}) {
    const when = new Date(at * 1000)
    const row = make("li", {className: "new"},
      make("time", {dateTime: when.toISOString()}, this.clock.format(when)),
      make("span", {className: "station"}, this.words[`station-${station}`]),
      make("span", {className: "says"}, says, " ", make("code", {dir: "ltr"}, kind)))
    const much = count > 1 ? ` ×${this.number.format(count)}` : ""
    if (reference || much) row.append(make("b", {className: "what", dir: "ltr"}, `${reference}${much}`))
    setTimeout(() => row.classList.remove("new"), LIT)
    row.dataset.station = station
    return row
  }

  light(station) {
    const stop = find(`.stations [data-station=${station}]`)
    stop.classList.add("lit")
    clearTimeout(this.fading.get(station))
    this.fading.set(station, setTimeout(() => stop.classList.remove("lit"), LIT))
  }
}
