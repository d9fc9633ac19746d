// Making elements: text is always text, never markup.

export function make(tag, properties = {}, ...children) {
  const node = document.createElement(tag)
  for (const [name, value] of Object.entries(properties)) {
    if (name in node) node[name] = value
    else node.setAttribute(name, value)
  }
  node.append(...children)
  return node
}

export const find = (selector, within = document) => within.querySelector(selector)
export const all = (selector, within = document) => [...within.querySelectorAll(selector)]

// Say everything in a part of the page that only names its words.
export function say(words, within = document) {
  for (const node of all("[data-say]", within)) node.textContent = words[node.dataset.say]
  for (const node of all("[data-label]", within)) node.setAttribute("aria-label", words[node.dataset.label])
}

export const filled = (text, values) => text.replace(/\{(\w+)\}/g, (hole, name) => values[name] ?? hole)
