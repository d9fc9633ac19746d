document-model-note = ✍️ indica una frase scritta dal modello linguistico «{ $model }», 🌐 una sua traduzione. Un programma le ha controllate; sotto ognuna ci sono le parole esatte, le sole che fanno fede.
document-sentence-reworded = ✍️ { $text } <i>{ $refs }</i>
document-sentence-translated = 🌐 { $text } <i>{ $refs }</i>
document-sentence-foreign = «{ $text }» ({ $spoken }) <i>{ $refs }</i>
document-exact = ↳ «{ $text }»
document-exact-foreign = ↳ «{ $text }» ({ $spoken })
document-spoken = { $language ->
        [fr] in francese
        [en] in inglese
        [it] in italiano
        [es] in spagnolo
        [zh] in cinese
        [ar] in arabo
       *[other] in un’altra lingua
    }
