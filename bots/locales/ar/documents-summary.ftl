document-model-note = {"\u200F"}✍️ تدل على جملة كتبها النموذج اللغوي «{ $model }»، و🌐 على ترجمة قام بها. راجعها برنامج، وتحت كل جملة الكلمات الأصلية، وهي وحدها المعتمدة.
document-sentence-reworded = {"\u200F"}✍️ { $text } <i>{ $refs }</i>
document-sentence-translated = {"\u200F"}🌐 { $text } <i>{ $refs }</i>
document-sentence-foreign = «{ $text }» ({ $spoken }) <i>{ $refs }</i>
document-exact = {"\u200F"}↳ «{ $text }»
document-exact-foreign = {"\u200F"}↳ «{ $text }» ({ $spoken })
document-spoken = { $language ->
        [fr] بالفرنسية
        [en] بالإنجليزية
        [it] بالإيطالية
        [es] بالإسبانية
        [zh] بالصينية
        [ar] بالعربية
       *[other] بلغة أخرى
    }
