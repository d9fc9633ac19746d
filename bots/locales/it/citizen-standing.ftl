citizen-button-standing = 🧭 Dove mi trovo?
citizen-standing-head = <b>Dove ti trovi — { $theme }</b>
citizen-standing-none = In «{ $theme }» non c’è ancora abbastanza per dirti dove ti trovi. Qualche voto in più, tuo e degli altri, aiuterebbe; conterà quando la mappa sarà ridisegnata.
citizen-standing-uniting = 🤝 Di ciò che unisce hai votato { $voted ->
        [one] un’affermazione
       *[other] { $voted } affermazioni
    }. Come tutti: { $agreed }.
citizen-standing-nearest = Il gruppo più vicino a te è il gruppo { $number } ({ $size } persone).
citizen-standing-nearer = Su «{ $topic }» il più vicino a te è il gruppo { $number }.
citizen-standing-foot = <i>Calcolato adesso dai tuoi voti e dai voti medi dei gruppi, solo per te. Non viene conservato e nessun altro lo vede. Un gruppo non è un partito: nessuno deve farne parte.</i>
