document-model-note = ✍️ marks a sentence written by the language model “{ $model }”, 🌐 a translation made by it. A program has checked them; below each stand the exact words, which alone count.
document-sentence-reworded = ✍️ { $text } <i>{ $refs }</i>
document-sentence-translated = 🌐 { $text } <i>{ $refs }</i>
document-sentence-foreign = “{ $text }” ({ $spoken }) <i>{ $refs }</i>
document-exact = ↳ “{ $text }”
document-exact-foreign = ↳ “{ $text }” ({ $spoken })
document-spoken = { $language ->
        [fr] in French
        [en] in English
        [it] in Italian
        [es] in Spanish
        [zh] in Chinese
        [ar] in Arabic
       *[other] in another language
    }
