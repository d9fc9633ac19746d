citizen-button-standing = 🧭 Dove mi trovo?
citizen-standing-head = <b>Dove ti trovi — { $theme }</b>
citizen-standing-none = In «{ $theme }» non c’è ancora abbastanza per dirti dove ti trovi. Qualche tuo voto in più aiuterebbe; conterà quando la mappa sarà ridisegnata.
citizen-standing-uniting = 🤝 Su ciò che unisce, la pensi come tutti su { $agreed } delle { $voted } affermazioni che hai votato.
citizen-standing-nearest = Il gruppo più vicino a te è il gruppo { $number } ({ $size } persone).
citizen-standing-nearer = Su «{ $topic }» il più vicino a te è il gruppo { $number }.
citizen-standing-foot = <i>Calcolato adesso dai tuoi voti, solo per te. Non viene conservato e nessun altro lo vede. Un gruppo non è un partito: nessuno deve farne parte.</i>
