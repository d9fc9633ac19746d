# What people are told about what became of their words.
notice-admitted = ✅ <b>{ $ref }</b> è pubblicato. Grazie: ora altri possono vederlo.
notice-refused = <b>{ $ref }</b> non è stato accolto, secondo l’articolo { $article } della carta: { $reason }
    Può riformularlo e inviarlo di nuovo.
notice-merged = <b>{ $ref }</b> dice la stessa cosa di <b>{ $into }</b>: i due sono tenuti insieme.
notice-reconsidered = La decisione su <b>{ $ref }</b> è in revisione: attende di nuovo la moderazione.
notice-seat-offered = 🪑 Si è liberato un posto per Lei: <b>{ $title }</b> ({ $session })
    🕑 { $when }
    📍 { $place }
    Lo prende?
notice-agenda-item = 📋 L’ordine del giorno di «{ $theme }» è pubblicato. Il suo contributo ({ $ref }) è al punto { $rank }: <b>{ $title }</b>
notice-agenda-published = 📋 L’ordine del giorno di «{ $theme }» è pubblicato. Il suo contributo ({ $ref }) questa volta non ne è un punto; resta tra i materiali della sintesi e nei dati aperti. L’ordine del giorno dice perché.
notice-summary-published = 📝 La sintesi di «{ $theme }» è pubblicata. { $cited ->
        [yes] Le sue parole vi sono citate ({ $ref }).
       *[no] Le sue parole ({ $ref }) ne sono la materia.
    }
notice-publication-requested = Un collega chiede di pubblicare { $what ->
        [agenda] l’ordine del giorno
       *[summary] la sintesi
    } di «{ $theme }». Rilegga e confermi: servono due persone.
button-take-seat = ✅ Lo prendo
button-leave-seat = Lo lascio
button-see = 👀 Rileggere
button-confirm = ✅ Confermare la pubblicazione
button-open-agenda = 📋 Vedere l’ordine del giorno
button-open-summary = 📝 Vedere la sintesi
