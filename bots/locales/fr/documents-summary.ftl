document-model-note = ✍️ signale une phrase écrite par le modèle de langue « { $model } », 🌐 une traduction faite par lui. Un programme les a vérifiées ; sous chacune se trouvent les mots exacts, qui seuls font foi.
document-sentence-reworded = ✍️ { $text } <i>{ $refs }</i>
document-sentence-translated = 🌐 { $text } <i>{ $refs }</i>
document-sentence-foreign = « { $text } » ({ $spoken }) <i>{ $refs }</i>
document-exact = ↳ « { $text } »
document-exact-foreign = ↳ « { $text } » ({ $spoken })
document-spoken = { $language ->
        [fr] en français
        [en] en anglais
        [it] en italien
        [es] en espagnol
        [zh] en chinois
        [ar] en arabe
       *[other] dans une autre langue
    }
