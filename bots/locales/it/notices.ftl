# What people are told about what became of their words.
notice-admitted = ✅ <b>{ $ref }</b> è pubblicato. Grazie: ora gli altri possono vederlo.
notice-refused = <b>{ $ref }</b> non è stato accolto, in base all’articolo { $article } della carta: { $reason }
    Puoi riformularlo e inviarlo di nuovo.
notice-merged = <b>{ $ref }</b> dice la stessa cosa di <b>{ $into }</b>: li teniamo insieme, tutti e due.
notice-reconsidered = La decisione su <b>{ $ref }</b> viene rivista: è di nuovo in attesa di moderazione.
notice-seat-offered = 🪑 Si è liberato un posto per te: <b>{ $title }</b> ({ $session })
    🕑 { $when }
    📍 { $place }
    È riservato per te fino a { $until }. Lo prendi?
notice-seat-expired = ⌛ Il posto riservato per te a <b>{ $title }</b> ({ $session }) non è stato preso in tempo: ora è libero per altri. Se vuoi venire, chiedi di nuovo un posto.
notice-session-reminder = ⏰ Hai un posto: <b>{ $title }</b> ({ $session })
    🕑 { $when }
    📍 { $place }
    Un imprevisto? Lascia il tuo posto: forse qualcuno lo aspetta.
notice-session-moved = 📅 <b>{ $title }</b> ({ $session }) cambia data:
    🕑 { $when }
    📍 { $place }
    Conservi il tuo posto, o la tua posizione in lista d’attesa.
notice-session-cancelled = ❌ <b>{ $title }</b> ({ $session }), previsto per { $when }, è annullato. Ci dispiace.
notice-agenda-item = 📋 L’ordine del giorno di «{ $theme }» è pubblicato. Il tuo contributo ({ $ref }) c’è, al punto { $rank }: <b>{ $title }</b>
notice-agenda-published = 📋 L’ordine del giorno di «{ $theme }» è pubblicato. Il tuo contributo ({ $ref }) questa volta non ne è un punto; resta nella sintesi e nei dati aperti. L’ordine del giorno dice perché.
notice-summary-published = 📝 La sintesi di «{ $theme }» è pubblicata. { $cited ->
        [yes] Le tue parole vi sono citate ({ $ref }).
       *[no] Anche le tue parole ({ $ref }) ne sono la materia.
    }
notice-publication-requested = Una persona della moderazione chiede di pubblicare { $what ->
        [agenda] l’ordine del giorno
       *[summary] la sintesi
    } di «{ $theme }». Rileggi, poi conferma: servono due persone.
button-take-seat = ✅ Lo prendo
button-leave-seat = Lo lascio
button-calendar = 📎 File per il calendario
button-give-seat-back = Non posso venire
button-ask-seat-again = 🪑 Chiedo di nuovo un posto
button-see = 👀 Rileggi
button-see-publication = 👀 Rileggi e conferma
button-confirm = ✅ Conferma la pubblicazione
button-open-agenda = 📋 Vedi l’ordine del giorno
button-open-summary = 📝 Vedi la sintesi
notice-objection = ⚖️ Il garante obietta su «{ $theme }»: { $text }
