document-model-note = ✍️ señala una frase escrita por el modelo de lenguaje «{ $model }», 🌐 una traducción hecha por él. Un programa las ha comprobado; debajo de cada una están las palabras exactas, las únicas que valen.
document-sentence-reworded = ✍️ { $text } <i>{ $refs }</i>
document-sentence-translated = 🌐 { $text } <i>{ $refs }</i>
document-sentence-foreign = «{ $text }» ({ $spoken }) <i>{ $refs }</i>
document-exact = ↳ «{ $text }»
document-exact-foreign = ↳ «{ $text }» ({ $spoken })
document-spoken = { $language ->
        [fr] en francés
        [en] en inglés
        [it] en italiano
        [es] en español
        [zh] en chino
        [ar] en árabe
       *[other] en otra lengua
    }
